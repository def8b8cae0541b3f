// Where the value of the cell that is selected in the sheet comes from, when a table from here stands there.
import type { CellSource } from '../../../shared/contract/write-rpc.ts'
import type { SheetValue } from '../../../shared/plan/place.ts'
import type { Cell, Column } from '../../../shared/table/table.ts'
import type { App } from '../app-context.ts'
import type { SheetSource } from '../state.ts'
import { findEvidence } from './find-evidence.ts'
import { loadRows } from './load-rows.ts'

type KnownRows = { columns: Column[]; rows: Cell[][] }

const known = new WeakMap<App, Map<string, Promise<KnownRows>>>()

/** A version of a table never changes: it is read once. A failure is not remembered. */
function readTable(app: App, id: string, version: number): Promise<KnownRows> {
  const cache = known.get(app) ?? new Map<string, Promise<KnownRows>>()
  known.set(app, cache)
  const name = `${id} ${version}`
  const found = cache.get(name)
  if (found !== undefined) return found
  const asked = read()
  cache.set(name, asked)
  asked.catch(() => cache.delete(name))
  return asked

  async function read(): Promise<KnownRows> {
    const { columns, row_count } = await app.api.call('getTable', { params: { table_id: id }, query: { version } })
    const table = { id, version, rows: [], evidence: [], count: row_count }
    const { rows } = await loadRows(app.api, table, () => {}, new AbortController().signal)
    return { columns, rows }
  }
}

const day = 86_400_000
const epoch = Date.UTC(1899, 11, 30)

/** A value of the table as the sheet holds it: days and times are serial numbers. */
function asInSheet(cell: Cell, { type }: Column): SheetValue {
  if (typeof cell !== 'string') return cell
  if (type === 'time') return (Date.parse(`1970-01-01T${cell}Z`) || 0) / day
  if (type !== 'date' && type !== 'datetime') return cell
  const time = Date.parse(`${cell.slice(0, 19)}${cell.length > 10 ? 'Z' : ''}`)
  return Number.isNaN(time) ? cell : (time - epoch) / day
}

/** Equal as a person reads them; an empty text and an empty cell are the same. */
export function isSame(cell: Cell, column: Column, value: SheetValue | undefined): boolean {
  const wanted = asInSheet(cell, column)
  if (typeof wanted === 'number' && typeof value === 'number')
    return Math.abs(wanted - value) <= 1e-6 * Math.max(1, Math.abs(wanted))
  return String(wanted ?? '').trim() === String(value ?? '').trim()
}

/** The table's row that stands in the selected one: by its key where it has one, else by most of its values. */
export function findRow({ columns, rows }: KnownRows, { anchor, row }: CellSource): number | null {
  const pairs = anchor.columns.flatMap(({ key, from }) => {
    const at = columns.findIndex((column) => column.key === from)
    return at < 0 || columns[at]?.formula !== undefined ? [] : [{ key, at, column: columns[at]! }]
  })
  const keys = pairs.filter(({ key }) => anchor.key.includes(key))
  const asked = keys.length > 0 && keys.length === anchor.key.length ? keys : pairs
  const least = asked === keys ? keys.length : Math.ceil(pairs.length * 0.6)
  let best: { at: number; same: number; alone: boolean } | null = null
  rows.forEach((cells, index) => {
    const same = asked.filter(({ key, at, column }) => isSame(cells[at] ?? null, column, row[key])).length
    if (same < least || same === 0) return
    if (best === null || same > best.same) best = { at: index, same, alone: true }
    else if (same === best.same) best.alone = false
  })
  const found = best as { at: number; alone: boolean } | null
  return found?.alone ? found.at : null
}

async function explain(app: App, source: CellSource): Promise<SheetSource> {
  const { anchor, column, row, formula } = source
  const told = { source, found: null, changed: false }
  const from = anchor.columns.find(({ key }) => key === column)?.from ?? null
  if (formula !== '' || from === null || anchor.source === null || column === null) return told
  const { table_id, version } = anchor.source
  const table = await readTable(app, table_id, version)
  const index = findRow(table, source)
  const at = table.columns.findIndex(({ key }) => key === from)
  if (index === null || at < 0) return told
  if (!isSame(table.rows[index]?.[at] ?? null, table.columns[at]!, row[column])) return { ...told, changed: true }
  const place = { row: index, column: at }
  return { ...told, found: await findEvidence(app, { id: table_id, version, columns: table.columns }, place) }
}

/** Asks the script, and then the server; whatever fails, nothing is shown: nobody asked for it by a press. */
export async function explainSelection(app: App): Promise<void> {
  const asked = app.store.get().selection
  if (asked === null || asked.rows > 1 || asked.columns > 1 || asked.empty) return app.store.set({ sheetSource: null })
  try {
    const { source } = await app.rpc('cell_source', {})
    // Headers and totals come from no sentence; where a table was just written, one of them is selected.
    const told = source?.part === 'body' ? await explain(app, source) : null
    if (app.store.get().selection === asked) app.store.set({ sheetSource: told })
  } catch {
    app.store.set({ sheetSource: null })
  }
}
