// The table that the damage is done to: dates, times, codes, prices, texts with commas and quotes, links, an empty column.
import { seeded } from './random.ts'

export const baseHeader = ['Day', 'Clock', 'Pieces', 'Article', 'Cost', 'Sort', 'Story', 'Link', 'Remark']

const sorts = [
  "Children's Rain Coat",
  'Tent, Two Persons',
  'Wool Socks',
  'Camping Lamp',
  "Women's Walking Shoes, Leather",
  'Bread Knife',
  'Water Bottle, 1 l',
  'Map Case',
  'Folding Chair',
  'Fishing Vest',
]
const stories = [
  'Keeps you dry from the first drop to the last: sealed seams, a deep hood, and pockets that close.',
  'Light, strong and quick to put up. You will not want to sleep at home again, we promise.',
  'Warm feet are happy feet. These socks hold their form after many, many washings; no itching.',
  'Bright enough to read by and small enough to forget; runs 40 hours on one charge.',
  'Our "old faithful" sole, now with a softer heel. Made by hand since 1931.',
  'Cuts crusts, not fingers. The blade is 21.5 cm long and keeps its edge.',
  'Fill it, shake it, drop it: it will last. No taste, no smell, no plastic.',
  "See your map in the rain, in the snow and in the dark, and don't lose it.",
  'Sits like a sofa and folds like an umbrella, says everyone who has tried it.',
  'Fourteen pockets, each where you need it. Dries overnight.',
]

const random = seeded(97)
const two = (value: number): string => String(value).padStart(2, '0')

/** The rows of the undamaged table. */
export const baseRows: string[][] = Array.from({ length: 60 }, (_, i) => {
  const code = `${String.fromCharCode(65 + random.int(26), 65 + random.int(26))}-${1000 + random.int(9000)}`
  const kind = random.int(10)
  return [
    `${two(1 + (i % 28))}/${two(1 + Math.floor(i / 28))}/2021`,
    `${two(8 + Math.floor(i / 6))}:${two((i % 6) * 10)}`,
    String(random.int(40)),
    code,
    `$${random.int(120)}.${two(random.int(100))}`,
    sorts[kind]!,
    stories[(kind + (i % 3)) % 10]!,
    `https://shop.example.com/a/${code.replace('-', '_')}.html`,
    '',
  ]
})

/** The dialect of a file. */
export type Dialect = {
  delimiter: string
  quote: string
  escape: string
  newline: string
  /** Cells with a quote inside are not quoted for that alone. */
  bare?: boolean
}

export const plainDialect: Dialect = { delimiter: ',', quote: '"', escape: '"', newline: '\n' }

/** Writes cells as one line: texts and links always quoted, others where they need it. */
export function writeRow(cells: readonly string[], dialect: Dialect): string {
  return cells.map((cell, column) => writeCell(cell, column, dialect)).join(dialect.delimiter)
}

/** Writes one cell as it stands in a line. */
export function writeCell(cell: string, column: number, dialect: Dialect): string {
  const { delimiter, quote } = dialect
  const marked = quote !== '' && (dialect.bare ? cell.startsWith(quote) : cell.includes(quote))
  const needed = cell.includes(delimiter) || marked || column === 6 || column === 7
  if (!needed || quote === '' || cell === '') return cell
  return quote + cell.replaceAll(quote, dialect.escape + quote) + quote
}
