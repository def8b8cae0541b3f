// The methods of `spreadsheets` and of their sheets: create, get, getByDataFilter, batchUpdate and copyTo.
import { copySheet } from '../../workbook/sheets.ts'
import type { Workbook } from '../../workbook/workbook.ts'
import { filterPlaces, type Place } from '../a1/data-filter.ts'
import { boxOf, readRange } from '../a1/read-range.ts'
import { badRequest } from '../api-error.ts'
import { applyBatch } from '../batch/apply-batch.ts'
import { sheetResource } from '../cell-data/sheet-resource.ts'
import { bookOf, type Call, type Handlers, type Json } from '../http/call.ts'
import { asksFor } from '../http/select-fields.ts'
import { createBook } from './create-spreadsheet.ts'
import { spreadsheetResource } from './spreadsheet-resource.ts'

export const spreadsheetHandlers: Handlers = {
  'sheets.spreadsheets.create': ({ body, caller, files }) => {
    const book = createBook(body, caller.user)
    files.add({ book, owner: caller.user, client: caller.client })
    return spreadsheetResource(book, null, false)
  },
  'sheets.spreadsheets.get': (call) => {
    const book = bookOf(call)
    return spreadsheetResource(
      book,
      rangePlaces(book, call.query.ranges),
      wantsGrids(call, call.query.includeGridData, []),
    )
  },
  'sheets.spreadsheets.getByDataFilter': (call) => {
    const book = bookOf(call)
    const filters = (call.body.dataFilters ?? []) as Json[]
    const places = filters.length > 0 ? filters.flatMap((filter) => filterPlaces(book, filter)) : null
    return spreadsheetResource(book, places, wantsGrids(call, call.body.includeGridData, []))
  },
  'sheets.spreadsheets.batchUpdate': batchUpdate,
  'sheets.spreadsheets.sheets.copyTo': copyTo,
}

/** With a mask, cells come when the mask names them; without one, when they were asked for. */
function wantsGrids(call: Call, option: unknown, path: string[]): boolean {
  return call.fields === undefined ? option === true : asksFor(call.fields, ...path, 'sheets', 'data')
}

function rangePlaces(book: Workbook, ranges: unknown): Place[] | null {
  const texts = (ranges ?? []) as string[]
  if (texts.length === 0) return null
  return texts.map((text) => {
    const range = readRange(book, text)
    return { sheet: range.sheet, box: boxOf(range) }
  })
}

function batchUpdate(call: Call): object {
  const book = bookOf(call)
  const requests = (call.body.requests ?? []) as Json[]
  if (requests.length === 0) throw badRequest('Must specify at least one request.')
  if (requests.length > 100_000) throw badRequest('Cannot exceed 100000 requests in a single batch.')
  const replies = applyBatch(book, requests, { user: call.caller.user })
  const answer = { spreadsheetId: book.id, replies }
  if (call.body.includeSpreadsheetInResponse !== true) return answer
  const places = rangePlaces(book, call.body.responseRanges)
  const grids = wantsGrids(call, call.body.responseIncludeGridData, ['updatedSpreadsheet'])
  return { ...answer, updatedSpreadsheet: spreadsheetResource(book, places, grids) }
}

function copyTo(call: Call): object {
  const book = bookOf(call)
  const source = book.sheets.find((sheet) => sheet.id === Number(call.path.sheetId))
  if (!source) throw badRequest(`The sheet (${call.path.sheetId}) does not exist.`)
  const target = bookOf({ ...call, path: { spreadsheetId: String(call.body.destinationSpreadsheetId ?? '') } })
  const copy = copySheet(target, source)
  return sheetResource(target, copy).properties
}
