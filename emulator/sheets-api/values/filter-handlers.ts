// The methods of `spreadsheets.values` that find their ranges by data filters.
import { allOrNothing } from '../../workbook/snapshot.ts'
import { filterPlaces } from '../a1/data-filter.ts'
import { bookOf, type Handlers, type Json } from '../http/call.ts'
import { renderingOf, valueRange } from './render-values.ts'
import { clearBox, eachOf, totals } from './values-handlers.ts'
import { inputOption, rowsOf, updateResponse, writeRows } from './write-values.ts'

export const filterHandlers: Handlers = {
  'sheets.spreadsheets.values.batchGetByDataFilter': (call) => {
    const book = bookOf(call)
    const filters = (call.body.dataFilters ?? []) as Json[]
    const found = new Map<string, { valueRange: Json; dataFilters: Json[] }>()
    for (const filter of filters)
      for (const { sheet, box } of filterPlaces(book, filter)) {
        const range = valueRange(book, sheet, box, renderingOf(call.body))
        const known = found.get(String(range.range))
        if (known) known.dataFilters.push(filter)
        else found.set(String(range.range), { valueRange: range, dataFilters: [filter] })
      }
    return { spreadsheetId: book.id, ...(found.size > 0 ? { valueRanges: [...found.values()] } : {}) }
  },
  'sheets.spreadsheets.values.batchUpdateByDataFilter': (call) => {
    const book = bookOf(call)
    const option = inputOption(call.body)
    const all = allOrNothing(book, () =>
      eachOf('data', (call.body.data ?? []) as Json[], (data) => {
        const filter = (data.dataFilter ?? {}) as Json
        return filterPlaces(book, filter).map(({ sheet, box }) => ({
          filter,
          data,
          written: writeRows(book, { sheet, shown: box, limit: box }, rowsOf(data), option),
        }))
      }).flat(),
    )
    const responses = all.map(({ filter, data, written }) => {
      const { spreadsheetId: _id, ...counts } = updateResponse(book, written)
      const rendering = { ...renderingOf(call.body, 'response'), majorDimension: String(data.majorDimension ?? 'ROWS') }
      const updatedData = call.body.includeValuesInResponse
        ? { updatedData: valueRange(book, written.sheet, written.box, rendering) }
        : {}
      return { ...counts, dataFilter: filter, ...updatedData }
    })
    return {
      spreadsheetId: book.id,
      ...totals(all.map(({ written }) => written)),
      ...(responses.length > 0 ? { responses } : {}),
    }
  },
  'sheets.spreadsheets.values.batchClearByDataFilter': (call) => {
    const book = bookOf(call)
    const places = ((call.body.dataFilters ?? []) as Json[]).flatMap((filter) => filterPlaces(book, filter))
    const clearedRanges = places.map(({ sheet, box }) => clearBox(book, sheet, box))
    return { spreadsheetId: book.id, ...(clearedRanges.length > 0 ? { clearedRanges } : {}) }
  },
}
