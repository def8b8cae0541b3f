// What a person should know about how a table was fitted, in sentences.
import type { FilledValues } from './fill-values.ts'
import { normaliseHeader } from './header-name.ts'
import type { OwnTotal } from './own-total.ts'
import type { SettledColumn } from './settle-columns.ts'
import type { Template } from './template.ts'

type FitFacts = {
  settled: SettledColumn[]
  filled: FilledValues[]
  own: OwnTotal | null
  summed: boolean
  sorted: boolean
  unused: { header: string }[]
  template: Template
}

const quoted = (names: string[]) => names.map((name) => `“${name}”`).join(', ')
const inRows = (count: number) => (count === 1 ? '1 row' : `${count} rows`)

/** What becomes of a total that the table brings where the template adds one of its own. */
function ownTotalNote({ label, sums }: OwnTotal): string {
  return sums
    ? `The table’s last row, “${label}”, becomes the totals row, with formulas in place of its numbers.`
    : `The table’s last row, “${label}”, looks like a total, but is not the sum of the rows above. It is kept as a row, and no totals row is added.`
}

function columnNotes(header: string, { failed, unlike, filled, unwritable }: FilledValues): string[] {
  const notes: string[] = []
  if (filled > 0) notes.push(`“${header}” gets the template’s usual value in ${inRows(filled)}.`)
  if (failed > 0)
    notes.push(`“${header}” stays empty in ${inRows(failed)}, because the values it is computed from are not numbers.`)
  if (unlike > 0)
    notes.push(`“${header}” is written as a value in ${inRows(unlike)}, where its formula would give another one.`)
  if (unwritable) notes.push(`“${header}” is written as values: formulas of this spreadsheet cannot say it.`)
  return notes
}

/** Every guess and every change is said, so that a wrong one is seen before anything is written. */
export function fitNotes({ settled, filled, own, summed, sorted, unused, template }: FitFacts): string[] {
  const notes: string[] = []
  const renamed = settled.flatMap(({ source, header }) =>
    source?.name && normaliseHeader(source.name) !== normaliseHeader(header) ? [`“${source.name}” → “${header}”`] : [],
  )
  if (renamed.length > 0) notes.push(`Renamed by the template: ${renamed.join(', ')}.`)
  if (unused.length > 0)
    notes.push(`Left out, because the table has nothing for them: ${quoted(unused.map(({ header }) => header))}.`)
  const extra = settled.filter((column) => column.template === null).map(({ header }) => header)
  if (template.layout.columns.length > 0 && extra.length > 0)
    notes.push(`Kept at the end, because the template does not know them: ${quoted(extra)}.`)
  const lacking = settled.filter(
    ({ template: its, source, formula }) => its?.required && !source && formula === null && its.default === undefined,
  )
  if (lacking.length > 0)
    notes.push(`The template asks for ${quoted(lacking.map(({ header }) => header))}, and the table has nothing there.`)
  if (own && summed) notes.push(ownTotalNote(own))
  if (sorted) {
    const by = template.layout.sort.flatMap(({ column }) => settled.find(({ key }) => key === column)?.header ?? [])
    if (by.length > 0) notes.push(`Sorted by ${quoted(by)}, as the template has it.`)
  }
  return [...notes, ...settled.flatMap(({ header }, at) => columnNotes(header, filled[at]!))]
}
