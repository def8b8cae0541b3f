// Answers the requests of the emulated APIs: finds the method, checks who asks and what, and calls its handler.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { ApiError, errorBody } from './api-error.ts'
import { type Api, driveApi, sheetsApi } from './discovery/api-table.ts'
import { driveErrorBody, unknownDriveField } from './drive/drive-error.ts'
import { driveHandlers } from './drive/drive-handlers.ts'
import type { Files } from './files.ts'
import { type Caller, type Handlers, type Json, Raw } from './http/call.ts'
import { type HttpRequest, readRequest } from './http/read-request.ts'
import { send, sendHtml, sendJson } from './http/respond.ts'
import { type Route, routesOf } from './http/routes.ts'
import { firstUnknown, readSelection, type Selection, select, unknownField } from './http/select-fields.ts'
import { answerFaultOrder } from './limits/fault-routes.ts'
import type { Faults } from './limits/faults.ts'
import { isRead, type Quota, quotaError } from './limits/quota.ts'
import { allowCaller } from './oauth/allow-caller.ts'
import { answerOAuth, isOAuthPath, type OAuth } from './oauth/oauth-routes.ts'
import { metadataHandlers } from './spreadsheets/metadata-handlers.ts'
import { spreadsheetHandlers } from './spreadsheets/spreadsheet-handlers.ts'
import { readCall } from './validate/read-call.ts'
import { filterHandlers } from './values/filter-handlers.ts'
import { valuesHandlers } from './values/values-handlers.ts'

const findRoute = routesOf(sheetsApi, driveApi)
const handlers: Handlers = {
  ...spreadsheetHandlers,
  ...metadataHandlers,
  ...valuesHandlers,
  ...filterHandlers,
  ...driveHandlers,
}

/** One local Google. */
export type World = {
  files: Files
  oauth: OAuth
  faults: Faults
  /** null lifts the quotas. */
  quota: Quota | null
  /** Who asks under any bearer token; null when only tokens of this OAuth server count. */
  open: Caller | null
}

/** Whether a path is one that `answerApi` answers. */
export function isApiPath(path: string): boolean {
  return /^\/(v4\/|drive\/v3\/|emulator\/faults$)/.test(path) || isOAuthPath(path)
}

/** Answers one request, whatever becomes of it. */
export async function answerApi(world: World, message: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    await answer(world, await readRequest(message), response)
  } catch {
    // A body that broke off, or one that is not packed or written as it says it is.
    if (!response.headersSent) response.writeHead(400, { 'content-type': 'text/plain' })
    response.end('Bad Request')
  }
}

async function answer(world: World, request: HttpRequest, response: ServerResponse): Promise<void> {
  if (answerFaultOrder(world.faults, request, response)) return
  const fault = world.faults.next(request.method, request.path)
  if (fault?.kind === 'slow') await delay(fault.delayMs ?? 2000)
  else if (fault && fault.kind !== 'applied-but-answer-lost') {
    meetFault(fault.kind, request, response)
    return
  }
  if (answerOAuth(world.oauth, request, response)) return
  let answered: () => void
  try {
    const route = findRoute(request.method, request.path)
    if (!route || !handlers[route.method.id]) answered = () => sendMissing(request, response)
    else answered = await callMethod(world, route, request, response)
  } catch (error) {
    answered = refusal(error, request, response)
  }
  if (fault?.kind === 'applied-but-answer-lost') response.destroy()
  else answered()
}

async function callMethod(
  world: World,
  route: Route,
  request: HttpRequest,
  response: ServerResponse,
): Promise<() => void> {
  const { method, api } = route
  const caller = allowCaller(world.oauth.tokens, world.open, request, method)
  if (api === sheetsApi) world.quota?.take(caller, method.id)
  const mask = request.query.get('fields') ?? request.query.get('$fields')
  const fields = mask === null || mask === '' ? undefined : readFields(api, method.answer, mask)
  const call = {
    ...readCall(route, request),
    reads: isRead(method.id),
    media: request.query.get('alt') === 'media',
    fields,
    caller,
    files: world.files,
  }
  const result = await handlers[method.id]!(call)
  if (result instanceof Raw) return () => send(response, request, result.status, result.type, result.content)
  return () => sendJson(response, request, 200, fields === undefined ? result : (select(result, fields) as Json))
}

function readFields(api: Api, message: string | null, mask: string): Selection {
  const selection = readSelection(api === driveApi ? mask.replaceAll(/\s+/g, '') : mask)
  const unknown = selection === undefined ? mask : message === null ? null : firstUnknown(api, message, selection)
  if (selection !== undefined && unknown === null) return selection
  if (api === driveApi) throw unknownDriveField(String(unknown).split('.').at(-1)!)
  throw unknownField(mask, String(unknown))
}

function refusal(error: unknown, request: HttpRequest, response: ServerResponse): () => void {
  if (error instanceof URIError)
    return () =>
      sendHtml(response, request, 400, 'Bad Request', 'Your client has issued a malformed or illegal request.')
  const shown = error instanceof ApiError ? error : new ApiError(500, 'INTERNAL', 'Internal error encountered.')
  if (shown !== error) console.error(error)
  const body = request.path.startsWith('/drive/') ? driveErrorBody(shown) : errorBody(shown)
  return () => sendJson(response, request, shown.code, body)
}

function sendMissing(request: HttpRequest, response: ServerResponse): void {
  const shown = request.path.replaceAll('<', '&lt;')
  sendHtml(response, request, 404, 'Not Found', `The requested URL <code>${shown}</code> was not found on this server.`)
}

function meetFault(kind: '429' | '503-html' | '408-html', request: HttpRequest, response: ServerResponse): void {
  if (kind === '503-html')
    sendHtml(
      response,
      request,
      503,
      'Service Unavailable',
      'The service is temporarily unavailable. Please try again later.',
    )
  else if (kind === '408-html')
    sendHtml(response, request, 408, 'Request Timeout', 'Your client has taken too long to issue its request.')
  else refusal(quotaError(request.method === 'GET' ? 'Read' : 'Write', 'User', 'emulator'), request, response)()
}
