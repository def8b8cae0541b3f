// Reads wiki tables: Jira and Confluence (`||h||h||`) and AsciiDoc (`|===`).

import { type ReadTable, squareUp } from '../read-table.ts'
import { type Line, linesOf, type Span } from '../surroundings/read-lines.ts'
import { cellText } from './read-markdown-cells.ts'

/** Jira's and AsciiDoc's tables. */
export function readWiki(text: string, span: Span): ReadTable[] {
  const source = text.slice(span.start, span.end)
  const found: ReadTable[] = []
  if (/^[ \t]*\|\|[^|\n]/m.test(source)) found.push(...readJira(linesOf(text, span.start, span.end)))
  if (source.includes('|===')) found.push(...readAsciiDoc(linesOf(text, span.start, span.end)))
  return found
}

function readJira(lines: Line[]): ReadTable[] {
  const found: ReadTable[] = []
  for (let index = 0; index < lines.length; index++) {
    const names = /^\s*\|\|(?!\|)(.*[^|\s])\s*\|\|\s*$/.exec(lines[index]!.text)
    if (!names) continue
    let last = index
    const rows: string[][] = []
    while (last + 1 < lines.length && /^\s*\|\|?[^|].*\|\s*$/.test(lines[last + 1]!.text)) {
      // A name inside a row is marked by two pipes: `||Total|5|`.
      const inner = lines[++last]!.text.trim()
        .replace(/^\|\|?/, '')
        .replace(/\|\|?$/, '')
      rows.push(inner.split(/\|\|?/).map(cellText))
    }
    if (rows.length === 0) continue
    found.push({
      ...squareUp(names[1]!.split('||').map(cellText), rows),
      format: 'wiki',
      ...bounds(lines, index, last),
    })
    index = last
  }
  return found
}

function readAsciiDoc(lines: Line[]): ReadTable[] {
  const found: ReadTable[] = []
  for (let index = 0; index < lines.length; index++) {
    if (lines[index]!.text.trim() !== '|===') continue
    let last = index + 1
    while (last < lines.length && lines[last]!.text.trim() !== '|===') last++
    if (last === lines.length) break
    const laid = layAsciiDoc(lines.slice(index + 1, last))
    const above = /^\[.*\]$/.test(lines[index - 1]?.text ?? '') ? index - 2 : index - 1
    const title = /^\.(\w.*)$/.exec(lines[above]?.text ?? '')?.[1]
    if (laid) found.push({ ...laid, format: 'wiki', ...bounds(lines, index, last), ...(title ? { title } : {}) })
    index = last
  }
  return found
}

// The first line's cells tell the width; a first line with an empty line below it names the columns.
function layAsciiDoc(lines: Line[]): Pick<ReadTable, 'header' | 'rows' | 'ragged'> | null {
  const cellsOf = (line: Line) => line.text.trim().split('|').slice(1).map(cellText)
  const filled = lines.filter((line) => line.text.trim().startsWith('|'))
  const [first] = filled
  if (!first) return null
  const named = lines[lines.indexOf(first) + 1]?.text.trim() === ''
  const header = named ? cellsOf(first) : null
  const body = named ? filled.slice(1) : filled
  const width = named || cellsOf(first).length > 1 ? cellsOf(first).length : cellsOf(body[0] ?? first).length
  if (width < 2) return null
  const rows: string[][] = []
  for (const line of body) {
    for (const cell of cellsOf(line)) {
      const open = rows.at(-1)
      if (open && open.length < width) open.push(cell)
      else rows.push([cell])
    }
  }
  return rows.length === 0 ? null : squareUp(header, rows)
}

function bounds(lines: Line[], from: number, to: number): Span {
  const first = lines[from]!
  const last = lines[to]!
  return {
    start: first.start + first.text.length - first.text.trimStart().length,
    end: last.start + last.text.trimEnd().length,
  }
}
