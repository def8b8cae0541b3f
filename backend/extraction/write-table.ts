// Reads the arguments of a write_table call as they stream in: each row is typed and told as soon as it is whole.
import * as z from 'zod'
import { columnKeys } from '../../shared/table/build-table.ts'
import { parseCell, parseColumnCell } from '../../shared/table/infer.ts'
import { type Cell, type Column, ColumnType, type EndState } from '../../shared/table/table.ts'
import type { EngineEvent } from './engine.ts'
import { createJsonFeed } from './json-feed.ts'
import type { TableCall } from './table-call.ts'

const WrittenColumns = z
  .array(
    z.object({
      name: z.string(),
      type: ColumnType.catch('text'),
      currency: z
        .string()
        .regex(/^[A-Za-z]{3}$/)
        .nullish()
        .catch(null),
    }),
  )
  .min(1)
  .max(1000)

const toColumns = (value: unknown): Column[] | null => {
  const read = WrittenColumns.safeParse(value)
  if (!read.success) return null
  const names = read.data.map((column, index) => column.name.trim().slice(0, 1000) || `Column ${index + 1}`)
  const keys = columnKeys(names)
  return read.data.map(({ type, currency }, index) => ({
    key: keys[index]!,
    name: names[index]!,
    type,
    ...(type === 'currency' && currency ? { currency: currency.toUpperCase() } : {}),
  }))
}

const isDate = (column: Column) => column.type === 'date' || column.type === 'datetime'

/** `table` is the table's number in the reply. */
export const createWriteTable = (table: number, locale: string | undefined): TableCall => {
  let title: string | null = null
  let columns: Column[] | null = null
  let faulty = false
  let stage: 'waiting' | 'started' | 'ended' = 'waiting'
  let told = 0
  let unread = 0
  let uneven = 0
  const openDates = new Set<Column>()
  let waiting: unknown[][] = []

  const toCell = (value: unknown, column: Column): Cell => {
    if (value === null || value === undefined) return null
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    const { value: cell, ok } = parseColumnCell(text, column, { locale })
    if (!ok) unread += 1
    else if (isDate(column) && parseCell(text, { type: column.type, locale })?.ambiguous) openDates.add(column)
    return cell
  }

  const onValue = (value: unknown, path: (string | number)[]) => {
    if (path.length === 1 && path[0] === 'title' && typeof value === 'string') title = value
    if (path.length === 1 && path[0] === 'columns') {
      columns = toColumns(value)
      faulty ||= columns === null
    }
    if (path.length === 2 && path[0] === 'rows') {
      if (Array.isArray(value)) waiting.push(value)
      else faulty = true
    }
  }
  // Paths cost time: cells are looked at as parts of their rows, strings only until the title is known.
  const feed = createJsonFeed((value) => Array.isArray(value) || (title === null && typeof value === 'string'), onValue)

  function* tell(): Generator<EngineEvent> {
    const known = columns
    if (!known || faulty) return
    if (stage === 'waiting') {
      stage = 'started'
      yield { type: 'table-start', table, title: (title?.trim() || 'Table').slice(0, 200), columns: known }
    }
    if (waiting.length === 0) return
    const rows = waiting.map((row) => {
      if (row.length !== known.length) uneven += 1
      return known.map((column, index) => toCell(row[index], column))
    })
    waiting = []
    told += rows.length
    yield { type: 'rows', table, rows }
  }

  const notes = (): string[] => {
    const found: string[] = []
    for (const column of openDates) {
      found.push(`A date in “${column.name}” does not say whether day or month comes first; check it.`)
    }
    if (unread > 0)
      found.push(`${unread} ${unread === 1 ? 'cell was' : 'cells were'} kept as text because of its writing.`)
    if (uneven > 0)
      found.push(`${uneven} ${uneven === 1 ? 'row' : 'rows'} came with more or fewer values than columns.`)
    return found
  }

  const tableEnd = (state: EndState): EngineEvent => {
    stage = 'ended'
    const counts = { rows_seen: null, rows_extracted: told, cells_unread: unread }
    return { type: 'table-end', table, receipt: { state, ...counts, notes: notes() } }
  }

  return {
    async *feed(json) {
      await feed.feed(json)
      yield* tell()
    },
    async *end() {
      const whole = await feed.end()
      yield* tell()
      if (!whole || faulty || stage !== 'started') return 'The table that the model wrote could not be read to its end.'
      yield tableEnd('complete')
      return null
    },
    close: (state) => (stage === 'started' ? [tableEnd(state)] : []),
    rows: () => told,
  }
}
