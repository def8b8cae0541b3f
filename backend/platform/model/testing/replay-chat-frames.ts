// The chunks of one Chat Completions answer, as OpenAI sends them, for a scripted answer.
import { pieces, type ReplayAnswer, type ReplayFrame, usedFor } from './replay-frames.ts'

const finishReasons = { max_output_tokens: 'length', content_filter: 'content_filter' } as const

/** All frames of `answer`; `usage` comes last when it was asked for. */
export const toChatFrames = (answer: ReplayAnswer, model: string, withUsage: boolean): ReplayFrame[] => {
  const frames: ReplayFrame[] = []
  const size = answer.piece ?? 12
  const end = answer.end ?? 'completed'
  const chunk = { id: 'chatcmpl-replay', object: 'chat.completion.chunk', created: 1_790_000_000, model }
  let calls = 0
  let written = 0
  const send = (delta: Record<string, unknown>, finish_reason: string | null = null) =>
    frames.push({ data: { ...chunk, choices: [{ index: 0, delta, logprobs: null, finish_reason }] } })

  const sayCall = (name: string, value: unknown) => {
    const index = calls++
    const json = typeof value === 'string' ? value : JSON.stringify(value)
    send({ tool_calls: [{ index, id: `call_${index}`, type: 'function', function: { name, arguments: '' } }] })
    for (const piece of pieces(json, size)) send({ tool_calls: [{ index, function: { arguments: piece } }] })
  }

  send({ role: 'assistant', content: answer.say.some((step) => 'text' in step) ? '' : null, refusal: null })
  for (const step of answer.say) {
    if ('wait' in step) frames.push({ wait: step.wait })
    else if ('frame' in step) frames.push({ data: step.frame })
    else {
      if ('text' in step) for (const content of pieces(step.text, size)) send({ content })
      else if ('refusal' in step) for (const refusal of pieces(step.refusal, size)) send({ refusal })
      else sayCall(step.call, step.arguments)
      written += JSON.stringify(step).length
    }
  }

  if (end === 'completed') send({}, calls > 0 ? 'tool_calls' : 'stop')
  if (end === 'max_output_tokens' || end === 'content_filter') send({}, finishReasons[end])
  if (end === 'failed' || end === 'error') {
    const error = { message: 'The server had an error while processing your request.', type: 'server_error' }
    frames.push({ data: { error: { ...error, param: null, code: answer.code ?? 'server_error' } } })
  }
  if (!['completed', 'max_output_tokens', 'content_filter'].includes(end)) return frames
  if (withUsage) {
    const { input_tokens, output_tokens, total_tokens } = usedFor(written)
    const usage = {
      ...{ prompt_tokens: input_tokens, completion_tokens: output_tokens, total_tokens },
      prompt_tokens_details: { cached_tokens: 40 },
    }
    frames.push({ data: { ...chunk, choices: [], usage } })
  }
  frames.push({ data: '[DONE]' })
  return frames
}
