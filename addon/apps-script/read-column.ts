// One column of selected cells: its type, and its values as a table holds them.
import type { Cell, Column, ColumnType } from '../../shared/table/table.ts'
import { type CellKind, cellKind, isDate } from './cell-kind.ts'

/** A cell as the sheet has it: value, number format and what is displayed. */
export type SeenCell = { value: unknown; format: string; shown: string }

/** More text than this in a column of numbers or dates, and it is a column of text. */
const mostText = 0.2

/** Types that one column may mix, and the type that then holds them all. */
const wider: Partial<Record<string, ColumnType>> = {
  'date datetime': 'datetime',
  'currency number': 'currency',
  'number percent': 'number',
}

function textType(cells: SeenCell[]): ColumnType {
  const texts = cells.map(({ shown }) => shown.trim()).filter(Boolean)
  if (texts.length === 0) return 'text'
  if (texts.every((text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text))) return 'email'
  return texts.every((text) => /^https?:\/\/\S+$/i.test(text)) ? 'url' : 'text'
}

function columnKind(cells: SeenCell[], kinds: (CellKind | null)[]): CellKind {
  const filled = kinds.filter((kind) => kind !== null)
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
  if (kind === null) return null
  if (type === 'text' || type === 'email' || type === 'url') return typeof value === 'string' ? value : shown
  if (isDate(value)) {
    const text = clock(value)
    if (kind.type === 'text') return shown
    return type === 'date' ? text.slice(0, 10) : type === 'time' ? text.slice(11) : text
  }
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value)
}

/** The type of the column and its cells; text stays text, with its leading zeros. */
export function readColumn(
  cells: SeenCell[],
  clock: (date: Date) => string,
): Pick<Column, 'type' | 'currency'> & { cells: Cell[] } {
  const kinds = cells.map(({ value, format }) => cellKind(value, format))
  const { type, currency } = columnKind(cells, kinds)
  return {
    type,
    ...(currency ? { currency } : {}),
    cells: cells.map((cell, index) => toCell(cell, kinds[index] ?? null, type, clock)),
  }
}
