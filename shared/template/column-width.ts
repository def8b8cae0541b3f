// How wide a column should be for what stands in it.
import type { SheetCell } from '../plan/sheet-cell.ts'

/** What a column of a new sheet has; no column gets less. */
export const usualWidth = 100
const widest = 280
/** Pixels of an average character at the sheet's usual 10 pt, and of the cell's padding and the filter button. */
const characterWidth = 7.2
const padding = 24
/** Letters and spaces are narrower than digits, and a header may go on in a second line. */
const headerPart = 0.93
/** Neighbours get the same width more often, and each width but the usual one costs a call. */
const step = 60
/** Widths settle after some hundred rows; reading a million would only cost time. */
const rowsRead = 500

/** The length of the widest line; characters of East Asian scripts count twice. */
function lineLength(text: string): number {
  return Math.max(...text.split('\n').map((line) => line.length + (line.match(/[\u1100-\uffdc]/g)?.length ?? 0)))
}

function shownLength(cell: SheetCell, format: string): number {
  // Parts for other numbers are about as wide as the first.
  const [numberFormat = ''] = format.split(';')
  if (cell === null) return 0
  if (typeof cell === 'string') return lineLength(cell)
  if (typeof cell !== 'number') return 8
  if (/yyyy|hh/.test(numberFormat)) return numberFormat.length
  const decimals = /\.(0+)/.exec(numberFormat)?.[1]?.length ?? 0
  const digits = Math.trunc(Math.abs(cell)).toString().length
  const literals = numberFormat.replace(/[^"]*"([^"]*)"[^"]*/g, '$1').length
  return digits + Math.floor(digits / 3) + decimals + 2 + (numberFormat.includes('"') ? literals : 0)
}

/** The width in pixels for a header and the cells below it. */
export function columnWidth(header: string, cells: SheetCell[], numberFormat: string): number {
  let longest = lineLength(header) * headerPart
  for (const cell of cells.slice(0, rowsRead)) longest = Math.max(longest, shownLength(cell, numberFormat))
  const steps = Math.ceil((longest * characterWidth + padding - usualWidth) / step)
  return Math.min(widest, usualWidth + Math.max(0, steps) * step)
}
