// Makes a typed table, and the receipt that goes with it, from a table as it was read.
import { inferColumns, parseColumnCell } from './infer.ts'
import { isLooseUrl } from './parse/parse-url.ts'
import type { ReadTable } from './read-table.ts'
import type { Cell, Column, Table, TableReceipt } from './table.ts'

export type BuiltTable = { table: Table; receipt: TableReceipt }

const plural = (count: number, one: string, many: string) =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`

// "a comment line" three times over is "3 comment lines".
function timesOf(reason: string, count: number): string {
  if (count === 1) return reason
  const number = count.toLocaleString('en-US')
  const lines = reason.replace(/^a ((?:\p{L}+ )?)line/u, `${number} $1lines`)
  return lines === reason ? `${reason} (${number} times)` : lines.replace('lines that belongs', 'lines that belong')
}

/** Keys for names, in order: lower-case words joined by `_`, unique; a name without letters gets `column_3`. */
export function columnKeys(names: string[]): string[] {
  const taken = new Set<string>()
  return names.map((name, index) => {
    const words = name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '_')
      .replace(/^_+|_+$/g, '')
      .slice(0, 60)
    const base = words || `column_${index + 1}`
    let key = base
    for (let copy = 2; taken.has(key); copy += 1) key = `${base}_${copy}`
    taken.add(key)
    return key
  })
}

const iso = {
  date: /^\d{4}-\d\d-\d\d$/,
  time: /^\d\d:\d\d(:\d\d(\.\d+)?)?$/,
  datetime: /^\d{4}-\d\d-\d\dT\d\d:\d\d/,
}

/** How many cells hold something. */
export const countFilled = (rows: Cell[][]): number => {
  let count = 0
  for (const row of rows) for (const cell of row) if (cell !== null) count += 1
  return count
}

/** Whether a cell stayed the text it was because it does not fit its column's type. */
export function isUnread(cell: Cell, type: Column['type']): boolean {
  if (typeof cell !== 'string') return false
  switch (type) {
    case 'text':
      return false
    case 'date':
    case 'time':
    case 'datetime':
      return !iso[type].test(cell)
    case 'email':
      return !cell.includes('@')
    case 'url':
      return !/^(https?:|ftp:|mailto:|www\.)/i.test(cell) && !isLooseUrl(cell)
    default:
      return true
  }
}

export function countUnread(rows: Cell[][], columns: Column[]): number {
  let unread = 0
  for (const row of rows) {
    for (let at = 0; at < columns.length; at += 1) if (isUnread(row[at] ?? null, columns[at]!.type)) unread += 1
  }
  return unread
}

/**
 * Types a table that was read. Every row of the source becomes a row, totals included (a note names them); a cell that
 * does not fit its column's type stays the text it was and is counted in `cells_unread`.
 */
export function buildTable(read: ReadTable, options: { title: string; locale?: string }): BuiltTable {
  const locale = options.locale
  const inferred = inferColumns(read, { locale })
  const keys = columnKeys(inferred.map((column) => column.name))
  const columns = inferred.map<Column>(({ name, type, currency }, index) => ({
    key: keys[index]!,
    name: name.slice(0, 1000),
    type,
    ...(currency ? { currency } : {}),
  }))
  let unread = 0
  const rows = read.rows.map((cells) =>
    inferred.map<Cell>((column, index) => {
      const { value, ok } = parseColumnCell(cells[index] ?? '', column, { locale })
      if (!ok) unread += 1
      return value
    }),
  )
  const notes: string[] = []
  for (const column of inferred) {
    if (!column.ambiguous) continue
    const order = column.dayFirst ? 'day first' : 'month first'
    notes.push(`The dates in “${column.name}” don’t say whether day or month comes first; they were read as ${order}.`)
  }
  if (unread > 0) {
    notes.push(
      `${plural(unread, 'cell was', 'cells were')} kept as text because ${unread === 1 ? 'it does' : 'they do'} not fit the column’s type.`,
    )
  }
  const totals = read.totals ?? []
  if (totals.length > 0) {
    const which = totals
      .map((index) => index + 1)
      .slice(0, 5)
      .join(', ')
    notes.push(
      totals.length === 1
        ? `Row ${which} looks like a total of the others; it was kept as a row.`
        : `Rows ${which} look like totals of the others; they were kept as rows.`,
    )
  }
  const ragged = read.ragged?.length ?? 0
  if (ragged > 0) notes.push(`${plural(ragged, 'row had', 'rows had')} more or fewer cells than the others.`)
  const repaired = read.repaired ?? []
  if (repaired.length > 0) {
    const rows = repaired.slice(0, 5).map((index) => index + 1)
    const which = repaired.length > 5 ? `${rows.join(', ')} and ${repaired.length - 5} more` : rows.join(', ')
    const who = repaired.length === 1 ? `Row ${which} was` : `Rows ${which} were`
    notes.push(`${who} cut unlike the others; the cells were lined up with the columns.`)
  }
  const reasons = new Map<string, number>()
  for (const { reason } of read.skipped ?? []) reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  for (const [reason, count] of reasons) {
    if (notes.length < 8) notes.push(`Left out: ${timesOf(reason, count)}.`)
  }
  return {
    table: { title: options.title.slice(0, 200), columns, rows },
    receipt: {
      state: 'complete',
      rows_seen: read.rows.length,
      rows_extracted: rows.length,
      cells_unread: unread,
      cells_quoted: countFilled(rows),
      notes,
    },
  }
}
