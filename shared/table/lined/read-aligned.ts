// Reads columns that are lined up with spaces, as reports and terminals print them.

import { type ReadTable, squareUp } from '../read-table.ts'
import { isCode } from '../surroundings/read-code.ts'
import { hasHeader } from '../surroundings/read-header.ts'
import { gapsBetween, type Line, linesOf, type Span } from '../surroundings/read-lines.ts'
import { alignedRows, isValue } from './read-aligned-columns.ts'
import { readListings } from './read-aligned-listing.ts'
import { readRuled } from './read-aligned-ruled.ts'
import { wordsOf } from './read-aligned-words.ts'

const rule = /^[\s=_─-]*(?:-{2}|={2}|─{2})[\s=_─-]*$/
const footer =
  /^\s*(?:\(\d+ [\p{L}() ]+\)|\[\d+ rows x \d+ columns\]|\d+ rows? (?:selected|returned|affected)\.?)\s*$/iu

// List items, comments after commands, arrows of explanation.
const listed = /^\s*(?:[-*•+]|\d{1,3}[.)]|#define)[ \t]|\s(?:#|--|->|<-|→|\/\/) /
const capitals = /^[A-Z%#][A-Z0-9_%#/() .-]*$/

/** Aligned tables: columns under dashes, directory listings, and lines whose blanks stand at the same places. */
export function readAligned(text: string, span: Span): ReadTable[] {
  const found = readRuled(text, span)
  for (const reader of [readListings, readBlocks]) {
    for (const gap of gapsBetween(span, found)) found.push(...reader(linesOf(text, gap.start, gap.end)))
  }
  const lines = linesOf(text, span.start, span.end)
  return found.map((table) => withFooter(table, lines))
}

function readBlocks(lines: Line[]): ReadTable[] {
  const found: ReadTable[] = []
  let from = 0
  for (let index = 0; index <= lines.length; index++) {
    if (index < lines.length && lines[index]!.text.trim() !== '') continue
    const block = lines.slice(from, index)
    from = index + 1
    if (block.length >= 2) found.push(...readBlock(block))
  }
  return found
}

// The lines of a paragraph between its first and its last spaced one, as long as unspaced ones are few.
function readBlock(block: Line[]): ReadTable[] {
  const found: ReadTable[] = []
  let run: Line[] = []
  let loose = 0
  const flush = () => {
    while (run.length > 0 && !isSpaced(run.at(-1)!.text) && !rule.test(run.at(-1)!.text)) run.pop()
    const table = run.length >= 2 ? (build(run) ?? build(run.slice(1)) ?? build(run.slice(0, -1))) : null
    if (table) found.push(table)
    run = []
    loose = 0
  }
  for (const [index, line] of block.entries()) {
    if (isSpaced(line.text)) {
      // A header of narrow columns may have no wide gap of its own.
      const above = block[index - 1]
      if (run.length === 0 && above && isLead(above.text) && wordsOf(line.text).some((word) => isValue(word.text)))
        run.push(above)
      run.push(line)
      loose = 0
    } else if (run.length > 0 && (rule.test(line.text) || (isLead(line.text) && loose < 2))) {
      run.push(line)
      loose++
    } else flush()
  }
  flush()
  return found
}

function isSpaced(line: string): boolean {
  return (
    line.length <= 4000 &&
    /\S(?: {2,}|[ \t]*\t[ \t]*)\S/.test(line) &&
    !rule.test(line) &&
    !/[\u2500-\u257f]/.test(line)
  )
}

function isLead(line: string): boolean {
  return (
    line.length < 400 &&
    / \S/.test(line.trimEnd()) &&
    !/[.!?:;,]\s*$/.test(line) &&
    !rule.test(line) &&
    !/[\u2500-\u257f]/.test(line)
  )
}

function build(run: Line[]): ReadTable | null {
  const kept = run.filter((line) => !rule.test(line.text))
  if (kept.length < 2) return null
  const program = kept.filter((line) => isCode(line.text) || listed.test(line.text)).length
  if (program > kept.length * 0.2) return null
  const all = alignedRows(kept.map((line) => line.text))
  if (!all) return null
  // Lines with one cell before and after the table are about it.
  const filled = (row: string[] | undefined) => row?.filter((cell) => cell !== '').length ?? 2
  let from = 0
  let to = all.length
  while (from < to && filled(all[from]) < 2) from++
  while (to > from && filled(all[to - 1]) < 2) to--
  const rows = all.slice(from, to)
  const lines = kept.slice(from, to)
  const ruled = lines.length > 1 && run.indexOf(lines[1]!) - run.indexOf(lines[0]!) === 2
  const shouted = isShouted(rows)
  if (rows.length < 3 && !(rows.length === 2 && shouted && rows[0]!.length > 2 && filled(rows[1]) > 2)) return null
  const named = ruled || shouted || hasHeader(rows)
  const heads = named ? countHeads(rows) : 0
  if (!isTable(rows, named, ruled || shouted)) return null
  const header = named ? mergeHeads(rows.slice(0, heads)) : null
  const first = lines[0]!
  const end = lines.at(-1)!
  const own = run.slice(run.indexOf(first), run.indexOf(end))
  const skipped = own
    .filter((line, index) => index > 1 && rule.test(line.text))
    .map(({ start, end: stop }) => ({ start, end: stop, reason: 'a line of dashes between rows' }))
  return {
    ...squareUp(header, rows.slice(heads)),
    format: 'aligned',
    start: first.start + first.text.length - first.text.trimStart().length,
    end: end.start + end.text.trimEnd().length,
    ...(skipped.length > 0 ? { skipped } : {}),
  }
}

// Names in capitals over rows that are not all capitals.
function isShouted(rows: string[][]): boolean {
  const [first = [], ...body] = rows
  const names = first.filter((cell) => cell !== '')
  if (names.length < 2 || names.length < first.length - 1 || !names.every((cell) => capitals.test(cell))) return false
  if (names.filter((cell) => /[A-Z]{2}/.test(cell)).length < names.length * 0.6) return false
  return body.some((row) => row.some((cell) => cell !== '' && (isValue(cell) || !capitals.test(cell))))
}

// Further lines of names, such as units, stand over columns of values without being values.
function countHeads(rows: string[][]): number {
  const body = rows.slice(3)
  const typed = rows[0]!.flatMap((_, at) => {
    const cells = body.map((row) => row[at]!).filter((cell) => cell !== '')
    return cells.length > 1 && cells.every(isValue) ? [at] : []
  })
  const isHead = (row: string[]) =>
    typed.length > 0 && typed.some((at) => row[at] !== '') && typed.every((at) => !isValue(row[at]!))
  let heads = 1
  while (heads < 3 && rows.length > heads + 2 && isHead(rows[heads]!)) heads++
  return heads
}

function mergeHeads(heads: string[][]): string[] {
  return heads[0]!.map((_, at) =>
    heads
      .map((row) => row[at]!)
      .filter((part) => part !== '')
      .join(' '),
  )
}

// Options with their explanations, and two columns of words that nothing names, are no table of data.
function isTable(rows: string[][], named: boolean, sure: boolean): boolean {
  const body = rows.slice(named ? 1 : 0)
  const width = rows[0]!.length
  if (body.filter((row) => /^(?:-{1,2}\w|\$ |\/\w+ )/.test(row[0]!)).length > body.length * 0.3) return false
  // Lone bars and arrows are the lines of a drawing.
  if (rows.flat().some((cell) => /^[|▲▼◄►↑↓^v]+$/.test(cell) && !/^v+$/.test(cell))) return false
  const types = body.filter((row) =>
    /^(?:\[\])?(?:string|int\d*|float\d*|bool|byte|error|char|double|void)\b/.test(row[1] ?? ''),
  )
  if (width < 4 && types.length > body.length * 0.6) return false
  if (body.filter((row) => row[0] === '').length > body.length * 0.6) return false
  const sentences = rows.filter((row) => /[.!?]$/.test(row.at(-1)!) && row.at(-1)!.split(' ').length > 4).length
  if (sentences > rows.length * 0.3 && width < 4) return false
  if (width > 2) return true
  const typed = [0, 1].some((at) => {
    const cells = body.map((row) => row[at]!).filter((cell) => cell !== '')
    return cells.filter(isValue).length >= cells.length * 0.7
  })
  const words = body.reduce((sum, row) => sum + row[1]!.split(' ').length, 0) / body.length
  return typed || words <= 1.3 || (words <= 2.5 && (sure || rows.length >= 5))
}

function withFooter(table: ReadTable, lines: Line[]): ReadTable {
  let at = 0
  for (let end = lines.length; at < end; ) {
    const middle = (at + end) >> 1
    if (lines[middle]!.start < table.end) at = middle + 1
    else end = middle
  }
  const next = lines[at]?.text.trim() === '' ? lines[at + 1] : lines[at]
  if (!next || !footer.test(next.text)) return table
  return {
    ...table,
    skipped: [...(table.skipped ?? []), { start: next.start, end: next.end, reason: 'a count of the rows' }],
  }
}
