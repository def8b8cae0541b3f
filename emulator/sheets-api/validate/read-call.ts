// Reads path, query and body of a request by its method's description; everything wrong is said in one 400.
import { sheetsApi } from '../discovery/api-table.ts'
import type { Json } from '../http/call.ts'
import type { HttpRequest } from '../http/read-request.ts'
import type { Route } from '../http/routes.ts'
import { parseJson } from './parse-json.ts'
import { snakeCase } from './proto-names.ts'
import { readMessage } from './read-message.ts'
import { readQuery } from './read-query.ts'
import { invalidValue, type Violation, violationsError } from './violations.ts'

/** Methods whose body is one field of the request, under which errors name places. */
const bodyField: Record<string, string> = {
  'sheets.spreadsheets.create': 'spreadsheet',
  'sheets.spreadsheets.values.update': 'data',
  'sheets.spreadsheets.values.append': 'data',
}
const numbers = ['sheetId', 'metadataId']

export function readCall(
  { method, api, path }: Route,
  request: HttpRequest,
): { path: Record<string, string>; query: Json; body: Json } {
  const violations: Violation[] = []
  for (const name of numbers)
    if (path[name] !== undefined && !/^-?\d{1,10}$/.test(path[name]))
      violations.push(invalidValue(snakeCase(name), 'TYPE_INT32', JSON.stringify(path[name])))
  const body =
    method.body === null || isUpload(request)
      ? {}
      : readMessage(api, method.body, parseJson(request.body), bodyField[method.id] ?? '', violations)
  const query = readQuery(api, method, request.query, violations)
  // Drive takes no notice of names that it does not know.
  const counted =
    api === sheetsApi ? violations : violations.filter(({ description }) => !description.includes('Unknown name'))
  if (counted.length > 0) throw violationsError(counted)
  return { path, query, body }
}

function isUpload({ headers }: HttpRequest): boolean {
  return /^multipart\//.test(headers['content-type'] ?? '')
}
