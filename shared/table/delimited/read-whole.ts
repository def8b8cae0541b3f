// Reads a text that is, from its first line to its last, one delimited file.

import type { ReadTable } from '../read-table.ts'
import { cellKind } from '../surroundings/read-cell-kind.ts'
import { isHeaderLike } from '../surroundings/read-header.ts'
import { type Line, linesOf, type Span } from '../surroundings/read-lines.ts'
import { type Cut, cutRecords } from './read-cut.ts'
import { isProse, type Judged, judge } from './read-delimited-judge.ts'
import { common, type Dialect, detectDialect, type FoundDialect } from './read-dialect.ts'
import { layTables } from './read-lay.ts'
import { isCutShort, isOverfull, usualWidth } from './read-segments.ts'

/**
 * What may be presumed of a text: a `paste` may be anything; a `file` is likely a table even when its records are few
 * or uneven; of `any` file that nothing else could read, the delimiter may be an unusual one, as in a paste whose
 * lines are all cut `alike`.
 */
export type Presumption = 'paste' | 'alike' | 'file' | 'any'

/** The tables of a text that is delimited throughout; none when it is not. */
export function readWhole(text: string, span: Span, presumption: Presumption): ReadTable[] {
  const file = presumption === 'file' || presumption === 'any'
  const alike = presumption === 'alike'
  const start = skipBlank(text, span)
  if (start >= span.end) return []
  const told = toldDelimiter(text, start)
  const from = told?.next ?? start
  const opener = text[start]!
  const wrapped = unwrapRecords(text, from, span.end)
  if (wrapped) return readWrapped(wrapped, presumption)
  const found = told ? told.found : detectDialect(text, from, span.end, presumption !== 'paste')
  if (!found || (!told && '<{['.includes(opener))) return []
  if (!told && found.score < (file ? 0.18 : 0.35)) return []
  // Blanks and colons also stand in logs and lists of facts, which others read better.
  const sure = found.score >= 0.45 && found.width > 2 && found.dialect.delimiter !== ' '
  if (presumption === 'file' && !common.includes(found.dialect.delimiter[0]!) && !sure) return []
  if (alike && (found.even < 1 || found.width < 3 || blankish.test(found.dialect.delimiter))) return []
  const cut = cutRecords(text, from, span.end, found.dialect)
  if (!told && !isWhole(text, cut, found, presumption)) return []
  return layTables(text, cut, found.dialect, file)
}

// In running text these stand between words and in times.
const blankish = /[ :,;#*]/

type Wrapped = { inner: string[]; lines: Line[] }

// "1,Ann,""a, b""" on every line: the records themselves are quoted. The text inside is delimited as usual.
function unwrapRecords(text: string, from: number, to: number): Wrapped | null {
  const first = text.slice(from, from + 20_000).split('\n', 1)[0]!
  if (!/^\s*"(?:[^"]|"")*"\s*$/.test(first)) return null
  const lines = linesOf(text, from, to).filter((line) => line.text.trim() !== '')
  // A column of texts with commas has a name without one.
  const wrapped = (line: Line) => /^\s*"(?:[^"]|"")*"\s*$/.test(line.text) && /[,;\t|]/.test(line.text)
  if (lines.length < 2 || !lines.slice(0, 50).every(wrapped) || !lines.every(wrapped)) return null
  return { inner: lines.map((line) => line.text.trim().slice(1, -1).replaceAll('""', '"')), lines }
}

// Offsets inside of the quotes are those of whole lines outside of them.
function readWrapped({ inner, lines }: Wrapped, presumption: Presumption): ReadTable[] {
  const starts: number[] = []
  let at = 0
  for (const line of inner) {
    starts.push(at)
    at += line.length + 1
  }
  const lineAt = (offset: number) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return lines[low]!
  }
  const place = <T extends Span>(part: T): T => ({
    ...part,
    start: lineAt(part.start).start,
    end: lineAt(part.end - 1).end,
  })
  const text = inner.join('\n')
  return readWhole(text, { start: 0, end: text.length }, presumption).map((table) => ({
    ...place(table),
    ...(table.skipped ? { skipped: table.skipped.map(place) } : {}),
  }))
}

function skipBlank(text: string, span: Span): number {
  let at = span.start
  while (at < span.end && /[\s\ufeff]/.test(text[at]!) && text[at] !== '\t') at++
  // The first line keeps its indent and its empty first cells.
  while (at > span.start && text[at - 1] === ' ') at--
  return at
}

