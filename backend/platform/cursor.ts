// Opaque cursors for lists: where the last page ended, bound to the list they come from.
import { Problem } from './problem.ts'

type Place = (string | number)[]

/** `list` names the list and its order; a cursor of another list is refused. */
export const encodeCursor = (list: string, place: Place): string =>
  Buffer.from(JSON.stringify([list, ...place])).toString('base64url')

/** The place in a cursor, or null without one. Throws `Problem('invalid_request')` for a cursor of another list. */
export function decodeCursor(list: string, cursor: string | undefined, length: number): Place | null {
  if (cursor === undefined) return null
  const [name, ...place] = parse(cursor)
  if (name !== list || place.length !== length)
    throw new Problem('invalid_request', 'The cursor is not one that this list gave out. Start again without it.')
  return place
}

function parse(cursor: string): Place {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (!Array.isArray(value)) return []
    return value.filter((item) => typeof item === 'string' || typeof item === 'number')
  } catch {
    return []
  }
}
