// Reads the events of OpenAI's Responses API as model events, tolerant of how servers differ.
import { failureIn, toFailure } from './answer-failed.ts'
import type { AnswerReader } from './answer-reader.ts'
import { type Json, list, record, string } from './json-values.ts'
import type { ModelFeed } from './model-feed.ts'
import { readUsage } from './read-usage.ts'
import { argumentsOf, createResponsesCalls } from './responses-calls.ts'
import { createItems, type Item, kindOf } from './responses-items.ts'

/**
 * Deltas are told as they come; whole parts, whole items and the whole response tell what no delta told. Items of
 * tools that the provider runs itself are passed over.
 */
export const createResponsesReader = (feed: ModelFeed, model: string): AnswerReader => {
  const items = createItems()
  const calls = createResponsesCalls(feed, items.all)

  /** What of `whole` has not been told yet; nothing when it says other than was told. */
  const untold = (item: Item, part: string, whole: string): string => {
    const told = item.told.get(part) ?? ''
    if (whole.length <= told.length || !whole.startsWith(told)) return ''
    item.told.set(part, whole)
    return whole.slice(told.length)
  }

  const tell = (item: Item, part: string, delta: string): string => {
    item.told.set(part, (item.told.get(part) ?? '') + delta)
    return delta
  }

  const partOf = (event: Json, kind: string) => `${kind} ${event.content_index ?? 0}`

  const add = (event: Json) => {
    const made = record(event.item)
    if (!made) return
    const item = items.add(event, kindOf(made))
    if (item.kind !== 'call') return
    calls.name(item, made)
    if (item.held) calls.tell(item, '')
    calls.begin(item)
    // Some servers add a call with its arguments.
    calls.tell(item, untold(item, 'arguments', argumentsOf(made)))
  }

  const tellPart = (item: Item, at: unknown, part: unknown) => {
    const made = record(part) ?? { type: 'text', text: part }
    if (made.type === 'refusal') feed.refusal(untold(item, `refusal ${at}`, string(made.refusal)))
    if (made.type === 'output_text' || made.type === 'text') feed.text(untold(item, `text ${at}`, string(made.text)))
  }

  const tellWhole = (item: Item, content: unknown) => {
    for (const [at, part] of list(content).entries()) tellPart(item, at, part)
  }

  /** `partly`: the answer was cut, so only an item that says it is complete is. */
  const finish = (item: Item, done: Json, partly: boolean) => {
    if (item.closed) return
    const whole = partly ? done.status === 'completed' : done.status !== 'incomplete'
    item.closed = whole || !partly
    item.kind = kindOf(done)
    if (item.kind === 'message') tellWhole(item, done.content)
    if (item.kind !== 'call') return
    calls.name(item, done)
    calls.tell(item, untold(item, 'arguments', argumentsOf(done)))
    if (whole) calls.end(item)
  }

  const textOf = (item: Item) => [...item.told.values()].join('')
  const contentOf = (made: Json) =>
    list(made.content)
      .map((part) => string(record(part)?.text) || string(record(part)?.refusal))
      .join('')

  /** Whether `made` was closed before; where all items have one index, another one closes there. */
  const isAgain = (before: Item | undefined, made: Json): boolean => {
    if (!before?.closed || before.kind !== kindOf(made)) return false
    if (before.kind === 'call') return before.call_id === string(made.call_id)
    return before.id === string(made.id) || textOf(before) === contentOf(made)
  }

  const done = (event: Json) => {
    const made = record(event.item)
    if (made && !isAgain(items.known(event), made)) finish(items.of(event), made, false)
  }

  /** The response lists its items once more; servers leave some out of it, so they are counted for each kind. */
  const reconcile = (output: unknown, partly: boolean) => {
    const before = {
      message: items.all.filter((item) => item.kind === 'message'),
      call: items.all.filter((item) => item.kind === 'call'),
    }
    const counts = { message: 0, call: 0 }
    const listed = list(output).map((one) => record(one) ?? {})
    // Where more messages came than are listed, they were cut in another way: none can be told from the list.
    const recut = before.message.length > listed.filter((made) => kindOf(made) === 'message').length
    for (const made of listed) {
      const kind = kindOf(made)
      if (kind === 'other' || kind === '' || (kind === 'message' && recut)) continue
      const place = counts[kind]++
      const same = kind === 'call' && before.call.find((call) => call.call_id !== '' && call.call_id === made.call_id)
      const item = same || before[kind][place] || items.add({ output_index: items.all.length + 1e6, item: made }, kind)
      if (item.closed && kind === 'message') tellWhole(item, made.content)
      finish(item, made, partly)
    }
  }

  const end = (response: Json, otherwise: string) => {
    const given = string(response.status)
    const status = /^(incomplete|failed|cancelled)$/.test(given) ? given : otherwise || given
    const why = string(record(response.incomplete_details)?.reason)
    const partly = status !== 'completed'
    const used = readUsage(response.usage, model)
    if (used) feed.usage(used)
    if (status === 'failed') throw toFailure(response.error)
    reconcile(response.output, partly)
    if (!partly) for (const item of items.all) if (item.kind === 'call' && !item.closed) calls.end(item)
    calls.close()
    if (!partly) return feed.end('stop')
    if (status !== 'incomplete') return feed.end('broken')
    feed.end(why === 'content_filter' ? 'content_filter' : 'length')
  }

  const read = (payload: Json, name: string) => {
    const type = string(payload.type) || name
    switch (type) {
      case 'response.output_text.delta': {
        const item = items.of(payload)
        item.kind ||= 'message'
        return feed.text(tell(item, partOf(payload, 'text'), string(payload.delta)))
      }
      case 'response.refusal.delta': {
        const item = items.of(payload)
        item.kind ||= 'message'
        return feed.refusal(tell(item, partOf(payload, 'refusal'), string(payload.delta)))
      }
      case 'response.function_call_arguments.delta':
      case 'response.custom_tool_call_input.delta': {
        const item = items.of(payload)
        item.kind ||= 'call'
        return calls.tell(item, tell(item, 'arguments', string(payload.delta)))
      }
      case 'response.output_text.done':
      case 'response.refusal.done': {
        const item = items.known(payload)?.closed ? null : items.of(payload)
        if (!item) return
        item.kind ||= 'message'
        if (type === 'response.refusal.done')
          return feed.refusal(untold(item, partOf(payload, 'refusal'), string(payload.refusal)))
        return feed.text(untold(item, partOf(payload, 'text'), string(payload.text)))
      }
      case 'response.function_call_arguments.done':
      case 'response.custom_tool_call_input.done': {
        const item = items.known(payload)?.closed ? null : items.of(payload)
        if (!item) return
        calls.name(item, payload)
        return calls.tell(item, untold(item, 'arguments', argumentsOf(payload)))
      }
      case 'response.reasoning_text.delta':
      case 'response.reasoning_summary_text.delta':
        return feed.reasoning(string(payload.delta))
      case 'response.output_item.added':
        return add(payload)
      case 'response.output_item.done':
        return done(payload)
      case 'response.completed':
      case 'response.incomplete':
      case 'response.failed':
      case 'response.cancelled':
      case 'response.done':
        return end(record(payload.response) ?? {}, type.replace('response.', '').replace('done', 'completed'))
      case 'response.content_part.done': {
        const item = items.known(payload)?.closed ? null : items.of(payload)
        return item && tellPart(item, payload.content_index ?? 0, payload.part)
      }
      case 'response.error':
        throw toFailure(payload.error ?? payload)
    }
    // An answer that is not streamed is the response alone.
    if (payload.object === 'response' && payload.output !== undefined && !payload.error) return end(payload, '')
    const failure = type.startsWith('response.') ? null : failureIn(payload, name)
    if (failure) throw failure
  }

  return {
    read,
    settled: () => feed.ended(),
    close: (done) => {
      const open = items.all.some((item) => !item.closed)
      calls.close()
      feed.end(done && items.all.length > 0 && !open ? 'stop' : 'broken')
    },
  }
}
