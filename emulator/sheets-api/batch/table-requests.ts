// Requests about native tables.
import { randomBytes } from 'node:crypto'
import type { sheets_v4 as v4 } from '@googleapis/sheets'
import { cellAt, overlaps, patchCell } from '../../workbook/cells.ts'
import { textAt } from '../../workbook/display.ts'
import type { Table, TableColumn } from '../../workbook/sheet-objects.ts'
import type { Box, Sheet, Workbook } from '../../workbook/workbook.ts'
import { badRequest } from '../api-error.ts'
import { foldedObject, readColorStyle, twinColors } from '../cell-data/color.ts'
import { demandFields, fieldOf, type Mask, readMask } from '../cell-data/field-mask.ts'
import { readGridRange } from '../cell-data/grid-range.ts'
import { tableJson } from '../cell-data/sheet-objects.ts'
import type { Handlers } from './request.ts'
import { allTables, tableWithId } from './table-places.ts'

type ColumnProperties = v4.Schema$TableColumnProperties

function demandFreePlace(book: Workbook, sheet: Sheet, box: Box, own?: Table): void {
  if (sheet.tables.some((table) => table.id !== own?.id && overlaps(table.box, box)))
    throw badRequest('You cannot add a table that overlaps another table.')
  if (sheet.bandings.some((banding) => overlaps(banding.box, box)))
    throw badRequest(
      'You cannot add alternating background colors to a range that already has alternating background colors.',
    )
  if (sheet.merges.some((merge) => overlaps(merge, box))) throw badRequest('A table cannot contain merged cells.')
  void book
}

function demandFreeName(book: Workbook, name: string, own?: Table): void {
  if (!/^[\p{L}_][\p{L}\p{N}_. ]{0,249}$/u.test(name)) throw badRequest(`Invalid table name: ${name}`)
  if (allTables(book).some(({ table }) => table.id !== own?.id && table.name.toLowerCase() === name.toLowerCase()))
    throw badRequest(`A table with the name "${name}" already exists. Please enter another name.`)
}

function freeName(book: Workbook): string {
  const names = new Set(allTables(book).map(({ table }) => table.name))
  let number = 1
  while (names.has(`Table${number}`)) number += 1
  return `Table${number}`
}

function demandColumns(columns: ColumnProperties[], width: number): void {
  const seen = new Set<number>()
  for (const { columnIndex, columnType, dataValidationRule } of columns) {
    const index = columnIndex ?? 0
    if (index < 0 || index >= width) throw badRequest(`Invalid column index: ${index}.`)
    if (seen.has(index)) throw badRequest(`Duplicate column index: ${index}.`)
    seen.add(index)
    const condition = dataValidationRule?.condition
    if (columnType === 'DROPDOWN' && !condition) throw badRequest('Condition must be set for dropdown column type.')
    if (columnType !== 'DROPDOWN' && dataValidationRule)
      throw badRequest('Cannot set condition for non-dropdown column type.')
    if (condition && condition.type !== 'ONE_OF_LIST')
      throw badRequest('Only ONE_OF_LIST is supported for the condition of a dropdown column.')
  }
}

function columnOf(properties: ColumnProperties, name: string): TableColumn {
  const { columnType, dataValidationRule } = properties
  const choices = dataValidationRule?.condition?.values?.map(({ userEnteredValue }) => userEnteredValue ?? '')
  return {
    name,
    ...(columnType && columnType !== 'COLUMN_TYPE_UNSPECIFIED' ? { type: columnType } : {}),
    ...(choices ? { choices: [choices] } : {}),
  }
}

/** Writes a name into its header cell as plain text; the cell's own look stays. */
function writeHeader(book: Workbook, sheet: Sheet, box: Box, index: number, name: string): void {
  patchCell(book, sheet, box.row, box.column + index, { value: name, formula: undefined, runs: undefined })
}

/**
 * The columns of a new table: a name that was given goes into the header cell, a typed column without a name is called
 * `Column 1` and so on along those columns, and any other is named by its header.
 */
function newColumns(book: Workbook, sheet: Sheet, box: Box, asked: ColumnProperties[]): TableColumn[] {
  let unnamed = 0
  return Array.from({ length: box.columns }, (_, index) => {
    const properties = asked.find(({ columnIndex }) => (columnIndex ?? 0) === index) ?? {}
    const header = textAt(book, sheet, box.row, box.column + index)
    const typed = properties.columnType && properties.columnType !== 'COLUMN_TYPE_UNSPECIFIED'
    if (!properties.columnName && !typed && header) return columnOf(properties, header)
    const name = properties.columnName || `Column ${typed ? ++unnamed : index + 1}`
    writeHeader(book, sheet, box, index, name)
    return columnOf(properties, name)
  })
}

