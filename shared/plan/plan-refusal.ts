// A write that cannot be planned, with what to do instead.

/**
 * `protected`: the person may not edit the place. `no_key`: nothing names the rows that are to be merged. `gone`: the
 * table is no longer where it was. `too_large`: Google's limits. `invalid`: the table or the request is not whole.
 */
export type RefusalCode = 'protected' | 'no_key' | 'gone' | 'too_large' | 'invalid'

/** `message` is the title; `detail` says why and what to do, in the words of the person. */
export class PlanRefusal extends Error {
  override name = 'PlanRefusal'
  code: RefusalCode
  detail: string

  constructor(code: RefusalCode, title: string, detail: string) {
    super(title)
    this.code = code
    this.detail = detail
  }
}
