// Finds where the values of written rows stand in the sources, and counts what stands where.
import type { Evidence, Span } from '../../shared/table/evidence.ts'
import type { Grounder } from '../../shared/table/ground.ts'
import type { Column } from '../../shared/table/table.ts'
import { indexAll } from './ground-sources.ts'
import type { TypedRow } from './write-cells.ts'

export type EvidenceCounts = { cells_quoted: number; cells_computed: number; cells_unsupported: number }

export type EvidenceFinder = {
  /**
   * `computed` says of each column whether the cell of this row comes from a formula. Null when a long source has to be
   * read first, which `prepare` does while others are served; with `now` it is read at once.
   */
  find(row: TypedRow, computed: (at: number) => boolean, now: boolean): Evidence[] | null
  prepare(): Promise<void>
  counts(): EvidenceCounts
}

type Spans = (Span | null)[]

/**
 * Looks for every filled cell of each row, all of them together: values of one row stand beside each other. Where rows repeat
 * the record that their item is in, its values may stand far from those of the item: `groups` are the keys of the columns
 * that stand together, for what is not found with all of the row.
 */
export function createEvidenceFinder(grounder: Grounder, columns: Column[], groups: string[][] = []): EvidenceFinder {
  const counts = { cells_quoted: 0, cells_computed: 0, cells_unsupported: 0 }
  const together = groups.length < 2 ? [] : groups.map((keys) => columns.map(({ key }) => keys.includes(key)))

  type Look = (sought: (string | null)[]) => Spans | null
  const lookByGroups = (look: Look, sought: (string | null)[], whole: Spans): Spans => {
    const spans = [...whole]
    const isLost = (found: Spans, at: number) => sought[at] != null && found[at] == null
    for (const members of together) {
      const lost = (found: Spans) => members.filter((is, at) => is && isLost(found, at)).length
      if (lost(spans) === 0) continue
      const own = look(sought.map((text, at) => (members[at] ? text : null)))
      if (own && lost(own) < lost(spans)) for (const [at, is] of members.entries()) if (is) spans[at] = own[at] ?? null
    }
    return spans
  }

  return {
    prepare: () => indexAll(grounder),
    find({ cells, texts }, computed, now) {
      const sought = cells.map((cell, at) => (cell === null || computed(at) ? null : (texts[at] ?? null)))
      // What the model wrote goes first: it was told to copy. Its value may still be found where its writing is not.
      const waits = !now && !grounder.isIndexed()
      const look: Look = (texts) => (waits ? grounder.quoteRow(texts, columns) : grounder.groundRow(texts, columns))
      const whole = look(sought)
      if (!whole) return null
      const spans = lookByGroups(look, sought, whole)
      let near: Span[] | null = null
      return cells.map((cell, at): Evidence => {
        if (cell === null) return null
        if (computed(at)) {
          counts.cells_computed += 1
          return 'computed'
        }
        let span = spans[at] ?? null
        if (span === null && cell !== texts[at]) {
          near ??= spans.filter((each) => each !== null)
          const { type, currency, name } = columns[at]!
          span = grounder.ground(cell, type, { near, name, ...(currency ? { currency } : {}) })
        }
        if (span) counts.cells_quoted += 1
        else counts.cells_unsupported += 1
        return span ?? 'unsupported'
      })
    },
    counts: () => counts,
  }
}
