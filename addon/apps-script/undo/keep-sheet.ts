// The sheet as it is before a write, as far as the plan changes it, and how it is put back.
import type { PlanEdit } from '../../../shared/plan/plan-edit.ts'
import { addBand, readBand } from '../edits/apply-bands.ts'
import { shared } from '../edits/blocks.ts'
import { readFilter, restoreFilter } from '../edits/move-filter.ts'
import type { Trace } from '../edits/trace-cells.ts'
import type { Spreadsheet } from '../edits/write-place.ts'
import { blockRange, type Sheet } from '../sheets.ts'
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

/** Bands get the cells back that they had; those that went are made anew, and those of somebody else stay. */
function restoreBands(sheet: Sheet, kept: NonNullable<KeptSheet['bands']>): void {
  const text = (band: unknown) => JSON.stringify(band)
  const look = ({ block: { column, columns }, ...colors }: (typeof kept)[number]) => text([column, columns, colors])
  const present = sheet.getBandings().map((banding) => ({ banding, now: readBand(banding) }))
  const missing = kept.filter((band) => !present.some(({ now }) => text(now) === text(band)))
  const others = present.filter(({ now }) => !kept.some((band) => text(now) === text(band)))
  for (const band of missing) {
    const at = others.findIndex(({ now }) => look(now) === look(band))
    const [moved] = at < 0 ? [] : others.splice(at, 1)
    if (moved) moved.banding.setRange(blockRange(sheet, band.block))
    else if (!others.some(({ now }) => shared(now.block, band.block))) addBand(sheet, band)
  }
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
