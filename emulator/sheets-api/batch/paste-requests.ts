// copyPaste, cutPaste and pasteData.
import { Parser } from 'htmlparser2'
import { cellAt, eachCell, putCell } from '../../workbook/cells.ts'
import { type CopyKind, copyBox } from '../../workbook/copy.ts'
import { moveBox } from '../../workbook/move-cells.ts'
import { parseInput, withInput } from '../../workbook/typed-input.ts'
import type { Cell, Sheet, Workbook } from '../../workbook/workbook.ts'
import { badRequest } from '../api-error.ts'
import { demandInside, gridWithId, type Place, readGridRange } from '../cell-data/grid-range.ts'
import { demandCharacters, demandRoom } from './limits.ts'
import type { Handlers } from './request.ts'

const kindOf = (type: string | null | undefined) => (type || 'PASTE_NORMAL') as CopyKind

type Coordinate = { sheetId?: number | null; rowIndex?: number | null; columnIndex?: number | null }

function placeAt(book: Workbook, coordinate: Coordinate | undefined, rows: number, columns: number): Place {
  const sheet = gridWithId(book, coordinate?.sheetId)
  const [row, column] = [coordinate?.rowIndex ?? 0, coordinate?.columnIndex ?? 0]
  if (row < 0 || column < 0) throw badRequest('GridCoordinate indexes must be >= 0')
  return { sheet, box: { row: row + 1, column: column + 1, rows, columns } }
}

/** What a partial cut takes away from the place it came from. */
function withoutCut(cell: Cell, kind: CopyKind): Cell {
  const { style, format, numberType, validation, formula, runs, ...rest } = cell
  const look = { style, format, numberType }
  if (kind === 'PASTE_VALUES' || kind === 'PASTE_FORMULA') return { ...rest, ...look, validation, value: null }
  if (kind === 'PASTE_FORMAT') return { ...rest, validation, formula, runs }
  if (kind === 'PASTE_DATA_VALIDATION') return { ...rest, ...look, formula, runs }
  return cell
}

function cutPaste(book: Workbook, from: Place, to: Place, kind: CopyKind): void {
  demandInside(to.sheet, to.box)
  if (kind === 'PASTE_NORMAL' || kind === 'PASTE_NO_BORDERS') {
    moveBox(book, from, to)
    return
  }
  copyBox(book, from, to, kind, false)
  const taken: [number, number, Cell][] = []
  eachCell(from.sheet, from.box, (cell, row, column) => taken.push([row, column, cell]))
  const { box, sheet } = to
  for (const [row, column, cell] of taken) {
    const isTarget =
      sheet === from.sheet &&
      row >= box.row &&
      row < box.row + box.rows &&
      column >= box.column &&
      column < box.column + box.columns
    if (!isTarget) putCell(book, from.sheet, row, column, withoutCut(cell, kind))
  }
}

/** Lines and cells of pasted text; a cell in double quotes may hold the delimiter, line ends and doubled quotes. */
function splitText(data: string, delimiter: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const end = () => {
    rows.at(-1)!.push(cell)
    cell = ''
  }
  for (let at = 0; at < data.length; at++) {
    const sign = data[at]!
    if (quoted) {
      if (sign === '"' && data[at + 1] === '"') cell += data[++at]
      else if (sign === '"') quoted = false
      else cell += sign
    } else if (sign === '"' && cell === '') quoted = true
    else if (data.startsWith(delimiter, at)) {
      end()
      at += delimiter.length - 1
    } else if (sign === '\n' || sign === '\r') {
      end()
      rows.push([])
      if (sign === '\r' && data[at + 1] === '\n') at += 1
    } else cell += sign
  }
  end()
  if (rows.at(-1)!.length === 1 && rows.at(-1)![0] === '' && rows.length > 1) rows.pop()
  return rows
}

/** The cells of the tables of an HTML text; text outside a table is one cell a line. */
function splitHtml(html: string): string[][] {
  const rows: string[][] = []
  let loose = ''
  let cell: string | null = null
  const parser = new Parser({
    onopentag: (name) => {
      if (name === 'tr') rows.push([])
      if (name === 'td' || name === 'th') cell = ''
      if (name === 'br' && cell !== null) cell += '\n'
    },
    ontext: (text) => {
      if (cell !== null) cell += text
      else loose += text
    },
    onclosetag: (name) => {
      if ((name !== 'td' && name !== 'th') || cell === null) return
      rows.at(-1)?.push(cell.trim())
      cell = null
    },
  })
  parser.end(html)
  return rows.length > 0 ? rows : loose.split('\n').flatMap((line) => (line.trim() ? [[line.trim()]] : []))
}

function write(book: Workbook, sheet: Sheet, row: number, column: number, text: string, kind: CopyKind): void {
  demandCharacters(text)
  const before = cellAt(sheet, row, column)
  if (kind === 'PASTE_FORMAT' || kind === 'PASTE_DATA_VALIDATION' || kind === 'PASTE_CONDITIONAL_FORMATTING') return
  const input = parseInput(text, book.locale, before?.format)
  putCell(book, sheet, row, column, withInput(before, input))
}

export const pasteRequests: Handlers = {
  copyPaste: ({ book }, { source, destination, pasteType, pasteOrientation }) => {
    const from = readGridRange(book, source, 'source')
    const to = readGridRange(book, destination, 'destination')
    const transposed = pasteOrientation === 'TRANSPOSE'
    const [rows, columns] = transposed ? [from.box.columns, from.box.rows] : [from.box.rows, from.box.columns]
    const reach = { ...to.box, rows: Math.max(rows, to.box.rows), columns: Math.max(columns, to.box.columns) }
    demandInside(to.sheet, reach)
    copyBox(book, from, to, kindOf(pasteType), transposed)
    return undefined
  },

  cutPaste: ({ book }, { source, destination, pasteType }) => {
    const from = readGridRange(book, source, 'source')
    const to = placeAt(book, destination, from.box.rows, from.box.columns)
    cutPaste(book, from, to, kindOf(pasteType))
    return undefined
  },

  pasteData: ({ book }, { coordinate, data, delimiter, html, type }) => {
    if (!html && !delimiter) throw badRequest('Either html or delimiter must be set.')
    const rows = html ? splitHtml(data ?? '') : splitText(data ?? '', delimiter ?? '\t')
    const width = Math.max(1, ...rows.map((row) => row.length))
    const { sheet, box } = placeAt(book, coordinate, rows.length, width)
    const [tall, wide] = [box.row + box.rows - 1, box.column + box.columns - 1]
    // Pasting past the edge makes the grid larger, as it does for a person.
    demandRoom(
      book,
      Math.max(sheet.maxRows, tall) * Math.max(sheet.maxColumns, wide) - sheet.maxRows * sheet.maxColumns,
    )
    sheet.maxRows = Math.max(sheet.maxRows, tall)
    sheet.maxColumns = Math.max(sheet.maxColumns, wide)
    rows.forEach((row, down) => {
      row.forEach((text, right) => {
        write(book, sheet, box.row + down, box.column + right, text, kindOf(type))
      })
    })
    return undefined
  },
}
