// Blocks of cells as the Sheets API names them, and colours.
import type { Block } from '../a1.ts'
import type { ColorStyle, GridRange } from './request.ts'

/** A block, which counts from 1, as a range that counts from 0 and does not include its ends. */
export function gridRange(sheetId: number, { row, column, rows, columns }: Block): GridRange {
  return {
    sheetId,
    startRowIndex: row - 1,
    endRowIndex: row - 1 + rows,
    startColumnIndex: column - 1,
    endColumnIndex: column - 1 + columns,
  }
}

/** `#rrggbb` as parts from 0 to 1; a part that is 0 is left out. */
export function colorStyle(hex: string): ColorStyle {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  return { rgbColor: { ...(red ? { red } : {}), ...(green ? { green } : {}), ...(blue ? { blue } : {}) } }
}
