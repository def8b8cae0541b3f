// A1 addresses: reading them into boxes and writing boxes as A1.
import type { Box, Sheet, Workbook } from './workbook.ts'

export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}

export function columnNumber(letters: string): number {
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return column
}

/** `A1` for one cell, `A1:B2` for more. */
export function writeA1(box: Box): string {
  const first = `${columnLetters(box.column)}${box.row}`
  if (box.rows === 1 && box.columns === 1) return first
  return `${first}:${columnLetters(box.column + box.columns - 1)}${box.row + box.rows - 1}`
}

/** The sheet's name as a formula writes it: quoted unless it is a plain word. */
export function quoteSheetName(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name)
    ? name
    : `'${name.replaceAll("'", "''")}'`
}

const corner = /^\$?([A-Za-z]{0,3})\$?(\d{0,7})$/

/** Reads `A1`, `A1:B2`, `A:C`, `2:5`, `B2:B` within a sheet of the given size; null when it is none of them. */
export function readBox(text: string, sheet: Pick<Sheet, 'maxRows' | 'maxColumns'>): Box | null {
  const [from = '', to, more] = text.trim().split(':')
  if (more !== undefined) return null
  const first = corner.exec(from)
  const last = corner.exec(to ?? from)
  if (!first || !last || (to === undefined && (!first[1] || !first[2])) || !from || to === '') return null
  const rows = [first[2] ? Number(first[2]) : 1, last[2] ? Number(last[2]) : sheet.maxRows]
  const columns = [first[1] ? columnNumber(first[1]) : 1, last[1] ? columnNumber(last[1]) : sheet.maxColumns]
  const row = Math.min(rows[0]!, rows[1]!)
  const column = Math.min(columns[0]!, columns[1]!)
  if (row < 1 || column < 1) return null
  return { row, column, rows: Math.abs(rows[1]! - rows[0]!) + 1, columns: Math.abs(columns[1]! - columns[0]!) + 1 }
}

/** Which ends of an address are left open: `B:D` has no rows, `2:5` no columns, `B2:B` no last row. */
export type OpenEnds = { startRow: boolean; endRow: boolean; startColumn: boolean; endColumn: boolean }

/** The open ends of an address that `readBox` reads; undefined when all of them are given. */
export function openEnds(text: string): OpenEnds | undefined {
  const [from = '', to] = text
    .slice(text.lastIndexOf('!') + 1)
    .trim()
    .split(':')
  const [first, last] = [corner.exec(from), corner.exec(to ?? from)]
  const ends = { startRow: !first?.[2], endRow: !last?.[2], startColumn: !first?.[1], endColumn: !last?.[1] }
  return Object.values(ends).some(Boolean) ? ends : undefined
}

/** A box as A1 with the ends left out that its address left open. */
export function writeOpenA1(box: Box, open: OpenEnds): string {
  const from = `${open.startColumn ? '' : columnLetters(box.column)}${open.startRow ? '' : box.row}`
  const last = { column: box.column + box.columns - 1, row: box.row + box.rows - 1 }
  const to = `${open.endColumn ? '' : columnLetters(last.column)}${open.endRow ? '' : last.row}`
  return from || to ? `${from}:${to}` : ''
}

/** Reads an address that may name a sheet (`'My sheet'!A1`); null when the address or the sheet is unknown. */
export function readAddress(workbook: Workbook, text: string, fallback: Sheet): { sheet: Sheet; box: Box } | null {
  const named = /^(?:'((?:[^']|'')*)'|([^'!]+))!(.+)$/.exec(text.trim())
  const name = named && (named[1]?.replaceAll("''", "'") ?? named[2])
  const sheet = named ? workbook.sheets.find((one) => one.name === name) : fallback
  const box = sheet && readBox(named ? named[3]! : text.replace(/^!/, ''), sheet)
  return sheet && box ? { sheet, box } : null
}
