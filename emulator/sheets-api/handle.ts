// Answers the requests of the emulated APIs: finds the method, checks who asks and what, and calls its handler.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { ApiError, errorBody } from './api-error.ts'
import { driveApi, sheetsApi } from './discovery/api-table.ts'
import { driveHandlers } from './drive/drive-handlers.ts'
import type { Files } from './files.ts'
import { type Handlers, type Json, Raw } from './http/call.ts'
import { type HttpRequest, readRequest } from './http/read-request.ts'
import { send, sendHtml, sendJson } from './http/respond.ts'
import { routesOf } from './http/routes.ts'
import { spreadsheetHandlers } from './spreadsheets/spreadsheet-handlers.ts'

const findRoute = routesOf(sheetsApi, driveApi)
const handlers: Handlers = { ...spreadsheetHandlers, ...driveHandlers }

export type ApiHandler = (message: IncomingMessage, response: ServerResponse) => Promise<void>

/** Whether a path is one of the emulated APIs'. */
export function isApiPath(path: string): boolean {
  return /^\/(v4\/|drive\/v3\/)/.test(path)
}

export function createHandler(files: Files): ApiHandler {
  return async (message, response) => {
    const request = await readRequest(message)
    try {
      await answer(files, request, response)
    } catch (error) {
      const shown = error instanceof ApiError ? error : new ApiError(500, 'INTERNAL', 'Internal error encountered.')
      if (shown !== error) console.error(error)
      sendJson(response, request, shown.code, errorBody(shown))
    }
  }
}

async function answer(files: Files, request: HttpRequest, response: ServerResponse): Promise<void> {
  const route = findRoute(request.method, request.path)
  const handler = route && handlers[route.method.id]
  if (!handler) {
    const text = `The requested URL <code>${request.path}</code> was not found on this server.`
    sendHtml(response, request, 404, 'Not Found', text)
    return
  }
  const result = await handler({
    path: route.path,
    query: Object.fromEntries(request.query),
    body: request.body.length ? (JSON.parse(request.body.toString('utf8')) as Json) : {},
    caller: { user: 'alex.morgan@example.com', client: 'emulator', scopes: ['drive', 'spreadsheets'] },
    files,
  })
  if (result instanceof Raw) send(response, request, result.status, result.type, result.content)
  else sendJson(response, request, 200, result)
}
