// The door through which tests order faults: `POST /emulator/faults`, `DELETE` to take them back.
import type { ServerResponse } from 'node:http'
import type { HttpRequest } from '../http/read-request.ts'
import { sendJson } from '../http/respond.ts'
import { type Fault, type Faults, faultKinds } from './faults.ts'

/** Answers a request to that door; false when it is none. */
export function answerFaultOrder(faults: Faults, request: HttpRequest, response: ServerResponse): boolean {
  if (request.path !== '/emulator/faults') return false
  if (request.method === 'DELETE') {
    faults.clear()
    sendJson(response, request, 200, {})
    return true
  }
  const fault = JSON.parse(request.body.toString('utf8') || '{}') as Partial<Fault>
  const { kind } = fault
  if (request.method !== 'POST' || kind === undefined || !faultKinds.includes(kind)) {
    sendJson(response, request, 400, { message: `POST {"kind"} with one of: ${faultKinds.join(', ')}` })
    return true
  }
  faults.inject({ ...fault, kind })
  sendJson(response, request, 200, {})
  return true
}
