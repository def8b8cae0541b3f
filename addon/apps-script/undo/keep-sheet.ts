// The sheet as it is before a write, as far as the plan changes it, and how it is put back.
import type { PlanEdit } from '../../../shared/plan/plan-edit.ts'
import { addBand, readBand } from '../edits/apply-bands.ts'
import { readFilter, restoreFilter } from '../edits/move-filter.ts'
import type { Trace } from '../edits/trace-cells.ts'
import type { Spreadsheet } from '../edits/write-place.ts'
import { rangeBlock, type Sheet, sameBlock } from '../sheets.ts'
import { keepCondition, restoreConditions } from './conditions.ts'
import { keepRows, restoreRows } from './keep-rows.ts'
import type { KeptSheet, UndoStep } from './undo-step.ts'

/** Reads only what the edits change. */
export function keepSheet(
  spreadsheet: Spreadsheet,
  sheet: Sheet,
  edits: PlanEdit[],
  { deleted }: Trace,
  saved: UndoStep['saved'],
): KeptSheet {
  const has = (...kinds: PlanEdit['kind'][]) => edits.some(({ kind }) => kinds.includes(kind))
  const [rows, columns] = [sheet.getMaxRows(), sheet.getMaxColumns()]
  const widened = edits.flatMap((edit) =>
    edit.kind === 'width' ? Array.from({ length: edit.count }, (_, at) => edit.column + at) : [],
  )
  return {
    rows,
    columns,
    frozen: has('freeze', 'delete_rows', 'insert_rows')
      ? { rows: sheet.getFrozenRows(), columns: sheet.getFrozenColumns() }
      : null,
    widths: [...new Set(widened)]
      .filter((column) => column <= columns)
      .map((column) => ({ column, pixels: sheet.getColumnWidth(column) })),
    gridlines_hidden: has('gridlines') ? sheet.hasHiddenGridlines() : null,
    right_to_left: has('right_to_left') ? sheet.isRightToLeft() : null,
    bands: has('band', 'delete_rows', 'insert_rows') ? sheet.getBandings().map(readBand) : null,
    filter: has('filter', 'delete_rows', 'insert_rows') ? { was: readFilter(sheet) } : null,
    conditions: has('condition', 'delete_rows') ? sheet.getConditionalFormatRules().map(keepCondition) : null,
    deleted: deleted.length > 0 ? keepRows(spreadsheet, sheet, deleted, saved?.blocks ?? []) : null,
  }
}

function restoreBands(sheet: Sheet, kept: NonNullable<KeptSheet['bands']>): void {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
  for (const banding of sheet.getBandings()) {
    const now = readBand(banding)
    const grown = kept.find(({ block }) => block.column === now.block.column && block.columns === now.block.columns)
    if (kept.some((band) => same(band, now)) || !grown) continue
    // Rows that came back at its edge are not in it by themselves.
    if (same({ ...now, block: grown.block }, grown)) banding.remove()
  }
  const left = sheet.getBandings().map((banding) => rangeBlock(banding.getRange()))
  for (const band of kept) if (!left.some((block) => sameBlock(block, band.block))) addBand(sheet, band)
}

/** Puts everything back but the cells and the size of the grid. */
export function restoreSheet(spreadsheet: Spreadsheet, sheet: Sheet, kept: KeptSheet): void {
  const { frozen, widths, gridlines_hidden, right_to_left, bands, filter, conditions, deleted } = kept
  if (frozen) {
    sheet.setFrozenRows(frozen.rows)
    sheet.setFrozenColumns(frozen.columns)
  }
  for (const { column, pixels } of widths) sheet.setColumnWidth(column, pixels)
  if (gridlines_hidden !== null) sheet.setHiddenGridlines(gridlines_hidden)
  if (right_to_left !== null) sheet.setRightToLeft(right_to_left)
  if (bands) restoreBands(sheet, bands)
  if (filter) restoreFilter(sheet, filter.was)
  if (conditions) restoreConditions(sheet, conditions)
  if (deleted) restoreRows(spreadsheet, sheet, deleted)
}
