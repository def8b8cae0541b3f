// The methods of `spreadsheets.values` by A1 notation.

import { cellAt, eachCell, putCell } from '../../workbook/cells.ts'
import { allOrNothing } from '../../workbook/snapshot.ts'
import type { Box, Sheet, Workbook } from '../../workbook/workbook.ts'
import { boxOf, type Range, readRange, writeRange } from '../a1/read-range.ts'
import { ApiError, badRequest } from '../api-error.ts'
import { bookOf, type Call, type Handlers, type Json } from '../http/call.ts'
import { appendRows } from './append-values.ts'
import { renderingOf, valueRange } from './render-values.ts'
import { inputOption, rowsOf, type Target, updateResponse, type Written, writeRows } from './write-values.ts'

export const valuesHandlers: Handlers = {
  'sheets.spreadsheets.values.get': (call) => {
    const book = bookOf(call)
    const range = readRange(book, call.path.range!)
    return valueRange(book, range.sheet, boxOf(range), renderingOf(call.query))
  },
  'sheets.spreadsheets.values.batchGet': (call) => {
    const book = bookOf(call)
    const valueRanges = ((call.query.ranges ?? []) as string[]).map((text) => {
      const range = readRange(book, text)
      return valueRange(book, range.sheet, boxOf(range), renderingOf(call.query))
    })
    return { spreadsheetId: book.id, ...(valueRanges.length > 0 ? { valueRanges } : {}) }
  },
  'sheets.spreadsheets.values.update': update,
  'sheets.spreadsheets.values.append': append,
  'sheets.spreadsheets.values.batchUpdate': batchUpdate,
  'sheets.spreadsheets.values.clear': (call) => {
    const book = bookOf(call)
    const range = readRange(book, call.path.range!)
    return { spreadsheetId: book.id, clearedRange: clearBox(book, range.sheet, boxOf(range)) }
  },
  'sheets.spreadsheets.values.batchClear': (call) => {
    const book = bookOf(call)
    const places = eachOf('range', (call.body.ranges ?? []) as string[], (text) => {
      const range = readRange(book, text)
      return { sheet: range.sheet, box: boxOf(range) }
    })
    const clearedRanges = places.map(({ sheet, box }) => clearBox(book, sheet, box))
    return { spreadsheetId: book.id, ...(clearedRanges.length > 0 ? { clearedRanges } : {}) }
  },
}

function update(call: Call): object {
  const book = bookOf(call)
  const option = inputOption(call.query)
  const range = demandSameRange(call, readRange(book, call.path.range!))
  const target = targetOf(range)
  const written = writeRows(book, target, rowsOf(call.body), option)
  return { ...updateResponse(book, written), ...updatedData(book, call, written) }
}

function append(call: Call): object {
  const book = bookOf(call)
  const option = inputOption(call.query)
  const range = demandSameRange(call, readRange(book, call.path.range!))
  const rows = rowsOf(call.body)
  const insert = call.query.insertDataOption === 'INSERT_ROWS'
  const { table, written } = allOrNothing(book, () => appendRows(book, range, rows, option, insert))
  return {
    spreadsheetId: book.id,
    ...(table ? { tableRange: writeRange(range.sheet, table) } : {}),
    updates: { ...updateResponse(book, written), ...updatedData(book, call, written) },
  }
}

function batchUpdate(call: Call): object {
  const book = bookOf(call)
  const option = inputOption(call.body)
  const data = (call.body.data ?? []) as Json[]
  const all = allOrNothing(book, () =>
    eachOf('data', data, (one) =>
      writeRows(book, targetOf(readRange(book, String(one.range ?? ''))), rowsOf(one), option),
    ),
  )
  const responses = all.map((written, index) => ({
    ...updateResponse(book, written),
    ...(call.body.includeValuesInResponse
      ? {
          updatedData: valueRange(book, written.sheet, written.box, {
            ...renderingOf(call.body, 'response'),
            majorDimension: String(data[index]!.majorDimension ?? 'ROWS'),
          }),
        }
      : {}),
  }))
  return { spreadsheetId: book.id, ...totals(all), ...(responses.length > 0 ? { responses } : {}) }
}

/** What a batch of writes changed in all; rows and columns written to twice count once. */
export function totals(all: Written[]): Json {
  const written = all.filter((one) => one.cells > 0)
  const count = (key: 'rows' | 'columns') =>
    new Set(written.flatMap((one) => [...one[key]].map((line) => `${one.sheet.id}:${line}`))).size
  const cells = written.reduce((sum, one) => sum + one.cells, 0)
  if (cells === 0) return {}
  return {
    totalUpdatedRows: count('rows'),
    totalUpdatedColumns: count('columns'),
    totalUpdatedCells: cells,
    totalUpdatedSheets: new Set(written.map((one) => one.sheet.id)).size,
  }
}

/** The values as they are after the write, where the request asked for them. */
function updatedData(book: Workbook, call: Call, written: Written): Json {
  if (call.query.includeValuesInResponse !== true) return {}
  const rendering = {
    ...renderingOf(call.query, 'response'),
    majorDimension: String(call.body.majorDimension ?? 'ROWS'),
  }
  return { updatedData: valueRange(book, written.sheet, written.box, rendering) }
}

/** A body may repeat the range of the address, and then word for word. */
function demandSameRange(call: Call, range: Range): Range {
  const given = call.body.range
  if (given !== undefined && given !== '' && given !== call.path.range)
    throw badRequest(`Request range[${call.path.range}] does not match value's range[${String(given)}]`)
  return range
}

/** One cell is a corner from which values may go on to the edge of the grid; a longer range holds them. */
export function targetOf(range: Range): Target {
  const { sheet } = range
  const shown = boxOf(range)
  const { row, column } = shown
  if (!range.single) return { sheet, shown, limit: shown }
  return { sheet, shown, limit: { row, column, rows: sheet.maxRows - row + 1, columns: sheet.maxColumns - column + 1 } }
}

/** Empties values and formulas, keeping formats, notes and rules; returns the range as the answer names it. */
export function clearBox(book: Workbook, sheet: Sheet, box: Box): string {
  eachCell(sheet, box, (_, row, column) => {
    const { formula: _formula, runs: _runs, ...kept } = cellAt(sheet, row, column)!
    putCell(book, sheet, row, column, { ...kept, value: null })
  })
  return writeRange(sheet, box)
}

/** Does something with each item; an error then says of which, as `Invalid data[2]: …`. */
export function eachOf<T, R>(name: string, items: T[], work: (item: T, index: number) => R): R[] {
  return items.map((item, index) => {
    try {
      return work(item, index)
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      throw new ApiError(error.code, error.status, `Invalid ${name}[${index}]: ${error.message}`, error.details)
    }
  })
}
