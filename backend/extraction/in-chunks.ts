// Hands rows on in chunks, so that a large table neither blocks the server nor arrives as one event.
import type { Cell } from '../../shared/table/table.ts'

/** Yields `rows` in chunks of `size`, letting other work run between them. */
export async function* inChunks(rows: Cell[][], size = 200): AsyncGenerator<Cell[][]> {
  for (let at = 0; at < rows.length; at += size) {
    if (at > 0) await new Promise(setImmediate)
    yield rows.slice(at, at + size)
  }
}
