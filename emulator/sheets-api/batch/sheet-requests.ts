// Requests about whole sheets and the spreadsheet itself.
import type { sheets_v4 as v4 } from '@googleapis/sheets'
import { touch } from '../../workbook/changes.ts'
import { deleteLines } from '../../workbook/lines.ts'
import { addSheet, copySheet, removeSheet, renameSheet, sheetWithId } from '../../workbook/sheets.ts'
import type { Sheet, Workbook } from '../../workbook/workbook.ts'
import { badRequest } from '../api-error.ts'
import { readCellFormat } from '../cell-data/cell-format.ts'
import { foldedObject, readColorStyle } from '../cell-data/color.ts'
import { demandFields, fieldOf, type Mask, readMask } from '../cell-data/field-mask.ts'
import { sheetPropertiesJson } from '../cell-data/sheet-resource.ts'
import { demandColumns, demandRoom, demandSheetRoom } from './limits.ts'
import type { Handlers } from './request.ts'

const sheetFields = ['title', 'index', 'hidden', 'tabColorStyle', 'rightToLeft', 'gridProperties']
const bookFields =
  'title locale timeZone autoRecalc iterativeCalculationSettings defaultFormat spreadsheetTheme importFunctionsExternalUrlAccessAllowed'.split(
    ' ',
  )

function knownSheet(book: Workbook, id: number | null | undefined): Sheet {
  const sheet = sheetWithId(book, id ?? 0)
  if (!sheet) throw badRequest(`No sheet with id: ${id ?? 0}`)
  return sheet
}

function demandTitle(title: string): void {
  if (title === '') throw badRequest('The sheet name cannot be empty.')
  if (title.length > 100) throw badRequest('The sheet name cannot be greater than 100 characters.')
}

function demandFreeId(book: Workbook, id: number): void {
  if (id < 0) throw badRequest(`Invalid sheet id: ${id}. Sheet ids must be non-negative.`)
  if (sheetWithId(book, id)) throw badRequest(`A sheet with id: ${id} already exists.`)
}

function resize(book: Workbook, sheet: Sheet, axis: 'row' | 'column', size: number): void {
  const [now, other] = axis === 'row' ? [sheet.maxRows, sheet.maxColumns] : [sheet.maxColumns, sheet.maxRows]
  if (size < 1) throw badRequest(`gridProperties.${axis}Count must be at least 1.`)
  const frozen = axis === 'row' ? sheet.frozenRows : sheet.frozenColumns
  if (size < now) {
    if (frozen > 0 && size <= frozen) throw badRequest(`Sorry, it is not possible to delete all non-frozen ${axis}s.`)
    deleteLines(book, sheet, axis, size + 1, now - size)
    return
  }
  if (axis === 'column') demandColumns(size)
  demandRoom(book, (size - now) * other)
  if (axis === 'row') sheet.maxRows = size
  else sheet.maxColumns = size
}

function freeze(sheet: Sheet, axis: 'row' | 'column', count: number): void {
  const size = axis === 'row' ? sheet.maxRows : sheet.maxColumns
  if (count < 0) throw badRequest(`gridProperties.frozen${axis === 'row' ? 'Row' : 'Column'}Count must be >= 0.`)
  if (count >= size) throw badRequest(`You can't freeze all visible ${axis}s on the sheet.`)
  const cut = sheet.merges.some((merge) => {
    const [start, span] = axis === 'row' ? [merge.row, merge.rows] : [merge.column, merge.columns]
    return start <= count && start + span - 1 > count
  })
  if (cut) throw badRequest(`You can't merge frozen and non-frozen ${axis}s.`)
  if (axis === 'row') sheet.frozenRows = count
  else sheet.frozenColumns = count
}

