// Reads Markdown pipe tables: a header line, a line of dashes, and rows until the pipes end.
import { type Line, linesOf, type Span } from './read-lines.ts'
import { type ReadTable, squareUp } from './read-table.ts'

/** GFM tables, also inside quotes and lists; escaped pipes become pipes, `<br>` a new line, other marks stay. */
export function readMarkdown(text: string, span: Span): ReadTable[] {
  const source = text.slice(span.start, span.end)
  if (!source.includes('|') || !source.includes('-')) return []
  const lines = linesOf(text, span.start, span.end)
  const found: ReadTable[] = []
  for (let index = 1; index < lines.length; index++) {
    const columns = ruleColumns(lines[index]!.text)
    const above = lines[index - 1]!
    if (columns === 0 || !above.text.includes('|') || (found.at(-1)?.end ?? -1) > above.start) continue
    const header = splitRow(above.text)
    if (header.length !== columns) continue
    const rows: string[][] = []
    let last = index
    while (last + 1 < lines.length && isRow(lines[last + 1]!)) rows.push(splitRow(lines[++last]!.text))
    found.push({
      ...squareUp(header, rows),
      format: 'markdown',
      start: above.start + indentOf(above),
      end: lines[last]!.end,
    })
    index = last
  }
  return found
}

/** How many columns a line of dashes rules, 0 when it is none. */
function ruleColumns(line: string): number {
  if (!line.includes('-') || !line.includes('|') || !/^[ \t>|:-]+$/.test(line)) return 0
  const cells = splitRow(line)
  return cells.every((cell) => /^:?-+:?$/.test(cell)) ? cells.length : 0
}

function isRow(line: Line): boolean {
  return line.text.includes('|') && !/^\s*(?:`{3}|~{3})/.test(line.text)
}

function indentOf(line: Line): number {
  return line.text.length - line.text.replace(/^[ \t>]+/, '').length
}

function splitRow(line: string): string[] {
  const inner = line.replace(/^[ \t>]*\|?/, '').trimEnd()
  const cells: string[] = []
  let from = 0
  for (let at = 0; at <= inner.length; at++) {
    if (at < inner.length && (inner[at] !== '|' || inner[at - 1] === '\\')) continue
    // The closing pipe ends the last cell and opens no other.
    if (at < inner.length || from < inner.length || cells.length === 0) cells.push(cellText(inner.slice(from, at)))
    from = at + 1
  }
  return cells
}

function cellText(raw: string): string {
  return raw
    .trim()
    .replaceAll('\\|', '|')
    .replace(/<br\s*\/?>/gi, '\n')
}
