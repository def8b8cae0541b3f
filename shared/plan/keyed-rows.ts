// Rows of the sheet, of the table and of its last version by their keys, as a merge takes them.
import { cellOf, type Keyed, putCell, type Row } from '../merge/keyed.ts'
import type { Cell } from '../table/table.ts'
import type { SheetValue } from './place.ts'
import type { PlacedColumn } from './placed-column.ts'
import { keyTexts } from './row-key.ts'
import { comparedFormula } from './same-cell.ts'
import type { SheetCell } from './sheet-cell.ts'

/** `at` has each row's place by its key: the row of the sheet, or the place in the fitted table. */
export type KeyedRows = { keyed: Keyed; at: Map<string, number>; repeated: number; unnamed: number }

/**
 * A cell as it is compared: a formula by its text, an empty checkbox as the FALSE that it shows. Texts that look like a formula
 * are none.
 */
export function comparedCell(cell: SheetCell, isCheckbox: boolean): Cell {
  if (cell === null || cell === '') return isCheckbox ? false : null
  if (typeof cell === 'object') return comparedFormula(cell.formula)
  if (typeof cell === 'string') {
    const first = cell.charCodeAt(0)
    // = and '
    if (first === 61 || first === 39) return `'${cell}`
  }
  return cell
}

type RowSource = {
  columns: PlacedColumn[]
  /** The values of the key columns. */
  keys: (readonly SheetValue[])[]
  count: number
  /** The place of each row, as `at` gives it. */
  place: (index: number) => number
  cell: (column: PlacedColumn, index: number, key: string) => SheetCell
}

/**
 * Rows that repeat a key get a number behind it, in their order; rows without one are named by all that is in them. So both are
 * found again, and none is taken for another.
 */
export function keyRows({ columns, keys, count, place, cell }: RowSource): KeyedRows {
  const rows = new Map<string, Row>()
  const at = new Map<string, number>()
  let [repeated, unnamed] = [0, 0]
  const ids = columns.map(({ fitted }) => fitted.key)
  const checkboxes = columns.map(({ fitted }) => fitted.rule?.kind === 'checkbox')
  const texts = keyTexts(keys, count)
  for (let index = 0; index < count; index++) {
    const row: Row = {}
    const named = texts[index]!
    for (let nth = 0; nth < columns.length; nth++)
      putCell(row, ids[nth]!, comparedCell(cell(columns[nth]!, index, named), checkboxes[nth]!))
    let key = named
    if (named === '') {
      unnamed++
      key = `\u001e${JSON.stringify(ids.map((id) => cellOf(row, id) ?? null))}`
    }
    if (rows.has(key)) {
      if (named !== '') repeated++
      let copy = 2
      while (rows.has(`${key}\u001e${copy}`)) copy++
      key = `${key}\u001e${copy}`
    }
    rows.set(key, row)
    at.set(key, place(index))
  }
  return { keyed: { columns: ids, rows }, at, repeated, unnamed }
}
