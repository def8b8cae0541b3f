// The one error that is meant for people: a code of the contract and a sentence that says why and what to do.
import { type ProblemCode, problems } from '../../shared/contract/problems.ts'
import type { ProblemBody } from '../../shared/contract/schemas.ts'

/** Seconds until it is worth another try, for what passes by itself, where nobody knows better. */
const retryAfter: Partial<Record<ProblemCode, number>> = {
  too_many_requests: 60,
  too_many_streams: 5,
  daily_cap_reached: 3_600,
  model_busy: 60,
  google_busy: 60,
  unavailable: 5,
  reply_interrupted: 5,
}

export class Problem extends Error {
  readonly code: ProblemCode
  readonly detail: string
  /** Sent with the answer, such as `Retry-After`, which every 429 and 503 has. */
  readonly headers: Record<string, string>

  constructor(code: ProblemCode, detail: string, options: { headers?: Record<string, string>; cause?: unknown } = {}) {
    super(`${code}: ${detail}`, { cause: options.cause })
    this.name = 'Problem'
    this.code = code
    this.detail = detail
    const seconds = retryAfter[code]
    this.headers = { ...(seconds === undefined ? {} : { 'Retry-After': `${seconds}` }), ...options.headers }
  }
}

/** The problem as it is sent and stored (RFC 9457), also inside a stream of events. */
export function problemBody(problem: Problem, requestId?: string): ProblemBody {
  const { status, title } = problems[problem.code]
  return {
    type: `urn:tablewright:problem:${problem.code}`,
    title,
    status,
    code: problem.code,
    detail: problem.detail,
    ...(requestId === undefined ? {} : { request_id: requestId }),
  }
}
