// The tool calls of a Chat Completions answer, put together from deltas that servers cut and name in their own ways.
import { type Json, record, string } from './json-values.ts'
import type { ModelFeed } from './model-feed.ts'

type Call = {
  /** Known to the consumer; unique in the answer. */
  call_id: string
  id: string
  index: number | null
  name: string
  told: string[]
  /** The last sign that was told, but for spaces. */
  last: string
  started: boolean
}

export type ChatCalls = {
  /** One element of `tool_calls`, and its place among those that came together. */
  read(part: Json, place: number, together: number): void
  /** The answer is over: `whole` ends every call, otherwise only those whose arguments are whole by themselves. */
  close(whole: boolean): void
  any(): boolean
}

/** Whether the arguments are a whole document. Looks at the last sign first: reading them again costs their length. */
const isWhole = (call: Call): boolean => {
  if (call.last !== '}') return false
  try {
    JSON.parse(call.told.join(''))
    return true
  } catch {
    return false
  }
}

/** A name comes at once, in pieces, again with every delta, or growing. */
const joinName = (name: string, piece: string): string => {
  if (piece === '' || piece === name) return name
  return piece.startsWith(name) ? piece : name + piece
}

export const createChatCalls = (feed: ModelFeed): ChatCalls => {
  const calls: Call[] = []

  const open = (id: string, index: number | null): Call => {
    const taken = id === '' || calls.some((call) => call.call_id === id)
    const call: Call = {
      call_id: taken ? `call_${calls.length}_${id}` : id,
      id,
      index,
      name: '',
      told: [],
      last: '',
      started: false,
    }
    calls.push(call)
    return call
  }

  /** Whether a delta with this id and name, at the place of `call`, begins another call. */
  const isNew = (call: Call, id: string, name: string): boolean => {
    if (id !== '' && call.id !== '' && id !== call.id) return name !== '' && (name !== call.name || isWhole(call))
    return name !== '' && call.started && id !== call.id && isWhole(call)
  }

  const find = (id: string, index: number | null, name: string): Call => {
    if (index !== null) {
      const call = calls.findLast((one) => one.index === index)
      return !call || isNew(call, id, name) ? open(id, index) : call
    }
    const same = id === '' ? undefined : calls.find((one) => one.id === id)
    if (same) return same
    const last = calls.at(-1)
    if (!last) return open(id, null)
    const another = id !== '' ? isNew(last, id, name) || last.id === '' : name !== '' && isWhole(last)
    return another ? open(id, null) : last
  }

  const start = (call: Call) => {
    if (call.started) return
    call.started = true
    feed.toolStart(call.call_id, call.name)
  }

  const tell = (call: Call, json: string) => {
    if (json === '') return
    // Behind whole arguments there is nothing more: what begins again is a repetition.
    if (call.last === '}' && json.trimStart().startsWith('{') && isWhole(call)) return
    start(call)
    call.told.push(json)
    call.last = json.trimEnd().at(-1) ?? call.last
    feed.toolDelta(call.call_id, json)
  }

  return {
    read: (part, place, together) => {
      const made = record(part.function) ?? record(part.custom) ?? part
      const given = typeof part.index === 'number' ? part.index : null
      const id = string(part.id)
      const index = given ?? (together > 1 && id === '' ? place : null)
      const name = string(made.name)
      const call = find(id, index, name)
      if (call.id === '') call.id = id
      if (!call.started) call.name = joinName(call.name, name)
      const json = made.arguments ?? made.input
      if (typeof json === 'string') tell(call, json)
      else if (typeof json === 'object' && json !== null) tell(call, JSON.stringify(json))
    },
    close: (whole) => {
      for (const call of calls) {
        if (!whole && !isWhole(call)) continue
        start(call)
        feed.toolEnd(call.call_id)
      }
    },
    any: () => calls.length > 0,
  }
}
