// Turns what went wrong with a model into a problem that says what to do; never repeats a key or a message.
import { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai'
import { Problem } from '../problem.ts'
import { AnswerFailed, isFiltered, toFailure } from './answer-failed.ts'
import { NoTurn } from './pacing.ts'

type Asked = { model: string; host: string; api?: 'responses' | 'chat' }

type Fault = { status: number | undefined; code: string; said: string; headers?: Headers | undefined }

const inTime = (seconds: number): string =>
  seconds <= 90 ? `in ${Math.ceil(seconds)} seconds` : `in ${Math.ceil(seconds / 60)} minutes`

/** Busy for as long as the provider says, or a minute. */
function busy(what: string, headers: Headers | undefined): Problem {
  const seconds = Number(headers?.get('retry-after') ?? Number.NaN)
  if (!Number.isFinite(seconds) || seconds <= 0) return new Problem('model_busy', `${what} Try again in a minute.`)
  return new Problem('model_busy', `${what} Try again ${inTime(seconds)}.`, {
    headers: { 'Retry-After': `${Math.ceil(seconds)}` },
  })
}

// Words that servers use where OpenAI has a code.
const noQuota = /insufficient[_ ](quota|balance|credit|funds)|exceeded your current quota|billing|payment required/i
const tooLong =
  /context[_ ](length|window|size)|maximum (context|prompt|input)|prompt is too long|too many (input )?tokens|input is too long|reduce the length|exceed\w* the (available|maximum|model'?s?) |request (entity )?too large|string_above_max/i
const noSuchModel =
  /model[^.]{0,80}(not (found|exist|loaded|available)|does(n't| not) exist|no longer)|unknown model|invalid model|no models? (is |are )?loaded|model_not_found|DeploymentNotFound|deployment[^.]{0,60}not exist/i
const noTools =
  /(not support|n't support|unsupported|disabled|requires?)[^.]{0,60}(tool|function call)|tools?[^.]{0,60}(not supported|unsupported|requires?)|enable-auto-tool-choice|tool-call-parser|--jinja/i
const overloaded = /overloaded|loading model|model is loading|at capacity|server_busy|engine_overloaded/i

const operator = 'Whoever runs this server needs to'

/** The problem for a fault that the provider told of. */
const explain = ({ status, code, said, headers }: Fault, { model, host, api }: Asked): Problem => {
  const all = `${code} ${said}`
  if (status === 401 || /invalid_api_key|authentication_error|invalid_authentication/i.test(code)) {
    return new Problem(
      'model_key_refused',
      `${host} did not accept the server’s key for ${model}. ${operator} check OPENAI_API_KEY and what that key may use.`,
    )
  }
  if (status === 402 || noQuota.test(all)) {
    return new Problem(
      'model_busy',
      `The account at ${host} has no quota left. ${operator} check its plan and billing.`,
    )
  }
  if (tooLong.test(all) || status === 413) {
    return new Problem(
      'model_failed',
      `The text is too long for ${model} to read at once. Send it in parts; tables may stay as long as they are.`,
    )
  }
  if (status === 403) {
    return new Problem(
      'model_key_refused',
      `${host} does not let the server’s key use ${model}. ${operator} check what OPENAI_API_KEY may use, and from where.`,
    )
  }
  if (status === 429 || /rate_?limit|too_many_requests|throttl|resource_exhausted/i.test(code)) {
    return busy(`${host} takes no more requests right now.`, headers)
  }
  if (status === 529 || overloaded.test(all) || (status === 503 && headers?.has('retry-after'))) {
    return busy(`${model} at ${host} is overloaded or still loading.`, headers)
  }
  if (noTools.test(all)) {
    return new Problem(
      'model_failed',
      `${model} at ${host} does not take tools, which tables need. ${operator} choose a model that does, or switch its tools on there.`,
    )
  }
  if (noSuchModel.test(all)) {
    return new Problem(
      'model_failed',
      `${host} does not know the model ${model}, or has not loaded it. ${operator} check OPENAI_MODEL, or load that model there.`,
    )
  }
  if (status === 404 || status === 405) {
    const other = api === 'responses' ? ' Servers that speak only Chat Completions need OPENAI_API=chat.' : ''
    return new Problem(
      'model_failed',
      `${host} does not know the model ${model} or the address asked. ${operator} check OPENAI_MODEL and OPENAI_BASE_URL, which mostly ends in /v1.${other}`,
    )
  }
  if (status === 400 || status === 422) {
    return new Problem(
      'model_failed',
      `${host} did not accept the request for ${model}. It may not support ${api === 'chat' ? 'tools' : 'the Responses API (set OPENAI_API=chat)'} or strict tools (set MODEL_STRICT_TOOLS=off), or need another OPENAI_MODEL.`,
    )
  }
  if (status !== undefined && status >= 300 && status < 400) {
    return new Problem(
      'model_failed',
      `${host} sends requests elsewhere. ${operator} set OPENAI_BASE_URL to that address.`,
    )
  }
  return new Problem('model_failed', `${model} at ${host} failed while it was answering. Send the message again.`)
}

/** The problem for an answer that failed after it had begun. */
export const failureProblem = (failure: AnswerFailed, asked: Asked): Problem => explain(failure, asked)

const readAnswer = (answer: string): unknown => {
  try {
    const body = JSON.parse(answer)
    return Array.isArray(body) ? body[0] : body
  } catch {
    return answer
  }
}

/**
 * What to throw for a request that brought no answer: a `Problem`, `AnswerFailed` when a filter refused it, or `error`
 * itself when it is no error of the model's. `answer` is the body that came with it.
 */
export const toRefusal = (error: unknown, answer: string, asked: Asked): unknown => {
  const { host } = asked
  if (error instanceof NoTurn) {
    const headers = { 'Retry-After': `${error.seconds}` }
    return new Problem(
      'model_busy',
      error.why === 'full'
        ? `Other replies are being written, and no turn at ${host} came free. Send the message again in a moment.`
        : `${host} takes no more requests right now. Try again ${inTime(error.seconds)}.`,
      { headers },
    )
  }
  if (error instanceof APIConnectionTimeoutError) {
    return new Problem('model_unreachable', `${host} did not answer in time. Send the message again in a moment.`)
  }
  if (error instanceof APIConnectionError) {
    return new Problem(
      'model_unreachable',
      `The server could not connect to ${host}. Check OPENAI_BASE_URL and the server’s network, then send the message again.`,
    )
  }
  if (!(error instanceof APIError) || error.status === undefined) return error
  const body = readAnswer(answer)
  const found = typeof body === 'object' && body !== null && 'error' in body ? body.error : body
  const { code, said } = toFailure(found)
  if (isFiltered(code, answer)) return new AnswerFailed('content_filter')
  return explain({ status: error.status, code, said: `${said} ${answer}`, headers: error.headers }, asked)
}
