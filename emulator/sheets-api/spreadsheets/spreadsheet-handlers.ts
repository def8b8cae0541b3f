// The methods of `spreadsheets` themselves: create, get, getByDataFilter and batchUpdate.
import { applyBatch } from '../batch/apply-batch.ts'
import { markModified } from '../files.ts'
import { bookOf, type Call, type Handlers, spreadsheetFile } from '../http/call.ts'
import { spreadsheetResource } from './spreadsheet-resource.ts'

export const spreadsheetHandlers: Handlers = {
  'sheets.spreadsheets.get': (call) => spreadsheetResource(bookOf(call), null, call.query.includeGridData === true),
  'sheets.spreadsheets.batchUpdate': batchUpdate,
}

function batchUpdate(call: Call): object {
  const file = spreadsheetFile(call)
  const { requests = [], includeSpreadsheetInResponse, responseIncludeGridData } = call.body
  const replies = applyBatch(file.book!, requests as object[], { user: call.caller.user })
  markModified(file, call.caller.user)
  const updated = includeSpreadsheetInResponse
    ? { updatedSpreadsheet: spreadsheetResource(file.book!, null, responseIncludeGridData === true) }
    : {}
  return { spreadsheetId: file.id, replies, ...updated }
}
