// An open table of write_table: takes raw rows, types, computes, grounds and checks them, and writes the receipt.
import { countUnread } from '../../shared/table/build-table.ts'
import type { Evidence } from '../../shared/table/evidence.ts'
import type { Grounder } from '../../shared/table/ground.ts'
import type { Cell, Column, EndState } from '../../shared/table/table.ts'
import type { Template } from '../../shared/template/template.ts'
import { type Continued, createRepeats } from './continue-table.ts'
import type { EngineEvent } from './engine.ts'
import { createCellReader, currencyIn, type TypedRow } from './write-cells.ts'
import { createEvidenceFinder, type EvidenceCounts } from './write-evidence.ts'
import { createFormulas } from './write-formulas.ts'
import type { Layout } from './write-layout.ts'
import { createRuleWatch } from './write-rules.ts'

type Told = { cells: Cell[]; evidence: Evidence[] | null }

/** A row before it is traced; `given` are the columns that formulas filled. */
type Read = { laid: ReturnType<Layout['lay']>; typed: TypedRow; given: Set<number> }

type RowWriterOptions = {
  table: number
  title: string
  layout: Layout
  template: Template | null
  groups?: string[][] | undefined
  /** The first row as it was written: it decides on currencies, and on formulas of the template. */
  first: unknown
  locale: string | undefined
  grounder: Grounder | null
  /** How many rows the table should have, as far as it is known, and who says so. */
  expected: { rows: number; by: 'text' | 'model' } | null
  /** The table that is continued; its columns are the layout's. */
  before: Continued | null
  notes: string[]
}

export type RowWriter = {
  start(): EngineEvent
  /** The event for whole rows, or none when all were empty or repeats; `now`: without leaving any to wait. */
  add(rows: unknown[], now?: boolean): EngineEvent[]
  /** Whether rows wait until a long source has been read: then `prepare`, and `add` again. */
  isWaiting(): boolean
  prepare(): Promise<void>
  end(state: EndState): EngineEvent
  rows(): number
}

const count = (number: number, one: string, many: string) =>
  `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`

/** Formulas of the template apply when the text does not state the values itself: its first row tells. */
const usedFormulas = ({ layout, template, first, before }: RowWriterOptions): Map<number, string> => {
  if (before) return layout.formulas
  const own = template?.layout.columns.length ?? 0
  const raw = first === undefined ? [] : layout.lay(first).raw
  const isStated = (at: number) => raw[at] !== null && raw[at] !== undefined && raw[at] !== ''
  return new Map([...layout.formulas].filter(([at]) => at >= own || !isStated(at)))
}

const withCurrencies = ({ layout, first, locale }: RowWriterOptions): Column[] => {
  const raw = first === undefined ? [] : layout.lay(first).raw
  return layout.columns.map((column, at) => {
    const text = raw[at]
    if (column.type !== 'currency' || column.currency || typeof text !== 'string') return column
    const currency = currencyIn(text, locale)
    return currency ? { ...column, currency } : column
  })
}

/** The counts of the whole table; rows from a reader have no evidence and are quoted as they are. */
const addCounts = (counts: EvidenceCounts, before: Continued | null): EvidenceCounts => {
  if (!before) return counts
  const { rows, evidence } = before.table
  const sum = { ...counts }
  for (const [at, row] of rows.entries()) {
    for (const [column, cell] of row.entries()) {
      const known = evidence?.[at]?.[column]
      if (cell === null) continue
      if (known === 'computed') sum.cells_computed += 1
      else if (known === 'unsupported') sum.cells_unsupported += 1
      else sum.cells_quoted += 1
    }
  }
  return sum
}

const isHeader = (cells: Cell[], columns: Column[]) =>
  cells.length > 1 && cells.every((cell, at) => cell === columns[at]!.name)

