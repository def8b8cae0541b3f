// Opaque cursors for lists: where the last page ended, bound to the list they come from.
import * as z from 'zod'
import { Problem } from './problem.ts'

/** `list` names the list and its order; a cursor of another list is refused. */
export const encodeCursor = (list: string, place: (string | number)[]): string =>
  Buffer.from(JSON.stringify([list, ...place])).toString('base64url')

/**
 * The place in a cursor, or null without one; `place` is what it must hold: people can write cursors too.
 * Throws `Problem('invalid_request')` for a cursor that this list did not give out.
 */
export function decodeCursor<Place extends z.ZodType<(string | number)[]>>(
  list: string,
  cursor: string | undefined,
  place: Place,
): z.infer<Place> | null {
  if (cursor === undefined) return null
  const [name, ...rest] = parse(cursor)
  const found = place.safeParse(rest)
  if (name === list && found.success) return found.data
  throw new Problem('invalid_request', 'The cursor is not one that this list gave out. Start again without it.')
}

function parse(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}

/** A place that is a count, such as a position or the index of a row. */
export const CountPlace = z.tuple([z.int().nonnegative()])

/** A page of a list from one row more than it holds: whether there are more is then known without counting. */
export function toPage<T>(list: string, rows: T[], limit: number, placeOf: (last: T) => (string | number)[]) {
  const last = rows[limit - 1]
  return {
    items: rows.slice(0, limit),
    next_cursor: rows.length > limit && last !== undefined ? encodeCursor(list, placeOf(last)) : null,
  }
}
