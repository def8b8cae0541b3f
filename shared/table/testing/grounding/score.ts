// Measures a grounder on texts with their records: what it flags of true, corrupted and swapped values.
import type { Span } from '../../evidence.ts'
import type { Cell, Column, ColumnType } from '../../table.ts'
import { type Random, seeded } from '../random.ts'
import { type Corruption, corrupt } from './corrupt.ts'
import { type GroundingCase, numeric, type Place } from './grounding.ts'
import { scoreText } from './score-text.ts'
import { mayState } from './stated.ts'

type Value = string | number | boolean
type Source = { id: string; text: string }
type Options = { near?: Span[] }

/** What is measured: the two doors of grounding. */
export type Subject = {
  groundValue: (value: Value, type: ColumnType, sources: Source[], options?: Options) => Span | null
  createGrounder: (sources: Source[]) => {
    ground: (value: Value, type: ColumnType, options?: Options) => Span | null
    groundRow: (cells: Cell[], columns: Column[]) => (Span | null)[]
  }
}

/** Whether a true value should have been found, or a false one flagged; `near` says where the row's neighbours came from. */
export const measures = [
  'true',
  'true as written',
  'true near',
  'true near its own',
  'true in row',
  'true near, other record',
  'true near, two texts',
  'corrupted',
  'corrupted near',
  'corrupted in row',
  'beside a corrupted one',
  'swapped near',
  'swapped near its own',
  'swapped in row',
  'text near its own',
  'corrupted text',
  'swapped text',
  'doors differ',
] as const
export type Measure = (typeof measures)[number]

export type Verdict = { measure: Measure; kind: string; flagged: boolean; material: GroundingCase; told: string }

const overlaps = (a: Place, b: Place): boolean => a.start < b.end && b.start < a.end

/** The stretch of text that only this record states; null where it shares all its places. */
function stretch(material: GroundingCase, row: number): Place | null {
  const own = material.places[row]!.flat().filter((place) =>
    material.places.every((others, at) => at === row || !others.flat().some((other) => overlaps(place, other))),
  )
  if (own.length === 0) return null
  return { start: Math.min(...own.map((place) => place.start)), end: Math.max(...own.map((place) => place.end)) }
}

/** Another row whose value of the column would be false in this one; null where the text does not decide. */
export function swapPartner(material: GroundingCase, row: number, column: number, random: Random): number | null {
  const mine = material.rows[row]!
  const own = stretch(material, row)
  if (mine[column] === null || !own) return null
  const near = mine.some(
    (cell, at) => at !== column && cell !== null && material.places[row]![at]!.some((place) => overlaps(place, own)),
  )
  if (!near) return null
  const fits = material.rows.flatMap((other, index) => {
    const value = other[column]!
    if (value === null || mine.includes(value)) return []
    const twin = material.rows.some((cells) => cells.every((cell, at) => cell === (at === column ? value : mine[at])))
    const inside =
      material.genre !== 'respectively' &&
      mayState(material.text.slice(own.start, own.end), value, material.columns[column]!.type)
    return twin || inside ? [] : [index]
  })
  return fits.length > 0 ? random.pick(fits) : null
}

/** Words of each column of a genre in a language, to put a value where another of its kind stands. */
function wordPools(cases: GroundingCase[]): Map<string, string[]> {
  const pools = new Map<string, Set<string>>()
  for (const { genre, language, columns, rows } of cases)
    for (const row of rows)
      for (const [at, cell] of row.entries()) {
        const key = `${genre} ${language} ${columns[at]!.key}`
        if (columns[at]!.type === 'text' && typeof cell === 'string')
          pools.set(key, (pools.get(key) ?? new Set()).add(cell))
      }
  return new Map([...pools].map(([key, words]) => [key, [...words]]))
}

