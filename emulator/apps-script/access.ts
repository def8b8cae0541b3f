// Who may do what with a spreadsheet: its owner, its editors and its viewers.
import type { Workbook } from '../workbook/workbook.ts'

export type Access = { owner: string; editors: string[]; viewers: string[]; domain: string | null }

const known = new WeakMap<Workbook, Access>()

/** The access of a workbook. Whoever asks first owns it; others who come to it later are its editors. */
export function accessOf(workbook: Workbook, email: string): Access {
  const found = known.get(workbook)
  if (!found) {
    const made: Access = { owner: email, editors: [], viewers: [], domain: null }
    known.set(workbook, made)
    return made
  }
  return found
}

/** Lets a person in as an editor, unless they have a part already. */
export function admit(workbook: Workbook, email: string): void {
  const { owner, editors, viewers } = accessOf(workbook, email)
  if (owner !== email && !editors.includes(email) && !viewers.includes(email)) editors.push(email)
}

/** The owner and the editors, the owner first. */
export function editorsOf(workbook: Workbook, email: string): string[] {
  const { owner, editors } = accessOf(workbook, email)
  return [owner, ...editors.filter((one) => one !== owner)]
}
