// Decides custom formulas of conditional formats and filters: each is worked out once for every cell it is asked of.
import { computedValue } from './formula-engine.ts'
import { asEntered } from './formula-locale.ts'
import { mapReferences, shiftFormula } from './formula-references.ts'
import { type Box, type CellValue, newSheet, type Sheet, type Workbook } from './workbook.ts'

type Rule = { sheet: Sheet; formula: string; ranges: Box[] }
/** The formulas of one state of a workbook, on a sheet beside its own, by their text. */
type Scratch = { version: number; book: Workbook; sheet: Sheet; rows: Map<string, number> }

/** More cells than this are not worked out for a rule: they count as not met. */
const mostCells = 50_000
const scratches = new WeakMap<Workbook, Scratch>()

/** Whether a formula, written for the first cell of `ranges`, is true for a cell. */
export function formulaHolds(
  workbook: Workbook,
  { sheet, formula, ranges }: Rule,
  row: number,
  column: number,
): boolean {
  const scratch = scratchOf(workbook)
  const at = scratch.rows.get(formulaAt(workbook, { sheet, formula, ranges }, row, column))
  return isTrue(at === undefined ? null : computedValue(scratch.book, scratch.sheet, at, 1))
}

/** Whether each formula is true for its cell, in a workbook that is asked only once. */
export function formulasHold(workbook: Workbook, asked: (Rule & { row: number; column: number })[]): boolean[] {
  const sheet = newSheet(-1, freeName(workbook))
  asked.forEach((one, index) => {
    const formula = formulaAt(workbook, one, one.row, one.column)
    sheet.rows.set(index + 1, new Map([[1, { value: null, formula }]]))
  })
  const book = { ...workbook, sheets: [...workbook.sheets, sheet] }
  return asked.map((_, index) => isTrue(computedValue(book, sheet, index + 1, 1)))
}

const isTrue = (value: CellValue) => (typeof value === 'number' ? value !== 0 : value === true)

function freeName(workbook: Workbook): string {
  let name = 'Custom formulas'
  while (workbook.sheets.some((one) => one.name === name)) name += ' '
  return name
}

/** The formula as it reads for a cell, each reference with its sheet. */
function formulaAt(workbook: Workbook, { sheet, formula, ranges }: Rule, row: number, column: number): string {
  const [first] = ranges
  const shifted = shiftFormula(asEntered(formula, workbook.locale), row - first!.row, column - first!.column)
  return mapReferences(shifted, (reference) =>
    reference.sheet === null ? { ...reference, sheet: sheet.name } : reference,
  )
}

function scratchOf(workbook: Workbook): Scratch {
  const known = scratches.get(workbook)
  if (known?.version === workbook.version) return known
  const sheet = newSheet(-1, freeName(workbook))
  const rows = new Map<string, number>()
  for (const rule of rulesOf(workbook))
    for (const [row, column] of cellsOf(rule)) {
      const formula = formulaAt(workbook, rule, row, column)
      if (rows.has(formula)) continue
      rows.set(formula, rows.size + 1)
      sheet.rows.set(rows.size, new Map([[1, { value: null, formula }]]))
    }
  const scratch = { version: workbook.version, book: { ...workbook, sheets: [...workbook.sheets, sheet] }, sheet, rows }
  scratches.set(workbook, scratch)
  return scratch
}

function rulesOf(workbook: Workbook): Rule[] {
  return workbook.sheets.flatMap((sheet) => {
    const conditional = sheet.conditionalRules.flatMap((rule) =>
      rule.kind === 'boolean' && rule.type === 'CUSTOM_FORMULA'
        ? [{ sheet, formula: String(rule.args[0]), ranges: rule.ranges }]
        : [],
    )
    const filtered = Object.entries(sheet.filter?.criteria ?? {}).flatMap(([column, { type, args }]) =>
      type === 'CUSTOM_FORMULA' && sheet.filter
        ? [{ sheet, formula: String(args[0]), ranges: [filterBody(sheet.filter.box, Number(column))] }]
        : [],
    )
    return [...conditional, ...filtered]
  })
}

/** The cells of one column of a filter below its header. */
export function filterBody(box: Box, column: number): Box {
  return { row: box.row + 1, rows: box.rows - 1, column, columns: 1 }
}

function* cellsOf({ sheet, ranges }: Rule): Generator<[number, number]> {
  let count = 0
  for (const box of ranges)
    for (let row = box.row; row < box.row + box.rows && row <= sheet.maxRows; row++)
      for (let column = box.column; column < box.column + box.columns; column++) {
        if (count++ >= mostCells) return
        yield [row, column]
      }
}
