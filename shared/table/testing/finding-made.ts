// Texts put together from hand-written phrases, tables and formats by a seeded generator.
import { type FindingCase, marked } from './finding.ts'
import { type Gold, goldOf } from './gold.ts'
import type { Phrasebook } from './phrases.ts'
import { easternPhrases } from './phrases-east.ts'
import { northernPhrases } from './phrases-north.ts'
import { westernPhrases } from './phrases-west.ts'
import { type Random, seeded } from './random.ts'
import { formats, type Written } from './write-table.ts'

const perLanguage = 22
const genres = ['mail', 'chat', 'ticket', 'forum', 'notes', 'minutes', 'readme', 'terminal']
// Formats that people put between fences, and those that survive being quoted line by line.
const fenced = ['csv', 'json', 'jsonl', 'psql', 'mysql', 'box', 'aligned', 'log', 'ls']
const quotable = ['csv', 'semicolon', 'tsv', 'markdown', 'pipes']
// "name: value" lines stand among chat lines of the same shape only with a blank line around them.
const spaced = ['keyvalues', 'records', 'pairs', 'log']

/** Where a table is put, and what each table put so far must read as. */
type Setting = { book: Phrasebook; genre: string; random: Random; golds: (Gold | null)[] }

function tableOf(book: Phrasebook, format: string, random: Random): Written {
  const { header, rows } = goldOf(random.pick(book.tables)) as Written
  const width = ['keyvalues', 'records'].includes(format) ? header.length : 2 + random.int(header.length - 1)
  const columns = [0, ...random.shuffle(header.map((_, i) => i).slice(1)).slice(0, width - 1)].sort((a, b) => a - b)
  const least = ['log', 'pairs', 'ls', 'aligned'].includes(format) ? 3 : 2
  const many = least + random.int(5)
  const count = format === 'keyvalues' ? 1 : format === 'pairs' ? Math.min(many, rows.length) : many
  const all = Array.from({ length: count }, (_, i) =>
    rows[i % rows.length]!.map((cell) => (i >= rows.length && /^\d+$/v.test(cell) ? String(Number(cell) + i) : cell)),
  )
  return { header: columns.map((i) => header[i]!), rows: all.map((row) => columns.map((i) => row[i]!)) }
}

function mark(format: string, rows: number | null, body: string): string {
  const lead = /^\s*/v.exec(body)![0]
  return `${lead}⟦${rows === null ? format : `${format} ${rows}`}⟧${body.slice(lead.length)}⟦/⟧`
}

/** The cells that a reader must give; null where several answers are right. */
function cellsOf(format: string, table: Written): Gold | null {
  return ['ls', 'log', 'keyvalues', 'pairs', 'clipboard'].includes(format) ? null : table
}

function block({ book, genre, random, golds }: Setting, format: string): string {
  const { write, counted } = formats[format]!
  const table = tableOf(book, format, random)
  golds.push(cellsOf(format, table))
  const body = mark(format, counted ? table.rows.length : null, write(table, random))
  if (['ticket', 'forum', 'readme'].includes(genre) && fenced.includes(format) && random.chance(0.5)) {
    const tag = random.pick(['', '', 'text', format === 'jsonl' ? 'json' : format === 'csv' ? 'csv' : ''])
    return `\`\`\`${tag}\n${body}\n\`\`\``
  }
  if (!spaced.includes(format) && format !== 'html' && random.chance(0.12))
    return `${random.pick(book.titles)}\n${body}`
  return body
}

function glue(format: string, genre: string, random: Random): [string, string] {
  const open = (share: number): string => (random.chance(share) ? '\n\n' : '\n')
  if (spaced.includes(format) && genre === 'chat') return ['\n\n', '\n\n']
  if (['keyvalues', 'records', 'pairs'].includes(format)) return [open(0.8), '\n\n']
  return [open(0.6), open(0.6)]
}

