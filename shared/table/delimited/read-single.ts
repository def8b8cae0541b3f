// Reads a file of one column: a list of values or short texts, one on each line.

import type { ReadTable } from '../read-table.ts'
import { cellKind } from '../surroundings/read-cell-kind.ts'
import { hasHeader } from '../surroundings/read-header.ts'
import { isColumnWord } from '../surroundings/read-header-words.ts'
import { linesOf, type Span } from '../surroundings/read-lines.ts'

/** The one-column table of a whole file, or none when its lines read as prose. Quotes around a cell are removed. */
export function readSingleColumn(text: string, span: Span): ReadTable[] {
  const lines = linesOf(text, span.start, span.end).filter((line) => line.text.trim() !== '')
  if (lines.length < 2) return []
  const quoted = lines.filter((line) => unquote(line.text) !== line.text).length
  // Under a usual column name even sentences are cells; between paragraphs there are empty lines.
  const headed =
    lines.length > 2 && isColumnWord(lines[0]!.text) && !/\n\s*\n\s*\S/.test(text.slice(span.start, span.end))
  let plain = headed || quoted > lines.length * 0.7 ? lines.length : 0
  for (const line of lines) {
    const kind = cellKind(unquote(line.text))
    if (kind === 'value' || (kind === 'word' && line.text.length <= 60 && !/[.!?:…。！？,]\s*$/.test(line.text)))
      plain++
  }
  const values = lines.filter((line) => cellKind(unquote(line.text)) === 'value').length
  if (lines.length < 6 && values < 2 && !headed && quoted < 2) return []
  if (plain < lines.length * 0.8 || /^\s*[<{[#-]/.test(lines[0]!.text)) return []
  const rows = lines.map((line) => [unquote(line.text)])
  const named = headed || hasHeader(rows)
  const first = lines[0]!
  const last = lines.at(-1)!
  return [
    {
      header: named ? rows[0]! : null,
      rows: named ? rows.slice(1) : rows,
      format: 'csv',
      start: first.start,
      end: last.end,
    },
  ]
}

function unquote(line: string): string {
  return /^\s*"(?:[^"]|"")*"\s*$/.test(line) ? line.trim().slice(1, -1).replaceAll('""', '"') : line
}