function updateGrid(book: Workbook, sheet: Sheet, grid: v4.Schema$GridProperties, mask: Mask): void {
  const has = (name: keyof v4.Schema$GridProperties) =>
    fieldOf(mask, name) && (mask !== true || grid[name] !== undefined)
  if (has('frozenRowCount') && (grid.frozenRowCount ?? 0) < sheet.frozenRows)
    freeze(sheet, 'row', grid.frozenRowCount ?? 0)
  if (has('frozenColumnCount') && (grid.frozenColumnCount ?? 0) < sheet.frozenColumns)
    freeze(sheet, 'column', grid.frozenColumnCount ?? 0)
  if (has('rowCount')) resize(book, sheet, 'row', grid.rowCount ?? 0)
  if (has('columnCount')) resize(book, sheet, 'column', grid.columnCount ?? 0)
  if (has('frozenRowCount')) freeze(sheet, 'row', grid.frozenRowCount ?? 0)
  if (has('frozenColumnCount')) freeze(sheet, 'column', grid.frozenColumnCount ?? 0)
  if (has('hideGridlines')) sheet.hiddenGridlines = grid.hideGridlines ?? false
  if (has('rowGroupControlAfter')) sheet.rowGroupControlAfter = grid.rowGroupControlAfter ?? false
  if (has('columnGroupControlAfter')) sheet.columnGroupControlAfter = grid.columnGroupControlAfter ?? false
}

function updateSheet(book: Workbook, sheet: Sheet, properties: v4.Schema$SheetProperties, mask: Mask): void {
  if (fieldOf(mask, 'title') && (mask !== true || properties.title != null)) {
    demandTitle(properties.title ?? '')
    renameSheet(book, sheet, properties.title ?? '')
  }
  if (fieldOf(mask, 'hidden')) {
    const others = book.sheets.some((other) => other !== sheet && !other.hidden)
    if (properties.hidden && !others) throw badRequest("You can't hide all the sheets in a document.")
    sheet.hidden = properties.hidden ?? false
  }
  if (fieldOf(mask, 'tabColorStyle')) {
    const folded = foldedObject({ tabColor: properties.tabColor, tabColorStyle: properties.tabColorStyle })
    const color = readColorStyle(book, folded.tabColorStyle as v4.Schema$ColorStyle | undefined)
    sheet.tabColor = color?.hex ?? null
    sheet.tabTheme = color?.theme
  }
  if (fieldOf(mask, 'rightToLeft')) sheet.rightToLeft = properties.rightToLeft ?? false
  const grid = fieldOf(mask, 'gridProperties')
  if (grid && !sheet.objectSheet) updateGrid(book, sheet, properties.gridProperties ?? {}, grid)
  if (fieldOf(mask, 'index') && (mask !== true || properties.index != null))
    placeSheet(book, sheet, properties.index ?? 0)
}

/** The index counts the places before the move, so one behind the sheet leaves it where it is. */
function placeSheet(book: Workbook, sheet: Sheet, index: number): void {
  if (index < 0 || index > book.sheets.length) throw badRequest(`Invalid sheet index: ${index}`)
  const now = book.sheets.indexOf(sheet)
  const others = book.sheets.filter((one) => one !== sheet)
  others.splice(index > now ? index - 1 : index, 0, sheet)
  book.sheets = others
}

