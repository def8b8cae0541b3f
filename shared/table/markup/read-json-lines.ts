// Reads JSON Lines: two or more lines in a row that are each a whole object or array.

import type { ReadTable, SkippedSpan } from '../read-table.ts'
import { type Line, linesOf, type Span } from '../surroundings/read-lines.ts'
import { jsonTable } from './read-json-table.ts'
import { parseTolerant } from './read-json-tolerant.ts'
import { type Json, parseJson } from './read-json-value.ts'

type Read = { value: Json; start: number; end: number }

/** Runs of lines with one value each; empty lines and commas between them are allowed, a broken line is reported. */
export function readJsonLines(text: string, span: Span): ReadTable[] {
  if (!/^[ \t]*[{[].*[}\]],?[ \t]*(?:\r?\n[ \t]*)+[{[]/m.test(text.slice(span.start, span.end))) return []
  const found: ReadTable[] = []
  let run: Read[] = []
  let broken: SkippedSpan[] = []
  const flush = () => {
    const table = run.length >= 2 ? jsonTable(run.map((line) => line.value)) : null
    const [first] = run
    const last = run.at(-1)
    // Lines with commas between brackets are one array, and read as such.
    const listed = first && /(?:\[|[}\]],)\s*$/.test(text.slice(Math.max(0, first.start - 100), first.start))
    if (table && first && last && !listed) {
      const inside = broken.filter((part) => part.start < last.end || run.length > 2)
      found.push({
        ...table,
        format: 'jsonl',
        start: first.start,
        end: last.end,
        ...(inside.length > 0 ? { skipped: inside } : {}),
      })
    }
    run = []
    broken = []
  }
  for (const line of linesOf(text, span.start, span.end)) {
    const source = line.text.trim()
    if (source === '' && run.length > 0) continue
    const value = lineValue(source)
    // One line that is cut or damaged does not end a run of objects.
    if (value === undefined && run.length > 1 && broken.length * 10 < run.length && /^\{\s*["']\w/.test(source)) {
      broken.push({ ...trimmed(line), reason: 'a line that is no whole object' })
      continue
    }
    if (value === undefined || (run.length > 0 && Array.isArray(value) !== Array.isArray(run[0]!.value))) flush()
    if (value !== undefined) run.push({ value, ...trimmed(line) })
  }
  flush()
  return found
}

function lineValue(source: string): Json | undefined {
  if (!/^[{[].*[}\]],?$/.test(source)) return undefined
  const bare = source.endsWith(',') ? source.slice(0, -1) : source
  return parseJson(bare) ?? (/^(?:\{\s*['"\w]|\[)/.test(bare) ? parseTolerant(bare)?.value : undefined)
}

function trimmed(line: Line): Span {
  const lead = line.text.length - line.text.trimStart().length
  return { start: line.start + lead, end: line.start + line.text.trimEnd().length }
}