/** Under a mask the whole list is replaced: a column that is left out keeps its header and loses its type. */
function replacedColumns(book: Workbook, sheet: Sheet, table: Table, asked: ColumnProperties[]): TableColumn[] {
  demandColumns(asked, table.box.columns)
  if (asked.some(({ columnName }) => !columnName)) throw badRequest('Table header row cell must have a value.')
  return table.columns.map((column, index) => {
    const properties = asked.find(({ columnIndex }) => (columnIndex ?? 0) === index)
    const header = textAt(book, sheet, table.box.row, table.box.column + index)
    if (!properties) return { name: header || column.name }
    writeHeader(book, sheet, table.box, index, properties.columnName!)
    return columnOf(properties, properties.columnName!)
  })
}

/** Typing a column as checkboxes makes text and empty cells under its header unchecked. */
function uncheck(book: Workbook, sheet: Sheet, { box, columns, colors }: Table): void {
  columns.forEach(({ type }, index) => {
    if (type !== 'BOOLEAN') return
    const last = box.row + box.rows - 1 - (colors.footer ? 1 : 0)
    for (let row = box.row + 1; row <= last; row++) {
      const cell = cellAt(sheet, row, box.column + index)
      if (cell?.formula === undefined && typeof (cell?.value ?? '') === 'string')
        patchCell(book, sheet, row, box.column + index, { value: false })
    }
  })
}

function readColors(book: Workbook, properties: v4.Schema$TableRowsProperties | undefined): Table['colors'] {
  const folded = foldedObject(properties)
  const hex = (name: string) => readColorStyle(book, folded[name] as v4.Schema$ColorStyle | undefined)?.hex
  const colors = {
    header: hex('headerColorStyle'),
    first: hex('firstBandColorStyle'),
    second: hex('secondBandColorStyle'),
    footer: hex('footerColorStyle'),
  }
  return Object.fromEntries(Object.entries(colors).filter(([, value]) => value !== undefined))
}

export const tableRequests: Handlers = {
  addTable: ({ book }, { table = {} }) => {
    const { sheet, box } = readGridRange(book, table.range)
    if (table.tableId && allTables(book).some((one) => one.table.id === table.tableId))
      throw badRequest(`A table with id: ${table.tableId} already exists.`)
    const name = table.name || freeName(book)
    demandFreeName(book, name)
    demandFreePlace(book, sheet, box)
    const asked = table.columnProperties ?? []
    demandColumns(asked, box.columns)
    const added: Table = {
      id: table.tableId || randomBytes(8).toString('hex'),
      name,
      box,
      columns: newColumns(book, sheet, box, asked),
      colors: readColors(book, table.rowsProperties),
    }
    uncheck(book, sheet, added)
    sheet.tables = [...sheet.tables, added]
    return { table: twinColors(book, tableJson(book, sheet, added)) }
  },

  updateTable: ({ book }, { table = {}, fields }) => {
    const mask = readMask(fields)
    demandFields(mask, ['tableId', 'name', 'range', 'rowsProperties', 'columnProperties'])
    const { sheet, table: known } = tableWithId(book, table.tableId)
    const updated = updatedTable(book, sheet, known, table, mask)
    uncheck(book, sheet, updated)
    sheet.tables = sheet.tables.map((one) => (one === known ? updated : one))
    return undefined
  },

  deleteTable: ({ book }, { tableId }) => {
    const { sheet, table } = tableWithId(book, tableId)
    sheet.tables = sheet.tables.filter((one) => one !== table)
    sheet.protections = sheet.protections.filter((one) => one.tableId !== table.id)
    return undefined
  },
}

function updatedTable(book: Workbook, sheet: Sheet, known: Table, asked: v4.Schema$Table, mask: Mask): Table {
  let table = { ...known }
  if (fieldOf(mask, 'name')) {
    if (!asked.name) throw badRequest('Table name cannot be empty.')
    demandFreeName(book, asked.name, known)
    table.name = asked.name
  }
  if (fieldOf(mask, 'range') && (mask !== true || asked.range)) {
    const place = readGridRange(book, asked.range)
    if (place.sheet !== sheet) throw badRequest('A table cannot be moved to another sheet.')
    demandFreePlace(book, sheet, place.box, known)
    table = resized(book, sheet, table, place.box)
  }
  if (fieldOf(mask, 'rowsProperties')) table.colors = readColors(book, asked.rowsProperties)
  if (fieldOf(mask, 'columnProperties'))
    table.columns = replacedColumns(book, sheet, table, asked.columnProperties ?? [])
  return table
}

function resized(book: Workbook, sheet: Sheet, table: Table, box: Box): Table {
  const columns = Array.from({ length: box.columns }, (_, index) => {
    const kept = table.columns[box.column + index - table.box.column]
    const header = textAt(book, sheet, box.row, box.column + index)
    const name = header || kept?.name || `Column ${index + 1}`
    if (!header) writeHeader(book, sheet, box, index, name)
    return { ...kept, name }
  })
  return { ...table, box, columns }
}
