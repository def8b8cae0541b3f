// A formula that passes an empty cell on shows nothing at Google, where the engine says 0.
import type { Model } from '@ironcalc/wasm'
import { mapReferences } from './formula-references.ts'

/** A formula as the engine was given it, and the cells its results fill. */
export type Fed = {
  sheet: number
  row: number
  column: number
  input: string
  zeros: { row: number; column: number }[]
}

const passing =
  /^=[\s(+]*(?:\{|(?:ARRAYFORMULA|ARRAY_CONSTRAIN|CHOOSE|CHOOSECOLS|CHOOSEROWS|DROP|FILTER|FLATTEN|HLOOKUP|HSTACK|IF|IFERROR|IFNA|IFS|INDEX|INDIRECT|LET|LOOKUP|OFFSET|SORT|SORTN|SWITCH|TAKE|TOCOL|TOROW|TRANSPOSE|UNIQUE|VLOOKUP|VSTACK|XLOOKUP)\()/i

/** Whether a formula's result may be a cell as it is. */
export function passesCellsOn(formula: string): boolean {
  return passing.test(formula) || /^=\s*$/.test(mapReferences(formula, () => ''))
}

/** Calls `empty` with each of the noted zeros that is an empty cell passed on; the model's formulas are spent after it. */
export function findEmpty(model: Model, fed: Fed[], empty: (sheet: number, row: number, column: number) => void): void {
  const asked = fed.filter(({ zeros }) => zeros.length > 0)
  if (asked.length === 0) return
  model.pauseEvaluation()
  for (const { sheet, row, column, input } of asked)
    model.setUserInput(sheet, row, column, `=LET(each_u,${input.slice(1)},IF(each_u="","",each_u))`)
  model.resumeEvaluation()
  model.evaluate()
  for (const { sheet, zeros } of asked)
    for (const { row, column } of zeros) {
      if (model.getCellType(sheet, row, column) === 2 && model.getFormattedCellValue(sheet, row, column) === '')
        empty(sheet, row, column)
    }
}
