// Reads the tables of an HTML fragment, such as a copied web page, mail or spreadsheet range.
import { Parser } from 'htmlparser2'
import { hasHeader } from './read-header.ts'
import { expandSpans, type HtmlCell } from './read-html-grid.ts'
import type { Span } from './read-lines.ts'
import { type ReadTable, squareUp } from './read-table.ts'

type OpenTable = {
  start: number
  caption: string
  rows: { cells: HtmlCell[]; head: boolean }[]
  cell: HtmlCell | null
  inHead: boolean
  inCaption: boolean
  hidden: number
  inner: ReadTable[]
}

const blocks = new Set(['p', 'div', 'li', 'ul', 'ol', 'tr', 'table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
const silent = new Set(['script', 'style', 'template', 'noscript'])

/** Tables in the order of their end tags; a table that only lays out others gives way to them. */
export function readHtml(text: string, span: Span): ReadTable[] {
  const source = text.slice(span.start, span.end)
  if (!/<table[\s>]/i.test(source)) return []
  const found: ReadTable[] = []
  const open: OpenTable[] = []

  const close = (end: number) => {
    const table = open.pop()
    if (!table) return
    const whole = build(table, span.start + Math.min(end, source.length))
    const parent = open.at(-1)
    const kept = whole && (table.inner.length === 0 || isGrid(whole)) ? [whole] : table.inner
    if (parent) parent.inner.push(...kept)
    else found.push(...kept)
    if (parent?.cell && whole) parent.cell.text += ` ${whole.rows.flat().join(' ')} `
  }

  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'table') {
        open.push({
          start: span.start + parser.startIndex,
          caption: '',
          rows: [],
          cell: null,
          inHead: false,
          inCaption: false,
          hidden: 0,
          inner: [],
        })
        return
      }
      const table = open.at(-1)
      if (!table) return
      if (name === 'thead') table.inHead = true
      else if (name === 'tbody' || name === 'tfoot') table.inHead = false
      else if (name === 'caption') table.inCaption = true
      else if (name === 'tr') {
        table.cell = null
        table.rows.push({ cells: [], head: table.inHead })
      } else if (name === 'td' || name === 'th') openCell(table, name, attributes)
      else if (silent.has(name)) table.hidden++
      else if (name === 'br' && table.cell) table.cell.text += '\ue000'
      else if (blocks.has(name) && table.cell) table.cell.text += '\ue001'
    },
    ontext(data) {
      const table = open.at(-1)
      if (!table || table.hidden > 0) return
      if (table.inCaption) table.caption += data
      else if (table.cell) table.cell.text += data
    },
    onclosetag(name) {
      const table = open.at(-1)
      if (!table) return
      if (name === 'table') close(parser.endIndex + 1)
      else if (name === 'td' || name === 'th' || name === 'tr') table.cell = null
      else if (name === 'thead') table.inHead = false
      else if (name === 'caption') table.inCaption = false
      else if (silent.has(name)) table.hidden = Math.max(0, table.hidden - 1)
      else if (blocks.has(name) && table.cell) table.cell.text += '\ue001'
    },
  })
  parser.end(source)
  while (open.length > 0) close(source.length)
  return found
}

function openCell(table: OpenTable, name: string, attributes: Record<string, string>): void {
  if (table.rows.length === 0) table.rows.push({ cells: [], head: table.inHead })
  const cell = { text: '', head: name === 'th', columns: spanOf(attributes.colspan), rows: spanOf(attributes.rowspan) }
  table.rows.at(-1)!.cells.push(cell)
  table.cell = cell
}

// HTML's own limits: 1,000 columns, 65,534 rows; a rowspan of 0 reaches to the end.
function spanOf(value: string | undefined): number {
  const count = Number.parseInt(value ?? '1', 10)
  if (count === 0) return 65534
  return count > 0 ? Math.min(count, 65534) : 1
}

function build(table: OpenTable, end: number): ReadTable | null {
  const rows = table.rows.filter((row) => row.cells.length > 0)
  for (const row of rows) for (const cell of row.cells) cell.text = tidy(cell.text)
  const grid = expandSpans(rows.map((row) => row.cells))
  let heads = 0
  while (heads < rows.length && (rows[heads]!.head || rows[heads]!.cells.every((cell) => cell.head))) heads++
  // A table of header cells only is a table of data.
  if (heads === rows.length) heads = Math.min(1, rows.length - 1)
  if (heads === 0 && hasHeader(grid)) heads = 1
  const header = heads > 0 ? mergeHeads(grid.slice(0, heads)) : null
  const body = grid.slice(Math.max(heads, 0)).filter((row) => row.some((cell) => cell !== ''))
  if (body.length === 0 || (header?.length ?? body[0]!.length) === 0) return null
  const title = tidy(table.caption)
  return { ...squareUp(header, body), format: 'html', start: table.start, end, ...(title ? { title } : {}) }
}

// Two header rows read as "2026 Q1" over one column.
function mergeHeads(heads: string[][]): string[] {
  const width = Math.max(...heads.map((row) => row.length))
  return Array.from({ length: width }, (_, index) => {
    const parts = heads.map((row) => row[index] ?? '').filter((part) => part !== '')
    return [...new Set(parts)].join(' ')
  })
}

function isGrid(table: ReadTable): boolean {
  return table.header !== null || (table.rows.length >= 3 && (table.rows[0]?.length ?? 0) >= 3)
}

// White space collapses as in a browser; line breaks and blocks become new lines.
function tidy(text: string): string {
  return text
    .replace(/[ \t\r\n\f]+/g, ' ')
    .replace(/ ?[\ue000\ue001][\ue000\ue001 ]*/g, '\n')
    .replaceAll('\u00a0', ' ')
    .trim()
}
