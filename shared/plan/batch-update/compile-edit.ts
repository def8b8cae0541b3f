// One edit of a plan as requests of a batch, and what the sheet is like after it.
import type { Block } from '../a1.ts'
import { blockAddress } from '../a1.ts'
import type { CellLook, PlanEdit } from '../plan-edit.ts'
import { noteData, rowData } from './cell-value.ts'
import { conditionalFormatRule } from './condition.ts'
import { conditionSign } from './condition-sign.ts'
import { colorStyle, gridRange } from './grid-range.ts'
import { lookFormat } from './look.ts'
import type { Border, GridProperties, Request, SheetProperties } from './request.ts'
import { overlaps, type SheetState, withRowsDeleted, withRowsInserted } from './sheet-state.ts'
import { validationRule } from './validation.ts'

/** A batch while it grows. `properties` of the sheet are collected and set once. */
export type Batch = {
  requests: Request[]
  sheet: SheetState
  /** Whether the batch makes the sheet itself: then it is made in its size. */
  isNew: boolean
  locale: string
  properties: Omit<SheetProperties, 'sheetId'>
  /** What can only be done when all cells are written. */
  later: Request[]
  newId: (thing: string) => number
}

/** Everything in a cell that a person can see or that acts on it. */
const wholeCell = 'userEnteredValue,userEnteredFormat,dataValidation,note,textFormatRuns'

type Edit<K extends PlanEdit['kind']> = Extract<PlanEdit, { kind: K }>

function setGrid(batch: Batch, grid: GridProperties): void {
  batch.properties.gridProperties = { ...batch.properties.gridProperties, ...grid }
}

function rows(sheet: SheetState, start: number, count: number) {
  return { sheetId: sheet.id, dimension: 'ROWS' as const, startIndex: start - 1, endIndex: start - 1 + count }
}

function insertRows(batch: Batch, { before, count }: Edit<'insert_rows'>): void {
  const { sheet } = batch
  batch.requests.push({ insertDimension: { range: rows(sheet, before, count), inheritFromBefore: before > 1 } })
  batch.sheet = withRowsInserted(sheet, before, count)
}

function deleteRows(batch: Batch, { row, count }: Edit<'delete_rows'>): void {
  batch.requests.push({ deleteDimension: { range: rows(batch.sheet, row, count) } })
  batch.sheet = withRowsDeleted(batch.sheet, row, count)
}

/** New rows and columns at the end look like the last ones, as they do when a person adds them. */
function grow(batch: Batch, { rows, columns }: Edit<'grow'>): void {
  const { requests, sheet, isNew } = batch
  const add = (dimension: 'ROWS' | 'COLUMNS', startIndex: number, endIndex: number) => {
    const range = { sheetId: sheet.id, dimension, startIndex, endIndex }
    if (endIndex > startIndex && !isNew) requests.push({ insertDimension: { range, inheritFromBefore: true } })
  }
  add('ROWS', sheet.rows, rows)
  add('COLUMNS', sheet.columns, columns)
  batch.sheet = { ...sheet, rows: Math.max(rows, sheet.rows), columns: Math.max(columns, sheet.columns) }
}

function writeCells({ requests, sheet }: Batch, { row, column, cells }: Edit<'cells'>): void {
  const start = { sheetId: sheet.id, rowIndex: row - 1, columnIndex: column - 1 }
  if (cells.length > 0) requests.push({ updateCells: { start, rows: rowData(cells), fields: 'userEnteredValue' } })
}

function topBorder(color: string | null): Border {
  return color === null ? { style: 'NONE' } : { style: 'SOLID', colorStyle: colorStyle(color) }
}

function setLook({ requests, sheet }: Batch, block: Block, look: CellLook): void {
  const range = gridRange(sheet.id, block)
  const { format, fields } = lookFormat(look)
  if (fields.length > 0) {
    const cell = Object.keys(format).length > 0 ? { userEnteredFormat: format } : {}
    requests.push({ repeatCell: { range, cell, fields: fields.join(',') } })
  }
  if (look.border_top !== undefined) requests.push({ updateBorders: { range, top: topBorder(look.border_top) } })
}

function setNote({ requests, sheet }: Batch, { row, column, note }: Edit<'note'>): void {
  const previous = requests.at(-1)
  const data = noteData(note)
  const at = { sheetId: sheet.id, rowIndex: row - 1, columnIndex: column - 1 }
  if (previous && 'updateCells' in previous && 'start' in previous.updateCells) {
    const { start, rows, fields } = previous.updateCells
    const [line] = rows
    const follows = line && start.rowIndex === at.rowIndex && start.columnIndex + line.values.length === at.columnIndex
    if (fields === 'note' && follows) {
      line.values.push(data)
      return
    }
  }
  requests.push({ updateCells: { start: at, rows: [{ values: [data] }], fields: 'note' } })
}

function tableAt({ tables }: SheetState, block: Block) {
  return tables.find((table) => overlaps(table.block, block))
}

