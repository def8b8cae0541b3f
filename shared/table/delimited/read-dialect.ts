// Finds the dialect of delimited text: its delimiter, quote and escape, by which reading gives the most even, cleanest cells.
import { cellKind } from '../surroundings/read-cell-kind.ts'
import { isColumnWord } from '../surroundings/read-header-words.ts'
import { cutRecords } from './read-cut.ts'
import { isCutShort, isOverfull } from './read-segments.ts'

/** How a delimited text is written. */
export type Dialect = {
  /** One or more characters. */
  delimiter: string
  /** The character around quoted cells, or '' when nothing is quoted. */
  quote: string
  /** What stands before a quote inside a quoted cell; '' when such a quote is doubled. */
  escape: string
  /** Whether spaces around a cell belong to the delimiter, as in `a, b, c`. */
  spaced: boolean
  /** Whether the escape also stands before delimiters outside of quotes. */
  escapedMarks?: boolean
  /** Whether several delimiters in a row count as one, as blanks that line columns up. */
  repeated?: boolean
  /** The record separator where it is no line break. */
  lineEnd?: string
}

/** `even` is the share of records that have `width` cells. */
export type FoundDialect = { dialect: Dialect; width: number; even: number; score: number }

/** What delimits tables in running text too. */
export const common = [',', ';', '\t', '|']
// What whole files are delimited by now and then; in running text these marks mean nothing.
const rare = ['，', '；', '~', '^', '\u0001', '\u001f', '\u00a6', '\u00ac', ':', '#', ' ']

// What stands before a quote to say that it bounds no cell.
const escapes = ['\\', '\0', "'", '^']
const bound = /[\s,;|~^:]/

const sampleSize = 65_536
const sampleRecords = 400

/**
 * The dialect that fits best from `from` on, judged by a sample; null when none makes two columns. `unusual` admits
 * delimiters that mean nothing in running text, which never win over a usual one by little.
 */
export function detectDialect(text: string, from: number, to: number, unusual: boolean): FoundDialect | null {
  const stop = sampleEnd(text, from, to)
  const sample = text.slice(from, stop)
  const lineEnd = recordMark(sample)
  const quotes = quotesIn(sample)
  let best: FoundDialect | null = null
  for (const mark of unusual ? [...common, ...rare] : common) {
    const count = sample.split(mark).length - 1
    if (count === 0 || betweenDigits(sample, mark, count)) continue
    const delimiter = isDoubled(sample, mark, count) ? mark + mark : mark
    for (const quote of quotes) {
      const dialect: Dialect = { delimiter, quote, escape: '', spaced: isSpaced(sample, delimiter), ...lineEnd }
      if (quote) dialect.escape = escapeIn(sample, quote)
      if (delimiter === ' ') dialect.repeated = / {2}/.test(sample)
      const found = measure(text, from, stop, dialect)
      if (found && (!best || found.score > best.score)) best = found
      if (!sample.includes(`\\${delimiter}`)) continue
      // C:\\ before a delimiter is a path; an escape makes the records more even.
      const escaped = measure(text, from, stop, { ...dialect, escape: '\\', escapedMarks: true })
      if (escaped && escaped.even > (found?.even ?? 0) && escaped.score > (best?.score ?? 0)) best = escaped
    }
  }
  return best
}

// 12:30 and 1.5: a colon between digits is part of a value.
function betweenDigits(sample: string, mark: string, count: number): boolean {
  // A column of decimal commas under a name.
  if (mark === ',') return /^[^,\n]*\n(?:[-+]?[\d.]+,\d+[ \t\r]*(?:\n|$))+$/.test(sample)
  return mark === ':' && (sample.match(/(?<=\d):\d\d(?!\d)/g)?.length ?? 0) > count * 0.5
}

// a||b||c: every delimiter stands twice.
function isDoubled(sample: string, mark: string, count: number): boolean {
  return mark !== '\t' && mark !== ' ' && count >= 2 && (sample.split(mark + mark).length - 1) * 2 >= count * 0.98
}

function sampleEnd(text: string, from: number, to: number): number {
  if (to - from <= sampleSize) return to
  const line = text.lastIndexOf('\n', from + sampleSize)
  return line > from ? line : Math.min(to, from + sampleSize)
}

function recordMark(sample: string): { lineEnd?: string } {
  if (/[\n\r]/.test(sample)) return {}
  const mark = ['\u001e', '\u2028', '\u0085'].find((char) => sample.includes(char))
  return mark ? { lineEnd: mark } : {}
}

// A quote sign is one that stands right inside of cell bounds on both sides.
function quotesIn(sample: string): string[] {
  const found = ['"']
  for (const sign of ["'", '`']) {
    if (!sample.includes(sign)) continue
    const opened = sample.match(new RegExp(`(?:^|[,;\\t|:~^ ])${sign}`, 'gm'))?.length ?? 0
    const closed = sample.match(new RegExp(`${sign}(?:$|[,;\\t|:~^ \\r])`, 'gm'))?.length ?? 0
    if (opened > 1 && closed > 1) found.push(sign)
  }
  return found
}

