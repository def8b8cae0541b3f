// Where the values of a column stand when the template does not say it.
import { isRightToLeft } from '../plan/reading-direction.ts'
import type { ColumnType } from '../table/table.ts'
import type { FittedColumn } from './fitted-table.ts'

type Align = FittedColumn['align']

const alignments: Partial<Record<ColumnType, Align>> = {
  text: 'left',
  email: 'left',
  url: 'left',
  boolean: 'center',
  date: 'center',
  time: 'center',
  datetime: 'center',
}

/** Text at its start, amounts at their end, and what is short and even, such as days, in the middle. */
export const usualAlignment = (type: ColumnType, onlyTexts: boolean): Align =>
  onlyTexts ? 'left' : (alignments[type] ?? 'right')

const mirrored: Record<Align, Align> = { left: 'right', right: 'left', center: 'center' }

/** A sheet's left is its left whatever is written there: in a table that is read from the right, both sides change. */
export function facingReader<C extends FittedColumn>(
  columns: C[],
  locale: string,
  isFixed: (at: number) => boolean,
): C[] {
  if (!isRightToLeft({ columns, locale })) return columns
  return columns.map((column, at) => (isFixed(at) ? column : { ...column, align: mirrored[column.align] }))
}
