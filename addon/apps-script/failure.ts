// What can go wrong in a call, in words for the person.
import type { RpcProblem } from '../../shared/contract/rpc.ts'

/** A call that ends in a problem: what happened, and why and what to do. */
export class Failure extends Error {
  readonly problem: RpcProblem
  constructor(code: RpcProblem['code'], title: string, detail: string) {
    super(title)
    this.name = 'Failure'
    this.problem = { code, title, detail }
  }
}

/** What Google's own messages say, in English; in other languages the message stays unknown. */
const known: { pattern: RegExp; code: RpcProblem['code']; title: string; detail: string }[] = [
  {
    pattern: /protected (cell|range|sheet|object)|remove protection/i,
    code: 'protected',
    title: 'This part of the spreadsheet is protected.',
    detail: 'You may not edit it. Choose another place, or ask the owner to let you edit it.',
  },
  {
    pattern: /permission|authoriz|authoris|access denied/i,
    code: 'no_permission',
    title: 'Google did not let the add-on do this.',
    detail:
      'You may have view access only, or be signed in to several Google accounts. Check that you can edit the spreadsheet; if you can, open it in a window with one account only.',
  },
  {
    pattern:
      /above the limit of \d+ cells|argument too large|more than the maximum of \d+ characters|limit of \d+ cells/i,
    code: 'too_large',
    title: 'The table does not fit into the spreadsheet.',
    detail:
      'Google allows 10 million cells in a spreadsheet and 50,000 characters in a cell. Use a new spreadsheet, or fewer rows.',
  },
  {
    pattern: /\block\b|too many times|too many scripts|timed out|try again|server error|computer time/i,
    code: 'busy',
    title: 'Google Sheets is busy.',
    detail: 'Wait a moment and try again.',
  },
  {
    pattern: /range not found|outside the dimensions/i,
    code: 'invalid',
    title: 'These cells are no longer there.',
    detail: 'Rows or columns may have been deleted since. Choose another place.',
  },
  {
    pattern: /remove all the (visible )?sheets|at least one (visible )?sheet/i,
    code: 'invalid',
    title: 'The sheet is the only one left.',
    detail: 'A spreadsheet needs one sheet. Add another, then try again.',
  },
  {
    pattern: /validation|violates/i,
    code: 'invalid',
    title: 'The rules of the sheet refuse a value.',
    detail:
      'A cell in that place only takes certain values. Choose another place, or change the rule under Data > Data validation.',
  },
]

/** Any error as a problem. The text of an unknown error stays out of it: it would not help the person. */
export function toProblem(error: unknown): RpcProblem {
  if (error instanceof Failure) return error.problem
  const message = error instanceof Error ? error.message : String(error)
  const match = known.find(({ pattern }) => pattern.test(message))
  if (match) return { code: match.code, title: match.title, detail: match.detail }
  return {
    code: 'internal',
    title: 'Something went wrong in the spreadsheet.',
    detail: 'Reload the spreadsheet and try again. If it happens again, choose another place or a new sheet.',
  }
}
