// Decides what of a parsed table element is a table of data, and names its columns.

import { readCell } from '../parse/parse-cell.ts'
import { type ReadTable, type SkippedSpan, squareUp } from '../read-table.ts'
import { hasHeader } from '../surroundings/read-header.ts'
import { expandSpans } from './read-html-grid.ts'
import { blockMark, breakMark, type HtmlRow, type HtmlTable } from './read-html-parse.ts'

const marks = new RegExp(` ?[${breakMark}${blockMark}][${breakMark}${blockMark} ]*`, 'g')
const breaks = new RegExp(` *${blockMark}*${breakMark}${blockMark}* *`, 'g')

/** The tables of data in a table element: itself, or those it only lays out. */
export function dataTables(table: HtmlTable): ReadTable[] {
  const own = table.rows.reduce((sum, row) => sum + row.cells.length, 0)
  const inner = table.inner.flatMap(dataTables)
  const held = inner.reduce((sum, one) => sum + one.rows.length * (one.rows[0]?.length ?? 0), 0)
  if (inner.length > 0 && held * 2 >= own) return inner
  const whole = build(table)
  if (!whole) return inner
  return inner.length === 0 || isGrid(whole) ? [whole] : inner
}

function build(table: HtmlTable): ReadTable | null {
  if (/^(?:presentation|none)$/i.test(table.attributes.role ?? '')) return null
  const order = { head: 0, body: 1, foot: 2 }
  const rows = table.rows.filter((row) => row.cells.length > 0).sort((a, b) => order[a.part] - order[b.part])
  for (const row of rows) for (const cell of row.cells) cell.text = tidy(cell.text)
  const grid = expandSpans(
    rows.map((row) => row.cells),
    (row) => rows[row]!.group,
  )
  const width = Math.max(0, ...grid.slice(0, 2000).map((row) => row.length))
  let title = tidy(table.caption)
  // A first row that is one cell over the whole width is the table's title.
  let first = 0
  while (first < rows.length - 2 && width > 1 && isBanner(rows[first]!, width)) {
    title ||= rows[first]!.cells[0]!.text
    first++
  }
  const heads = first + countHeads(rows.slice(first), grid.slice(first))
  const header = heads > first ? mergeHeads(grid.slice(first, heads), width) : null
  const filled = grid.slice(heads).map((row) => row.some((cell) => cell !== ''))
  const body = grid.slice(heads).filter((_, index) => filled[index])
  if (!isData(rows, header, body, width)) return null
  const skipped: SkippedSpan[] = table.skipped.slice(0, 1000)
  return {
    ...squareUp(header, body),
    format: 'html',
    start: table.start,
    end: table.end,
    ...(title ? { title } : {}),
    ...(skipped.length > 0 ? { skipped } : {}),
  }
}

function isBanner(row: HtmlRow, width: number): boolean {
  const filled = row.cells.filter((cell) => cell.text !== '')
  return filled.length === 1 && filled[0]!.columns >= width && row.cells[0] === filled[0]
}

function countHeads(rows: HtmlRow[], grid: string[][]): number {
  let heads = 0
  while (heads < rows.length && (rows[heads]!.part === 'head' || rows[heads]!.cells.every((cell) => cell.head))) heads++
  // Header cells only: the first row names the others, as far as there are others.
  if (heads === rows.length) {
    const named = rows.filter((row) => row.part === 'head').length
    return named > 0 && named < rows.length ? named : Math.min(1, rows.length - 1)
  }
  if (heads > 0) return heads
  const spread = rows[0]?.cells.some((cell) => cell.columns > 1) === true
  if (spread && grid.length > 2 && hasHeader(grid.slice(1))) return 2
  return hasHeader(grid) || isSetOff(rows) ? 1 : 0
}

// A bold row over rows that are not.
function isSetOff(rows: HtmlRow[]): boolean {
  const [first, second] = rows
  const bold = (row: HtmlRow) => row.cells.filter((cell) => cell.text !== '').every((cell) => cell.bold)
  return first !== undefined && second !== undefined && first.cells.length > 1 && bold(first) && !bold(second)
}

// Two header rows read as "2026 Q1" over one column.
function mergeHeads(heads: string[][], width: number): string[] {
  return Array.from({ length: width }, (_, index) => {
    const parts = heads.map((row) => row[index] ?? '').filter((part) => part !== '')
    return [...new Set(parts)].join(' ')
  })
}

// One cell, one row of links, a grid of pictures or the frame of a page hold no data.
function isData(rows: HtmlRow[], header: string[] | null, body: string[][], width: number): boolean {
  const cells = rows.flatMap((row) => row.cells)
  const filled = cells.filter((cell) => cell.text !== '')
  if (filled.length < 2 || width === 0) return false
  if (header?.every((name) => name === '')) return false
  const stated = header !== null && rows.some((row) => row.part === 'head' || row.cells.some((cell) => cell.head))
  if (body.length === 0) return stated && width > 1
  if (cells.some((cell) => cell.layout > 1 || (cell.layout > 0 && !stated))) return false
  if (!stated && cells.filter((cell) => cell.images > 0).length > cells.length * 0.5) return false
  if (stated) return true
  const long = filled.filter((cell) => cell.text.length > 500).length
  if (long > filled.length * 0.3) return false
  if (width === 1) return header !== null && body.length >= 2
  return rows.length > 1 || filled.filter((cell) => isValue(cell.text)).length >= 2
}

function isValue(text: string): boolean {
  const type = text.length > 60 ? undefined : readCell(text, {})?.type
  return type !== undefined && type !== 'text' && type !== 'url' && type !== 'email'
}

function isGrid(table: ReadTable): boolean {
  return table.header !== null || (table.rows.length >= 3 && (table.rows[0]?.length ?? 0) >= 3)
}

// White space collapses as in a browser; line breaks and blocks become new lines.
function tidy(text: string): string {
  const flat = text.replace(/[ \t\r\n\f]+/g, ' ').trim()
  if (!flat.includes(breakMark) && !flat.includes(blockMark)) return flat.replaceAll('\u00a0', ' ').trim()
  return flat.replace(breaks, breakMark).replace(marks, '\n').replaceAll('\u00a0', ' ').trim()
}
