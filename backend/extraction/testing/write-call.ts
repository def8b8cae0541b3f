// Makes one write_table call for tests: arguments in, what a person would have out.
import { createGrounder } from '../../../shared/table/ground.ts'
import type { EngineEvent } from '../engine.ts'
import { createWriteTable, type WriteTableOptions } from '../write-table.ts'

type Start = Extract<EngineEvent, { type: 'table-start' }>
type Rows = Extract<EngineEvent, { type: 'rows' }>
type End = Extract<EngineEvent, { type: 'table-end' }>

/** What the rows are grounded in. */
export const text = 'Order 0042: Ada took 2 lamps at €1,200.50 on 31 March 2026. Order 0043: Bob took 3 chairs at €80.'

/** `args` as a value, or as the text that the model sends, in pieces of `piece` characters. */
export const write = async (args: unknown, options: Partial<WriteTableOptions & { piece: number }> = {}) => {
  const json = typeof args === 'string' ? args : JSON.stringify(args)
  const call = createWriteTable({
    table: 0,
    template: null,
    locale: undefined,
    grounder: createGrounder([{ id: 'message:1', text }]),
    announced: () => null,
    ...options,
  })
  const events: EngineEvent[] = []
  const size = options.piece ?? 7
  for (let at = 0; at < json.length; at += size) {
    for await (const event of call.feed(json.slice(at, at + size))) events.push(event)
  }
  const ending = call.end()
  let wrong: string | null = null
  for (;;) {
    const next = await ending.next()
    if (next.done) {
      wrong = next.value
      break
    }
    events.push(next.value)
  }
  if (wrong !== null) events.push(...call.close('failed'))
  const start = events.find((event): event is Start => event.type === 'table-start')
  const told = events.filter((event): event is Rows => event.type === 'rows')
  const end = events.find((event): event is End => event.type === 'table-end')
  return {
    wrong,
    events,
    start,
    names: start?.columns.map(({ name }) => name),
    rows: told.flatMap(({ rows }) => rows),
    evidence: told.flatMap(({ evidence }) => evidence ?? []),
    receipt: end?.receipt,
  }
}
