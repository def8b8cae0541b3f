// Reads tables drawn with lines: MySQL and grid boxes, Unicode frames, psql output with a ruled header.

import type { ReadTable } from '../read-table.ts'
import { type Line, linesOf, type Span } from '../surroundings/read-lines.ts'
import { buildBox } from './read-box-build.ts'
import { type BoxLine, classify, isDiagram } from './read-box-lines.ts'
import { readVertical } from './read-box-records.ts'

const counted = 'a count of the rows'
const footer = /^\s*(?:\(\d+\s+\p{L}+\)|\d+ rows? in set.*|Empty set.*|\d+ rows? selected\.?|Query OK.*)\s*$/iu

/** Drawn tables and the record-by-record output of databases; row counts below them are reported as skipped. */
export function readBoxes(text: string, span: Span): ReadTable[] {
  const source = text.slice(span.start, span.end)
  const drawn = /-\+|\+-|=\+|[─━═]/.test(source)
  const counts = /^\(\d+ \p{L}+\)\s*$/mu.test(source)
  const vertical = /^-\[ |^\*{5,} \d+\. /m.test(source)
  if (!drawn && !counts && !vertical) return []
  const lines = linesOf(text, span.start, span.end)
  const found = vertical ? readVertical(lines) : []
  const from = new Set(found.map((table) => table.start))
  for (let index = 0; index < lines.length; index++) {
    const run = runAt(lines, index, from)
    if (run.length === 0) continue
    const last = index + run.length - 1
    const built = isDiagram(run) ? null : buildBox(run)
    const table = built && withFooter(built, lines, last)
    // Names over a rule with nothing below are a table of no rows only where a count says so.
    if (table && (table.rows.length > 0 || table.skipped?.some(({ reason }) => reason === counted))) found.push(table)
    index = last
  }
  if (counts) found.push(...readCounted(lines, found))
  return found
}

function runAt(lines: Line[], index: number, taken: Set<number>): BoxLine[] {
  const run: BoxLine[] = []
  for (let at = index; at < lines.length; at++) {
    const line = classify(lines[at]!)
    if (!line || taken.has(lines[at]!.start)) break
    // A closing border ends the box: another may follow right below.
    if (line.kind === 'rule' && run.length > 2 && run.at(-1)!.kind === 'rule') break
    run.push(line)
    if (line.kind === 'rule' && line.edge === 'bottom' && run.length > 2) break
  }
  return run.some((line) => line.kind === 'rule') ? run : []
}

function withFooter(table: ReadTable, lines: Line[], last: number): ReadTable {
  const next = lines[last + 1]?.text.trim() === '' ? lines[last + 2] : lines[last + 1]
  if (!next || !footer.test(next.text)) return table
  const skipped = [...(table.skipped ?? []), { start: next.start, end: next.end, reason: counted }]
  return { ...table, skipped }
}

// psql draws one column with no bar at all; the count below says where the table began.
function readCounted(lines: Line[], found: ReadTable[]): ReadTable[] {
  const tables: ReadTable[] = []
  for (const [index, line] of lines.entries()) {
    const count = Number(/^\((\d+) \p{L}+\)\s*$/u.exec(line.text)?.[1] ?? 0)
    const rule = lines[index - count - 1]
    const head = lines[index - count - 2]
    if (count === 0 || !rule || !head || !/^-{3,}$/.test(rule.text) || !/^ \S/.test(head.text.trimEnd())) continue
    const rows = lines.slice(index - count, index)
    const last = rows.at(-1)!
    const start = head.start + head.text.length - head.text.trimStart().length
    const end = last.start + last.text.trimEnd().length
    if (found.some((table) => table.start < end && table.end > start) || rows.some((row) => row.text.trim() === ''))
      continue
    tables.push({
      header: [head.text.trim()],
      rows: rows.map((row) => [row.text.trim()]),
      format: 'box',
      start,
      end,
      skipped: [{ start: line.start, end: line.end, reason: counted }],
    })
  }
  return tables
}
