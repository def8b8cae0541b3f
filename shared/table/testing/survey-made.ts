// Files put together by a seeded generator: a table of any language, a dialect, lines above and below, and an accident.
import { type Gold, type SurveyCase, survey } from './gold.ts'
import type { Phrasebook } from './phrases.ts'
import { easternPhrases } from './phrases-east.ts'
import { northernPhrases } from './phrases-north.ts'
import { westernPhrases } from './phrases-west.ts'
import { type Random, seeded } from './random.ts'
import { type Column, columnMakers, namesOf } from './survey-columns.ts'

type Dialect = { delimiter: string; quote: string; newline: string; every: boolean }

const books = [...westernPhrases, ...northernPhrases, ...easternPhrases]
const encodings: Record<string, string[]> = {
  pl: ['windows-1250'],
  ru: ['windows-1251'],
  tr: ['windows-1254'],
  ja: ['shift_jis'],
  zh: ['gbk'],
  ko: ['euc-kr'],
  ar: ['windows-1256'],
  hi: ['utf-8'],
}

function columnsOf(book: Phrasebook, random: Random): Column[] {
  const kinds = random.shuffle(Object.keys(columnMakers)).slice(0, 2 + random.int(7))
  const columns = kinds.map((kind) => columnMakers[kind]!(book, random))
  const solid = columns.filter(({ kind }) => !['empty', 'sparse', 'flag'].includes(kind))
  return solid.length >= 2
    ? columns
    : [...columns, columnMakers.code!(book, random), columnMakers.measure!(book, random)]
}

function dialectOf(random: Random): Dialect {
  return {
    delimiter: random.pick([',', ',', ',', ';', ';', ';', '\t', '\t', '|', ':', '~']),
    quote: random.pick(['"', '"', '"', '"', "'"]),
    newline: random.pick(['\n', '\n', '\r\n', '\r\n', '\r']),
    every: random.chance(0.2),
  }
}

function lineOf(cells: readonly string[], { delimiter, quote, every }: Dialect): string {
  const write = (cell: string): string =>
    every || cell.includes(delimiter) || cell.includes(quote) || cell.includes('\n')
      ? quote + cell.replaceAll(quote, quote + quote) + quote
      : cell
  return cells.map(write).join(delimiter)
}

function linesAbove(book: Phrasebook, width: number, dialect: Dialect, random: Random): [string, string[]] {
  const [title, other] = random.shuffle(book.titles) as [string, string]
  const { delimiter } = dialect
  const pad = delimiter.repeat(width - 1)
  const safe = (line: string): string => line.replaceAll(delimiter, ' ').replaceAll(dialect.quote, ' ')
  const key = safe(random.pick(namesOf(book)))
  const above: Record<string, string[]> = {
    nothing: [],
    title: [title],
    'title and an empty line': [title, ''],
    'two titles, an empty line': [title, safe(random.pick(book.outros)), ''],
    'padded title': [safe(title) + pad, pad],
    'keys and values': [`${key}${delimiter}${safe(other)}`, `2023${delimiter}12`, ''],
    comments: [`# ${title}`, `# ${book.language} 2023`],
    'a sentence': [random.pick(book.outros)],
  }
  const kind = random.chance(0.5) ? 'nothing' : random.pick(Object.keys(above))
  return [kind, above[kind]!]
}

function linesBelow(book: Phrasebook, width: number, { delimiter }: Dialect, random: Random): [string, string[]] {
  const note = random.pick(book.outros)
  const below: Record<string, string[]> = {
    nothing: [],
    'a note': [`* ${note}`],
    'an empty line and a note': ['', note],
    'an empty line and two notes': ['', `(1) ${note}`, `(2) ${random.pick(book.betweens)}`],
    'padded source': [`(c) 2023${delimiter.repeat(width - 1)}`],
    'empty lines': ['', '', ''],
    'lines of delimiters': [delimiter.repeat(width - 1), delimiter.repeat(width - 1)],
  }
  const kind = random.chance(0.6) ? 'nothing' : random.pick(Object.keys(below))
  return [kind, below[kind]!]
}

function headerOf(names: string[], columns: Column[], random: Random): [string, string[][], string[] | null] {
  const kind = random.pick(['one', 'one', 'one', 'one', 'one', 'one', 'none', 'groups', 'units'])
  if (kind === 'none') return [kind, [], null]
  if (kind === 'groups' && columns.length > 3) {
    const groups = columns.map((_, i) => (i === 0 ? '' : i < columns.length / 2 ? 'A' : 'B'))
    return [kind, [groups, names], names.map((name, i) => (groups[i] ? `${groups[i]} ${name}` : name))]
  }
  if (kind === 'units' && columns.filter(({ unit }) => unit).length > columns.length / 2) {
    const units = columns.map(({ unit }) => unit)
    return [kind, [names, units], names.map((name, i) => (units[i] ? `${name} ${units[i]}` : name))]
  }
  return ['one', [names], names]
}

function fileOf(seed: number): SurveyCase {
  const random = seeded(seed)
  const book = books[seed % books.length]!
  const columns = columnsOf(book, random)
  const dialect = dialectOf(random)
  const names = random.shuffle([...namesOf(book), 'val_1', 'q2', 'X3']).slice(0, columns.length)
  while (names.length < columns.length) names.push(`f${names.length}`)
  const rows = Array.from({ length: 4 + random.int(40) }, (_, row) => columns.map(({ cell }) => cell(row)))
  const [headKind, headRows, header] = headerOf(names, columns, random)
  const [aboveKind, above] = headKind === 'none' ? ['nothing', []] : linesAbove(book, columns.length, dialect, random)
  const [belowKind, below] = linesBelow(book, columns.length, dialect, random)
  const [accident, body] = happen(
    [...headRows, ...rows].map((row) => lineOf(row, dialect)),
    headRows.length,
    random,
  )
  const text = [...above, ...body, ...below].join(dialect.newline) + dialect.newline
  const encoding = random.chance(0.6)
    ? 'utf-8'
    : random.pick([...(encodings[book.language] ?? ['windows-1252']), 'utf-16le'])
  const marks = `${JSON.stringify(dialect.delimiter)} ${dialect.quote} ${JSON.stringify(dialect.newline)}`
  const kinds = columns.map(({ kind }) => kind).join('+')
  const kind = `made ${seed} ${book.language} ${encoding} ${marks}: ${aboveKind}; ${headKind}; ${accident}; ${belowKind}; ${kinds}`
  const gold: Gold = { header, rows }
  return survey(kind, text, gold, { encoding })
}

function happen(lines: string[], head: number, random: Random): [string, string[]] {
  const accident = random.pick(['nothing', 'nothing', 'nothing', 'header again', 'empty lines', 'comment', 'no end'])
  const middle = head + Math.floor((lines.length - head) / 2)
  if (accident === 'header again' && head === 1) return [accident, lines.toSpliced(middle, 0, lines[0]!)]
  if (accident === 'empty lines') return [accident, lines.flatMap((line, i) => (i % 7 === 3 ? ['', line] : [line]))]
  if (accident === 'comment' && !lines.some((line) => line.startsWith('#')))
    return [accident, lines.toSpliced(middle, 0, '# 2023')]
  return ['nothing', lines]
}

/** Generated files, the same for the same seeds; seeds that nobody looked at tell how well the reader generalises. */
export function madeFiles(first: number, count: number): SurveyCase[] {
  return Array.from({ length: count }, (_, i) => fileOf(first + i))
}
