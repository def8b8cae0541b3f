// Names the first cell of a selection as the sheet does.
import type { Selection } from '../../shared/contract/rpc.ts'

/** Column 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

export function cellName({ sheet_name, row, column }: Pick<Selection, 'sheet_name' | 'row' | 'column'>): string {
  return `${sheet_name}!${columnLetters(column)}${row}`
}
