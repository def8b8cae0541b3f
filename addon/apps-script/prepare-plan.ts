// Fits a table to the open spreadsheet as it is now: the plan, what it will change, and what stands there.
import type { PlanInput } from '../../shared/contract/rpc.ts'
import { type Block, blockAddress, cellAddress } from '../../shared/plan/a1.ts'
import type { PlanPreview, SheetPlan } from '../../shared/plan/plan.ts'
import { emptyPlace, type PriorState, planBlock, previewPlan } from '../../shared/plan/preview.ts'
import { fitTable } from '../../shared/template/fit.ts'
import { Failure } from './failure.ts'
import { blockOnGrid, blockRange, type Sheet } from './sheets.ts'

/** `sheet` is null when the plan makes a new one; `block` is the part of the place that is on the sheet already. */
export type PreparedPlan = {
  plan: SheetPlan
  preview: PlanPreview
  sheet: Sheet | null
  block: Block | null
  sheets: Sheet[]
}

/** What one call can write, read back and check within Google's time. */
const mostCells = 500_000
const longestCell = 50_000

function checkSize(plan: SheetPlan): void {
  const count = plan.cells.length * plan.columns.length
  if (count > mostCells) {
    throw new Failure(
      'too_large',
      'The table is too large to be written at once.',
      `It has ${count} cells; up to ${mostCells} can be written in one step. Use fewer rows.`,
    )
  }
  plan.cells.forEach((cells, r) => {
    const c = cells.findIndex((cell) => typeof cell === 'string' && cell.length > longestCell)
    if (c < 0) return
    const where = cellAddress(plan.row + r, plan.column + c)
    throw new Failure(
      'too_large',
      'A text is too long for a cell.',
      `The text for ${where} is over Google’s ${longestCell} characters. Shorten it.`,
    )
  })
}

/** Keeps the rules that are in the place already: the person set them. Answers with a note when there are any. */
function keepRules(plan: SheetPlan, rules: unknown[][], notes: string[]): SheetPlan {
  const columns = plan.columns.map((column, c) =>
    column.validation && rules.some((row) => row[c] !== null && row[c] !== undefined)
      ? { ...column, validation: null }
      : column,
  )
  const kept = columns.filter((column, c) => column !== plan.columns[c]).map(({ header }) => `“${header}”`)
  if (kept.length > 0) notes.push(`The rules that are already in the place stay: ${kept.join(', ')}.`)
  return { ...plan, columns }
}

/** Reads nothing of the spreadsheet but names, locale and the place itself. */
export function preparePlan({ table, template, target }: PlanInput): PreparedPlan {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet()
  const sheets = spreadsheet.getSheets()
  const sheet =
    target.kind === 'at_cell' ? (sheets.find((each) => each.getSheetId() === target.sheet_id) ?? null) : null
  if (target.kind === 'at_cell' && !sheet) {
    throw new Failure('invalid', 'The chosen sheet is no longer there.', 'Choose another place.')
  }
  const names = sheets.map((each) => each.getName())
  const place = { locale: spreadsheet.getSpreadsheetLocale(), sheet_names: names, sheet_name: sheet?.getName() ?? null }
  const { plan, notes } = fitTable({ table, template, target, place })
  checkSize(plan)

  const block = sheet ? blockOnGrid(sheet, planBlock(plan)) : null
  if (!sheet || !block) return { plan, preview: previewPlan(plan, emptyPlace, notes), sheet, block, sheets }

  const range = blockRange(sheet, block)
  const prior: PriorState = { display: range.getDisplayValues(), formulas: range.getFormulas() }
  const kept = keepRules(plan, range.getDataValidations().slice(1), notes)
  const merges = range.getMergedRanges().map((merged) => merged.getA1Notation())
  if (merges.length > 0) notes.push(`Merged cells will be separated: ${merges.slice(0, 5).join(', ')}.`)
  if (planBlock(plan).rows > block.rows || planBlock(plan).columns > block.columns) {
    notes.push(`The sheet will be made larger: it ends before ${blockAddress(planBlock(plan))}.`)
  }
  return { plan: kept, preview: previewPlan(kept, prior, notes), sheet, block, sheets }
}