/** A table between two sentences, with or without empty lines around it. */
function passage(setting: Setting, before: string, format: string, after: string): string {
  const [above, below] = glue(format, setting.genre, setting.random)
  return before + above + block(setting, format) + (after ? below + after : '')
}

function frame(book: Phrasebook, genre: string, body: string, random: Random): string {
  const [a, b] = random.shuffle(book.speakers)
  const bullets = random.shuffle(book.bullets).slice(0, 2).join('\n')
  switch (genre) {
    case 'mail':
      return `${random.pick(book.greetings)}${random.pick(['\n\n', '\n'])}${body}${random.pick(['\n\n', '\n\n', '\n'])}${random.pick(book.signoffs)}`
    case 'chat': {
      const name = random.pick<(who: string) => string>([
        (who) => `${who}: `,
        (who) => `[10:1${random.int(9)}] ${who}: `,
      ])
      return `${name(a!)}${random.pick(book.greetings)}\n${name(b!)}${body}\n\n${name(a!)}${random.pick(book.outros)}`
    }
    case 'ticket':
      return `${random.pick(book.titles)}\n\n1. ${random.pick(book.intros)}\n2. ${random.pick(book.betweens)}\n\n${body}`
    case 'forum':
      return `${random.pick(book.greetings)}\n\n> ${random.pick(book.outros)}\n\n${body}`
    case 'notes':
      return `${random.pick(book.titles)}\n\n${bullets}\n\n${body}`
    case 'minutes':
      return `${random.pick(book.titles)}\n${a}, ${b}\n\n${body}\n\n${bullets}`
    case 'readme':
      return `# ${random.pick(book.titles)}\n\n${random.pick(book.betweens)}\n\n## ${b}\n\n${body}\n\n## ${a}\n\n${bullets}`
    default:
      return `$ show ${random.int(90)}\n${body}\n\n$ exit`
  }
}

function text(book: Phrasebook, index: number, random: Random): FindingCase {
  const genre = genres[index % genres.length]!
  const count = [1, 2, 1, 0, 1, 1, 3, 1, 2, 1, 1][index % 11]!
  const all = Object.keys(formats)
  const used = Array.from(
    { length: count },
    (_, i) => all[(index * 5 + i * 7 + book.language.charCodeAt(0)) % all.length]!,
  )
  const outro = random.chance(0.7) || genre === 'terminal' ? random.pick(book.outros) : ''
  const setting: Setting = { book, genre, random, golds: [] }
  const passages = used.map((format, i) => {
    const last = i === used.length - 1
    const before = i === 0 ? random.pick(book.intros) : random.pick(book.betweens)
    return passage(setting, before, format, last ? outro : '')
  })
  const body =
    count === 0 ? `${random.pick(book.intros)}\n${random.pick(book.outros)}\n${outro}` : passages.join('\n\n')
  const name = `${book.language} ${index}: ${used.join(' and ') || 'no table'}`
  const whole = frame(book, genre, body, random)
  const quoted = genre === 'mail' && used.every((format) => quotable.includes(format)) && random.chance(0.4)
  const file = marked(name, genre, book.language, quoted ? quote(whole, random.pick(book.outros)) : whole)
  for (const [i, table] of file.tables.entries()) if (setting.golds[i]) table.gold = setting.golds[i]
  return file
}

function quote(whole: string, answer: string): string {
  const lines = whole.split('\n').map((line) => (line === '' ? '>' : `> ${line}`))
  return `${answer}\n\n${lines.join('\n')}`
}

/** Generated texts, the same for the same seed; a seed that nobody looked at tells how well the reader generalises. */
export function madeTexts(seed: number): FindingCase[] {
  return [...westernPhrases, ...northernPhrases, ...easternPhrases].flatMap((book, at) => {
    const random = seeded(100 * seed + at)
    return Array.from({ length: perLanguage }, (_, index) => text(book, index, random))
  })
}