export const sheetRequests: Handlers = {
  addSheet: ({ book }, { properties = {} }) => {
    const { sheetId, title, index, sheetType, gridProperties } = properties
    if (sheetId != null) demandFreeId(book, sheetId)
    if (title != null) demandTitle(title)
    if (sheetType && sheetType !== 'GRID') throw badRequest(`Cannot add a sheet of type ${sheetType}.`)
    demandSheetRoom(book)
    const [rows, columns] = [gridProperties?.rowCount ?? 1000, gridProperties?.columnCount ?? 26]
    if (rows < 1 || columns < 1) throw badRequest('gridProperties.rowCount and columnCount must be at least 1.')
    demandColumns(columns)
    demandRoom(book, rows * columns)
    const place = Math.max(0, Math.min(index ?? book.sheets.length, book.sheets.length))
    const sheet = addSheet(book, title ?? undefined, place)
    if (sheetId != null) sheet.id = sheetId
    Object.assign(sheet, { maxRows: rows, maxColumns: columns })
    const { rowCount: _rows, columnCount: _columns, ...grid } = gridProperties ?? {}
    const { title: _title, index: _index, ...rest } = properties
    updateSheet(book, sheet, { ...rest, gridProperties: grid }, true)
    return { properties: sheetPropertiesJson(book, sheet) }
  },

  deleteSheet: ({ book }, { sheetId }) => {
    const sheet = knownSheet(book, sheetId)
    if (book.sheets.length === 1) throw badRequest("You can't remove all the sheets in a document.")
    removeSheet(book, sheet)
    return undefined
  },

  duplicateSheet: ({ book }, { sourceSheetId, insertSheetIndex, newSheetId, newSheetName }) => {
    const source = knownSheet(book, sourceSheetId)
    if (newSheetId != null) demandFreeId(book, newSheetId)
    if (newSheetName) demandTitle(newSheetName)
    if (newSheetName && book.sheets.some(({ name }) => name.toLowerCase() === newSheetName.toLowerCase()))
      throw badRequest(`A sheet with the name "${newSheetName}" already exists. Please enter another name.`)
    demandSheetRoom(book)
    demandRoom(book, source.maxRows * source.maxColumns)
    const copy = copySheet(book, source, newSheetName || undefined)
    if (newSheetId != null) copy.id = newSheetId
    const others = book.sheets.filter((one) => one !== copy)
    others.splice(Math.max(0, Math.min(insertSheetIndex ?? 0, others.length)), 0, copy)
    book.sheets = others
    return { properties: sheetPropertiesJson(book, copy) }
  },

  updateSheetProperties: ({ book }, { properties, fields }) => {
    const mask = readMask(fields)
    if (!properties) throw badRequest('No properties specified.')
    const sheet = knownSheet(book, properties.sheetId)
    demandFields(mask, [...sheetFields, 'sheetId', 'sheetType', 'dataSourceSheetProperties'])
    updateSheet(book, sheet, properties, mask)
    touch(book)
    return undefined
  },

  updateSpreadsheetProperties: ({ book }, { properties, fields }) => {
    const mask = readMask(fields)
    demandFields(mask, bookFields)
    updateBook(book, properties ?? {}, mask)
    touch(book)
    return undefined
  },
}

function updateBook(book: Workbook, properties: v4.Schema$SpreadsheetProperties, mask: Mask): void {
  const has = (name: keyof v4.Schema$SpreadsheetProperties) =>
    fieldOf(mask, name) && (mask !== true || properties[name] != null)
  if (has('title')) {
    if (!properties.title) throw badRequest('The spreadsheet title cannot be empty.')
    book.title = properties.title
  }
  if (has('locale')) {
    const locale = properties.locale ?? ''
    if (!/^[a-z]{2,3}([_-][A-Za-z0-9]{2,4})?$/.test(locale)) throw badRequest(`Unsupported locale: ${locale}`)
    book.locale = locale.replace('-', '_')
  }
  if (has('timeZone')) book.timeZone = knownTimeZone(properties.timeZone ?? '')
  if (has('autoRecalc')) book.autoRecalc = properties.autoRecalc || 'ON_CHANGE'
  if (has('importFunctionsExternalUrlAccessAllowed'))
    book.importAllowed = properties.importFunctionsExternalUrlAccessAllowed ?? false
  if (fieldOf(mask, 'iterativeCalculationSettings')) {
    const { maxIterations, convergenceThreshold } = properties.iterativeCalculationSettings ?? {}
    book.iteration = properties.iterativeCalculationSettings
      ? { max: maxIterations ?? undefined, threshold: convergenceThreshold ?? undefined }
      : null
  }
  if (has('defaultFormat')) book.defaultStyle = readCellFormat(book, foldedObject(properties.defaultFormat)).style ?? {}
  if (has('spreadsheetTheme')) setTheme(book, properties.spreadsheetTheme ?? {})
}

function knownTimeZone(timeZone: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
    return timeZone
  } catch {
    throw badRequest(`Invalid time zone: ${timeZone}`)
  }
}

function setTheme(book: Workbook, { primaryFontFamily, themeColors }: v4.Schema$SpreadsheetTheme): void {
  const colors = Object.fromEntries(
    (themeColors ?? []).flatMap(({ colorType, color }) => {
      const read = readColorStyle(book, color)
      return colorType && read ? [[colorType, read.hex]] : []
    }),
  )
  book.theme = { font: primaryFontFamily ?? book.theme.font, colors: { ...book.theme.colors, ...colors } }
}
