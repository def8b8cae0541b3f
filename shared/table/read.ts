// Finds every table in a text, deterministically: the most telling formats first, the rest in what they leave.
import { decodeText } from './decode/decode-text.ts'
import { readDelimited } from './delimited/read-delimited.ts'
import { readSingleColumn } from './delimited/read-single.ts'
import { readWhole } from './delimited/read-whole.ts'
import { readAligned } from './lined/read-aligned.ts'
import { readBoxes } from './lined/read-box.ts'
import { readKeyValues } from './lined/read-key-values.ts'
import { readLogLines } from './lined/read-log-lines.ts'
import { readPairs } from './lined/read-pairs.ts'
import { readHtml } from './markup/read-html.ts'
import { readJson } from './markup/read-json.ts'
import { readMarkdown } from './markup/read-markdown.ts'
import type { ReadTable } from './read-table.ts'
import { speakersIn } from './surroundings/read-chat.ts'
import { programText } from './surroundings/read-fences.ts'
import { gapsBetween, type Span } from './surroundings/read-lines.ts'
import { readQuoted } from './surroundings/read-quoted.ts'
import { titleAbove } from './surroundings/read-title.ts'
import { findTotals } from './surroundings/read-totals.ts'

export { decodeText } from './decode/decode-text.ts'
export type { ReadTable } from './read-table.ts'

type Reader = (text: string, span: Span) => ReadTable[]

// Each reader sees only what the ones before it left. Loose text (", " between short cells) comes last, because
// key-value lines and aligned columns may hold commas too.
const readers: Reader[] = [
  readHtml,
  readJson,
  readBoxes,
  readMarkdown,
  readLogLines,
  (text, span) => readDelimited(text, span, 'strict'),
  readPairs,
  readKeyValues,
  readAligned,
  (text, span) => readDelimited(text, span, 'loose'),
]

/**
 * Finds the tables in a text, in their order. Bytes are decoded first (see decodeText); spans count in the decoded text.
 * Never throws; text without a table gives an empty list. `locale` is accepted for readers that need it; cells stay raw.
 * `file` says that a text is a whole file, of which even one column or one line is a table; bytes always are.
 */
export function readTables(input: string | Uint8Array, options: { locale?: string; file?: boolean } = {}): ReadTable[] {
  const text = typeof input === 'string' ? input : decodeText(input, options)
  const whole = { start: text.charCodeAt(0) === 0xfeff ? 1 : 0, end: text.length }
  const file = options.file ?? typeof input !== 'string'
  let tables = readWhole(text, whole, file ? 'file' : 'paste')
  if (tables.length === 0) tables = readParts(text, whole)
  if (!file && tables.length === 0) tables = readWhole(text, whole, 'alike')
  if (file && tables.every(isLoose)) tables = preferWide(tables, readWhole(text, whole, 'any'))
  if (tables.length === 0 && file) tables = readSingleColumn(text, whole)
  return tables.map((table, index) => finish(text, table, tables[index - 1]?.end ?? whole.start))
}

// What reads lines of any shape may also have read a part of each line of a file with a rare delimiter.
function isLoose(table: ReadTable): boolean {
  return table.format === 'pairs' || table.format === 'key-values' || table.format === 'log'
}

function preferWide(tables: ReadTable[], whole: ReadTable[]): ReadTable[] {
  if (tables.length === 0) return whole
  const cells = (some: ReadTable[]) => some.reduce((sum, { rows }) => sum + rows.length * (rows[0]?.length ?? 0), 0)
  return whole.some(({ rows }) => (rows[0]?.length ?? 0) > 2) && cells(whole) > 1.3 * cells(tables) ? whole : tables
}

function readParts(text: string, whole: Span): ReadTable[] {
  const quoted = readQuoted(text, whole, (inner) => readParts(inner, { start: 0, end: inner.length }))
  const closed: Span[] = quoted.map(({ span }) => span)
  for (const gap of gapsBetween(whole, closed)) closed.push(...programText(text, gap))
  for (const gap of gapsBetween(whole, closed)) closed.push(...speakersIn(text, gap))
  const tables: ReadTable[] = []
  for (const reader of readers) {
    for (const gap of gapsBetween(whole, [...closed, ...tables])) tables.push(...reader(text, gap))
  }
  for (const part of quoted) tables.push(...part.tables)
  return tables.sort((a, b) => a.start - b.start)
}

function finish(text: string, table: ReadTable, floor: number): ReadTable {
  const totals = findTotals(table)
  const title = table.title ?? titleAbove(text, floor, table.start)
  return { ...table, ...(title ? { title } : {}), ...(totals.length > 0 ? { totals } : {}) }
}
