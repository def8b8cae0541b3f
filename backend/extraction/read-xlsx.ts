// Reads the worksheets of an Excel workbook with hucre, each cell as text with what its number format makes of it.
import { type Cell, type CellValue, parseRange, readXlsx, type Sheet } from 'hucre'
import { inPicture, meaningOf } from './number-format.ts'
import {
  elapsed,
  emptyCell,
  kinds,
  moneyKind,
  percentText,
  plainNumber,
  type ReadCell,
  type SheetGrid,
} from './sheet-grid.ts'

const dayMs = 86_400_000

/** Chart sheets have no cells, which the library takes for damage; they are told in `charts`. */
export async function readXlsxSheets(bytes: Uint8Array): Promise<{ sheets: SheetGrid[]; charts: string[] }> {
  const charts: string[] = []
  while (true) {
    try {
      const sheets = (info: { name: string }) => !charts.includes(info.name)
      const workbook = await readXlsx(bytes, { readStyles: true, sheets })
      // The days before the first are those of a time without a date.
      const firstDay = workbook.dateSystem === '1904' ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 31)
      return { sheets: workbook.sheets.map((sheet) => toGrid(sheet, firstDay)), charts }
    } catch (error) {
      const chart = error instanceof Error && error.message.match(/missing worksheet file for sheet "(.*)"$/s)?.[1]
      if (typeof chart !== 'string' || charts.includes(chart)) throw error
      charts.push(chart)
    }
  }
}

function toGrid(sheet: Sheet, firstDay: number): SheetGrid {
  const grid: SheetGrid = {
    name: sheet.name,
    hidden: sheet.hidden === true || sheet.veryHidden === true,
    texts: [],
    kinds: [],
    merges: (sheet.merges ?? []).map(toBox),
    tables: (sheet.tables ?? []).flatMap(({ name, displayName, range }) =>
      range ? [{ name: displayName ?? name, box: toBox(parseRange(range)) }] : [],
    ),
    frozenRows: sheet.freezePane?.rows ?? 0,
    hiddenRows: [...(sheet.rowDefs?.entries() ?? [])].filter(([row, def]) => def.hidden && row < sheet.rows.length)
      .length,
    hiddenColumns: 0,
    errors: 0,
    formulasWithoutValue: 0,
  }
  let width = 0
  for (const [row, values] of sheet.rows.entries()) {
    const texts: string[] = []
    const rowKinds: number[] = []
    for (const [column, value] of values.entries()) {
      // Looking a cell up by its address costs more than reading it: only those with a value, or a formula, have more to say.
      const cell = sheet.cells?.get(`${row},${column}`)
      const read = readCell(value, cell, firstDay, grid)
      texts.push(read.text)
      rowKinds.push(read.kind)
      if (read.kind !== kinds.empty && column >= width) width = column + 1
    }
    grid.texts.push(texts)
    grid.kinds.push(rowKinds)
  }
  grid.hiddenColumns = (sheet.columns ?? []).slice(0, width).filter((column) => column.hidden).length
  return grid
}

function readCell(value: CellValue, cell: Cell | undefined, firstDay: number, grid: SheetGrid): ReadCell {
  if (cell?.type === 'error' || (cell?.formula !== undefined && typeof value === 'string' && isError(value))) {
    grid.errors++
    return emptyCell
  }
  if (value === null) {
    if (cell?.formula !== undefined) grid.formulasWithoutValue++
    return emptyCell
  }
  if (typeof value === 'string') return value === '' ? emptyCell : { text: value, kind: kinds.text }
  if (typeof value === 'boolean') return { text: String(value), kind: kinds.boolean }
  const format = cell?.style?.numFmt ?? ''
  if (typeof value === 'number') return readNumber(value, format)
  return readMoment(value, format, firstDay)
}

const isError = (text: string) =>
  /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$/.test(text)

function readNumber(value: number, format: string): ReadCell {
  if (!Number.isFinite(value)) return emptyCell
  const text = plainNumber(value)
  const meaning = meaningOf(format)
  switch (meaning.kind) {
    case 'text':
      return { text, kind: kinds.text }
    case 'percent':
      return { text: percentText(value), kind: kinds.percent }
    case 'money':
      return { text, kind: moneyKind(meaning.currency) }
    case 'code': {
      const code = inPicture(value, meaning.picture)
      return code === null ? { text, kind: kinds.number } : { text: code, kind: kinds.text }
    }
    default:
      return { text, kind: kinds.number }
  }
}

function readMoment(value: Date, format: string, firstDay: number): ReadCell {
  const ms = Math.round(value.getTime() / 1000) * 1000
  if (Number.isNaN(ms)) return emptyCell
  const iso = new Date(ms).toISOString()
  const meaning = meaningOf(format).kind
  const sinceFirst = ms - firstDay
  if (meaning === 'elapsed' || (meaning === 'time' && sinceFirst >= dayMs)) return elapsed(sinceFirst)
  // A time alone is a moment of a day that no calendar means.
  if (meaning === 'time' || (sinceFirst >= 0 && sinceFirst < dayMs))
    return { text: iso.slice(11, 19), kind: kinds.time }
  const wholeDay = ms % dayMs === 0
  if (meaning !== 'datetime' && wholeDay) return { text: iso.slice(0, 10), kind: kinds.date }
  return { text: iso.slice(0, 19), kind: kinds.datetime }
}

const toBox = (range: { startRow: number; startCol: number; endRow: number; endCol: number }) => ({
  top: range.startRow,
  left: range.startCol,
  bottom: range.endRow,
  right: range.endCol,
})