/** See `RowWriter`; everything that a row was missing or had too much of is said in the receipt's notes. */
export function createRowWriter(options: RowWriterOptions): RowWriter {
  const { table, layout, before } = options
  const there = before?.table.rows.length ?? 0
  const isRepeat = before ? createRepeats(before.table) : null
  // The model counts the rows that it still writes, the text all of them.
  const { expected: said } = options
  const expected = said && { ...said, rows: said.rows + (said.by === 'model' ? there : 0) }
  const formulas = createFormulas(withCurrencies(options), usedFormulas(options))
  const { columns } = formulas
  const reader = createCellReader(columns, options.locale)
  const evidence = options.grounder ? createEvidenceFinder(options.grounder, columns, options.groups) : null
  const rules = createRuleWatch(options.template, columns)
  let told = 0
  let uneven = 0
  let empty = 0
  let repeats = 0
  const extra: string[] = []

  let queue: unknown[] = []
  let held: Read | null = null

  const read = (row: unknown): Read | null => {
    const laid = layout.lay(row)
    const typed = reader.read(laid.raw)
    if (typed.cells.every((cell) => cell === null)) {
      empty += 1
      return null
    }
    if (told === 0 && isHeader(typed.cells, columns)) return null
    return { laid, typed, given: formulas.fill(typed.cells, there + told) }
  }

  const tell = ({ laid, typed }: Read, found: Evidence[] | null): Told | null => {
    if (isRepeat?.({ cells: typed.cells, evidence: found })) {
      repeats += 1
      return null
    }
    const number = there + told
    if (laid.uneven) uneven += 1
    for (const each of laid.extra) if (extra.push(`“${each.slice(0, 40)}” of row ${number + 1}`) > 50) extra.pop()
    rules.look(typed.cells, number)
    told += 1
    return { cells: typed.cells, evidence: found }
  }

  /** Rows in their order, as far as each can be traced now. */
  const take = (now: boolean): Told[] => {
    const taken: Told[] = []
    let next = 0
    for (;;) {
      while (!held && next < queue.length) held = read(queue[next++])
      if (!held) break
      const { typed, given } = held
      const found = evidence?.find(typed, (at) => given.has(at), now) ?? null
      if (evidence && !found) break
      const row = tell(held, found)
      held = null
      if (row) taken.push(row)
    }
    queue = queue.slice(next)
    return taken
  }

  const notes = (state: EndState): string[] => {
    const found = [...options.notes, ...formulas.notes, ...reader.notes(), ...formulas.told(), ...rules.notes()]
    if (uneven > 0) found.push(`${count(uneven, 'row', 'rows')} came with more or fewer values than columns.`)
    if (extra.length > 0) {
      const more = extra.length > 5 ? ` and ${extra.length - 5} more` : ''
      found.push(`Values without a column were left out: ${extra.slice(0, 5).join(', ')}${more}.`)
    }
    if (empty > 0) found.push(`${count(empty, 'empty row was', 'empty rows were')} left out.`)
    if (repeats > 0) found.push(`${count(repeats, 'row', 'rows')} that were there already came again and were dropped.`)
    const rows = there + told
    if (expected && expected.rows !== rows && (expected.by === 'text' || state === 'complete')) {
      const who = expected.by === 'text' ? 'The text' : 'The model'
      found.push(
        `${who} announces ${count(expected.rows, 'row', 'rows')}; ${count(rows, 'row was', 'rows were')} extracted.`,
      )
    }
    return found
  }

  return {
    start: () => ({
      type: 'table-start',
      table,
      title: options.title,
      columns,
      rows_expected: expected?.rows ?? null,
      ...(before ? { continues: before.index } : {}),
    }),
    isWaiting: () => held !== null,
    prepare: async () => evidence?.prepare(),
    add(rows, now = false) {
      queue = queue.length > 0 ? [...queue, ...rows] : rows
      const found = take(now)
      if (found.length === 0) return []
      const cells = found.map((row) => row.cells)
      if (!evidence) return [{ type: 'rows', table, rows: cells }]
      return [{ type: 'rows', table, rows: cells, evidence: found.map((row) => row.evidence ?? []) }]
    },
    end: (state) => ({
      type: 'table-end',
      table,
      receipt: {
        state,
        rows_seen: expected?.rows ?? null,
        rows_extracted: there + told,
        cells_unread: reader.unread() + (before ? countUnread(before.table.rows, columns) : 0),
        ...(evidence ? addCounts(evidence.counts(), before) : {}),
        notes: notes(state),
      },
    }),
    rows: () => told + queue.length + (held ? 1 : 0),
  }
}