function setBand(batch: Batch, { block, header, first, second }: Edit<'band'>): void {
  const { requests, sheet } = batch
  const table = tableAt(sheet, block)
  if (table) {
    // A native table brings its own bands; it only has to reach as far.
    requests.push({ updateTable: { table: { tableId: table.id, range: gridRange(sheet.id, block) }, fields: 'range' } })
    return
  }
  for (const band of sheet.bands)
    if (overlaps(band.block, block)) requests.push({ deleteBanding: { bandedRangeId: band.id } })
  const id = batch.newId(`band ${blockAddress(block)}`)
  const rowProperties = {
    ...(header === null ? {} : { headerColorStyle: colorStyle(header) }),
    firstBandColorStyle: colorStyle(first),
    secondBandColorStyle: colorStyle(second),
  }
  requests.push({
    addBanding: { bandedRange: { bandedRangeId: id, range: gridRange(sheet.id, block), rowProperties } },
  })
  const bands = sheet.bands.filter((band) => !overlaps(band.block, block))
  batch.sheet = { ...sheet, bands: [...bands, { id, block }] }
}

function addCondition(batch: Batch, { blocks, condition }: Edit<'condition'>): void {
  const { requests, sheet } = batch
  const rule = conditionalFormatRule(sheet.id, blocks, condition, batch.locale)
  const sign = conditionSign(rule)
  const isLike = (other: SheetState['conditions'][number]) =>
    other.sign === sign && other.blocks.some((block) => blocks.some((each) => overlaps(block, each)))
  // From the last one on, so that the places of those that are still to go stay.
  for (let index = sheet.conditions.length - 1; index >= 0; index--)
    if (isLike(sheet.conditions[index]!)) requests.push({ deleteConditionalFormatRule: { sheetId: sheet.id, index } })
  requests.push({ addConditionalFormatRule: { rule, index: 0 } })
  const conditions = [{ sign, blocks }, ...sheet.conditions.filter((other) => !isLike(other))]
  batch.sheet = { ...sheet, conditions }
}

function setFilter(batch: Batch, { block }: Edit<'filter'>): void {
  const { sheet } = batch
  if (tableAt(sheet, block)) return
  // A filter that is set anew may sort and hide anew: one that covers the block already is left alone.
  if (sheet.filter && blockAddress(sheet.filter.block) === blockAddress(block)) return
  const inside = (column: number) => column + 1 >= block.column && column + 1 < block.column + block.columns
  const specs = (sheet.filter?.specs ?? []).filter(({ columnIndex = 0 }) => inside(columnIndex))
  const filter = { range: gridRange(sheet.id, block), ...(specs.length > 0 ? { filterSpecs: specs } : {}) }
  batch.requests.push({ setBasicFilter: { filter } })
  batch.sheet = { ...sheet, filter: { block, specs } }
}

/** Adds the requests of an edit. What the anchor takes is not here: it needs to know what the spreadsheet has. */
export function compileEdit(batch: Batch, edit: Exclude<PlanEdit, { kind: 'anchor' }>): void {
  const { requests, sheet, locale } = batch
  switch (edit.kind) {
    case 'insert_rows':
      insertRows(batch, edit)
      break
    case 'delete_rows':
      deleteRows(batch, edit)
      break
    case 'grow':
      grow(batch, edit)
      break
    case 'separate':
      for (const block of edit.blocks) requests.push({ unmergeCells: { range: gridRange(sheet.id, block) } })
      break
    case 'cells':
      writeCells(batch, edit)
      break
    case 'clear':
      requests.push({ updateCells: { range: gridRange(sheet.id, edit.block), fields: wholeCell } })
      break
    case 'look':
      setLook(batch, edit.block, edit.look)
      break
    case 'rule': {
      const rule = edit.rule ? { rule: validationRule(edit.rule, locale) } : {}
      const range = gridRange(sheet.id, edit.block)
      requests.push({ setDataValidation: { range, ...rule, filteredRowsIncluded: true } })
      break
    }
    case 'past_rules':
      // Google's API writes whatever a rule says.
      break
    case 'note':
      setNote(batch, edit)
      break
    case 'band':
      setBand(batch, edit)
      break
    case 'condition':
      addCondition(batch, edit)
      break
    case 'filter':
      setFilter(batch, edit)
      break
    case 'freeze':
      setGrid(batch, { frozenRowCount: edit.rows, frozenColumnCount: edit.columns })
      break
    case 'gridlines':
      setGrid(batch, { hideGridlines: !edit.shown })
      break
    case 'right_to_left':
      batch.properties.rightToLeft = true
      break
    case 'width': {
      const startIndex = edit.column - 1
      const range = { sheetId: sheet.id, dimension: 'COLUMNS' as const, startIndex, endIndex: startIndex + edit.count }
      const properties = { pixelSize: edit.pixels }
      requests.push({ updateDimensionProperties: { range, properties, fields: 'pixelSize' } })
    }
  }
}
