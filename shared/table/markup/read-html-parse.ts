// Turns one table element into its rows of cells, nested tables included.
import { Parser } from 'htmlparser2'
import type { SkippedSpan } from '../read-table.ts'
import type { GridCell } from './read-html-grid.ts'

export type HtmlCell = GridCell & {
  /** Whether all of its text is bold. */
  bold: boolean
  images: number
  /** Headings, forms and lists: what pages are laid out with. */
  layout: number
}
export type HtmlPart = 'head' | 'body' | 'foot'
export type HtmlRow = { cells: HtmlCell[]; part: HtmlPart; group: number }
export type HtmlTable = {
  start: number
  end: number
  caption: string
  rows: HtmlRow[]
  inner: HtmlTable[]
  attributes: Record<string, string>
  skipped: SkippedSpan[]
}

type Open = HtmlTable & {
  cell: HtmlCell | null
  part: HtmlPart
  group: number
  inCaption: boolean
  /** Depths of elements that are open: hidden, preformatted, bold. */
  hidden: number
  hiddenFrom: number
  pre: number
  bold: number
}

const blocks = new Set(
  'p div li ul ol dl dt dd tr table h1 h2 h3 h4 h5 h6 section article blockquote pre hr'.split(' '),
)
const silent = new Set(['script', 'style', 'template', 'noscript', 'head', 'svg', 'colgroup'])
const laying = new Set('h1 h2 h3 form nav header footer iframe video section article'.split(' '))
const voids = new Set('br hr img input col meta link area base embed source track wbr'.split(' '))

/** Marks in a cell's text: a line break, the edge of a block, and characters of preformatted text. */
export const breakMark = '\ue000'
export const blockMark = '\ue001'

/** The tables of `source`, an element that stands at `offset` of the whole text. */
export function parseHtml(source: string, offset: number): HtmlTable[] {
  const roots: HtmlTable[] = []
  const open: Open[] = []
  const elements: { name: string; hides: boolean; bold: boolean }[] = []

  const close = (end: number) => {
    const table = open.pop()
    if (!table) return
    table.end = offset + Math.min(end, source.length)
    // Deeper nesting is a jest: those tables count as if they stood in the fiftieth.
    const parent = open[Math.min(open.length, 50) - 1]
    if (!parent) roots.push(table)
    else parent.inner.push(table)
    if (parent?.cell) addInner(parent.cell, table)
  }
  const parser = new Parser({
    onopentag(name, attributes) {
      const at = offset + parser.startIndex
      const table = open.at(-1)
      const hides = table !== undefined && name !== 'table' && isHidden(name, attributes)
      const bold = /^(?:b|strong|th)$/.test(name) || /font-weight:\s*(?:bold|[6-9]00)/i.test(attributes.style ?? '')
      if (table && hides && table.hidden++ === 0) table.hiddenFrom = silent.has(name) ? -1 : at
      if (table && bold) table.bold++
      if (!voids.has(name)) elements.push({ name, hides, bold })
      else if (hides || bold) undo(table, { hides, bold }, at)
      if (name === 'table') open.push(newTable(at, attributes))
      else if (table && table.hidden === 0) openElement(table, name, attributes)
      if (name === 'table') return
      if (table && name === 'pre') table.pre++
    },
    ontext(data) {
      const table = open.at(-1)
      if (!table || table.hidden > 0) return
      if (table.inCaption) table.caption += data
      else if (table.cell) {
        if (table.bold === 0 && /\S/.test(data)) table.cell.bold = false
        table.cell.text += table.pre > 0 ? data.replace(/\r?\n/g, breakMark).replaceAll(' ', '\u00a0') : data
      }
    },
    onclosetag(name) {
      const element = elements.at(-1)?.name === name ? elements.pop() : undefined
      const table = open.at(-1)
      if (!table) return
      if (name === 'table') return close(parser.endIndex + 1)
      if (element) undo(table, element, offset + parser.endIndex + 1)
      if (name === 'td' || name === 'th' || name === 'tr') table.cell = null
      else if (name === 'thead' || name === 'tfoot' || name === 'tbody') enterPart(table, 'body')
      else if (name === 'caption') table.inCaption = false
      else if (name === 'pre') table.pre = Math.max(0, table.pre - 1)
      if (blocks.has(name) && table.cell) table.cell.text += blockMark
    },
  })
  parser.end(source)
  while (open.length > 0) close(source.length)
  return roots
}