function scoreCase(
  material: GroundingCase,
  pools: Map<string, string[]>,
  subject: Subject,
  random: Random,
  decoy: string,
): Verdict[] {
  const verdicts: Verdict[] = []
  const source: Source = { id: 'message:1', text: material.text }
  const grounder = subject.createGrounder([source])
  // Another text beside it, that may state the same values.
  const both = subject.createGrounder([{ id: 'message:0', text: decoy }, source])
  const span = (place: Place): Span => ({ source: source.id, start: place.start, end: place.end })
  const note = (measure: Measure, kind: string, flagged: boolean, told: string) =>
    verdicts.push({ measure, kind, flagged, material, told })

  for (const [row, cells] of material.rows.entries()) {
    const own = cells.map((cell, at) => (cell === null ? null : grounder.ground(cell, material.columns[at]!.type)))
    const inRow = grounder.groundRow(cells, material.columns)
    const partnerOf = (column: number) => swapPartner(material, row, column, random)
    const text = scoreText(material, row, partnerOf, grounder.ground, random)
    for (const { flagged, told } of text.true) note('text near its own', 'text', flagged, told)
    for (const { flagged, told } of text.corrupted) note('corrupted text', 'digits', flagged, told)
    for (const { flagged, told } of text.swapped) note('swapped text', 'text', flagged, told)
    for (const [column, cell] of cells.entries()) {
      if (cell === null) continue
      const head = material.columns[column]!
      const { type } = head
      const places = material.places[row]![column]!
      const said = material.text.slice(places[0]!.start, places[0]!.end)
      const told = `${JSON.stringify(cell)} (${type}, said ${JSON.stringify(said)})`
      const near = material.places[row]!.flatMap((there, at) => (at === column || !there[0] ? [] : [span(there[0])]))
      const ownNear = own.flatMap((found, at) => (at === column || !found ? [] : [found]))
      const elsewhere = (found: Span | null) => found !== null && !places.some((place) => overlaps(place, found))

      note('true', type, own[column] === null, told)
      if (numeric.has(type) || type === 'date' || type === 'time')
        note('true as written', type, grounder.ground(said, type) === null, told)
      note('true in row', type, inRow[column] === null, told)
      if (near.length > 0) {
        const found = grounder.ground(cell, type, { near })
        note('true near', type, found === null, told)
        note('true near, two texts', type, both.ground(cell, type, { near })?.source !== source.id, told)
        note('true near, other record', type, elsewhere(found), `${told} at ${found?.start}`)
        // Indexing the text anew for each value is slow: one value of each text goes through that door.
        if (row === 0 && column === 0) {
          const alone = subject.groundValue(cell, type, [source], { near })
          note('doors differ', type, alone?.start !== found?.start || alone?.end !== found?.end, told)
        }
        note('true near its own', type, grounder.ground(cell, type, { near: ownNear }) === null, told)
      }

      const pool = pools.get(`${material.genre} ${material.language} ${head.key}`) ?? []
      const wrong: Corruption | null = corrupt(material, row, column, pool, random)
      if (wrong?.value != null) {
        const { kind, value } = wrong
        const foreign = kind === 'other currency'
        const told = `${JSON.stringify(value)}${foreign ? wrong.column.currency : ''} (${type}, said ${JSON.stringify(said)})`
        const loose = foreign ? `${value} ${wrong.column.currency}` : value
        note('corrupted', kind, grounder.ground(loose, type) === null, told)
        if (near.length > 0) note('corrupted near', kind, grounder.ground(loose, type, { near }) === null, told)
        const spans = grounder.groundRow(cells.with(column, value), material.columns.with(column, wrong.column))
        note('corrupted in row', kind, spans[column] === null, told)
        for (const [at, other] of cells.entries())
          if (at !== column && other !== null)
            note('beside a corrupted one', kind, spans[at] === null, `${JSON.stringify(other)} beside ${told}`)
      }

      const partner = swapPartner(material, row, column, random)
      const taken = partner === null ? null : material.rows[partner]![column]!
      if (taken !== null) {
        const told = `${JSON.stringify(taken)} in the row of ${JSON.stringify(cells)}`
        note('swapped near', type, grounder.ground(taken, type, { near }) === null, told)
        note('swapped near its own', type, grounder.ground(taken, type, { near: ownNear }) === null, told)
        const spans = grounder.groundRow(cells.with(column, taken), material.columns)
        // Of two cells neither is more wrong than the other.
        const two = cells.filter((other) => other !== null).length === 2
        note(
          'swapped in row',
          type,
          spans[column] === null || (two && spans.some((found, at) => found === null && cells[at] !== null)),
          told,
        )
      }
    }
  }
  return verdicts
}

/** Every verdict on every case; the same seed corrupts and swaps the same. */
export function scoreCases(cases: GroundingCase[], subject: Subject, seed: number): Verdict[] {
  const pools = wordPools(cases)
  const random = seeded(seed)
  return cases.flatMap((material, index) => scoreCase(material, pools, subject, random, cases.at(index - 1)!.text))
}

/** The share of a measure that is flagged, from 0 to 1. */
export function flaggedShare(verdicts: Verdict[], measure: Measure): number {
  const some = verdicts.filter((verdict) => verdict.measure === measure)
  return some.filter((verdict) => verdict.flagged).length / Math.max(1, some.length)
}
