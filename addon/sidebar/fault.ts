// One shape for everything that can go wrong, as the sidebar shows it: what happened, why, and what to do.
import type { ProblemBody } from '../../shared/contract/schemas.ts'

/** `offline`: no answer from the server. `server`: it answered with a problem. `script`: the spreadsheet's side. `here`: this page. */
export type Fault = {
  kind: 'offline' | 'server' | 'script' | 'here'
  code: string
  title: string
  detail: string
}

/** Codes that signing in again mends. */
export const signInFaults = ['unauthorized', 'identity_refused', 'no_identity', 'wrong_credentials']

/** An error that carries its fault. */
export class FaultError extends Error {
  readonly fault: Fault
  constructor(fault: Fault) {
    super(fault.title)
    this.fault = fault
  }
}

/** A problem that the backend answered with; `status` is the HTTP status. */
export class ApiProblem extends FaultError {
  readonly status: number
  constructor(status: number, body: Pick<ProblemBody, 'code' | 'title' | 'detail'>) {
    super({ kind: 'server', code: body.code, title: body.title, detail: body.detail })
    this.status = status
  }
}

/** The problem in an answer's text; an answer that is none (a proxy's page) becomes a plain sentence. */
export function problemFrom(status: number, text: string): ApiProblem {
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body === 'object' && body !== null && 'title' in body && 'code' in body) {
      const detail = 'detail' in body ? String(body.detail) : ''
      return new ApiProblem(status, { code: String(body.code), title: String(body.title), detail })
    }
  } catch {
    // Not JSON: what stands between here and the server answered in its place.
  }
  return new ApiProblem(status, {
    code: status >= 500 ? 'unavailable' : 'internal',
    title: 'The server gave an answer that can\u2019t be read.',
    detail: `Something between here and the server answered with status ${status}. Try again in a moment.`,
  })
}

/** The backend gave no answer at all: it is down, or something on the way is. */
export class Unreachable extends FaultError {
  constructor() {
    super({
      kind: 'offline',
      code: 'unreachable',
      title: 'The server can\u2019t be reached.',
      detail: 'It may be down, or your connection is. Nothing of yours is lost.',
    })
  }
}

/** A fault found by the sidebar itself. */
export function faultHere(code: string, title: string, detail: string): FaultError {
  return new FaultError({ kind: 'here', code, title, detail })
}

/** The fault of whatever was thrown. Text of unknown errors is not shown: it says nothing to a person. */
export function faultOf(error: unknown): Fault {
  if (error instanceof FaultError) return error.fault
  return {
    kind: 'here',
    code: 'unexpected',
    title: 'Something went wrong in the sidebar.',
    detail: 'What you wrote is kept. Try again; if it stays, close and reopen the sidebar.',
  }
}

export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError'
}
