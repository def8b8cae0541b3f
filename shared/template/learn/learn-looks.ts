// The colours of a table: header, bands, totals.
import type { LearnSource } from '../learn-source.ts'
import type { Template } from '../template.ts'
import { mostOf, type ReadSource } from './read-source.ts'

const white = '#ffffff'
const black = '#000000'

/** Backgrounds that take turns from row to row. */
function findBands({ columns, rows }: ReadSource): { first: string; second: string } | null {
  if (rows < 3) return null
  const shades = Array.from({ length: rows }, (_, row) =>
    mostOf(columns.map(({ body }) => body[row]?.background ?? white)),
  )
  const [first = white, second = white] = shades
  const turns = shades.filter((shade, row) => shade === (row % 2 === 0 ? first : second)).length
  return first !== second && turns >= rows * 0.9 ? { first, second } : null
}

/** What the header looks like where it has no colours: a quiet one. */
const plainHeader = { background: '#e8eaed', color: '#202124' }

export function learnLooks(
  source: LearnSource,
  read: ReadSource,
): Pick<Template['formatting'], 'header' | 'banding' | 'totals'> {
  const heads = read.columns.map(({ head }) => head)
  const own = mostOf(heads.map(({ background }) => background ?? white))
  const background = own === undefined || own === white ? (source.bands?.header ?? own) : own
  const color = mostOf(heads.map((head) => head.color ?? black)) ?? black
  const coloured = background !== undefined && background !== white
  const header = coloured || color !== black ? { background: background ?? white, color } : plainHeader
  const banding = source.bands ? { first: source.bands.first, second: source.bands.second } : findBands(read)
  const sums = read.total ?? []
  const ground = mostOf(sums.map((cell) => cell.background ?? white)) ?? source.bands?.footer ?? white
  const isBand = ground === white || ground === banding?.first || ground === banding?.second
  return {
    header,
    banding: banding && banding.first === white && banding.second === white ? null : banding,
    totals:
      sums.length === 0 || isBand
        ? null
        : { background: ground, color: mostOf(sums.map((cell) => cell.color ?? black)) ?? black },
  }
}
