#!/bin/sh
# Signs up, has a pasted list made a table, and exports it to Google Sheets, with curl alone: export-a-table.sh [server]
set -eu
api="${1:-http://127.0.0.1:8787}/api/v1"

# The first text under that key in a JSON answer. Scripts of your own may rather use jq.
field() { tr -d '\n' | grep -o "\"$1\":\"[^\"]*\"" | head -n 1 | cut -d '"' -f 4; }
post() { path=$1; shift; curl -sS --fail-with-body -X POST "$api$path" -H 'Content-Type: application/json' "$@"; }
get() { curl -sS --fail-with-body "$api$1" -H "Authorization: Bearer $token"; }

# 1. An account.
session=$(post /auth/register -d "{\"email\":\"ada-$$-$(date +%s)@example.com\",\"password\":\"a long and unusual sentence\"}")
token=$(printf '%s' "$session" | field access_token)

# 2. A message; without "Accept: text/event-stream" the reply comes as JSON when it is done.
conversation=$(post /chat/conversations -H "Authorization: Bearer $token" -d '{"title":"Orders of May"}' | field id)
post "/chat/conversations/$conversation/messages" -H "Authorization: Bearer $token" -H "Idempotency-Key: message-$$" \
  -d '{"content":"order,quantity,price\nA-1,2,9.50\nA-2,1,20.00\nA-3,5,1.25"}' > /dev/null

# 3. The table and its rows.
table=$(get "/chat/conversations/$conversation/tables" | field id)
get "/tables/$table/rows?limit=100"
echo

# 4. A Google account, once per person: they agree on a page of Google’s.
if ! get /google/connections | grep -q '"id"'; then
  echo "open $(get /google/authorize | field url)"
  until get /google/connections | grep -q '"id"'; do sleep 1; done
fi

# 5. The export: answered at once, written by a job.
export_id=$(post /export/sheets/create -H "Authorization: Bearer $token" -H "Idempotency-Key: export-$table" \
  -d "{\"conversation_id\":\"$conversation\",\"table_id\":\"$table\",\"template\":\"plain_table\",\"title\":\"Orders of May\"}" | field id)
while :; do
  status=$(get "/export/sheets/$export_id/status")
  state=$(printf '%s' "$status" | field state)
  case $state in queued | running | waiting) sleep 1 ;; *) break ;; esac
done
echo "$state: $(printf '%s' "$status" | field url)"
