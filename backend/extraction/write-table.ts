// Reads the arguments of a write_table call as they stream in: each row is typed, grounded and told as soon as it is whole.
import type { Grounder } from '../../shared/table/ground.ts'
import type { Template } from '../../shared/template/template.ts'
import { type Continuations, layoutUnder } from './continue-table.ts'
import type { EngineEvent } from './engine.ts'
import { createJsonFeed, type JsonPart } from './json-feed.ts'
import { fitsSchema } from './strict-schema.ts'
import type { TableCall } from './table-call.ts'
import { inferDeclared } from './write-infer.ts'
import { createLayout, type Declared, readDeclared, tryParse } from './write-layout.ts'
import { flattenRows, isNested } from './write-nested.ts'
import { createRowWriter, type RowWriter } from './write-rows.ts'

export type WriteTableOptions = {
  /** The table's number in the reply. */
  table: number
  template: Template | null
  groups?: string[][] | undefined
  locale: string | undefined
  /** Finds values in the sources; without one the rows have no evidence. */
  grounder: Grounder | null
  /** How many records the text announces for a table of this title; null when it does not say. */
  announced(title: string): number | null
  /** Tables of the reply so far that are to go on. */
  continuations?: Continuations
  /** Numbers the tables that lists within the rows become. */
  next?: () => number
  /** What is to be said of every table of this reply. */
  notes?: string[]
}

const mostTitle = 200
const fault = 'The table that the model wrote could not be read to its end.'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Rows that came as one value: a list in a string, records by number, or a single record. */
const rowsOf = (value: unknown): unknown[] | null => {
  const found = typeof value === 'string' ? tryParse(value) : value
  if (Array.isArray(found)) return found
  if (!isRecord(found)) return found === null ? [] : null
  const inner = Object.values(found)
  return inner.length > 0 && inner.every((each) => typeof each === 'object' && each !== null) ? inner : [found]
}

export const createWriteTable = (options: WriteTableOptions): TableCall => {
  const feed = createJsonFeed()
  let template = fitsSchema(options.template) ? options.template : null
  let title = ''
  let announced: number | null = null
  let declared: Declared[] | null = template ? [] : null
  let faulty = false
  let hasRows = false
  let ended = false
  let writer: RowWriter | null = null
  // Of lists within the rows, when there are any.
  const children: RowWriter[] = []
  let waiting: unknown[] = []

  const take = (part: JsonPart): void => {
    if ('row' in part) {
      hasRows = true
      waiting.push(part.row)
      return
    }
    if ('unread' in part) {
      faulty = true
      return
    }
    const { key, value } = part
    if (key === 'title' || key === 'name') title ||= typeof value === 'string' ? value.trim().slice(0, mostTitle) : ''
    else if (key === 'rows_announced')
      announced = typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : null
    else if (key === 'columns' || key === 'headers') {
      const found = readDeclared(value)
      if (found && found.length > 0 && !writer) {
        // Columns of the model's own where a template's were asked for: its rows follow them.
        template = null
        declared = found
      }
    } else if (key === 'more_columns') {
      const found = readDeclared(value ?? [])
      if (found && !writer) declared = [...(declared ?? []), ...found]
    } else if (key === 'rows') {
      const rows = rowsOf(value)
      hasRows = true
      if (rows) waiting.push(...rows)
      else faulty = true
    }
  }

  const expected = () => {
    const byText = options.announced(title)
    if (byText !== null) return { rows: byText, by: 'text' as const }
    return announced === null ? null : { rows: announced, by: 'model' as const }
  }

  const open = (columns: Declared[]): RowWriter => {
    const first = waiting[0]
    const { table, locale, grounder } = options
    const written = createLayout(template, columns, first)
    const name = title || 'Table'
    const before = options.continuations?.take(name, written.columns) ?? null
    const layout = before ? layoutUnder(written, before.table.columns) : written
    const { notes = [] } = options
    const known = { table, title: before?.table.title ?? name, layout, before, notes }
    const { groups } = options
    return createRowWriter({ ...known, template, groups, first, locale, grounder, expected: expected() })
  }

  /** Rows with objects in them: which columns they need is known when all of them are there. */
  const unfold = (): EngineEvent[] => {
    const { locale, grounder, notes = [] } = options
    const known = { template: null, before: null, locale, grounder, notes }
    const events: EngineEvent[] = []
    for (const { path, declared: columns, rows } of flattenRows(waiting, declared, locale)) {
      const layout = createLayout(null, columns, undefined)
      const name = title || 'Table'
      const own =
        path === null
          ? { table: options.table, title: name, expected: expected() }
          : { table: options.next?.() ?? options.table, title: `${name}: ${path}`.slice(0, mostTitle), expected: null }
      if (path !== null && !options.next) continue
      const made = createRowWriter({ ...known, ...own, layout, first: rows[0] })
      if (path === null) writer = made
      else children.push(made)
      events.push(made.start(), ...made.add(rows, true))
    }
    waiting = []
    return events
  }

  /** `whole`: no more will come, so what is there decides on the columns. */
  const tell = (whole: boolean, now = false): EngineEvent[] => {
    const events: EngineEvent[] = []
    // Before its rows a table is known by the columns that the model has named, if any.
    if (!writer && whole && !hasRows && !declared?.length) return events
    if (!writer) {
      const nested = waiting.length > 0 && isNested(waiting[0])
      const isTyped = !nested && (declared?.every(({ type }) => type !== null) ?? false)
      if (nested) return whole ? unfold() : events
      if (!whole && (waiting.length === 0 || !isTyped)) return events
      const columns = isTyped ? declared : inferDeclared(declared, waiting, options.locale)
      if (!columns || (columns.length === 0 && !template)) return events
      writer = open(columns)
      events.push(writer.start())
    }
    if (waiting.length > 0 || now) events.push(...writer.add(waiting, now))
    waiting = []
    return events
  }

  /** What is told, then what had to wait until a long source was read. */
  async function* told(events: EngineEvent[]): AsyncGenerator<EngineEvent> {
    yield* events
    if (!writer?.isWaiting()) return
    await writer.prepare()
    yield* writer.add([], true)
  }

  return {
    feed(json) {
      const parts = feed.feed(json)
      if (parts.length === 0) return parts as []
      parts.forEach(take)
      const events = tell(false)
      return writer?.isWaiting() ? told(events) : events
    },
    async *end() {
      yield* told(tell(true))
      if (!feed.isWhole() || faulty || !hasRows || !writer) return fault
      ended = true
      for (const each of [writer, ...children]) yield each.end('complete')
      return null
    },
    close(state) {
      if (ended) return []
      const events = tell(true, true)
      ended = true
      const made = [...(writer ? [writer] : []), ...children]
      return [...events, ...made.map((each) => each.end(state))]
    },
    rows: () => (writer?.rows() ?? 0) + (ended ? 0 : waiting.length),
  }
}
