// Measures the three-way merge of tables against daff's on the same data, and against itself at twice the size.
import daff from 'daff'
import { type Keyed, mergeTables } from '../shared/merge/merge.ts'
import { median, timed, timesAs } from './measure.ts'
import type { Figure } from './reading.ts'

type Line = (string | number)[]
type Versions = { base: Line[]; ours: Line[]; theirs: Line[] }

const rows = 100_000
const columns = ['id', 'customer', 'price', 'city', 'quantity', 'note', 'tax', 'sku', 'discount', 'paid']

/** Three versions of a table: each side edited every 11th or 13th row, deleted every 97th or 89th and added every 101st or 103rd. */
function makeVersions(count: number): Versions {
  const line = (row: number): Line =>
    columns.map((column, at) => (at === 0 ? `r${row}` : at % 2 ? `${column} ${row}` : (row * 31 + at) / 100))
  const version = (name: string, edits: number, deletes: number, adds: number) => {
    const lines: Line[] = []
    for (let row = 0; row < count; row++) {
      if (row % deletes === 0) continue
      const cells = line(row)
      if (row % edits === 0) cells[1 + (row % 9)] = `${name} ${row}`
      lines.push(cells)
      if (row % adds === 0) lines.push([`${name}${row}`, ...line(row).slice(1)])
    }
    return lines
  }
  return {
    base: Array.from({ length: count }, (_, row) => line(row)),
    ours: version('ours', 11, 97, 101),
    theirs: version('theirs', 13, 89, 103),
  }
}

function keyed(lines: Line[]): Keyed {
  return {
    columns,
    rows: new Map(
      lines.map((cells) => [String(cells[0]), Object.fromEntries(columns.map((id, at) => [id, cells[at] ?? null]))]),
    ),
  }
}

const keyedOf = ({ base, ours, theirs }: Versions) => ({ base: keyed(base), ours: keyed(ours), theirs: keyed(theirs) })

function mergeWithDaff({ base, ours, theirs }: Versions): number {
  // It puts the result into the table of ours.
  const [was, our, their] = [base, ours, theirs].map(
    (lines) => new daff.TableView([columns, ...structuredClone(lines)]),
  )
  const flags = new daff.CompareFlags()
  flags.addPrimaryKey('id')
  if (!was || !our || !their) throw new Error('Three versions are merged.')
  return new daff.Merger(was, our, their, flags).apply()
}

/** Seconds of processor time for the whole merge, its share of daff's time for the same, and growth when the rows double. */
export function measureMerge(): Figure[] {
  const versions = makeVersions(rows)
  const single = keyedOf(versions)
  const double = keyedOf(makeVersions(2 * rows))
  mergeTables(single)
  const seconds = median(Array.from({ length: 7 }, () => secondsOf(() => mergeTables(single))))
  let conflicts = 0
  const daffSeconds = secondsOf(() => {
    conflicts = mergeWithDaff(versions)
  })
  const ours = mergeTables(single).conflicts.filter(({ column }) => column !== null).length
  if (ours !== conflicts) throw new Error(`The merges differ: ${ours} cells in conflict, and ${conflicts} in daff.`)
  const growth = timesAs(
    () => mergeTables(double),
    () => mergeTables(single),
    7,
  )
  const size = `${rows} × ${columns.length}`
  return [
    { name: `seconds to merge ${size}`, value: seconds, limit: 1 },
    {
      name: `merge / daff's three-way merge, ${size} (daff: ${daffSeconds.toFixed(1)} s)`,
      value: seconds / daffSeconds,
      limit: 1 / 20,
    },
    { name: `time of the merge of ${2 * rows} rows / ${rows} rows`, value: growth, limit: 2.2 },
  ]
}

const secondsOf = (work: () => unknown) => timed(work) / 1000
