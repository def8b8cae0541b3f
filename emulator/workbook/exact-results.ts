// The engine tells a result with fifteen digits; what they leave out is worked out by the engine too, on a sheet of its own.
import type { Model } from '@ironcalc/wasm'
import { columnLetters, quoteSheetName } from './address.ts'

/** A number as it was read, and where: the engine's sheet, row and column. */
export type Reading = { sheet: number; row: number; column: number; value: number }

/** Beyond so many, fifteen digits must do: the whole workbook is worked out a second time for this. */
export const mostExact = 2000

/** The readings' exact numbers, in their order. `format` shows a number with fifteen digits; adds a sheet to the model. */
export function exactNumbers(model: Model, sheetNames: string[], format: string, readings: Reading[]): number[] {
  const own = sheetNames.length
  model.pauseEvaluation()
  model.newSheet()
  readings.forEach(({ sheet, row, column, value }, index) => {
    const cell = `${quoteSheetName(sheetNames[sheet]!)}!${columnLetters(column)}${row}`
    model.setUserInput(own, index + 1, 1, `=${cell}-(${String(value).toUpperCase()})`)
  })
  model.updateRangeStyle({ sheet: own, row: 1, column: 1, width: 1, height: readings.length }, 'num_fmt', format)
  model.resumeEvaluation()
  model.evaluate()
  return readings.map(({ value }, index) => {
    const rest = Number(model.getFormattedCellValue(own, index + 1, 1))
    return Number.isFinite(rest) && Math.abs(rest) <= Math.abs(value) * 1e-13 ? value + rest : value
  })
}
