// Reads the tables of Markdown and its relatives: pipe tables first, then those of Org mode and of wikis.

import type { ReadTable, SkippedSpan } from '../read-table.ts'
import { gapsBetween, type Line, linesOf, type Span } from '../surroundings/read-lines.ts'
import { captionBelow } from './read-markdown-caption.ts'
import { depthOf, indentOf, splitRow, stripContainer } from './read-markdown-cells.ts'
import { readMediaWiki } from './read-markdown-mediawiki.ts'
import { readOrg } from './read-markdown-org.ts'
import { isRowBelow, startsBlock } from './read-markdown-rows.ts'
import { readWiki } from './read-markdown-wiki.ts'

/** Markdown, Org and wiki tables; escaped pipes become pipes, `<br>` a new line, other marks stay in the cells. */
export function readMarkdown(text: string, span: Span): ReadTable[] {
  const first = text.indexOf('|', span.start)
  if (first < 0 || first >= span.end) return []
  const found: ReadTable[] = []
  for (const reader of [readMediaWiki, readPipes, readOrg, readWiki]) {
    for (const gap of gapsBetween(span, found)) found.push(...reader(text, gap))
  }
  return found
}

function readPipes(text: string, span: Span): ReadTable[] {
  const lines = linesOf(text, span.start, span.end)
  const found: ReadTable[] = []
  let floor = 0
  for (let index = 1; index < lines.length; index++) {
    const columns = ruleColumns(lines[index]!.text)
    if (columns === 0 || index - 1 < floor) continue
    const table = build(lines, index, columns)
    if (!table) continue
    found.push(table.table)
    floor = table.last + 1
    index = table.last
  }
  return found
}

function build(lines: Line[], rule: number, columns: number): { table: ReadTable; last: number } | null {
  const above = lines[rule - 1]!
  const under = lines[rule]!
  if (depthOf(above.text) !== depthOf(under.text)) return null
  // A list item's first line may be the header when the line of dashes stands inside the item too.
  const marker = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\S)/.exec(above.text)?.[0].length ?? 0
  const listed = marker > 0 && indentOf(under.text) >= marker
  const source = listed ? above.text.slice(marker) : stripContainer(above.text)
  const header = splitRow(source)
  if (header.length !== columns || source.trim() === '' || ruleColumns(source) > 0) return null
  const framed = source.startsWith('|') || stripContainer(under.text).startsWith('|')
  const rows: string[][] = []
  const skipped: SkippedSpan[] = []
  const ragged: number[] = []
  let last = rule
  while (last + 1 < lines.length) {
    const line = lines[last + 1]!
    const row = splitRow(line.text)
    if (!isRowBelow(line.text, row.length, { columns, framed, depth: depthOf(under.text), rows })) break
    last++
    if (row.every((cell) => /^:?[-–—=]{3,}:?$/.test(cell)) && row.length > 1) {
      skipped.push({ start: line.start, end: line.end, reason: 'a line of dashes between rows' })
      continue
    }
    if (row.length !== columns) ragged.push(rows.length)
    // Cells beyond the header are kept: the specification would drop them.
    while (row.length < columns) row.push('')
    rows.push(row)
  }
  // What GFM reads as a heading, item or code is a table only where a whole row follows.
  const doubtful =
    (!listed && startsBlock(source)) || indentOf(above.text) >= 4 || !(source.includes('|') || columns === 1)
  if (doubtful && (rows.length === 0 || rows[0]!.length !== columns)) return null
  const end = lines[last]!
  const caption = captionBelow(lines, last) ?? captionAbove(lines, rule - 2)
  const table: ReadTable = {
    header,
    rows,
    format: 'markdown',
    start: above.start + above.text.length - source.length,
    end: end.start + end.text.trimEnd().length,
    ...(caption ? { title: caption } : {}),
    ...(ragged.length > 0 ? { ragged } : {}),
    ...(skipped.length > 0 ? { skipped } : {}),
  }
  return { table, last }
}

// Pandoc lets a caption stand above its table too, an empty line between.
function captionAbove(lines: Line[], index: number): string | undefined {
  const at = lines[index]?.text.trim() === '' ? index - 1 : index
  return /^\s{0,3}(?:Table)?:[ \t]+(\S.*)$/.exec(lines[at]?.text.slice(0, 400) ?? '')?.[1]?.trim()
}

/** How many columns a line of dashes rules, 0 when it is none. */
function ruleColumns(line: string): number {
  if (!/^[ \t>|:–—-]+$/.test(line) || !line.includes('|') || !/[-–—]/.test(line)) return 0
  const cells = splitRow(line)
  return cells.every((cell) => /^:?(?:-+|[–—]+):?$/.test(cell)) ? cells.length : 0
}
