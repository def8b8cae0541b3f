// Plans rows that go under a table in the sheet.
import type { FaultyRow, FittedTable } from '../template/fitted-table.ts'
import { decisionOf } from '../template/review-rows.ts'
import { addRows } from './add-rows.ts'
import { type Draft, noCounts } from './draft.ts'
import { findKnown, type KnownNow } from './find-known.ts'
import { type KnownPlaces, placeInKnown } from './known-columns.ts'
import { countOwnTotal } from './own-total-row.ts'
import type { PlanInput } from './plan-table.ts'
import { keyTexts } from './row-key.ts'
import { valueAt } from './sheet-window.ts'

/** Rows of the table whose key stands in the sheet already; with `out` decided they stay out. */
function findPresent(fitted: FittedTable, known: KnownNow, places: KnownPlaces, { review }: PlanInput['decisions']) {
  const columns = fitted.key.map((key) => places.placed.find((each) => each.fitted.key === key))
  const faulty: FaultyRow[] = []
  const out = new Set<number>()
  if (columns.length === 0 || columns.includes(undefined)) return { faulty, out }
  const count = Math.max(0, known.last - known.first + 1)
  const standing = columns.map((each) =>
    Array.from({ length: count }, (_, at) => valueAt(known.sheet.window, known.first + at, each?.column ?? 0)),
  )
  const rows = new Map(keyTexts(standing, count).map((key, at) => [key, known.first + at]))
  const values = columns.map((each) => each?.fitted.values ?? [])
  const at = fitted.columns.findIndex(({ key }) => key === fitted.key[0])
  keyTexts(values, fitted.rows).forEach((key, index) => {
    const row = key === '' ? undefined : rows.get(key)
    if (row === undefined) return
    const source = fitted.source_rows[index]!
    const decision = decisionOf(review, source)
    faulty.push({
      row: source,
      faults: [{ column: at, says: `is in row ${row} of the sheet already` }],
      must: true,
      decision,
    })
    if (decision === 'out') out.add(index)
  })
  return { faulty, out }
}

/** New rows under the last one; those that are in the sheet already are shown first. */
export function planAppend(input: PlanInput): Draft {
  const { fitted } = input
  const known = findKnown(input.place, { typed: true })
  const places = placeInKnown(fitted, known, known.end + fitted.rows + 1)
  const { faulty, out } = findPresent(fitted, known, places, input.decisions)
  const indexes = Array.from({ length: fitted.rows }, (_, at) => at).filter((at) => !out.has(at))
  const draft = addRows(input, known, places, { indexes, origin: () => null })
  draft.review = faulty
  draft.counts = { ...noCounts, rows_new: indexes.length, rows_left_out: out.size }
  countOwnTotal(draft, fitted.own_total, 'rows_new')
  if (faulty.length > 0)
    draft.notes.push(
      faulty.length === 1
        ? '1 row is in the sheet already. Merging instead updates it in its place.'
        : `${faulty.length} rows are in the sheet already. Merging instead updates them in their places.`,
    )
  return draft
}
