// The output items of a Responses API answer, found again by whatever a server calls them by.
import { type Json, record, string } from './json-values.ts'

export type Item = {
  index: number | null
  id: string
  kind: '' | 'message' | 'call' | 'other'
  /** What was told of each part, such as its text. */
  told: Map<string, string>
  added: boolean
  closed: boolean
  /** Of a call: its id at the server and to the consumer (once its start was told), and its name. */
  call_id: string
  known_as: string
  name: string
  /** Of a call: its arguments were kept because its name was not known. */
  held: boolean
}

export const kindOf = (item: Json): Item['kind'] => {
  if (item.type === 'message') return 'message'
  return item.type === 'function_call' || item.type === 'custom_tool_call' ? 'call' : 'other'
}

/**
 * Items are known by `output_index` first: some servers change `item_id` from event to event. Where there is none, or
 * all items have the same, what begins again is another item.
 */
export const createItems = () => {
  const items: Item[] = []

  const open = (index: number | null, id: string): Item => {
    const item: Item = {
      ...{ index, id, kind: '', told: new Map(), added: false, closed: false },
      ...{ call_id: '', known_as: '', name: '', held: false },
    }
    items.push(item)
    return item
  }

  const place = (event: Json) => {
    const item = record(event.item)
    const index = typeof event.output_index === 'number' ? event.output_index : null
    return { index, id: string(event.item_id) || string(item?.id) || string(item?.call_id) }
  }

  const known = (event: Json): Item | undefined => {
    const { index, id } = place(event)
    if (index !== null) return items.findLast((item) => item.index === index)
    if (id !== '') return items.findLast((item) => item.id === id || item.call_id === id)
    return items.at(-1)
  }

  return {
    all: items,
    /** The item that a delta, or the end of a part, belongs to. */
    of: (event: Json): Item => {
      const item = known(event)
      const { index, id } = place(event)
      return item && !item.closed ? item : open(index, id)
    },
    /** The item that is closed already where `event` says; a server may say so twice. */
    known,
    /** The item that `event` adds. */
    add: (event: Json, kind: Item['kind']): Item => {
      const { index, id } = place(event)
      const before = known(event)
      const fits = before && !before.closed && !before.added && (before.kind === '' || before.kind === kind)
      const item = fits ? before : open(index, id)
      item.added = true
      item.kind = kind
      if (item.id === '') item.id = id
      return item
    },
  }
}