/** The dialect of a text of which only the delimiter is known. */
export function dialectOf(text: string, from: number, to: number, delimiter: string): Dialect {
  const sample = text.slice(from, Math.min(to, from + 5000))
  return { delimiter, quote: '"', escape: escapeIn(sample, '"'), spaced: isSpaced(sample, delimiter) }
}

// What stands before nearly every quote that bounds no cell; a doubled quote is its own escape.
function escapeIn(sample: string, quote: string): string {
  let inner = 0
  let doubled = 0
  const before = new Map<string, number>()
  for (let at = sample.indexOf(quote, 1); at > 0; at = sample.indexOf(quote, at + 1)) {
    const left = sample[at - 1]!
    const right = sample[at + 1] ?? '\n'
    const sign = escapes.includes(left) ? left : ''
    if (left === quote || (sign === '' && right === quote)) {
      if (left !== quote) doubled++
      continue
    }
    if (sign === '' && (bound.test(left) || bound.test(right))) continue
    // "C:\\" closes a cell; an escaped quote has text on both sides.
    if (sign !== '' && bound.test(sample[at - 2] ?? '\n') && bound.test(right)) continue
    inner++
    before.set(sign, (before.get(sign) ?? 0) + 1)
  }
  for (const sign of escapes) {
    const count = before.get(sign) ?? 0
    if (count > 0 && count >= inner * 0.8 && count > doubled && (sign === '\\' || count > 1)) return sign
  }
  return ''
}

// "a, b, c": the space belongs to the delimiter.
function isSpaced(sample: string, delimiter: string): boolean {
  if (delimiter === '\t' || delimiter === ' ') return false
  if (delimiter === '|') return true
  let all = 0
  let spaced = 0
  for (let at = sample.indexOf(delimiter); at >= 0; at = sample.indexOf(delimiter, at + delimiter.length)) {
    all++
    if (sample.charCodeAt(at + delimiter.length) === 32) spaced++
  }
  return spaced >= all * 0.8
}

// Even records of clean cells: share of the most common width, and of cells that look like one value each.
function measure(text: string, from: number, to: number, dialect: Dialect): FoundDialect | null {
  const { rows, quoted } = cutRecords(text, from, to, dialect, sampleRecords)
  const widths = new Map<number, number>()
  let filled = 0
  for (const row of rows) {
    if (row.length === 0) continue
    filled++
    if (row.length > 1) widths.set(row.length, (widths.get(row.length) ?? 0) + 1)
  }
  let width = 0
  let weight = 0
  for (const [cells, count] of widths) {
    const own = count * (1 - 1 / (cells + 1))
    if (own > weight) [width, weight] = [cells, own]
  }
  if (width === 0) return null
  const even = widths.get(width)! / filled
  // Lines above and below the table count for less than uneven ones inside of it.
  const first = rows.findIndex((row) => row.length === width)
  const last = rows.findLastIndex((row) => row.length === width)
  const within = rows.slice(first, last + 1).filter((row) => row.length > 0).length
  const steady = (widths.get(width)! / within) * Math.sqrt(within / filled)
  const ragged = [...widths.values()].reduce((sum, count) => sum + count, 0) / filled
  const cutShort = isCutShort(rows, 0, rows.length)
  const overfull = dialect.delimiter === ' ' && isOverfull(rows, 0, rows.length)
  if (overfull) width = rows[0]!.length
  const short = cutShort ? 0.75 * ragged : overfull ? 0.9 : 0
  let clean = 0
  let cells = 0
  for (const row of rows) {
    if (row.length !== width && !cutShort) continue
    for (const cell of row.slice(0, 60)) {
      cells++
      clean += worthOf(cell)
    }
  }
  const quoting = dialect.quote === '"' || (quoted > 1 && !text.slice(from, to).includes('"')) ? 1 : 0.97
  const rareness = common.includes(dialect.delimiter) ? 1 : dialect.delimiter === ' ' ? 0.6 : 0.85
  const headed =
    rows[0]!.length === width || !common.includes(dialect.delimiter) ? 1 : rows[0]!.length === 1 ? 0.8 : 0.9
  if (isLoneName(rows, common.includes(dialect.delimiter))) return null
  const score =
    headed *
    Math.max(0.7 * steady * steady + 0.3 * ragged * steady, short) *
    (1 - 1 / (width + 0.5)) *
    (clean / cells) *
    quoting *
    rareness
  return { dialect, width, even, score }
}

// A tab inside of a cell is hardly ever meant, and a quote that opens a cell is closed at its end.
function worthOf(cell: string): number {
  if (cell.includes('\t')) return 0
  return /^["'`]/.test(cell) && cell.length > 1 && cell.at(-1) !== cell[0] ? worth.odd : worth[cellKind(cell)]
}

// A name that holds no delimiter, right above values that all do, heads a single column.
function isLoneName(rows: string[][], usual: boolean): boolean {
  const [first = [], ...below] = rows
  const second = below.find((row) => row.length > 1) ?? []
  if (first.length !== 1 || second.length < 2) return false
  if (usual) return isColumnWord(first[0]!) && !second.some(isColumnWord)
  if (below.some((row) => row.length === 1)) return false
  return first[0]!.split(' ').length <= 3 && second.some((cell) => cellKind(cell) === 'value')
}

const worth = { empty: 0.75, value: 1, word: 0.9, text: 0.6, odd: 0.2 }
