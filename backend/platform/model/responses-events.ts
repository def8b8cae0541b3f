// Reads the events of OpenAI's Responses API as model events, tolerant of how servers differ.
import type { ResponseOutputItem, ResponseStreamEvent, ResponseUsage } from 'openai/resources/responses/responses'
import type { ModelEvent } from './model.ts'

/** The provider said by an event that the answer failed; `code` is its own word for why. */
export class AnswerFailed extends Error {
  readonly code: string
  constructor(code: string) {
    super('The model said that its answer failed')
    this.code = code
  }
}

type Item = { call_id: string | null; told: Map<string, string>; closed: boolean }

/**
 * A reader for one answer: give it every event in order, it gives the model events that follow from it.
 * Items are known by `output_index`: some servers change `item_id` from event to event.
 */
export const createResponsesReader = (model: string): ((event: ResponseStreamEvent) => ModelEvent[]) => {
  const items = new Map<number, Item>()
  let refused = false

  const open = (index: number): Item => {
    const item = items.get(index) ?? { call_id: null, told: new Map(), closed: false }
    items.set(index, item)
    return item
  }

  /** Whatever of `whole` has not been told yet; servers that skip deltas send it only at the end. */
  const untold = (item: Item, part: string, whole: string): string => {
    const told = item.told.get(part) ?? ''
    if (!whole.startsWith(told)) return ''
    item.told.set(part, whole)
    return whole.slice(told.length)
  }

  const tell = (item: Item, part: string, delta: string): string => {
    item.told.set(part, (item.told.get(part) ?? '') + delta)
    return delta
  }

  const text = (value: string): ModelEvent[] => (value ? [{ type: 'text-delta', text: value }] : [])
  const refusal = (value: string): ModelEvent[] => {
    refused = true
    return value ? [{ type: 'refusal-delta', text: value }] : []
  }
  const args = (item: Item, json: string): ModelEvent[] =>
    json && item.call_id ? [{ type: 'tool-delta', call_id: item.call_id, json }] : []

  const startCall = (index: number, call: { call_id: string; name: string }): ModelEvent[] => {
    const item = open(index)
    if (item.call_id) return []
    item.call_id = call.call_id || `call_${index}`
    return [{ type: 'tool-start', call_id: item.call_id, name: call.name }]
  }

  const finish = (index: number, done: ResponseOutputItem): ModelEvent[] => {
    const item = open(index)
    if (item.closed) return []
    item.closed = true
    if (done.type === 'message') {
      return done.content.flatMap((content, at) =>
        content.type === 'refusal'
          ? refusal(untold(item, `refusal ${at}`, content.refusal))
          : content.type === 'output_text'
            ? text(untold(item, `text ${at}`, content.text))
            : [],
      )
    }
    if (done.type !== 'function_call') return []
    const events = [...startCall(index, done), ...args(item, untold(item, 'arguments', done.arguments))]
    // An answer that was cut closes its last call too, with status "incomplete".
    if (done.status !== 'incomplete' && item.call_id) events.push({ type: 'tool-end', call_id: item.call_id })
    return events
  }

  const usage = (used: ResponseUsage | null | undefined): ModelEvent[] =>
    used
      ? [
          {
            type: 'usage',
            usage: {
              model,
              input_tokens: used.input_tokens ?? 0,
              cached_tokens: used.input_tokens_details?.cached_tokens ?? 0,
              output_tokens: used.output_tokens ?? 0,
            },
          },
        ]
      : []

  return (event) => {
    switch (event.type) {
      case 'response.output_text.delta': {
        const item = open(event.output_index)
        return text(tell(item, `text ${event.content_index}`, event.delta))
      }
      case 'response.refusal.delta': {
        const item = open(event.output_index)
        return refusal(tell(item, `refusal ${event.content_index}`, event.delta))
      }
      case 'response.output_item.added':
        return event.item.type === 'function_call' ? startCall(event.output_index, event.item) : []
      case 'response.function_call_arguments.delta': {
        const item = open(event.output_index)
        return args(item, tell(item, 'arguments', event.delta))
      }
      case 'response.output_item.done':
        return finish(event.output_index, event.item)
      case 'response.completed':
        return [
          ...(event.response.output ?? []).flatMap((item, index) => finish(index, item)),
          ...usage(event.response.usage),
          { type: 'end', reason: refused ? 'refusal' : 'stop' },
        ]
      case 'response.incomplete': {
        const filtered = event.response.incomplete_details?.reason === 'content_filter'
        return [...usage(event.response.usage), { type: 'end', reason: filtered ? 'content_filter' : 'length' }]
      }
      case 'response.failed':
        throw new AnswerFailed(event.response.error?.code ?? 'unknown')
      case 'error':
        throw new AnswerFailed(event.code ?? 'unknown')
      default:
        return []
    }
  }
}
