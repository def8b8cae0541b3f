// Reads columns that are lined up with spaces, as reports and terminals print them.
import { alignedRows } from './read-aligned-columns.ts'
import { isCode } from './read-code.ts'
import { hasHeader } from './read-header.ts'
import { type Line, linesOf, type Span } from './read-lines.ts'
import { type ReadTable, squareUp } from './read-table.ts'

const rule = /^[\s=_─-]*(?:-{2}|={2}|─{2})[\s=_─-]*$/

// List items, comments after commands, arrows of explanation.
const listed = /^\s*(?:[-*•+]|\d{1,3}[.)]) |\s(?:#|--|->|<-|→|\/\/) /

/** Aligned tables: at least three lines with gaps of two spaces and more at the same places. */
export function readAligned(text: string, span: Span): ReadTable[] {
  const found: ReadTable[] = []
  let run: Line[] = []
  const flush = () => {
    const table = run.length >= 3 ? build(run) : null
    if (table) found.push(table)
    run = []
  }
  for (const line of linesOf(text, span.start, span.end)) {
    if (isSpaced(line.text) || (run.length > 0 && rule.test(line.text))) run.push(line)
    else flush()
  }
  flush()
  return found
}

function isSpaced(line: string): boolean {
  return (
    line.length <= 4000 &&
    /\S {2,}\S/.test(line) &&
    !line.includes('\t') &&
    !rule.test(line) &&
    !/[\u2500-\u257f]/.test(line)
  )
}

function build(run: Line[]): ReadTable | null {
  let last = run.length - 1
  while (rule.test(run[last]!.text)) last--
  const lines = run.slice(0, last + 1)
  const ruled = lines.findIndex((line) => rule.test(line.text))
  const body = lines.filter((line) => !rule.test(line.text))
  if (body.length < 3) return null
  const program = body.filter((line) => isCode(line.text) || listed.test(line.text)).length
  if (program > body.length * 0.2) return null
  const rows = alignedRows(body.map((line) => line.text))
  if (!rows) return null
  const named = ruled === 1 || hasHeader(rows)
  const laid = named ? squareUp(rows[0]!, rows.slice(1)) : squareUp(null, rows)
  const first = lines[0]!
  const end = lines.at(-1)!
  return {
    ...laid,
    format: 'aligned',
    start: first.start + first.text.length - first.text.trimStart().length,
    end: end.start + end.text.trimEnd().length,
  }
}
