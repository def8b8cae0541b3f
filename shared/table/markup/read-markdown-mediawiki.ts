// Reads MediaWiki tables: `{|` opens, `|-` parts the rows, `!` and `|` open cells, `|}` closes.

import { type ReadTable, squareUp } from '../read-table.ts'
import { type Line, linesOf, type Span } from '../surroundings/read-lines.ts'
import { expandSpans, type GridCell } from './read-html-grid.ts'
import { cellText } from './read-markdown-cells.ts'

/** MediaWiki tables with at least one row; an unclosed one is none. */
export function readMediaWiki(text: string, span: Span): ReadTable[] {
  const at = text.indexOf('{|', span.start)
  if (at < 0 || at >= span.end) return []
  const lines = linesOf(text, span.start, span.end)
  const found: ReadTable[] = []
  let open = -1
  for (const [index, line] of lines.entries()) {
    const mark = line.text.trim()
    if (mark.startsWith('{|')) open = index
    else if (mark.startsWith('|}') && open >= 0) {
      const table = build(lines, open, index)
      if (table) found.push(table)
      open = -1
    }
  }
  return found
}

function build(lines: Line[], from: number, to: number): ReadTable | null {
  const rows: GridCell[][] = [[]]
  let title: string | undefined
  for (const line of lines.slice(from + 1, to)) {
    const source = line.text.trim()
    if (source.startsWith('|-')) rows.push([])
    else if (source.startsWith('|+')) title = cellOf(source.slice(2), false).text
    else if (source.startsWith('!') || source.startsWith('|')) {
      const head = source.startsWith('!')
      for (const part of source.slice(1).split(head ? /!!|\|\|/ : /\|\|/)) rows.at(-1)!.push(cellOf(part, head))
    } else {
      const cell = rows.at(-1)!.at(-1)
      if (cell && source !== '') cell.text += `${cell.text === '' ? '' : '\n'}${source}`
    }
  }
  const filled = rows.filter((row) => row.length > 0)
  const grid = expandSpans(filled)
  let heads = 0
  while (heads < filled.length - 1 && filled[heads]!.every((cell) => cell.head)) heads++
  if (grid.length - heads === 0) return null
  const header =
    heads > 0
      ? grid[heads - 1]!.map((_, at) => [...new Set(grid.slice(0, heads).map((row) => row[at] ?? ''))].join(' ').trim())
      : null
  const first = lines[from]!
  return {
    ...squareUp(header, grid.slice(heads)),
    format: 'wiki',
    start: first.start + first.text.length - first.text.trimStart().length,
    end: lines[to]!.start + lines[to]!.text.length - lines[to]!.text.trimStart().length + 2,
    ...(title ? { title } : {}),
  }
}

// `style="…" | text`: what stands before a single pipe is attributes, unless the pipe is part of a link or template.
function cellOf(part: string, head: boolean): GridCell {
  const match = /^([^|[\]{}]*=[^|[\]{}]*)\|(?!\|)/.exec(part)
  const attributes = match?.[1] ?? ''
  const span = (name: string) => Number(new RegExp(`${name}\\s*=\\s*"?(\\d{1,4})`, 'i').exec(attributes)?.[1] ?? 1)
  const text = part.slice(match?.[0].length ?? 0).trim()
  return { text: cellText(linkText(text)), head, columns: span('colspan') || 1, rows: span('rowspan') || 1 }
}

function linkText(text: string): string {
  return text.replace(/\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]/g, '$1').replaceAll("'''", '')
}
