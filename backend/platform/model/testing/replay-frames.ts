// The frames of one Responses API answer, as OpenAI sends them, for a scripted answer.

/**
 * One thing the model does. `text` and `refusal` are split into deltas; so are a call's `arguments`, which may be a
 * value or the raw JSON text (also a broken one); `wait` pauses for that many milliseconds; `frame` is sent as it is.
 */
export type ReplayStep =
  | { text: string }
  | { refusal: string }
  | { call: string; arguments: unknown }
  | { wait: number }
  | { frame: Record<string, unknown> }

/** How the answer ends. `cut` breaks the connection, `silent` keeps it open and says nothing more, `quiet` just closes it. */
export type ReplayEnd =
  | 'completed'
  | 'max_output_tokens'
  | 'content_filter'
  | 'failed'
  | 'error'
  | 'cut'
  | 'silent'
  | 'quiet'

export type ReplayAnswer = {
  say: ReplayStep[]
  end?: ReplayEnd
  /** Characters in each delta; 12 unless told. */
  piece?: number
  /** The provider's code when the end is `failed` or `error`. */
  code?: string
  /** What the answer took; as much as it has unless told. */
  usage?: { input_tokens: number; cached_tokens: number; output_tokens: number }
}

/** `data` is sent as JSON; text as it is. */
export type ReplayFrame = { wait: number } | { data: Record<string, unknown> | string }

/** `text` in pieces of `size` characters. */
export const pieces = (text: string, size: number): string[] => {
  const found: string[] = []
  for (let at = 0; at < text.length; at += size) found.push(text.slice(at, at + size))
  return found
}

/** What an answer of `written` characters took. */
export const usedFor = (written: number) => ({
  input_tokens: 120,
  input_tokens_details: { cached_tokens: 40 },
  output_tokens: Math.ceil(written / 4),
  output_tokens_details: { reasoning_tokens: 0 },
  total_tokens: 120 + Math.ceil(written / 4),
})

/** What a script says that the answer took. */
const usedAs = ({ input_tokens, cached_tokens, output_tokens }: NonNullable<ReplayAnswer['usage']>) => ({
  input_tokens,
  input_tokens_details: { cached_tokens },
  output_tokens,
  output_tokens_details: { reasoning_tokens: 0 },
  total_tokens: input_tokens + output_tokens,
})

/** All frames of `answer`, in order, the last one saying how it ended (none for `cut`, `silent` and `quiet`). */
export const toFrames = (answer: ReplayAnswer, model: string): ReplayFrame[] => {
  const frames: ReplayFrame[] = []
  const output: unknown[] = []
  const size = answer.piece ?? 12
  const end = answer.end ?? 'completed'
  const response = { id: 'resp_replay', object: 'response', created_at: 1_790_000_000, model, error: null, usage: null }
  let sequence = 0
  let written = 0
  const send = (type: string, data: Record<string, unknown>) =>
    frames.push({ data: { type, sequence_number: sequence++, ...data } })

  const sayPart = (kind: 'text' | 'refusal', text: string) => {
    const output_index = output.length
    const item_id = `msg_${output_index}`
    const at = { item_id, output_index, content_index: 0 }
    const event = kind === 'text' ? 'output_text' : 'refusal'
    const part = (value: string) =>
      kind === 'text' ? { type: 'output_text', annotations: [], text: value } : { type: 'refusal', refusal: value }
    const item = (status: string, content: unknown[]) => ({
      id: item_id,
      type: 'message',
      status,
      role: 'assistant',
      content,
    })
    send('response.output_item.added', { output_index, item: item('in_progress', []) })
    send('response.content_part.added', { ...at, part: part('') })
    for (const delta of pieces(text, size))
      send(`response.${event}.delta`, { ...at, delta, ...(kind === 'text' ? { logprobs: [] } : {}) })
    send(`response.${event}.done`, { ...at, [kind]: text })
    send('response.content_part.done', { ...at, part: part(text) })
    output.push(item('completed', [part(text)]))
    send('response.output_item.done', { output_index, item: output[output_index] })
  }

  const sayCall = (name: string, value: unknown, last: boolean) => {
    const output_index = output.length
    const item_id = `fc_${output_index}`
    const json = typeof value === 'string' ? value : JSON.stringify(value)
    const cut = last && end !== 'completed'
    const item = (status: string, args: string) => ({
      id: item_id,
      type: 'function_call',
      status,
      arguments: args,
      call_id: `call_${output_index}`,
      name,
    })
    send('response.output_item.added', { output_index, item: item('in_progress', '') })
    for (const delta of pieces(json, size))
      send('response.function_call_arguments.delta', { item_id, output_index, delta })
    output.push(item(cut ? 'incomplete' : 'completed', json))
    if (cut) return
    send('response.function_call_arguments.done', { item_id, output_index, arguments: json })
    send('response.output_item.done', { output_index, item: output[output_index] })
  }

  send('response.created', { response: { ...response, status: 'in_progress', output: [] } })
  send('response.in_progress', { response: { ...response, status: 'in_progress', output: [] } })
  answer.say.forEach((step, index) => {
    if ('wait' in step) frames.push({ wait: step.wait })
    else if ('frame' in step) frames.push({ data: step.frame })
    else {
      if ('text' in step) sayPart('text', step.text)
      else if ('refusal' in step) sayPart('refusal', step.refusal)
      else sayCall(step.call, step.arguments, index === answer.say.length - 1)
      written += JSON.stringify(step).length
    }
  })

  const usage = answer.usage ? usedAs(answer.usage) : usedFor(written)
  if (end === 'completed') send('response.completed', { response: { ...response, status: 'completed', output, usage } })
  if (end === 'max_output_tokens' || end === 'content_filter') {
    const incomplete_details = { reason: end }
    send('response.incomplete', { response: { ...response, status: 'incomplete', incomplete_details, output, usage } })
  }
  const error = {
    code: answer.code ?? 'server_error',
    message: 'The server had an error while processing your request.',
  }
  if (end === 'failed') send('response.failed', { response: { ...response, status: 'failed', error, output } })
  if (end === 'error') send('error', { ...error, param: null })
  return frames
}
