// Looks through a body for texts and lists that are longer than this server takes.
import { limits } from '../../../shared/contract/limits.ts'
import type { Sizes } from '../../config/sizes.ts'
import { Problem } from '../problem.ts'

type FieldSizes = Pick<Sizes, 'fieldCharacters' | 'fieldItems'>

/** Bodies of at most so many bytes need no look: a character takes one byte at least, an item two with its comma. */
export const harmlessBytes = ({ fieldCharacters, fieldItems }: FieldSizes): number =>
  Math.min(fieldCharacters, 2 * fieldItems)

/** Texts with a limit of their own: what a message says, what `extract` reads, and both when an AI client sends them. */
const ownLimit = new Set(['content', 'text', 'file.content_base64', 'params.arguments.text'])

const number = (value: number) => value.toLocaleString('en-US')

/** Throws `invalid_request` that names the field and the limit. `message` says whether texts with a limit of their own may be in it. */
export function checkFields(body: unknown, { fieldCharacters, fieldItems }: FieldSizes, message: boolean): void {
  const path: (string | number)[] = []
  const refuse = (has: string) => {
    const place = path.length > 0 ? `“${path.join('.').slice(0, 200)}” in the body` : 'The body'
    throw new Problem('invalid_request', `${place} has ${has}.`)
  }
  const look = (value: unknown): void => {
    if (typeof value === 'string') {
      if (value.length > fieldCharacters && !(message && ownLimit.has(path.join('.'))))
        refuse(`${number(value.length)} characters; a field may have ${number(fieldCharacters)}`)
      return
    }
    if (typeof value !== 'object' || value === null) return
    if (path.length >= limits.bodyDepth) refuse(`more than ${limits.bodyDepth} levels in it`)
    const entries = Array.isArray(value) ? value.entries() : Object.entries(value)
    const items = Array.isArray(value) ? value.length : Object.keys(value).length
    if (items > fieldItems) refuse(`${number(items)} items; a field may have ${number(fieldItems)}`)
    for (const [key, item] of entries) {
      path.push(key)
      look(item)
      path.pop()
    }
  }
  look(body)
}
