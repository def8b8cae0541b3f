// Finds fenced blocks of program text, where lined-up and comma-parted lines are no tables.
import { linesOf, type Span } from './read-lines.ts'

const opener = /^\s*(?:>\s*)*(`{3,}|~{3,})\s*([\w+#.-]*)/
const data =
  /^(?:|te?xt|plain|plaintext|csv|tsv|psv|ssv|jsonl?|ndjson|jsonc|md|markdown|html|xml|table|data|log|output|console)$/i

/** The fenced blocks whose language is a programming language, fences included; an open one reaches to the end. */
export function programText(text: string, span: Span): Span[] {
  if (!text.includes('```') && !text.includes('~~~')) return []
  const found: Span[] = []
  let open: { start: number; mark: string; program: boolean } | null = null
  for (const line of linesOf(text, span.start, span.end)) {
    const match = opener.exec(line.text)
    if (!match) continue
    if (!open) open = { start: line.start, mark: match[1]!, program: !data.test(match[2]!) }
    else if (match[1]!.startsWith(open.mark) && match[2] === '') {
      if (open.program) found.push({ start: open.start, end: line.end })
      open = null
    }
  }
  if (open?.program) found.push({ start: open.start, end: span.end })
  return found
}
