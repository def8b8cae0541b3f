// What a call to Google can end in, and what that says about whether it was carried out.

/**
 * `not_done` came before anything was carried out; `unknown` may have come after. `limited` is a quota: waiting helps.
 * `refused` is final: the same call will be refused again.
 */
export type GoogleOutcome = 'limited' | 'not_done' | 'unknown' | 'refused'

/** Messages hold no content: what Google said, which may repeat cells, is in `said`, which is never logged. */
export class GoogleError extends Error {
  readonly outcome: GoogleOutcome
  /** The HTTP status; null when there was no answer. */
  readonly status: number | null
  /** Google's short reason, such as `RATE_LIMIT_EXCEEDED` or `invalid_grant`; empty when it gave none. */
  readonly reason: string
  readonly said: string
  /** For how long Google asks to wait, in milliseconds; null when it does not say. */
  readonly waitMs: number | null

  constructor(
    outcome: GoogleOutcome,
    status: number | null,
    { reason = '', said = '', waitMs = null, cause }: Partial<GoogleRefusal> & { cause?: unknown } = {},
  ) {
    super(status === null ? 'Google did not answer' : `Google answered ${status} ${reason}`.trim(), { cause })
    this.name = 'GoogleError'
    this.outcome = outcome
    this.status = status
    this.reason = reason
    this.said = said
    this.waitMs = waitMs
  }
}

export type GoogleRefusal = { reason: string; said: string; waitMs: number | null }

const object = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
const first = (value: unknown) => object(Array.isArray(value) ? value[0] : undefined)
const text = (value: unknown) => (typeof value === 'string' ? value : '')

/**
 * Reads the body of an error. Sheets says `{error: {status, message, details}}`, Drive adds `errors` with a domain and a
 * reason, the token endpoint says `{error: "invalid_grant"}`, and the servers in front of all of them answer with a page.
 */
export function readRefusal(body: string): Pick<GoogleRefusal, 'reason' | 'said'> & { domain: string } {
  let json: unknown
  try {
    json = JSON.parse(body)
  } catch {
    const title = /<title>([^<]*)<\/title>/i.exec(body)?.[1] ?? ''
    return { reason: '', said: title.trim(), domain: '' }
  }
  const { error, error_description } = object(json)
  if (typeof error === 'string') return { reason: error, said: text(error_description), domain: 'oauth' }
  const { message, status, errors, details } = object(error)
  const old = first(errors)
  const detail = object(Array.isArray(details) ? details.find((each) => object(each).reason) : undefined)
  const reason = text(detail.reason) || text(old.reason) || text(status)
  return { reason, said: text(message), domain: text(old.domain) || text(detail.domain) }
}

/** Limits of the rate of requests. A limit of a day, of storage or of sharing is none of them: no wait would be long enough. */
const rateLimits = /^(?:rateLimitExceeded|userRateLimitExceeded|RATE_LIMIT_EXCEEDED|backendError)$/

/** What an error status means for the call. */
export function googleErrorOf(status: number, headers: Headers, body: string): GoogleError {
  const { reason, said, domain } = readRefusal(body)
  const waitMs = readRetryAfter(headers.get('retry-after'))
  const outcome = (): GoogleOutcome => {
    if (status === 429) return 'limited'
    if (status === 403 && domain === 'usageLimits' && rateLimits.test(reason)) return 'limited'
    return status === 408 || status >= 500 ? 'unknown' : 'refused'
  }
  return new GoogleError(outcome(), status, { reason, said, waitMs })
}

function readRetryAfter(header: string | null): number | null {
  if (header === null || header.trim() === '') return null
  const seconds = Number(header)
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - Date.now()
  return Number.isNaN(ms) ? null : Math.max(0, ms)
}

/** Codes of the network for a request that never left. */
const neverSent = /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/

/** What a failure of the network means for the call. */
export function networkError(error: unknown): GoogleError {
  const codes = [error, object(error).cause].map((each) => text(object(each).code))
  return new GoogleError(codes.some((code) => neverSent.test(code)) ? 'not_done' : 'unknown', null, { cause: error })
}
