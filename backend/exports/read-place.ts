// The snapshot of a spreadsheet that a write is planned on, and what its batch has to know of the sheet.
import { type AnyCondition, conditionSign } from '../../shared/plan/batch-update/condition-sign.ts'
import { overlaps, type SheetState } from '../../shared/plan/batch-update/sheet-state.ts'
import type { Place, PlaceSheet } from '../../shared/plan/place.ts'
import type { PlanBlock } from '../../shared/plan/plan-edit.ts'
import type { PlaceCells } from './read-cells.ts'
import { blockOf, type FoundTable, type SheetResource, type Structure } from './read-structure.ts'

/** A block without the cells of another: up to four blocks. */
function without(block: PlanBlock, hole: PlanBlock): PlanBlock[] {
  if (!overlaps(block, hole)) return [block]
  const [bottom, right] = [block.row + block.rows, block.column + block.columns]
  const [top, left] = [Math.max(block.row, hole.row), Math.max(block.column, hole.column)]
  const [end, edge] = [Math.min(bottom, hole.row + hole.rows), Math.min(right, hole.column + hole.columns)]
  return [
    { ...block, rows: top - block.row },
    { ...block, row: end, rows: bottom - end },
    { row: top, column: block.column, rows: end - top, columns: left - block.column },
    { row: top, column: edge, rows: end - top, columns: right - edge },
  ].filter(({ rows, columns }) => rows > 0 && columns > 0)
}

function protectedBlocks(sheet: SheetResource): PlaceSheet['protected'] {
  return sheet.protectedRanges.flatMap((each) => {
    const range = each.range ?? sheet.tables.find(({ tableId }) => tableId === each.tableId)?.range
    if (!range) return []
    const holes = each.unprotectedRanges.map((hole) => blockOf(hole, sheet))
    const blocks = holes.reduce((left, hole) => left.flatMap((block) => without(block, hole)), [blockOf(range, sheet)])
    const how = { may_edit: each.warningOnly || each.requestingUserCanEdit, warning_only: each.warningOnly }
    return blocks.map((block) => ({ block, ...how }))
  })
}

/** Bands and filters of native tables count as the person's too, though a batch leaves them to the table. */
function placeSheet(sheet: SheetResource, cells: PlaceCells): PlaceSheet {
  const { sheetId, title, gridProperties } = sheet.properties
  const merged = sheet.merges.map((range) => blockOf(range, sheet))
  const { window } = cells
  const seen = {
    row: window.row,
    column: window.column,
    rows: window.values.length,
    columns: window.values[0]?.length ?? 0,
  }
  return {
    id: sheetId,
    name: title,
    rows: gridProperties?.rowCount ?? 1,
    columns: gridProperties?.columnCount ?? 1,
    merged: merged.filter((block) => overlaps(block, seen)),
    protected: protectedBlocks(sheet),
    filter: sheet.basicFilter ? blockOf(sheet.basicFilter.range, sheet) : null,
    banded: [...sheet.bandedRanges, ...sheet.tables].map(({ range }) => blockOf(range, sheet)),
    ...cells,
  }
}

/** `sheet` and its cells are null for a sheet that is yet to be made. */
export function placeOf(
  { locale, sheets, range_names }: Structure,
  known: FoundTable | null,
  sheet: { resource: SheetResource; cells: PlaceCells } | null,
): Place {
  return {
    locale,
    sheet_names: sheets.map(({ properties }) => properties.title),
    range_names,
    sheet: sheet && placeSheet(sheet.resource, sheet.cells),
    known: known && {
      anchor: known.anchor,
      sheet_id: known.sheet_id,
      sheet_name: known.sheet_name,
      block: known.block,
    },
  }
}

export function sheetState(sheet: SheetResource): SheetState {
  const { sheetId, gridProperties } = sheet.properties
  const filter = sheet.basicFilter
  return {
    id: sheetId,
    rows: gridProperties?.rowCount ?? 1,
    columns: gridProperties?.columnCount ?? 1,
    bands: sheet.bandedRanges.map(({ bandedRangeId, range }) => ({ id: bandedRangeId, block: blockOf(range, sheet) })),
    tables: sheet.tables.map(({ tableId, range }) => ({ id: tableId, block: blockOf(range, sheet) })),
    filter:
      filter && filter.tableId === undefined
        ? {
            block: blockOf(filter.range, sheet),
            specs: filter.filterSpecs.map(({ columnIndex = 0, filterCriteria = {} }) => ({
              columnIndex,
              filterCriteria,
            })),
          }
        : null,
    conditions: sheet.conditionalFormats.map(({ ranges, ...rule }) => ({
      sign: conditionSign(rule as AnyCondition),
      blocks: ranges.map((range) => blockOf(range, sheet)),
    })),
  }
}
