// A bare client for tests: sends one request and gives back the status and the parsed answer.
type Answer = { status: number; body: ReturnType<typeof JSON.parse>; text: string }

export type Ask = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>

/** Asks the server at `root` under a bearer token; a string goes as the body that it is, anything else as JSON. */
export function asker(root: string, token = 'any'): Ask {
  return async (method, path, body, headers = {}) => {
    const response = await fetch(root + path, {
      method,
      headers: {
        ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      redirect: 'manual',
    })
    const text = await response.text()
    const json = response.headers.get('content-type')?.includes('json') === true
    return { status: response.status, body: json ? JSON.parse(text) : undefined, text }
  }
}

/** Makes a spreadsheet by Drive, with `Sheet1` of 1000 rows and 26 columns; gives back the path of its API. */
export async function newSpreadsheet(ask: Ask, name = 'Book'): Promise<string> {
  const made = await ask('POST', '/drive/v3/files', { name, mimeType: 'application/vnd.google-apps.spreadsheet' })
  return `/v4/spreadsheets/${made.body.id}`
}
