// The errors of the client: a problem that the server answered, and no answer at all.
import type { ProblemCode } from '../contract/problems.ts'

/** Codes of problems; an answer that is none of the server’s has `unreadable`. */
export type ErrorCode = ProblemCode | 'unreadable'

type Parts = {
  status: number
  code: string
  title: string
  detail: string
  requestId: string | null
  retryAfter: number | null
}

/** A problem that the server answered (RFC 9457). Programs go by `code`; `detail` says why and what to do. */
export class ProblemError extends Error {
  readonly status: number
  readonly code: ErrorCode
  readonly title: string
  readonly detail: string
  readonly requestId: string | null
  /** Seconds to wait, where the server says it. */
  readonly retryAfter: number | null

  constructor({ status, code, title, detail, requestId, retryAfter }: Parts) {
    super(`${title}. ${detail}`)
    this.name = 'ProblemError'
    this.status = status
    this.code = code as ErrorCode
    this.title = title
    this.detail = detail
    this.requestId = requestId
    this.retryAfter = retryAfter
  }
}

/** No answer came: the server is down, or something on the way is. */
export class NoAnswerError extends Error {
  constructor(cause: unknown) {
    super('The server did not answer. It may be down, or the connection is.', { cause })
    this.name = 'NoAnswerError'
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The problem in an answer; a proxy’s page in place of one becomes `unreadable`. */
export async function problemOf(answer: Response): Promise<ProblemError> {
  const { status, headers } = answer
  const seconds = Number(headers.get('retry-after') ?? Number.NaN)
  const retryAfter = Number.isFinite(seconds) ? seconds : null
  const body: unknown = await answer.json().catch(() => null)
  const found = (body ?? {}) as Record<string, unknown>
  if (typeof found.code !== 'string')
    return new ProblemError({
      ...{ status, retryAfter, code: 'unreadable', requestId: headers.get('x-request-id') },
      title: 'The answer can’t be read',
      detail: `Something between here and the server answered with status ${status}.`,
    })
  return new ProblemError({
    ...{ status, retryAfter, code: found.code, title: text(found.title), detail: text(found.detail) },
    requestId: text(found.request_id) || headers.get('x-request-id'),
  })
}

/** The caller gave up by itself. */
export const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError'
