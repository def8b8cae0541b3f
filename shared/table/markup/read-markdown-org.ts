// Reads Org-mode tables: rows framed by pipes, ruled by `|---+---|`.

import type { ReadTable, SkippedSpan } from '../read-table.ts'
import { type Line, linesOf, type Span } from '../surroundings/read-lines.ts'
import { splitRow } from './read-markdown-cells.ts'

const rule = /^\s*\|[-+]{3,}\|?\s*$/

/** Runs of lines that open with a pipe and hold a rule with a plus, or a `#+TBLFM` line below. */
export function readOrg(text: string, span: Span): ReadTable[] {
  if (!/\|-+\+[-+]*\|?/.test(text.slice(span.start, span.end))) return []
  const lines = linesOf(text, span.start, span.end)
  const found: ReadTable[] = []
  for (let index = 0; index < lines.length; index++) {
    let last = index
    while (last < lines.length && /^\s*\|/.test(lines[last]!.text)) last++
    if (last === index) continue
    const table = build(lines, index, last - 1)
    if (table) found.push(table)
    index = last
  }
  return found
}

function build(lines: Line[], from: number, to: number): ReadTable | null {
  const run = lines.slice(from, to + 1)
  if (!run.some((line) => rule.test(line.text) && line.text.includes('+'))) return null
  const groups: string[][][] = [[]]
  const skipped: SkippedSpan[] = []
  for (const line of run) {
    const cells = rule.test(line.text) ? null : splitRow(line.text)
    if (!cells) {
      if (groups.at(-1)!.length > 0) groups.push([])
    } else if (cells.some((cell) => cell !== '') && cells.every((cell) => /^(?:<[lrc]?\d*>)?$/.test(cell))) {
      skipped.push({ start: line.start, end: line.end, reason: 'column widths' })
    } else groups.at(-1)!.push(cells)
  }
  const filled = groups.filter((group) => group.length > 0)
  const named = filled.length > 1
  const [heads, ...bodies] = named ? filled : [[], ...filled]
  const rows = bodies.flat()
  const header = named ? mergeLines(heads!) : null
  if (rows.length === 0) return null
  const width = Math.max(header?.length ?? 0, ...rows.slice(0, 1000).map((row) => row.length))
  const ragged = rows.flatMap((row, index) => (row.length === width ? [] : [index]))
  for (const row of rows) while (row.length < width) row.push('')
  const formula = lines[to + 1]
  if (formula && /^\s*#\+TBLFM:/i.test(formula.text))
    skipped.push({ start: formula.start, end: formula.end, reason: 'formulas of the table' })
  const first = run[0]!
  const end = run.at(-1)!
  const title = captionOver(lines, from - 1)
  return {
    header,
    rows,
    format: 'markdown',
    start: first.start + first.text.length - first.text.trimStart().length,
    end: end.start + end.text.trimEnd().length,
    ...(title ? { title } : {}),
    ...(ragged.length > 0 ? { ragged } : {}),
    ...(skipped.length > 0 ? { skipped } : {}),
  }
}

function captionOver(lines: Line[], index: number): string | undefined {
  for (let at = index; at >= 0 && index - at < 4 && /^\s*#\+/.test(lines[at]!.text); at--) {
    const match = /^\s*#\+(?:CAPTION|NAME|TBLNAME):\s*(.+)$/i.exec(lines[at]!.text)
    if (match) return match[1]!.trim()
  }
  return undefined
}

function mergeLines(heads: string[][]): string[] {
  const width = Math.max(...heads.map((row) => row.length))
  return Array.from({ length: width }, (_, at) =>
    heads
      .map((row) => row[at] ?? '')
      .filter((part) => part !== '')
      .join(' '),
  )
}
