// Finds who is speaking: the time and name before a message, so that a table pasted into a chat begins after them.
import { type Line, linesOf, type Span } from './read-lines.ts'

// [09:14] Raj: · 12/03/24, 10:02 - Ann: · Ann (10:02): · Ann, 10:02 AM:
const stamped =
  /^(?:\[[^\]\n]{4,25}\]\s*(?:[^:,;|\t\n]{1,40}:)?|\d[\d./-]{5,9},?\s\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?\s*(?:[-–]\s*)?[^:,;|\t\n]{1,40}:|[^:,;|\t\n\d]{1,30}[([]\d{1,2}:\d{2}(?::\d{2})?[)\]]:?)\s+/iu
const named = /^[\p{Lu}\p{Lo}][\p{L}\p{M} .'’-]{0,30}:\s+(?=\S)/u

/** The stamps and names before messages of which a further line follows; in a log or a list of facts every line has one. */
export function speakersIn(text: string, span: Span): Span[] {
  if (!/[:\]]\s+\S/.test(text.slice(span.start, Math.min(span.end, span.start + 200_000)))) return []
  const lines = linesOf(text, span.start, span.end)
  const found: Span[] = []
  for (const [index, line] of lines.entries()) {
    if (line.text.length > 2000) continue
    const prefix = stamped.exec(line.text)?.[0] ?? named.exec(line.text)?.[0]
    if (!prefix) continue
    const next = lines[index + 1]
    const after = lines[index + 2]
    if (!next || next.text.trim() === '' || opens(next) || (after && opens(after))) continue
    if (sharesMarks(line.text.slice(prefix.length), next.text))
      found.push({ start: line.start, end: line.start + prefix.length })
  }
  return found
}

function opens(line: Line): boolean {
  return stamped.test(line.text) || named.test(line.text)
}

// A comma between digits is a decimal's, or one of a row of numbers that has others beside it.
function marksIn(line: string, mark: string): number {
  const count = line.split(mark).length - 1
  return mark === ',' && count === 1 && /\d,\d/.test(line) ? 0 : count
}

// The rest of the line is cut as often as the next line, at some delimiter.
function sharesMarks(rest: string, next: string): boolean {
  return [',', ';', '\t', '|'].some((mark) => {
    const count = marksIn(rest, mark)
    return count > 0 && count === marksIn(next, mark)
  })
}