// Excel's own way to tell the delimiter: `sep=;` as the first line.
function toldDelimiter(text: string, start: number): { found: FoundDialect; next: number } | null {
  const match = /^"?sep=(.)"?[ \t,;]*(?:\r\n|\n|\r)/i.exec(text.slice(start, start + 20))
  if (!match) return null
  const dialect: Dialect = { delimiter: match[1]!, quote: '"', escape: '', spaced: false }
  return { found: { dialect, width: 0, even: 1, score: 1 }, next: start + match[0].length }
}

// Nearly every line is a record of nearly the same width, and they read as a table.
function isWhole(text: string, cut: Cut, found: FoundDialect, presumption: Presumption): boolean {
  const file = presumption === 'file' || presumption === 'any'
  const alike = presumption === 'alike'
  const { rows, widths } = cut
  const width = usualWidth(widths)
  const filled = rows.length - (widths.get(0) ?? 0)
  const many = filled - (widths.get(1) ?? 0)
  let near = 0
  for (const [cells, count] of widths) if (Math.abs(cells - width) <= (width > 3 ? 1 : 0)) near += count
  if (width < 2 || hasRule(text, cut)) return false
  if (filled === 1 && !isLoneRecord(text, cut, found.dialect)) return false
  const judged = sampleOf(cut, found.dialect, width, filled, file)
  if (file) {
    const uneven = near < filled * 0.4 && !isCutShort(rows, 0, rows.length) && !isOverfull(rows, 0, rows.length)
    return many > 0 && !uneven && !isProse(text, judged, found.score < 0.25)
  }
  if (alike && (filled < 3 || isProse(text, judged) || isDrawn(rows))) return false
  if (alike) return true
  if (filled < 4 || many < filled * 0.95 || near < filled * 0.9 || rows.length - filled > filled * 0.5) return false
  return !isGreeted(text, cut, found.dialect) && judge(text, judged, 'strict') > 0
}

// "Hi Ada," above and "Bye, Bob" below: written as sentences are, unlike the records between them.
function isGreeted(text: string, { rows, starts, ends }: Cut, { delimiter, spaced }: Dialect): boolean {
  if (spaced || (delimiter !== ',' && delimiter !== ';')) return false
  return [0, rows.findLastIndex((row) => row.length > 0)].some((index) => {
    const line = text.slice(starts[index]!, Math.min(ends[index]!, starts[index]! + 400)).trimEnd()
    return (
      rows[index]!.length > 1 && line.split(delimiter).every((part, at) => at === 0 || part === '' || /^ \S/.test(part))
    )
  })
}

// Guitar tabs and the like: cells drawn with dashes.
function isDrawn(rows: string[][]): boolean {
  return rows.slice(0, 20).some((row) => row.some((cell) => cell.length > 5 && cell.includes('---')))
}

// Records spread over the text, with their share of what was counted over all of it.
function sampleOf(cut: Cut, { delimiter }: Dialect, width: number, filled: number, file: boolean): Judged {
  const step = Math.max(1, Math.floor(cut.rows.length / 500))
  const sample: number[] = []
  const some = (cut.widths.get(width) ?? 0) / cut.rows.length < 0.98
  for (let index = 0; index < cut.rows.length; index += step) {
    // Lines around the table say little about its columns.
    const cells = cut.rows[index]!.length
    if (cells > 0 && (!file || !some || cells === width)) sample.push(index)
  }
  const share = sample.length / filled
  return {
    delimiter,
    width,
    even: sample.length * ((cut.widths.get(width) ?? 0) / filled),
    quoted: cut.quoted * share,
    rules: 0,
    starts: sample.map((index) => cut.starts[index]!),
    ends: sample.map((index) => cut.ends[index]!),
  }
}

// One line alone is names, or a row with values; a sentence with its commas and blanks is neither.
function isLoneRecord(text: string, cut: Cut, { delimiter }: Dialect): boolean {
  const index = cut.rows.findIndex((row) => row.length > 0)
  const row = cut.rows[index]!
  if (delimiter === ' ' || row.length > 2000) return false
  const values = row.filter((cell) => cellKind(cell) === 'value').length
  const line = text.slice(cut.starts[index]!, cut.ends[index]!).trimEnd()
  return (
    values > 1 ||
    (isHeaderLike(row) && !/[.!?:…。！？]["”»)]?$/.test(line) && row.every((cell) => cell.split(' ').length <= 4))
  )
}

// A line of dashes under the first names is another format's.
function hasRule(text: string, cut: Cut): boolean {
  for (let index = 0; index < Math.min(6, cut.rows.length); index++) {
    const line = text.slice(cut.starts[index]!, Math.min(cut.ends[index]!, cut.starts[index]! + 500))
    if (/-{2}|={3}|─{2}/.test(line) && /^[\s+|:=─┼│├┤┬┴┌┐-]+$/.test(line)) return true
  }
  return false
}
