// Reads log lines of a stable shape: each line is a row, a stack trace belongs to the message above it.

import type { ReadTable } from '../read-table.ts'
import { type Line, linesOf, type Span } from '../surroundings/read-lines.ts'
import { type LogEntry, type LogShape, logShapes } from './read-log-shapes.ts'

type Run = { shape: LogShape; entries: LogEntry[]; first: Line; last: Line }

// What a stack trace goes on with, whatever comes after it.
const trace =
  /^(?:\s+\S|Caused by:|Traceback \(|\.\.\. \d+ more|goroutine \d+|(?:[\w$]+\.)*[A-Z]\w*(?:Error|Exception)\b|[)\]}]+;?$)/
// More lines than any trace has: something else began.
const longest = 200

/** Tables of log lines: three and more of one shape, two where the shape is certain. */
export function readLogLines(text: string, span: Span): ReadTable[] {
  const source = text.slice(span.start, span.end)
  if (!/\d:\d\d|\w=|^\[?[A-Z]{3,8}[\]:]|^[\da-f]{7,12} /m.test(source)) return []
  const found: ReadTable[] = []
  let run = null as Run | null
  let pending: Line[] = []
  const flush = () => {
    if (run) {
      for (const line of pending) {
        if (!trace.test(line.text)) break
        goOn(run, line)
      }
      const table = build(run)
      if (table) found.push(table)
    }
    run = null
    pending = []
  }
  for (const line of linesOf(text, span.start, span.end)) {
    const shape: LogShape | undefined = run?.shape
    const read: { shape: LogShape; entry: LogEntry } | null =
      line.text.length > 20_000 ? null : readLine(line.text, shape)
    if (read) {
      if (run && (read.shape !== run.shape || (read.entry.kind ?? '') !== (run.entries[0]!.kind ?? ''))) flush()
      if (run) {
        for (const between of pending) goOn(run, between)
        run.entries.push(read.entry)
        run.last = line
      } else run = { shape: read.shape, entries: [read.entry], first: line, last: line }
      pending = []
    } else if (run) {
      // Only a trace is worth waiting for; an empty line ends the log.
      const open = run.shape.message && line.text.trim() !== '' && pending.length < longest
      if (open && (run.entries.length > 1 || trace.test(line.text))) pending.push(line)
      else flush()
    }
  }
  flush()
  return found
}

function goOn(run: Run, line: Line): void {
  const cells = run.entries.at(-1)!.cells
  cells.set('message', `${cells.get('message') ?? ''}\n${line.text.trimEnd()}`)
  run.last = line
}

function readLine(text: string, known: LogShape | undefined): { shape: LogShape; entry: LogEntry } | null {
  const own = known?.read(text)
  if (known && own) return { shape: known, entry: own }
  for (const shape of logShapes) {
    const entry = shape === known ? null : shape.read(text)
    if (entry) return { shape, entry }
  }
  return null
}

function build(run: Run): ReadTable | null {
  const { shape, entries } = run
  const sure = shape.sure || entries.every((entry) => entry.sure)
  if (entries.length < (sure ? 2 : 3) || !shape.holds(entries)) return null
  const seen = new Set(entries.flatMap((entry) => [...entry.cells.keys()]))
  const header = [
    ...shape.order.filter((name) => seen.has(name)),
    ...[...seen].filter((name) => !shape.order.includes(name)),
  ]
  return {
    header,
    rows: entries.map(({ cells }) => header.map((name) => cells.get(name) ?? '')),
    format: 'log',
    start: run.first.start + run.first.text.length - run.first.text.trimStart().length,
    end: run.last.start + run.last.text.trimEnd().length,
  }
}
