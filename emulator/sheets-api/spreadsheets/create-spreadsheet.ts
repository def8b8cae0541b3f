// `spreadsheets.create`: the spreadsheet described in the body is built by the requests that would have made it.
import { touch } from '../../workbook/changes.ts'
import { newWorkbook, type Workbook } from '../../workbook/workbook.ts'
import { ApiError } from '../api-error.ts'
import { applyBatch } from '../batch/apply-batch.ts'
import type { Json } from '../http/call.ts'

const list = (value: unknown): Json[] => (value ?? []) as Json[]

/** A new workbook as the body says; Google's error when one of its parts cannot be made. */
export function createBook(body: Json, user: string): Workbook {
  const properties = (body.properties ?? {}) as Json
  const book = newWorkbook({ timeZone: 'Etc/GMT' })
  const given = list(body.sheets)
  // The first sheet makes room for those that were asked for, whatever their ids and names are.
  const first = book.sheets[0]!
  if (given.length > 0) Object.assign(first, { id: -1, name: '\u0000' })
  const run = (requests: Json[]): Json[] => {
    if (requests.length === 0) return []
    try {
      return applyBatch(book, requests, { user }) as Json[]
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      throw new ApiError(error.code, error.status, error.message.replace(/^Invalid requests\[\d+\]\.\w+: /, ''))
    }
  }
  const names = Object.keys(properties).filter((name) => name !== 'spreadsheetTheme' || properties[name])
  if (names.length > 0) run([{ updateSpreadsheetProperties: { properties, fields: names.join(',') } }])
  for (const [index, sheet] of given.entries()) {
    const [reply] = run([{ addSheet: { properties: { ...(sheet.properties as Json), index: index + 1 } } }])
    const made = (reply!.addSheet as Json).properties as Json
    run(contentsOf(sheet, Number(made.sheetId ?? 0)))
  }
  if (given.length > 0) {
    book.sheets.splice(book.sheets.indexOf(first), 1)
    book.activeSheetId = book.sheets.find((sheet) => !sheet.hidden)?.id ?? book.sheets[0]!.id
    touch(book)
  }
  run([
    ...list(body.namedRanges).map((namedRange) => ({ addNamedRange: { namedRange } })),
    ...list(body.developerMetadata).map((developerMetadata) => ({ createDeveloperMetadata: { developerMetadata } })),
  ])
  return book
}

/** The requests that put a described sheet's contents onto the sheet made for it. */
function contentsOf(sheet: Json, sheetId: number): Json[] {
  const onSheet = (range: unknown) => ({ ...(range as Json), sheetId })
  const ranged = (value: Json): Json => ({ ...value, range: onSheet(value.range) })
  return [
    ...list(sheet.data).flatMap((data) => dataRequests(data, sheetId)),
    ...list(sheet.merges).map((range) => ({ mergeCells: { range: onSheet(range), mergeType: 'MERGE_ALL' } })),
    ...list(sheet.conditionalFormats).map((rule, index) => ({
      addConditionalFormatRule: { rule: { ...rule, ranges: list(rule.ranges).map(onSheet) }, index },
    })),
    ...list(sheet.bandedRanges).map((bandedRange) => ({ addBanding: { bandedRange: ranged(bandedRange) } })),
    ...list(sheet.protectedRanges).map((one) => ({
      addProtectedRange: { protectedRange: one.namedRangeId || one.tableId ? one : ranged(one) },
    })),
    ...(sheet.basicFilter ? [{ setBasicFilter: { filter: ranged(sheet.basicFilter as Json) } }] : []),
    ...list(sheet.filterViews).map((filter) => ({ addFilterView: { filter: ranged(filter) } })),
    ...[...list(sheet.rowGroups), ...list(sheet.columnGroups)].map((group) => ({
      addDimensionGroup: { range: onSheet(group.range) },
    })),
    ...list(sheet.tables).map((table) => ({ addTable: { table: ranged(table) } })),
    ...list(sheet.charts).map((chart) => ({ addChart: { chart } })),
    ...list(sheet.slicers).map((slicer) => ({ addSlicer: { slicer } })),
    ...list(sheet.developerMetadata).map((developerMetadata) => ({
      createDeveloperMetadata: { developerMetadata: { ...developerMetadata, location: { sheetId } } },
    })),
  ]
}

/** Cells, widths and heights of one `GridData`. */
function dataRequests(data: Json, sheetId: number): Json[] {
  const rowIndex = Number(data.startRow ?? 0)
  const columnIndex = Number(data.startColumn ?? 0)
  const rows = list(data.rowData)
  const lines = (dimension: string, start: number, metadata: Json[]) =>
    metadata.flatMap((properties, index) => {
      const fields = Object.keys(properties).filter((name) => name === 'pixelSize' || name === 'hiddenByUser')
      const range = { sheetId, dimension, startIndex: start + index, endIndex: start + index + 1 }
      return fields.length > 0 ? [{ updateDimensionProperties: { range, properties, fields: fields.join(',') } }] : []
    })
  return [
    ...(rows.length > 0 ? [{ updateCells: { start: { sheetId, rowIndex, columnIndex }, rows, fields: '*' } }] : []),
    ...lines('ROWS', rowIndex, list(data.rowMetadata)),
    ...lines('COLUMNS', columnIndex, list(data.columnMetadata)),
  ]
}
