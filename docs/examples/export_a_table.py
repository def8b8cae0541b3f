"""Signs up, has a pasted list made a table, and exports it to Google Sheets, with Python's standard library alone.

python3 docs/examples/export_a_table.py [server]
"""

import json
import sys
import time
import urllib.error
import urllib.request
import uuid

API = (sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8787") + "/api/v1"
token = None


def request(method, path, body=None, accept="application/json", key=None):
    """The open answer; a problem is raised with its code and what to do."""
    headers = {"Accept": accept}
    if token:
        headers["Authorization"] = "Bearer " + token
    if body is not None:
        headers["Content-Type"] = "application/json"
    if key:
        headers["Idempotency-Key"] = key
    data = None if body is None else json.dumps(body).encode()
    try:
        return urllib.request.urlopen(urllib.request.Request(API + path, data, headers, method=method))
    except urllib.error.HTTPError as error:
        problem = json.loads(error.read())
        raise SystemExit(f"{problem['code']}: {problem['title']}. {problem['detail']}") from error


def call(method, path, body=None, key=None):
    """The JSON of an answer."""
    with request(method, path, body, key=key) as answer:
        return json.load(answer)


def events(path, body):
    """The events of a reply as they come."""
    with request("POST", path, body, accept="text/event-stream", key=str(uuid.uuid4())) as answer:
        for line in answer:
            if line.startswith(b"data:"):
                yield json.loads(line[5:])


# 1. An account.
email = f"ada-{uuid.uuid4()}@example.com"
session = call("POST", "/auth/register", {"email": email, "password": "a long and unusual sentence"})
token = session["access_token"]

# 2. A message; the reply comes as events.
conversation = call("POST", "/chat/conversations", {"title": "Orders of May"}, key=str(uuid.uuid4()))
content = "order,quantity,price\nA-1,2,9.50\nA-2,1,20.00\nA-3,5,1.25"
table_id = None
for event in events(f"/chat/conversations/{conversation['id']}/messages", {"content": content}):
    if event["type"] == "table-start":
        table_id = event["table_id"]
    if event["type"] == "message-end":
        print("reply:", event["state"])

# 3. The rows, page by page.
cursor = ""
while cursor is not None:
    page = call("GET", f"/tables/{table_id}/rows?limit=2" + (f"&cursor={cursor}" if cursor else ""))
    for row in page["items"]:
        print(row)
    cursor = page["next_cursor"]

# 4. A Google account, once per person: they agree on a page of Google's.
if not call("GET", "/google/connections")["items"]:
    print("open", call("GET", "/google/authorize")["url"], flush=True)
    while not call("GET", "/google/connections")["items"]:
        time.sleep(0.5)

# 5. The export: answered at once, written by a job.
wanted = {"conversation_id": conversation["id"], "table_id": table_id, "template": "plain_table", "title": "Orders of May"}
export = call("POST", "/export/sheets/create", wanted, key=f"export-{table_id}")
status = call("GET", f"/export/sheets/{export['id']}/status")
while status["state"] in ("queued", "running", "waiting"):
    time.sleep(0.3)
    status = call("GET", f"/export/sheets/{export['id']}/status")
print(f"{status['state']}: {status['progress']['rows']} rows in {status['url']}")
