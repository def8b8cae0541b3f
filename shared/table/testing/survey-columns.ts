// Columns of made-up tables: what stands in them, row by row, in the manner of one language.
import type { Phrasebook } from './phrases.ts'
import type { Random } from './random.ts'

/** Writes the cell of one row. */
export type Column = { kind: string; unit: string; cell: (row: number) => string }

const two = (value: number): string => String(value).padStart(2, '0')
const english = ['en', 'zh', 'ja', 'ko', 'hi', 'ar']

function amount(language: string, value: number, places: number): string {
  const [whole, part] = value.toFixed(places).split('.') as [string, string?]
  const mark = english.includes(language) ? ',' : ['fr', 'pl', 'ru'].includes(language) ? ' ' : '.'
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gv, mark)
  return part === undefined ? grouped : grouped + (english.includes(language) ? '.' : ',') + part
}

function day(language: string, row: number): string {
  const [d, m, y] = [two(1 + (row % 28)), two(1 + (row % 12)), '2023']
  if (['de', 'pl', 'ru', 'tr'].includes(language)) return `${d}.${m}.${y}`
  if (['fr', 'es', 'it', 'pt', 'hi'].includes(language)) return `${d}/${m}/${y}`
  if (language === 'ja') return `${y}年${Number(m)}月${Number(d)}日`
  return language === 'nl' ? `${d}-${m}-${y}` : `${y}-${m}-${d}`
}

/** The words of a book's tables: cells that are no numbers or dates. */
export function wordsOf(book: Phrasebook): string[] {
  const cells = book.tables.flatMap((table) =>
    table
      .split('\n')
      .slice(1)
      .flatMap((line) => line.split('¦')),
  )
  return [...new Set(cells.filter((cell) => /\p{L}/v.test(cell) && !/\d/v.test(cell)))]
}

/** The column names of a book's tables. */
export function namesOf(book: Phrasebook): string[] {
  return [...new Set(book.tables.flatMap((table) => table.split('\n')[0]!.split('¦')))]
}

const sentences = (book: Phrasebook): string[] => [...book.outros, ...book.betweens, ...book.intros]

/** Every kind of column, made for one book and one seed. */
export const columnMakers: Record<string, (book: Phrasebook, random: Random) => Column> = {
  number: () => ({ kind: 'number', unit: 'n', cell: (row) => String(row + 1) }),
  code: (_, random) => {
    const start = random.int(9000)
    return { kind: 'code', unit: '', cell: (row) => `K-${String(start + row * 7).padStart(6, '0')}` }
  },
  word: (book, random) => {
    const words = random.shuffle(wordsOf(book))
    return { kind: 'word', unit: '', cell: (row) => words[row % words.length]! }
  },
  sentence: (book, random) => {
    const all = random.shuffle(sentences(book))
    return { kind: 'sentence', unit: '', cell: (row) => all[row % all.length]! }
  },
  text: (book, random) => {
    const all = random.shuffle(sentences(book))
    const glue = random.pick([' ', '\n', ' "!" '])
    return { kind: 'text', unit: '', cell: (row) => `${all[row % all.length]}${glue}${all[(row + 1) % all.length]}` }
  },
  date: (book) => ({ kind: 'date', unit: 'd', cell: (row) => day(book.language, row) }),
  stamp: () => ({ kind: 'stamp', unit: 'UTC', cell: (row) => `2023-05-${two(1 + (row % 28))} ${two(row % 24)}:00:00` }),
  time: () => ({ kind: 'time', unit: 'h', cell: (row) => `${two(8 + (row % 12))}:${two((row * 5) % 60)}` }),
  count: (_, random) => {
    const cells = Array.from({ length: 97 }, () => String(random.int(5000)))
    return { kind: 'count', unit: 'n', cell: (row) => cells[row % 97]! }
  },
  measure: (book, random) => {
    const cells = Array.from({ length: 89 }, () => amount(book.language, random.int(99999) / 100, 2))
    return { kind: 'measure', unit: 'mm', cell: (row) => cells[row % 89]! }
  },
  large: (book, random) => {
    const cells = Array.from({ length: 83 }, () => amount(book.language, 1000 + random.int(9999999), 0))
    return { kind: 'large', unit: 'EUR', cell: (row) => cells[row % 83]! }
  },
  percent: (book, random) => {
    const cells = Array.from({ length: 79 }, () => `${amount(book.language, random.int(1000) / 10, 1)}%`)
    return { kind: 'percent', unit: '%', cell: (row) => cells[row % 79]! }
  },
  flag: (_, random) => {
    const [yes, no] = random.pick([
      ['true', 'false'],
      ['yes', 'no'],
      ['1', '0'],
      ['x', ''],
    ] as const)
    return { kind: 'flag', unit: '', cell: (row) => (row % 3 === 1 ? no : yes) }
  },
  link: (_, random) => {
    const tail = random.pick(['', '?a=1,2&b=3;4', '#part'])
    return { kind: 'link', unit: '', cell: (row) => `https://example.org/item/${row * 13}${tail}` }
  },
  mail: () => ({ kind: 'mail', unit: '', cell: (row) => `user${row * 7}@example.org` }),
  empty: () => ({ kind: 'empty', unit: '', cell: () => '' }),
  sparse: (book) => {
    const words = wordsOf(book)
    return { kind: 'sparse', unit: '', cell: (row) => (row % 6 === 2 ? words[row % words.length]! : '') }
  },
}
