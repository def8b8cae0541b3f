// The tool calls of a Responses API answer: told when their name is known, in whatever order a server sends its parts.
import { type Json, string } from './json-values.ts'
import type { ModelFeed } from './model-feed.ts'
import type { Item } from './responses-items.ts'

/** The arguments of a call, or the input of one whose input is no JSON. */
export const argumentsOf = (call: Json): string => {
  const json = call.arguments ?? call.input
  return typeof json === 'object' && json !== null ? JSON.stringify(json) : string(json)
}

/** `items` grows as the answer goes on. */
export const createResponsesCalls = (feed: ModelFeed, items: Item[]) => {
  /** Calls of a kind that was never offered: kept until it is known who runs them. */
  const foreign = new Set<Item>()

  const start = (item: Item) => {
    if (item.known_as !== '') return
    const { call_id } = item
    const taken = call_id === '' || items.some((other) => other.known_as === call_id)
    item.known_as = taken ? `call_${items.indexOf(item)}_${call_id}` : call_id
    feed.toolStart(item.known_as, item.name)
  }

  const tellHeld = (item: Item) => {
    feed.toolDelta(item.known_as, item.told.get('arguments') ?? '')
    item.held = false
  }

  return {
    /** What `call` says of the call's name. */
    name: (item: Item, call: Json) => {
      item.kind = 'call'
      item.call_id ||= string(call.call_id)
      item.name ||= string(call.name)
      if (call.type === 'custom_tool_call') foreign.add(item)
    },
    /** The call begins, if it is one of ours and its name is known. */
    begin: (item: Item) => {
      if (!foreign.has(item) && item.name !== '') start(item)
    },
    /** More of its arguments, which `told` has already. */
    tell: (item: Item, json: string) => {
      item.kind ||= 'call'
      if ((json === '' && !item.held) || foreign.has(item)) return
      if (item.name === '') {
        item.held = true
        return
      }
      start(item)
      if (item.held) tellHeld(item)
      else feed.toolDelta(item.known_as, json)
    },
    end: (item: Item) => {
      if (foreign.has(item)) return
      start(item)
      if (item.held) tellHeld(item)
      feed.toolEnd(item.known_as)
    },
    /** A tool that was never offered was run by the provider if it spoke afterwards; else it waits for us in vain. */
    close: () => {
      const spoke = items.findLastIndex((item) => item.kind === 'message')
      for (const item of foreign) {
        if (items.indexOf(item) < spoke) continue
        start(item)
        tellHeld(item)
        if (item.closed) feed.toolEnd(item.known_as)
      }
      foreign.clear()
    },
  }
}
