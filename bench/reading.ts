// Measures reading against the parser most people would take, and against itself at twice the size.
import Papa from 'papaparse'
import { inferColumns } from '../shared/table/infer.ts'
import { readTables } from '../shared/table/read.ts'
import { makeCsv } from './make-csv.ts'
import { retained, timesAs } from './measure.ts'

/** One figure of the report: `value` must not be above `limit`. */
export type Figure = { name: string; value: number; limit: number }

// 518,000 records are 50 MB.
const wholeRows = 518_000

function readAndType(text: string): number {
  const [table, ...more] = readTables(text)
  if (!table || more.length > 0) throw new Error('The text is one table and was read as another number of them.')
  return inferColumns(table).length
}

/** Finding, parsing and typing every cell as multiples of Papa Parse's bare parse; growth when the input doubles. */
export function measureReading(): Figure[] {
  const figures: Figure[] = []
  for (const quoted of [false, true]) {
    const text = makeCsv(wholeRows, quoted)
    const label = quoted ? 'quotes in every third record' : 'no quotes'
    const ratio = timesAs(
      () => readAndType(text),
      () => Papa.parse(text).data.length,
      11,
    )
    const size = `${Math.round(text.length / 1e6)} MB, ${label}`
    figures.push({ name: `read and type / Papa Parse, ${size}`, value: ratio, limit: 2 })
    const held = retained(() => readTables(text)) / retained(() => Papa.parse(text).data)
    figures.push({ name: `retained heap / Papa Parse, ${size}`, value: held, limit: 1.3 })
  }
  for (const rows of [125_000, 250_000, 500_000]) {
    const [single, double] = [makeCsv(rows, true), makeCsv(2 * rows, true)]
    const growth = timesAs(
      () => readAndType(double),
      () => readAndType(single),
      5,
    )
    figures.push({ name: `time(${2 * rows} rows) / time(${rows} rows)`, value: growth, limit: 2.2 })
  }
  return figures
}
