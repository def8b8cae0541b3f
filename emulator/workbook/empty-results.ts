// A formula that passes an empty cell on shows nothing at Google, where the engine says 0.
import type { Model } from '@ironcalc/wasm'
import { mapReferences } from './formula-references.ts'

type Place = { row: number; column: number }
/** A formula as the engine was given it, which of its results are 0, and whether it has but one. */
export type Fed = Place & { sheet: number; input: string; zeros: Place[]; alone: boolean }
export type Empty = Place & { sheet: number }

const passing =
  /^=[\s(+]*(?:\{|(?:ARRAYFORMULA|ARRAY_CONSTRAIN|CHOOSE|CHOOSECOLS|CHOOSEROWS|DROP|FILTER|FLATTEN|HLOOKUP|HSTACK|IF|IFERROR|IFNA|IFS|INDEX|INDIRECT|LET|LOOKUP|OFFSET|SORT|SORTN|SWITCH|TAKE|TOCOL|TOROW|TRANSPOSE|UNIQUE|VLOOKUP|VSTACK|XLOOKUP)\()/i

/** Whether a formula's result may be a cell as it is. */
export function passesCellsOn(formula: string): boolean {
  return passing.test(formula) || /^=\s*$/.test(mapReferences(formula, () => ''))
}

/** Which of the noted zeros are an empty cell passed on; the formulas that have some are asked in other words for it. */
export function findEmpty(model: Model, asked: Fed[]): Empty[] {
  put(model, asked, (input) => `=LET(each_u,${input.slice(1)},IF(each_u="","",each_u))`)
  return asked.flatMap(({ sheet, zeros }) =>
    zeros
      .filter(
        ({ row, column }) =>
          model.getCellType(sheet, row, column) === 2 && model.getFormattedCellValue(sheet, row, column) === '',
      )
      .map(({ row, column }) => ({ sheet, row, column })),
  )
}

/** The formulas again as they were, but for those that come to nothing: what names them then finds an empty cell. */
export function withEmptyCells(model: Model, asked: Fed[], empty: Empty[]): void {
  const gone = new Set(empty.map(({ sheet, row, column }) => `${sheet} ${row} ${column}`))
  put(model, asked, (input, { sheet, row, column, alone }) =>
    alone && gone.has(`${sheet} ${row} ${column}`) ? '' : input,
  )
}

function put(model: Model, asked: Fed[], inputOf: (input: string, fed: Fed) => string): void {
  model.pauseEvaluation()
  for (const fed of asked) model.setUserInput(fed.sheet, fed.row, fed.column, inputOf(fed.input, fed))
  model.resumeEvaluation()
  model.evaluate()
}
