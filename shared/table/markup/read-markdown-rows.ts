// Decides which lines under a table's line of dashes are still its rows.
import { depthOf, indentOf, stripContainer } from './read-markdown-cells.ts'

export type TableShape = {
  columns: number
  /** Whether the header or its rule opens with a pipe. */
  framed: boolean
  /** How deep in block quotes the table stands. */
  depth: number
  rows: string[][]
}

const blockStart =
  /^(?:#{1,6}(?:\s|$)|`{3}|~{3}|(?:[-+*]|\d{1,9}[.)])[ \t]+\S|[-+*]$|(?:[-*_][ \t]*){3,}$|<(?:!|\?|\/?(?:address|article|aside|blockquote|center|details|dialog|div|dl|fieldset|figure|footer|form|h[1-6]|header|hr|iframe|li|main|nav|ol|p|pre|script|section|style|summary|table|textarea|ul)\b))/i
const farewell =
  /^(?:thx|ty|tks|thanks|thank|cheers|pls|please|lmk|ok|okay|best|bye|regards|br|hth|danke|lg|vg|mfg|gruß|grüße|bitte|merci|bisous|cdt|gracias|saludos|obrigado|obrigada|abs|grazie|ciao|bedankt|groetjes|dzięki|pozdrawiam|спасибо|tack|mvh|takk|tak|kiitos|teşekkürler|köszi|díky)$/i

/** Whether a line opens another Markdown block: heading, fence, list item, thematic break, HTML. */
export function startsBlock(line: string): boolean {
  return blockStart.test(stripContainer(line).slice(0, 80))
}

/** Whether a line with `cells` cells, directly below the rows so far, is a row too. */
export function isRowBelow(line: string, cells: number, table: TableShape): boolean {
  const source = stripContainer(line).trimEnd()
  if (source === '' || depthOf(line) !== table.depth) return false
  if (source.startsWith('|')) return true
  if (!source.includes('|')) return isBareRow(line, source, table)
  // `- | 5` is a list item to GFM; among rows of as many cells the dash is a value.
  if (startsBlock(source)) return cells === table.columns && !table.framed && !/^(?:#{2,}\s|`{3}|~{3}|<)/.test(source)
  if (!table.framed) return true
  return cells === table.columns ? !/[.!?…。]["')”»]?$/.test(source) || wordsIn(source) < 7 : !isProse(source)
}

// GFM takes any line for a row of one cell. Pasted text goes on right under its table, so that only a line that
// cannot be a sentence, a name or a farewell counts: one lower-case word or number.
function isBareRow(line: string, source: string, table: TableShape): boolean {
  if (indentOf(line) >= 4 || startsBlock(source) || source.length > 30) return false
  if (table.columns === 1 && !table.framed) return !isProse(source)
  return /^[\p{Ll}\d][\p{L}\p{N}_.,%-]*[\p{L}\p{N}%]$|^[\p{Ll}\d]$/u.test(source) && !farewell.test(source)
}

function isProse(source: string): boolean {
  const words = wordsIn(source)
  return words > 8 || (words > 3 && /[.!?:…。]["')”»]?$/.test(source))
}

function wordsIn(source: string): number {
  return source.split(/\s+/).length
}
