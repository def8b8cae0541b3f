// Turns what went wrong with a model into a problem that says what to do; never repeats a key or a message.
import { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai'
import { Problem } from '../problem.ts'

const retryAfter = (headers: Headers | undefined): string => {
  const seconds = Number(headers?.get('retry-after') ?? Number.NaN)
  if (!Number.isFinite(seconds) || seconds <= 0) return 'Try again in a minute.'
  return seconds <= 90
    ? `Try again in ${Math.ceil(seconds)} seconds.`
    : `Try again in ${Math.ceil(seconds / 60)} minutes.`
}

/** A problem for `error`, or null when it is no error of the model's (a fault of ours, to be thrown on). */
export const toModelProblem = (error: unknown, model: string, host: string): Problem | null => {
  if (error instanceof APIConnectionTimeoutError) {
    return new Problem('model_unreachable', `${host} did not answer in time. Send the message again in a moment.`)
  }
  if (error instanceof APIConnectionError) {
    return new Problem(
      'model_unreachable',
      `The server could not connect to ${host}. Check OPENAI_BASE_URL and the server’s network, then send the message again.`,
    )
  }
  if (!(error instanceof APIError)) return null
  const { status, code } = error
  if (status === 401 || status === 403) {
    return new Problem(
      'model_key_refused',
      `${host} did not accept the server’s key for ${model}. Whoever runs this server needs to check OPENAI_API_KEY and what that key may use.`,
    )
  }
  if (code === 'insufficient_quota') {
    return new Problem(
      'model_busy',
      `The account at ${host} has no quota left. Whoever runs this server needs to check its plan and billing.`,
    )
  }
  if (status === 429 || code === 'rate_limit_exceeded') {
    return new Problem('model_busy', `${host} takes no more requests right now. ${retryAfter(error.headers)}`)
  }
  if (status === 404) {
    return new Problem(
      'model_failed',
      `${host} does not know the model ${model}. Whoever runs this server needs to check OPENAI_MODEL and OPENAI_BASE_URL.`,
    )
  }
  if (code === 'context_length_exceeded') {
    return new Problem(
      'model_failed',
      `The text is too long for ${model} to read at once. Send it in parts; tables may stay as long as they are.`,
    )
  }
  if (status === 400 || status === 422) {
    return new Problem(
      'model_failed',
      `${host} did not accept the request for ${model}. It may not support the Responses API or strict tools: try another OPENAI_MODEL.`,
    )
  }
  return new Problem('model_failed', `${model} at ${host} failed while it was answering. Send the message again.`)
}