function undo(table: Open | undefined, element: { hides: boolean; bold: boolean }, end: number): void {
  if (!table) return
  if (element.bold) table.bold = Math.max(0, table.bold - 1)
  if (!element.hides || table.hidden === 0 || --table.hidden > 0) return
  if (table.hiddenFrom >= 0) table.skipped.push({ start: table.hiddenFrom, end, reason: 'not shown on the page' })
}

function newTable(start: number, attributes: Record<string, string>): Open {
  return {
    ...{ start, end: start, caption: '', rows: [], inner: [], attributes, skipped: [] },
    ...{ cell: null, part: 'body', group: 0, inCaption: false, hidden: 0, hiddenFrom: -1, pre: 0, bold: 0 },
  }
}

function isHidden(name: string, attributes: Record<string, string>): boolean {
  if (silent.has(name) || attributes.hidden !== undefined) return true
  return /display:\s*none|mso-hide:\s*all|visibility:\s*(?:hidden|collapse)/i.test(attributes.style ?? '')
}

function openElement(table: Open, name: string, attributes: Record<string, string>): void {
  if (name === 'thead') enterPart(table, 'head')
  else if (name === 'tfoot') enterPart(table, 'foot')
  else if (name === 'tbody') enterPart(table, 'body')
  else if (name === 'caption') table.inCaption = true
  else if (name === 'tr') {
    table.cell = null
    table.inCaption = false
    table.rows.push({ cells: [], part: table.part, group: table.group })
  } else if (name === 'td' || name === 'th') openCell(table, name, attributes)
  else if (table.cell) addElement(table.cell, name, attributes)
}

function enterPart(table: Open, part: HtmlPart): void {
  table.part = part
  table.group++
  table.inCaption = false
}

function openCell(table: Open, name: string, attributes: Record<string, string>): void {
  if (table.rows.length === 0) table.rows.push({ cells: [], part: table.part, group: table.group })
  const cell: HtmlCell = {
    text: '',
    head: name === 'th',
    columns: Math.max(1, spanOf(attributes.colspan)),
    rows: spanOf(attributes.rowspan),
    ...{ bold: true, images: 0, layout: 0 },
  }
  table.rows.at(-1)!.cells.push(cell)
  table.cell = cell
}

function addElement(cell: HtmlCell, name: string, attributes: Record<string, string>): void {
  if (laying.has(name)) cell.layout++
  if (name === 'br') cell.text += breakMark
  else if (blocks.has(name)) cell.text += blockMark
  else if (name === 'img') {
    cell.images++
    if (attributes.alt?.trim()) cell.text += ` ${attributes.alt} `
  } else if (name === 'input') cell.text += ` ${inputText(attributes)} `
  else if (name === 'option' && cell.text.trim() !== '' && attributes.selected === undefined) cell.text += breakMark
}

function inputText(attributes: Record<string, string>): string {
  const type = attributes.type?.toLowerCase() ?? 'text'
  if (type === 'checkbox' || type === 'radio') return attributes.checked === undefined ? 'false' : 'true'
  return type === 'hidden' || type === 'password' ? '' : (attributes.value ?? '')
}

// HTML's own limits: 1,000 columns, 65,534 rows.
function spanOf(value: string | undefined): number {
  const count = Number.parseInt(value ?? '1', 10)
  return count >= 0 ? Math.min(count, 65534) : 1
}

// The words of a nested table belong to the cell around it, as far as they are few.
function addInner(cell: HtmlCell, table: HtmlTable): void {
  let text = ''
  for (const row of table.rows) {
    for (const inner of row.cells) text += ` ${inner.text}`
    if (text.length > 5000) return
  }
  cell.text += `${text} `
}
