// One column of selected cells: its type, and its values as a table holds them.
import type { Cell, Column, ColumnType } from '../../shared/table/table.ts'
import { type CellKind, cellKind, isDate, isErrorText } from './cell-kind.ts'

/** A cell as the sheet has it: value, number format and what is displayed. */
export type SeenCell = { value: unknown; format: string; shown: string }

/** More text than this in a column of numbers or dates, and it is a column of text. */
const mostText = 0.2

/** Types that one column may mix, and the type that then holds them all; 50% beside 3 is neither. */
const wider: Partial<Record<string, ColumnType>> = {
  'date datetime': 'datetime',
  'currency number': 'currency',
}

function textType(cells: SeenCell[]): ColumnType {
  const texts = cells.map(({ shown }) => shown.trim()).filter(Boolean)
  if (texts.length === 0) return 'text'
  if (texts.every((text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text))) return 'email'
  return texts.every((text) => /^https?:\/\/\S+$/i.test(text)) ? 'url' : 'text'
}

function columnKind(cells: SeenCell[], kinds: (CellKind | null)[]): CellKind {
  const filled = kinds.filter((kind, at): kind is CellKind => kind !== null && !isErrorText(cells[at]?.value))
  const typed = filled.filter(({ type }) => type !== 'text')
  const types = [...new Set(typed.map(({ type }) => type))].sort()
  const type = types.length === 1 ? types[0] : wider[types.join(' ')]
  if (!type || filled.length - typed.length > filled.length * mostText) return { type: textType(cells) }
  if (type !== 'currency') return { type }
  const codes = [...new Set(typed.flatMap(({ currency }) => currency ?? []))]
  // Two currencies in one column are no amounts that could be compared: the text keeps each with its sign.
  return codes.length === 1 && codes[0] ? { type, currency: codes[0] } : { type: 'text' }
}

function toCell(
  { value, shown }: SeenCell,
  kind: CellKind | null,
  type: ColumnType,
  clock: (date: Date) => string,
): Cell {
  if (kind === null || isErrorText(value)) return null
  if (type === 'text' || type === 'email' || type === 'url') return typeof value === 'string' ? value : shown
  if (isDate(value)) {
    const text = clock(value)
    if (kind.type === 'text') return shown
    return type === 'date' ? text.slice(0, 10) : type === 'time' ? text.slice(11) : text
  }
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value)
}

/** By which a column is read: the spreadsheet's locale, and dates by its clock. */
export type SheetReading = { locale: string; clock: (date: Date) => string }

/**
 * The type of the column and its cells; text stays text, with its leading zeros. The error of a formula is
 * no value: its cell is empty.
 */
export function readColumn(
  cells: SeenCell[],
  { locale, clock }: SheetReading,
): Pick<Column, 'type' | 'currency'> & { cells: Cell[] } {
  const kinds = cells.map(({ value, format }) => cellKind(value, format, locale))
  const { type, currency } = columnKind(cells, kinds)
  return {
    type,
    ...(currency ? { currency } : {}),
    cells: cells.map((cell, index) => toCell(cell, kinds[index] ?? null, type, clock)),
  }
}
