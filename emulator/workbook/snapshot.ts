// Holds a workbook's state while several changes are tried, so that all of them can be taken back: cells are copied on first write.
import { touch } from './changes.ts'
import type { Sheet, Workbook } from './workbook.ts'

type Line = Sheet['rows'] extends Map<number, infer L> ? L : never

/** What a held sheet may write to without a copy: the rows map and the lines made since. */
type Owned = { rows: Sheet['rows'] | null; lines: WeakSet<Line> }

const held = new WeakMap<Sheet, Owned>()

/** The rows of a sheet for adding or taking out whole lines. */
export function rowsForWriting(sheet: Sheet): Sheet['rows'] {
  const owned = held.get(sheet)
  if (owned && owned.rows !== sheet.rows) {
    sheet.rows = new Map(sheet.rows)
    owned.rows = sheet.rows
  }
  return sheet.rows
}

/** The line of a row for writing cells; made when there is none. */
export function lineForWriting(sheet: Sheet, row: number): Line {
  const line = sheet.rows.get(row)
  const owned = held.get(sheet)
  if (line && (!owned || owned.lines.has(line))) return line
  const own: Line = new Map(line)
  owned?.lines.add(own)
  rowsForWriting(sheet).set(row, own)
  return own
}

const copied = <T>(value: T): T => {
  if (value instanceof Map) return new Map(value) as T
  if (value instanceof Set) return new Set(value) as T
  return typeof value === 'object' && value !== null ? structuredClone(value) : value
}

function fieldsOf({ rows, ...sheet }: Sheet): Sheet {
  const fields = Object.fromEntries(Object.entries(sheet).map(([key, value]) => [key, copied(value)]))
  return { ...sheet, ...fields, rows }
}

/**
 * Does `work`; when it throws, the workbook is as it was before. Costs little however many cells there are: only lines
 * written to are copied. The sheet objects stay the same ones.
 */
export function allOrNothing<T>(workbook: Workbook, work: () => T): T {
  const { version, sheets, ...fields } = workbook
  const before = Object.entries(fields).map(([key, value]) => [key, copied(value)] as const)
  const kept = sheets.map((sheet) => ({ sheet, fields: fieldsOf(sheet) }))
  const order = [...sheets]
  for (const sheet of order) held.set(sheet, { rows: null, lines: new WeakSet() })
  try {
    return work()
  } catch (error) {
    Object.assign(workbook, Object.fromEntries(before), { sheets: order })
    for (const one of kept) Object.assign(one.sheet, one.fields)
    touch(workbook)
    throw error
  } finally {
    for (const sheet of order) held.delete(sheet)
  }
}
