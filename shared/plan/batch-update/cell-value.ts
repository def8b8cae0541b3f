// The cells of a plan as typed values, which nothing parses: text stays text whatever it looks like.
import type { SheetCell } from '../sheet-cell.ts'
import type { CellData, RowData } from './request.ts'

/** Half of a surrogate pair is no character, and JSON that holds one is refused. */
const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd')

/** An empty cell names no value: under a mask that names values it is emptied. */
function cellData(cell: SheetCell): CellData {
  if (cell === null || cell === '') return {}
  switch (typeof cell) {
    case 'number':
      return { userEnteredValue: { numberValue: cell } }
    case 'boolean':
      return { userEnteredValue: { boolValue: cell } }
    case 'string':
      return { userEnteredValue: { stringValue: wellFormed(cell) } }
    default:
      return { userEnteredValue: { formulaValue: wellFormed(cell.formula) } }
  }
}

export function rowData(cells: SheetCell[][]): RowData[] {
  return cells.map((row) => ({ values: row.map(cellData) }))
}

/** A note as cell data; an empty one is taken away. */
export function noteData(note: string): CellData {
  return note === '' ? {} : { note: wellFormed(note) }
}
