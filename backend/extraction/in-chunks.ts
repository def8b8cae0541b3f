// Hands rows on in chunks, so that a large table neither blocks the server nor arrives as one event.
import type { Cell } from '../../shared/table/table.ts'

const mostRows = 200
/** About the characters of a chunk in JSON: a wide or wordy table has fewer rows in each. */
const mostWeight = 200_000

const weightOf = (row: Cell[]): number => {
  let weight = 0
  for (const cell of row) weight += typeof cell === 'string' ? cell.length + 3 : 8
  return weight
}

/** Yields `rows` in chunks of at least one row, letting other work run between them. */
export async function* inChunks(rows: Cell[][]): AsyncGenerator<Cell[][]> {
  let from = 0
  let weight = 0
  for (let at = 0; at < rows.length; at += 1) {
    const more = weightOf(rows[at]!)
    if (at > from && (at - from >= mostRows || weight + more > mostWeight)) {
      yield rows.slice(from, at)
      await new Promise(setImmediate)
      from = at
      weight = 0
    }
    weight += more
  }
  if (from < rows.length) yield rows.slice(from)
}
