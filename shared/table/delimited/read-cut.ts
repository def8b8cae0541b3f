// Cuts delimited text of a known dialect into records of raw cells, in one pass.
import type { Dialect } from './read-dialect.ts'
import { closingQuotes } from './read-quotes.ts'

/**
 * Records with where each stands; an empty line is a record without cells. `quoted` counts records with a quoted cell,
 * `widths` the records of each number of cells; `strayed` lists those with a quote inside of a cell without quotes.
 */
export type Cut = {
  rows: string[][]
  starts: number[]
  ends: number[]
  quoted: number
  widths: Map<number, number>
  strayed: number[]
}

/**
 * Cuts `text` from `from` to `to`. A quote opens a cell only at its start and only when it is truly closed; any other
 * is an ordinary character. At most `limit` records are read.
 */
export function cutRecords(
  text: string,
  from: number,
  to: number,
  dialect: Dialect,
  limit = Number.POSITIVE_INFINITY,
): Cut {
  const { delimiter, spaced } = dialect
  const mark = delimiter.charCodeAt(0)
  const markLength = delimiter.length
  const quote = dialect.quote ? dialect.quote.charCodeAt(0) : -1
  const loose = dialect.escapedMarks === true
  const lineEnd = dialect.lineEnd?.charCodeAt(0) ?? 10
  const escaping = dialect.escape
  // A pattern is replaced in two thirds of the time that a string is.
  const doubled = new RegExp(`\\${dialect.quote}\\${dialect.quote}`, 'g')
  const single = markLength === 1 && !loose
  const highest = Math.max(mark, lineEnd, 13, quote)
  const closing = closingQuotes(text, from, to, dialect)
  const cut: Cut = { rows: [], starts: [], ends: [], quoted: 0, widths: new Map(), strayed: [] }
  let width = 4
  let alike = 0
  let at = from
  while (at < to && cut.rows.length < limit) {
    const start = at
    let row: string[] = new Array(width || 4)
    let cells = 0
    let quoted = false
    let stray = false
    if (dialect.repeated) while (text.charCodeAt(at) === mark) at++
    for (;;) {
      let open = at
      if (quote >= 0 || spaced) while (open < to && text.charCodeAt(open) === 32 && mark !== 32) open++
      let close = -1
      let simple = false
      if (quote >= 0 && text.charCodeAt(open) === quote) {
        // Nearly every quoted cell ends at the next quote, right before a delimiter or the line's end.
        const next = text.indexOf(dialect.quote, open + 1)
        const after = next < 0 ? -1 : text.charCodeAt(next + 1)
        simple = escaping === '' && next >= 0 && next < to && (after === mark || after === lineEnd || after === 13)
        close = simple ? next : closing(open)
      }
      let end: number
      if (close >= 0) {
        const inside = text.slice(open + 1, close)
        row[cells++] = simple
          ? inside
          : escaping === ''
            ? inside.replace(doubled, dialect.quote)
            : plain(inside, dialect)
        quoted = true
        end = close + 1
        while (end < to && text.charCodeAt(end) === 32 && mark !== 32) end++
      } else {
        end = at
        for (; end < to; end++) {
          const code = text.charCodeAt(end)
          if (code > highest) continue
          if (code === mark) {
            if (single || (text.startsWith(delimiter, end) && !(loose && text[end - 1] === dialect.escape))) break
          } else if (code === lineEnd || (code === 13 && lineEnd === 10)) break
          else if (code === quote) stray = true
        }
        const cell = spaced ? text.slice(at, end).trim() : text.slice(at, end)
        row[cells++] = loose ? plain(cell, dialect) : cell
      }
      at = end
      if (end >= to || text.charCodeAt(end) !== mark || (markLength > 1 && !text.startsWith(delimiter, end))) break
      at = end + markLength
      if (dialect.repeated) while (text.charCodeAt(at) === mark) at++
    }
    if (cells === 1 && !quoted && row[0]!.trim() === '') row = []
    else if (cells < row.length) row.length = cells
    if (row.length !== width) {
      count(cut.widths, width, alike)
      alike = 0
    }
    alike++
    width = row.length
    cut.rows.push(row)
    cut.starts.push(start)
    cut.ends.push(at)
    if (quoted) cut.quoted++
    if (stray) cut.strayed.push(cut.rows.length - 1)
    if (text.charCodeAt(at) === 13 && lineEnd === 10 && text.charCodeAt(at + 1) === 10) at++
    at++
  }
  count(cut.widths, width, alike)
  return cut
}

function count(widths: Map<number, number>, width: number, more: number): void {
  if (more > 0) widths.set(width, (widths.get(width) ?? 0) + more)
}

// An escaped quote or delimiter is text.
function plain(cell: string, { quote, escape: before, delimiter }: Dialect): string {
  if (!before || !cell.includes(before)) return cell
  const unquoted = quote ? cell.replaceAll(before + quote, quote) : cell
  return unquoted.replaceAll(before + delimiter, delimiter).replaceAll(before + before, before)
}
