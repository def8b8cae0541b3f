// Spreadsheet: who may edit and view it.
import { accessOf, editorsOf } from '../access.ts'
import { list } from '../arguments.ts'
import type { Execution } from '../execution.ts'
import type { SpreadsheetState } from '../kinds.ts'
import { type Method, type Methods, SELF } from '../service.ts'
import { emailOf, userHandle } from './users.ts'

type Part = 'editors' | 'viewers'

const own = (run: Execution) => accessOf(run.workbook, run.shared.user.email)

function give(run: Execution, part: Part, emails: string[]): typeof SELF {
  for (const email of emails) {
    if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new Error(`Invalid email: ${email}`)
    take(run, 'editors', email)
    take(run, 'viewers', email)
    if (own(run).owner !== email) own(run)[part].push(email)
  }
  return SELF
}

function take(run: Execution, part: Part, email: string): typeof SELF {
  own(run)[part] = own(run)[part].filter((one) => one !== email)
  return SELF
}

const one =
  (work: (run: Execution, part: Part, email: string) => symbol, part: Part): Method<SpreadsheetState> =>
  (_self, args, run) =>
    work(run, part, emailOf(args[0]))
const adding = (run: Execution, part: Part, email: string) => give(run, part, [email])

export const sharing: Methods<SpreadsheetState> = {
  getOwner: (_self, _args, run) => userHandle(own(run).owner),
  getEditors: (_self, _args, run) => editorsOf(run.workbook, run.shared.user.email).map(userHandle),
  getViewers: (_self, _args, run) =>
    [...editorsOf(run.workbook, run.shared.user.email), ...own(run).viewers].map(userHandle),
  addEditor: one(adding, 'editors'),
  addViewer: one(adding, 'viewers'),
  addEditors: (_self, args, run) => give(run, 'editors', list(args, 0).map(emailOf)),
  addViewers: (_self, args, run) => give(run, 'viewers', list(args, 0).map(emailOf)),
  removeEditor: one(take, 'editors'),
  removeViewer: (_self, args, run) => {
    take(run, 'editors', emailOf(args[0]))
    return take(run, 'viewers', emailOf(args[0]))
  },
}
