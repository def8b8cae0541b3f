// Fits a table to the open spreadsheet as it is now: the plan, what it will change, and what stands there.
import type { PlanInput } from '../../shared/contract/rpc.ts'
import { blockAddress, cellAddress } from '../../shared/plan/a1.ts'
import type { PlanPreview, SheetPlan } from '../../shared/plan/plan.ts'
import { emptyPlace, planBlock, previewPlan } from '../../shared/plan/preview.ts'
import type { Table } from '../../shared/table/table.ts'
import { fitTable } from '../../shared/template/fit.ts'
import { Failure } from './failure.ts'
import { readPrior, type StandingCells } from './saved-cells.ts'
import { blockOnGrid, blockRange, type Sheet } from './sheets.ts'

/** `sheet` is null when the plan makes a new one; `standing` is what the part of the place on the sheet holds now. */
export type PreparedPlan = {
  plan: SheetPlan
  preview: PlanPreview
  sheet: Sheet | null
  standing: StandingCells | null
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet
  sheets: Sheet[]
  names: string[]
}

/** What one call can write, read back and check within Google's time. */
const mostCells = 500_000
const longestCell = 50_000

/** A table that is not as its type says would lose cells without a word. */
function checkTable({ columns, rows }: Table): void {
  const unique = new Set(columns.map(({ key }) => key)).size === columns.length
  if (unique && rows.every((row) => row.length === columns.length)) return
  throw new Failure(
    'invalid',
    'The table is not whole.',
    'A row has more or fewer cells than there are columns, or two columns share a key. Ask for the table again.',
  )
}

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
  checkTable(table)
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet()
  const sheets = spreadsheet.getSheets()
  const names = sheets.map((each) => each.getName())
  const index = target.kind === 'at_cell' ? sheets.findIndex((each) => each.getSheetId() === target.sheet_id) : -1
  const sheet = sheets[index] ?? null
  if (target.kind === 'at_cell' && !sheet) {
    throw new Failure('invalid', 'The chosen sheet is no longer there.', 'Choose another place.')
  }
  const place = { locale: spreadsheet.getSpreadsheetLocale(), sheet_names: names, sheet_name: names[index] ?? null }
  const { plan, notes } = fitTable({ table, template, target, place })
  checkSize(plan)

  const open = { spreadsheet, sheets, names, sheet }
  const block = sheet ? blockOnGrid(sheet, planBlock(plan)) : null
  if (!sheet || !block) {
    return { ...open, plan, preview: previewPlan(plan, emptyPlace, notes), standing: null }
  }

  const range = blockRange(sheet, block)
  const prior = readPrior(range)
  const kept = keepRules(plan, range.getDataValidations().slice(1), notes)
  const merges = range.getMergedRanges()
  if (merges.length > 0) {
    const first = merges.slice(0, 5).map((merged) => merged.getA1Notation())
    notes.push(`Merged cells will be separated: ${first.join(', ')}.`)
  }
  if (planBlock(plan).rows > block.rows || planBlock(plan).columns > block.columns) {
    notes.push(`The sheet will be made larger: it ends before ${blockAddress(planBlock(plan))}.`)
  }
  return { ...open, plan: kept, preview: previewPlan(kept, prior, notes), standing: { block, prior, merges } }
}
