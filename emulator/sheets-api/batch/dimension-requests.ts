// Requests about rows and columns: properties, inserting, appending, deleting, moving, fitting.
import { touch } from '../../workbook/changes.ts'
import { fitColumns } from '../../workbook/fit-columns.ts'
import { inheritLook } from '../../workbook/inherit-look.ts'
import { deleteLines, insertLines, moveLines } from '../../workbook/lines.ts'
import type { Workbook } from '../../workbook/workbook.ts'
import { badRequest } from '../api-error.ts'
import { demandFields, fieldOf, readMask } from '../cell-data/field-mask.ts'
import { gridWithId, type Lines, lineTotal, readLines } from '../cell-data/grid-range.ts'
import { demandColumns, demandRoom } from './limits.ts'
import type { Handlers } from './request.ts'

function demandStart({ sheet, axis, start }: Lines): void {
  const size = lineTotal(sheet, axis)
  if (start > size) throw badRequest(`range.startIndex is larger than current grid size (${size})`)
}

function demandGrowth(book: Workbook, { sheet, axis, count }: Lines): void {
  if (axis === 'column') demandColumns(sheet.maxColumns + count)
  demandRoom(book, count * (axis === 'row' ? sheet.maxColumns : sheet.maxRows))
}

function lineNumbers({ sheet, axis, start, count }: Lines): number[] {
  const end = Math.min(start + count - 1, lineTotal(sheet, axis))
  return Array.from({ length: Math.max(0, end - start + 1) }, (_, index) => start + index)
}

export const dimensionRequests: Handlers = {
  updateDimensionProperties: ({ book }, { range, properties = {}, fields, dataSourceSheetRange }) => {
    const mask = readMask(fields)
    demandFields(mask, [
      'pixelSize',
      'hiddenByUser',
      'hiddenByFilter',
      'developerMetadata',
      'dataSourceColumnReference',
    ])
    if (dataSourceSheetRange) throw badRequest(`No data source sheet with id: ${dataSourceSheetRange.sheetId ?? 0}`)
    const lines = readLines(book, range)
    demandStart(lines)
    const { sheet, axis } = lines
    const sizes = axis === 'row' ? sheet.rowHeights : sheet.columnWidths
    const hidden = axis === 'row' ? sheet.hiddenRows : sheet.hiddenColumns
    const { pixelSize, hiddenByUser } = properties
    if ((pixelSize ?? 0) < 0) throw badRequest(`Invalid pixel size: ${pixelSize}`)
    for (const line of lineNumbers(lines)) {
      if (fieldOf(mask, 'pixelSize') && (mask !== true || pixelSize != null)) {
        if (pixelSize) sizes.set(line, pixelSize)
        else sizes.delete(line)
      }
      if (fieldOf(mask, 'hiddenByUser')) {
        if (hiddenByUser) hidden.add(line)
        else hidden.delete(line)
      }
    }
    if (hidden.size >= lineTotal(sheet, axis)) throw badRequest(`You can't hide all the ${axis}s on the sheet.`)
    touch(book)
    return undefined
  },

  insertDimension: ({ book }, { range, inheritFromBefore }) => {
    const lines = readLines(book, range)
    const { sheet, axis, start, count } = lines
    const size = lineTotal(sheet, axis)
    if (start > size + 1) demandStart(lines)
    if (start === size + 1 && !inheritFromBefore)
      throw badRequest(`range.startIndex must be less than the grid size (${size}) if inheritFromBefore is false.`)
    if (start === 1 && inheritFromBefore)
      throw badRequest('range.startIndex must be greater than 0 if inheritFromBefore is true.')
    demandGrowth(book, lines)
    insertLines(book, sheet, axis, start, count)
    inheritLook(book, sheet, axis, { start, count, neighbour: inheritFromBefore ? start - 1 : start + count })
    return undefined
  },

  appendDimension: ({ book }, { sheetId, dimension, length }) => {
    const sheet = gridWithId(book, sheetId)
    if (!length || length < 1) throw badRequest('length must be greater than 0.')
    if (dimension !== 'ROWS' && dimension !== 'COLUMNS') throw badRequest('No dimension specified.')
    const axis = dimension === 'ROWS' ? 'row' : 'column'
    demandGrowth(book, { sheet, axis, start: 1, count: length })
    if (axis === 'row') sheet.maxRows += length
    else sheet.maxColumns += length
    touch(book)
    return undefined
  },

  deleteDimension: ({ book }, { range }) => {
    const { sheet, axis, start, count } = readLines(book, range)
    const size = lineTotal(sheet, axis)
    if (start + count - 1 > size)
      throw badRequest(
        `Cannot delete a ${axis} that doesn't exist. Tried to delete ${axis} index ${Math.max(start - 1, size)} but there are only ${size} ${axis}s.`,
      )
    if (count >= size) throw badRequest(`You can't delete all the ${axis}s on the sheet.`)
    const frozen = axis === 'row' ? sheet.frozenRows : sheet.frozenColumns
    const kept = size - frozen - Math.max(0, start + count - 1 - Math.max(frozen, start - 1))
    if (frozen > 0 && kept <= 0) throw badRequest(`Sorry, it is not possible to delete all non-frozen ${axis}s.`)
    deleteLines(book, sheet, axis, start, count)
    return undefined
  },

  moveDimension: ({ book }, { source, destinationIndex }) => {
    const lines = readLines(book, source, 'source')
    const { sheet, axis, start, count } = lines
    const size = lineTotal(sheet, axis)
    const destination = (destinationIndex ?? 0) + 1
    if (start + count - 1 > size) throw badRequest(`source.endIndex is larger than current grid size (${size})`)
    if (destination < 1 || destination > size + 1)
      throw badRequest(`destinationIndex is larger than current grid size (${size})`)
    const crosses = sheet.merges.some((merge) => {
      const [first, span] = axis === 'row' ? [merge.row, merge.rows] : [merge.column, merge.columns]
      const isCut = first < start + count && first + span > start && !(first >= start && first + span <= start + count)
      return isCut || (first < destination && first + span > destination)
    })
    if (crosses)
      throw badRequest(
        `Sorry, it is not possible to move a ${axis} to a position that crosses a merged cell. Please unmerge and try again.`,
      )
    if (destination >= start && destination <= start + count) return undefined
    moveLines(book, sheet, axis, start, count, destination)
    return undefined
  },

  autoResizeDimensions: ({ book }, { dimensions, dataSourceSheetDimensions }) => {
    if (dataSourceSheetDimensions)
      throw badRequest(`No data source sheet with id: ${dataSourceSheetDimensions.sheetId ?? 0}`)
    const lines = readLines(book, dimensions, 'dimensions')
    demandStart(lines)
    if (lines.axis === 'column') fitColumns(book, lines.sheet, lineNumbers(lines))
    else for (const line of lineNumbers(lines)) lines.sheet.rowHeights.delete(line)
    touch(book)
    return undefined
  },
}
