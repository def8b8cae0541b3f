// Conflicts of a merge as a person settles them: side by side, in words.
import type { Conflict } from '../merge/keyed.ts'
import type { SheetValue } from './place.ts'
import type { PlanConflict } from './plan-preview.ts'
import { shownKey } from './row-key.ts'
import type { Decisions } from './target.ts'

/** The same conflict has the same id whenever it is planned. */
export const conflictId = ({ key, column }: Pick<Conflict, 'key' | 'column'>): string =>
  column === null ? key : JSON.stringify([key, column])

/** The key without what tells repeated rows apart; a row without a key is known by what is in it. */
function nameOf(key: string): string {
  const [name = '', nth] = key.split('\u001e')
  if (name === '') return key.slice(1)
  return nth === undefined ? shownKey(name) : `${shownKey(name)} (${nth})`
}

/** What is at odds, with the values of the three sides as they are shown. */
export type Sides = {
  header: string | null
  base: SheetValue
  sheet: SheetValue
  table: SheetValue
  text: (value: SheetValue) => string
}

export function describeConflict(
  conflict: Conflict,
  { header, base, sheet, table, text }: Sides,
  decisions: Decisions['conflicts'],
): PlanConflict {
  const id = conflictId(conflict)
  const key = nameOf(conflict.key)
  const quoted = (value: SheetValue) => (value === null ? 'nothing' : `“${text(value)}”`)
  const says =
    header !== null
      ? `“${header}” of ${key} was ${quoted(base)}. The sheet has ${quoted(sheet)} now, the table ${quoted(table)}.`
      : conflict.ours === null
        ? `The row ${key} was deleted in the sheet and changed in the table.`
        : `The row ${key} was changed in the sheet and is no longer in the table.`
  const decision = (Object.hasOwn(decisions.cells, id) ? decisions.cells[id] : decisions.all) ?? null
  return { id, key, header, base, sheet, table, says, decision }
}
