// Ranges as the API takes them: A1 and R1C1 notation, whole sheets, open ends and named ranges.
import { columnLetters, columnNumber } from '../../workbook/address.ts'
import { sheetNamed } from '../../workbook/sheets.ts'
import type { Box, Sheet, Workbook } from '../../workbook/workbook.ts'
import { badRequest } from '../api-error.ts'

/** Rows and columns from 1, both ends in; an end that is missing is open, down to the last row or column. */
export type Ends = { top?: number; left?: number; bottom?: number; right?: number }
/** `single` when one cell was named: writing starts there and may go on beyond it. */
export type Range = { sheet: Sheet; ends: Ends; single: boolean }

const corner = /^\$?([a-z]{1,3})?\$?(\d{1,9})?$/i
const numbered = /^R(\d+)C(\d+)(?::R(\d+)C(\d+))?$/i

/** Reads a range; Google's `Unable to parse range` when it names nothing. Nothing is cut to the grid yet. */
export function readRange(book: Workbook, text: string): Range {
  const range = find(book, text)
  if (!range) throw badRequest(`Unable to parse range: ${text}`)
  return range
}

function find(book: Workbook, text: string): Range | null {
  const { name, cells } = parts(text.trim())
  if (name === null) {
    const ends = readEnds(cells)
    const first = book.sheets.find((sheet) => !sheet.hidden) ?? book.sheets[0]!
    if (ends) return { sheet: first, ends, single: isSingle(cells) }
    return namedRange(book, cells) ?? wholeSheet(book, cells)
  }
  const sheet = sheetNamed(book, name)
  if (!sheet) return null
  if (cells === '') return { sheet, ends: {}, single: false }
  const ends = readEnds(cells)
  return ends ? { sheet, ends, single: isSingle(cells) } : namedRange(book, cells)
}

/** The sheet's name, unquoted, and what follows it. A quoted name alone means the whole sheet. */
function parts(text: string): { name: string | null; cells: string } {
  const quoted = /^'((?:[^']|'')*)'(?:!(.+))?$/s.exec(text)
  if (quoted) return { name: quoted[1]!.replaceAll("''", "'"), cells: (quoted[2] ?? '').trim() }
  const bang = text.lastIndexOf('!')
  if (bang < 0) return { name: null, cells: text }
  // Nothing after the mark names nothing.
  return { name: text.slice(0, bang), cells: text.slice(bang + 1).trim() || '?' }
}

function isSingle(cells: string): boolean {
  return !cells.includes(':')
}

function readEnds(cells: string): Ends | null {
  const byNumber = numbered.exec(cells)
  if (byNumber) {
    const [top, left, bottom, right] = byNumber.slice(1).map((part) => (part === undefined ? undefined : Number(part)))
    return ordered({ top, left }, { top: bottom ?? top, left: right ?? left })
  }
  const [from = '', to, ...more] = cells.split(':').map((part) => part.trim())
  const first = corner.exec(from)
  const last = corner.exec(to ?? from)
  if (more.length > 0 || !first || !last || from === '' || to === '') return null
  if (to === undefined && (!first[1] || !first[2])) return null
  return ordered(readCorner(first), readCorner(last))
}

type Corner = { top?: number | undefined; left?: number | undefined }

function readCorner([, letters, digits]: RegExpExecArray): Corner {
  return { left: letters ? columnNumber(letters) : undefined, top: digits ? Number(digits) : undefined }
}

/** `A5:A` begins at row 5 and ends nowhere; corners in the wrong order change places. */
function ordered(first: Corner, last: Corner): Ends | null {
  if (first.top === 0 || last.top === 0 || first.left === 0 || last.left === 0) return null
  const ends: Ends = {}
  const rows = [first.top, last.top]
  const columns = [first.left, last.left]
  if (rows[0] !== undefined && rows[1] !== undefined)
    [ends.top, ends.bottom] = [Math.min(rows[0], rows[1]), Math.max(rows[0], rows[1])]
  else if (rows[0] !== undefined || rows[1] !== undefined) ends.top = (rows[0] ?? rows[1])!
  if (columns[0] !== undefined && columns[1] !== undefined)
    [ends.left, ends.right] = [Math.min(columns[0], columns[1]), Math.max(columns[0], columns[1])]
  else if (columns[0] !== undefined || columns[1] !== undefined) ends.left = (columns[0] ?? columns[1])!
  return ends
}

function namedRange(book: Workbook, name: string): Range | null {
  const named = book.namedRanges.find((one) => one.name.toLowerCase() === name.toLowerCase())
  const sheet = named && book.sheets.find((one) => one.id === named.sheetId)
  if (!named || !sheet) return null
  const { row, column, rows, columns } = named.box
  const ends = { top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 }
  return { sheet, ends, single: rows === 1 && columns === 1 }
}

function wholeSheet(book: Workbook, name: string): Range | null {
  const sheet = sheetNamed(book, name)
  return sheet ? { sheet, ends: {}, single: false } : null
}

/** The range within its grid: open ends reach to the last row and column. Throws when it begins outside the grid. */
export function boxOf({ sheet, ends }: Range): Box {
  const { top = 1, left = 1 } = ends
  if (top > sheet.maxRows || left > sheet.maxColumns) throw exceedsGrid(sheet, ends)
  const bottom = Math.min(ends.bottom ?? sheet.maxRows, sheet.maxRows)
  const right = Math.min(ends.right ?? sheet.maxColumns, sheet.maxColumns)
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 }
}

export function exceedsGrid(sheet: Sheet, ends: Ends) {
  return badRequest(
    `Range (${quotedName(sheet.name)}!${writeEnds(ends)}) exceeds grid limits. Max rows: ${sheet.maxRows}, max columns: ${sheet.maxColumns}`,
  )
}

/** `A221:ZZ`, `AA1:2`, `A1`: as errors show a range, open ends left open. */
export function writeEnds({ top = 1, left = 1, bottom, right }: Ends): string {
  const first = `${columnLetters(left)}${top}`
  const last = `${right === undefined ? '' : columnLetters(right)}${bottom ?? ''}`
  return last === first || last === '' ? first : `${first}:${last}`
}

/** The sheet's name as ranges show it: quoted unless it is a plain Latin word that is no address. */
export function quotedName(name: string): string {
  const plain =
    /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name) && !/^R\d*C\d*$|^[RC]\d+$/i.test(name)
  return plain ? name : `'${name.replaceAll("'", "''")}'`
}

/** `Sheet1!A1:B2`, quoted where the name needs it. */
export function writeRange(sheet: Sheet, { row, column, rows, columns }: Box): string {
  return `${quotedName(sheet.name)}!${writeEnds({ top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 })}`
}
