// What a provider says inside an answer when it fails, in the many shapes that servers give it.
import { type Json, list, record, string } from './json-values.ts'

/** The provider said that the answer failed. What it said is kept to choose our own words by, never to be shown. */
export class AnswerFailed extends Error {
  readonly code: string
  readonly said: string
  readonly status: number | undefined
  constructor(code: string, said = '', status?: number) {
    super('The model said that its answer failed')
    this.name = 'AnswerFailed'
    this.code = code
    this.said = said
    this.status = status
  }
}

const statusOf = (value: unknown): number | undefined => {
  const status = Number(value)
  return Number.isInteger(status) && status >= 400 && status < 600 ? status : undefined
}

const codeOf = (error: Json): string => {
  const inner = record(error.innererror)
  for (const value of [inner?.code, error.code, error.type]) if (string(value)) return string(value)
  return 'unknown'
}

/** The failure that `error` (text or an object) tells of. */
export const toFailure = (error: unknown, otherwise: unknown = undefined): AnswerFailed => {
  const found = record(error)
  if (!found) return new AnswerFailed('unknown', string(error) || string(otherwise), statusOf(otherwise))
  const said = [found.message, found.type, found.code, found.detail, record(found.metadata)?.raw]
    .map((value) => (typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '')))
    .join(' ')
  return new AnswerFailed(codeOf(found), said, statusOf(found.code) ?? statusOf(found.status) ?? statusOf(otherwise))
}

/** Whether a filter, and no fault, kept the provider from answering. */
export const isFiltered = (code: string, said: string): boolean =>
  /content_?(filter|policy)|ResponsibleAI|data_inspection|safety_violation/i.test(code) ||
  /content (management |safety )?policy|content[_ ]filter|responsible ai policy|inappropriate content/i.test(said)

/**
 * The failure that a payload of its own tells of, or null. `event` is the name the payload came with: some servers
 * only say there that it is an error.
 */
export const failureIn = (payload: Json, event: string): AnswerFailed | null => {
  const { error, type, object } = payload
  if (error && Object.keys(error).length > 0) return toFailure(error, payload.status_code)
  const groq = record(payload.x_groq)?.error
  if (groq) return toFailure(groq)
  if (type === 'error' || object === 'error' || event === 'error') return toFailure(payload)
  if ('choices' in payload || typeof type === 'string' || typeof object === 'string') return null
  // Frameworks answer for themselves: {"detail": …}, {"errors": […]}, {"code": …, "message": …}.
  if (payload.detail !== undefined) return toFailure({ message: payload.detail })
  if (payload.errors !== undefined) return toFailure({ message: list(payload.errors) })
  if (payload.code !== undefined && typeof payload.message === 'string') return toFailure(payload)
  return null
}
