// Ids of what a batch adds: the caller's own, refused when taken, or a new one.
import { badRequest } from '../api-error.ts'

/** The asked id, or a random positive 31-bit one. `what` names the kind in the refusal. */
export function freshId(asked: number | null | undefined, taken: number[], what: string): number {
  if (asked != null && asked !== 0) {
    if (asked < 0) throw badRequest(`Invalid ${what} id: ${asked}`)
    if (taken.includes(asked))
      throw badRequest(`${/^[aeiou]/.test(what) ? 'An' : 'A'} ${what} with id: ${asked} already exists.`)
    return asked
  }
  let id = 0
  do id = 1 + Math.floor(Math.random() * 2_147_483_646)
  while (taken.includes(id))
  return id
}
