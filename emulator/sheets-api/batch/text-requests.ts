// findReplace, textToColumns and trimWhitespace.
import type { sheets_v4 as v4 } from '@googleapis/sheets'
import { cellAt, eachCell, putCell, wholeSheet } from '../../workbook/cells.ts'
import { textAt } from '../../workbook/display.ts'
import { parseInput, withInput } from '../../workbook/typed-input.ts'
import type { Cell, Sheet, Workbook } from '../../workbook/workbook.ts'
import { badRequest } from '../api-error.ts'
import { gridWithId, type Place, readGridRange } from '../cell-data/grid-range.ts'
import { demandCharacters, demandColumns, demandRoom } from './limits.ts'
import type { Handlers } from './request.ts'

function places(book: Workbook, request: v4.Schema$FindReplaceRequest): Place[] {
  if (request.range) return [readGridRange(book, request.range)]
  const whole = (sheet: Sheet) => ({ sheet, box: wholeSheet(sheet) })
  if (request.allSheets) return book.sheets.filter((sheet) => !sheet.objectSheet).map(whole)
  if (request.sheetId == null) throw badRequest('One of range, sheetId or allSheets must be set.')
  return [whole(gridWithId(book, request.sheetId))]
}

/** The pattern to search by; a plain text is searched literally. */
function pattern({ find, searchByRegex, matchCase, matchEntireCell }: v4.Schema$FindReplaceRequest): RegExp {
  const source = searchByRegex ? (find ?? '') : (find ?? '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  try {
    return new RegExp(matchEntireCell ? `^(?:${source})$` : source, `gu${matchCase ? '' : 'i'}`)
  } catch {
    throw badRequest(`Invalid regular expression: ${find}`)
  }
}

function findReplace(book: Workbook, request: v4.Schema$FindReplaceRequest): object {
  if (!request.find) throw badRequest('No search string specified.')
  const search = pattern(request)
  const replacement = request.replacement ?? ''
  const written = request.searchByRegex ? replacement : replacement.replaceAll('$', '$$$$')
  const counts = { valuesChanged: 0, formulasChanged: 0, rowsChanged: 0, sheetsChanged: 0, occurrencesChanged: 0 }
  for (const { sheet, box } of places(book, request)) {
    const rows = new Set<number>()
    const hits: [number, number, Cell, string][] = []
    eachCell(sheet, box, (cell, row, column) => {
      if (cell.formula !== undefined ? !request.includeFormulas : cell.value === null) return
      const text = cell.formula ?? textAt(book, sheet, row, column)
      const found = text.match(search)?.length ?? 0
      if (found === 0) return
      counts.occurrencesChanged += found
      if (cell.formula === undefined) counts.valuesChanged += 1
      else counts.formulasChanged += 1
      rows.add(row)
      hits.push([row, column, cell, text.replace(search, written)])
    })
    for (const [row, column, cell, text] of hits) {
      demandCharacters(text)
      const { runs: _runs, ...kept } = cell
      putCell(book, sheet, row, column, withInput(kept, parseInput(text, book.locale, cell.format)))
    }
    counts.rowsChanged += rows.size
    if (rows.size > 0) counts.sheetsChanged += 1
  }
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))
}

const delimiters: Record<string, string> = { COMMA: ',', SEMICOLON: ';', PERIOD: '.', SPACE: ' ' }

function delimiterOf({ delimiter, delimiterType }: v4.Schema$TextToColumnsRequest, texts: string[]): string {
  if (delimiterType === 'CUSTOM') {
    if (!delimiter) throw badRequest('delimiter must be set if delimiterType is CUSTOM.')
    return delimiter
  }
  if (delimiter) throw badRequest('delimiter can only be set if delimiterType is CUSTOM.')
  const known = delimiters[delimiterType ?? '']
  if (known) return known
  if (delimiterType && delimiterType !== 'AUTODETECT' && delimiterType !== 'DELIMITER_TYPE_UNSPECIFIED')
    throw badRequest(`Invalid delimiterType: ${delimiterType}`)
  const count = (sign: string) => texts.filter((text) => text.includes(sign)).length
  return Object.values(delimiters).reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',')
}

function textToColumns(book: Workbook, request: v4.Schema$TextToColumnsRequest): void {
  const { sheet, box } = readGridRange(book, request.source, 'source')
  if (box.columns !== 1) throw badRequest('The source range must span exactly one column.')
  const cells: [number, string][] = []
  eachCell(sheet, box, (cell, row, column) => {
    if (cell.value !== null || cell.formula !== undefined) cells.push([row, textAt(book, sheet, row, column)])
  })
  const delimiter = delimiterOf(
    request,
    cells.map(([, text]) => text),
  )
  for (const [row, text] of cells) {
    const parts = text.split(delimiter)
    const last = box.column + parts.length - 1
    if (last > sheet.maxColumns) {
      demandColumns(last)
      demandRoom(book, (last - sheet.maxColumns) * sheet.maxRows)
      sheet.maxColumns = last
    }
    parts.forEach((part, index) => {
      const before = cellAt(sheet, row, box.column + index)
      const input = parseInput(part.trim(), book.locale, before?.format)
      putCell(book, sheet, row, box.column + index, withInput(before, input))
    })
  }
}

function trimWhitespace(book: Workbook, request: v4.Schema$TrimWhitespaceRequest): object {
  const { sheet, box } = readGridRange(book, request.range)
  const hits: [number, number, Cell, string][] = []
  eachCell(sheet, box, (cell, row, column) => {
    if (typeof cell.value !== 'string' || cell.formula !== undefined) return
    const trimmed = cell.value.replace(/\s+/gu, ' ').trim()
    if (trimmed !== cell.value) hits.push([row, column, cell, trimmed])
  })
  for (const [row, column, cell, value] of hits)
    putCell(book, sheet, row, column, { ...cell, runs: undefined, value: value === '' ? null : value })
  return hits.length > 0 ? { cellsChangedCount: hits.length } : {}
}

export const textRequests: Handlers = {
  findReplace: ({ book }, request) => findReplace(book, request),
  textToColumns: ({ book }, request) => {
    textToColumns(book, request)
    return undefined
  },
  trimWhitespace: ({ book }, request) => trimWhitespace(book, request),
}
