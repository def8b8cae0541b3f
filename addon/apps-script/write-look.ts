// Gives a written plan its look: on a sheet of its own in full, at a cell only within its range.
import type { SheetPlan } from '../../shared/plan/plan.ts'
import { usualWidth } from '../../shared/template/column-width.ts'
import type { Range, Sheet } from './sheets.ts'

/** Header and body, without the totals row. */
function dataRange(range: Range, plan: SheetPlan): Range {
  return plan.totals ? range.offset(0, 0, plan.cells.length - 1, plan.columns.length) : range
}

function headerRange(range: Range, plan: SheetPlan): Range {
  return range.offset(0, 0, 1, plan.columns.length)
}

function writeCommonLook(range: Range, plan: SheetPlan): void {
  const aligns = plan.columns.map(({ align }) => align)
  range.setHorizontalAlignments(plan.cells.map(() => aligns))
  const header = headerRange(range, plan).setFontColor(plan.header_style.color)
  if (!plan.totals) {
    header.setFontWeight('bold')
    return
  }
  const line = SpreadsheetApp.BorderStyle.SOLID
  const totals = range.offset(plan.cells.length - 1, 0, 1, plan.columns.length)
  const addresses = [header, totals].map((each) => each.getA1Notation())
  range.getSheet().getRangeList(addresses).setFontWeight('bold')
  totals.setBorder(true, null, null, null, null, null, plan.header_style.background, line)
}

/** One call for each run of columns with the same width, none where it is the usual one. */
function writeWidths(sheet: Sheet, { column, columns }: SheetPlan): void {
  let start = 0
  columns.forEach(({ width }, at) => {
    if (columns[at + 1]?.width === width) return
    if (width !== usualWidth) sheet.setColumnWidths(column + start, at - start + 1, width)
    start = at + 1
  })
}

/** A new sheet belongs to the table: bands that follow later rows, frozen header, filter, widths. */
export function writeSheetLook(sheet: Sheet, range: Range, plan: SheetPlan): void {
  writeCommonLook(range, plan)
  const data = dataRange(range, plan)
  const empty = plan.cells.length === 1
  if (plan.banding && !empty) {
    const banding = data
      .applyRowBanding(SpreadsheetApp.BandingTheme.LIGHT_GREY, true, false)
      .setHeaderRowColor(plan.header_style.background)
      .setSecondRowColor(plan.banding.second)
    // The theme's own first row is white.
    if (plan.banding.first !== '#ffffff') banding.setFirstRowColor(plan.banding.first)
  } else {
    headerRange(range, plan).setBackground(plan.header_style.background)
  }
  if (plan.frozen_rows > 0) sheet.setFrozenRows(plan.frozen_rows)
  if (plan.frozen_columns > 0) sheet.setFrozenColumns(plan.frozen_columns)
  if (plan.filter && !empty) data.createFilter()
  writeWidths(sheet, plan)
}

/** At a cell the sheet around stays as it is: bands are plain colours, nothing is frozen, filtered or widened. */
export function writeRangeLook(range: Range, plan: SheetPlan): void {
  writeCommonLook(range, plan)
  headerRange(range, plan).setBackground(plan.header_style.background)
  const { banding } = plan
  const rows = plan.cells.length - 1 - (plan.totals ? 1 : 0)
  if (!banding || rows === 0) return
  const body = range.offset(1, 0, rows, plan.columns.length)
  const colors = [banding.first, banding.second].map((color) => plan.columns.map(() => color))
  body.setBackgrounds(Array.from({ length: rows }, (_, row) => colors[row % 2] ?? []))
}
