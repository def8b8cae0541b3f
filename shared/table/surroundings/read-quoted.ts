// Reads what is quoted in a mail or a Markdown text: lines behind `>` are read without their marks.

import type { ReadTable } from '../read-table.ts'
import { linesOf, type Span } from './read-lines.ts'

const mark = /^[ \t]{0,3}(?:>[ \t]?)+/

export type Quoted = { span: Span; tables: ReadTable[] }

/** The quoted stretches of a text with the tables in them; `read` finds tables in a text of its own. */
export function readQuoted(text: string, span: Span, read: (text: string) => ReadTable[]): Quoted[] {
  if (!/(?:^|\n)[ \t]{0,3}>.*\r?\n[ \t]{0,3}>/.test(text.slice(span.start, span.end))) return []
  const found: Quoted[] = []
  let run: { start: number; end: number; cut: number; body: string }[] = []
  const flush = () => {
    if (run.length > 1) found.push(readRun(run, read))
    run = []
  }
  for (const line of linesOf(text, span.start, span.end)) {
    const cut = mark.exec(line.text)?.[0].length ?? 0
    // >>> is a prompt.
    if (cut === 0 || line.text.startsWith('>>> ')) flush()
    else run.push({ start: line.start, end: line.end, cut, body: line.text.slice(cut) })
  }
  flush()
  return found
}

function readRun(
  run: { start: number; end: number; cut: number; body: string }[],
  read: (text: string) => ReadTable[],
): Quoted {
  const places: { at: number; real: number }[] = []
  let inner = ''
  const parts: string[] = []
  let at = 0
  for (const line of run) {
    places.push({ at, real: line.start + line.cut })
    parts.push(line.body)
    at += line.body.length + 1
  }
  inner = parts.join('\n')
  const real = (offset: number) => {
    let low = 0
    let high = places.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (places[middle]!.at <= offset) low = middle
      else high = middle - 1
    }
    return places[low]!.real + offset - places[low]!.at
  }
  const place = <T extends Span>(part: T): T => ({ ...part, start: real(part.start), end: real(part.end) })
  const tables = read(inner).map((table) => ({
    ...place(table),
    ...(table.skipped ? { skipped: table.skipped.map(place) } : {}),
  }))
  return { span: { start: run[0]!.start, end: run.at(-1)!.end }, tables }
}
