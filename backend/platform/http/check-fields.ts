// Looks through a body for texts and lists that are longer than this server takes.
import { limits } from '../../../shared/contract/limits.ts'
import type { Sizes } from '../../config/sizes.ts'
import { Problem } from '../problem.ts'

type FieldSizes = Pick<Sizes, 'fieldCharacters' | 'fieldItems'>

/** Bodies of at most so many bytes need no look: a character takes one byte at least, an item two with its comma. */
export const harmlessBytes = ({ fieldCharacters, fieldItems }: FieldSizes): number =>
  Math.min(fieldCharacters, 2 * fieldItems)

/** Texts with a limit of their own: what a message says, what `extract` reads, and both when an AI client sends them. */
const ownLimit = [['content'], ['text'], ['file', 'content_base64'], ['params', 'arguments', 'text']]

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The body without the text at that place. */
function without(body: unknown, [key, ...rest]: string[]): unknown {
  if (key === undefined) return typeof body === 'string' ? '' : body
  return isFields(body) && Object.hasOwn(body, key) ? { ...body, [key]: without(body[key], rest) } : body
}

/** The way to what is too long, from the inside out, and what it has. */
type Fault = { path: (string | number)[]; has: string }

const number = (count: number) => count.toLocaleString('en-US')
const fault = (has: string): Fault => ({ path: [], has })

/** Millions of cells go through here: where it is gets put together only when there is a fault. */
function findFault(value: unknown, sizes: FieldSizes, depth: number): Fault | null {
  if (typeof value === 'string') {
    if (value.length <= sizes.fieldCharacters) return null
    return fault(`${number(value.length)} characters; a field may have ${number(sizes.fieldCharacters)}`)
  }
  if (typeof value !== 'object' || value === null) return null
  if (depth >= limits.bodyDepth) return fault(`more than ${limits.bodyDepth} levels in it`)
  const keys = Array.isArray(value) ? null : Object.keys(value)
  const items: unknown[] = keys ? Object.values(value) : (value as unknown[])
  if (items.length > sizes.fieldItems)
    return fault(`${number(items.length)} items; a field may have ${number(sizes.fieldItems)}`)
  for (let at = 0; at < items.length; at++) {
    const found = findFault(items[at], sizes, depth + 1)
    if (!found) continue
    found.path.push(keys?.[at] ?? at)
    return found
  }
  return null
}

/** Throws `invalid_request` that names the field and the limit. `message` says whether texts with a limit of their own may be in it. */
export function checkFields(body: unknown, sizes: FieldSizes, message: boolean): void {
  const found = findFault(message ? ownLimit.reduce(without, body) : body, sizes, 0)
  if (!found) return
  const place = found.path.reverse().join('.').slice(0, 200)
  throw new Problem('invalid_request', `${place === '' ? 'The body' : `“${place}” in the body`} has ${found.has}.`)
}
