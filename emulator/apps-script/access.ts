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

export type Role = 'owner' | 'editor' | 'viewer'

/** Lets a person in, as an editor where no part is given; who has a part already keeps it. */
export function admit(workbook: Workbook, email: string, role?: Role): void {
  const someoneElse = `owner@${email.split('@')[1] ?? 'example.com'}`
  const access = accessOf(workbook, role === 'editor' || role === 'viewer' ? someoneElse : email)
  if (access.owner === email || access.editors.includes(email) || access.viewers.includes(email)) return
  access[role === 'viewer' ? 'viewers' : 'editors'].push(email)
}

/** Whether a person may look at a workbook but not change it. */
export function mayOnlyView(workbook: Workbook, email: string): boolean {
  return known.get(workbook)?.viewers.includes(email) ?? false
}

/** The owner and the editors, the owner first. */
export function editorsOf(workbook: Workbook, email: string): string[] {
  const { owner, editors } = accessOf(workbook, email)
  return [owner, ...editors.filter((one) => one !== owner)]
}
