// Texts with marked tables: the notation they are written in, and how a reading is measured against the marks.
import { type ReadTable, readTables } from '../read.ts'
import type { Gold } from './gold.ts'

/** A table in a text: its exact span, and its rows without the header where they can be counted in one way only. */
export type Marked = { start: number; end: number; rows: number | null; format: string; gold?: Gold }

export type FindingCase = { name: string; genre: string; language: string; text: string; tables: Marked[] }

const mark = /⟦(?<format>[a-z]+)(?: (?<rows>\d+))?⟧(?<body>[^⟦]*)⟦\/⟧/gv

/** Takes the marks `⟦format rows⟧…⟦/⟧` out of a text and remembers where they were. */
export function marked(name: string, genre: string, language: string, notation: string): FindingCase {
  const tables: Marked[] = []
  let text = ''
  let at = 0
  for (const found of notation.matchAll(mark)) {
    const { format, rows, body } = found.groups as { format: string; rows?: string; body: string }
    text += notation.slice(at, found.index)
    tables.push({ start: text.length, end: text.length + body.length, rows: rows ? Number(rows) : null, format })
    text += body
    at = found.index + found[0].length
  }
  return { name, genre, language, text: text + notation.slice(at), tables }
}

/** What became of one marked table (`cells`: found, but read otherwise), or of one table that nobody marked (`extra`). */
export type Finding = {
  file: FindingCase
  format: string
  result: 'right' | 'cells' | 'rows' | 'span' | 'missed' | 'extra'
  want?: Marked
  got?: ReadTable
}

/** Reads a text and says of each marked table, and of each table beyond them, what became of it. */
export function judge(file: FindingCase): Finding[] {
  const left = [...readTables(file.text)]
  const findings = file.tables.map((want): Finding => {
    const exact = left.findIndex((table) => table.end === want.end && startsAt(file.text, want, table.start))
    const near = exact >= 0 ? exact : left.findIndex((table) => table.start < want.end && want.start < table.end)
    if (near < 0) return { file, format: want.format, result: 'missed', want }
    const got = left.splice(near, 1)[0]!
    if (exact < 0) return { file, format: want.format, result: 'span', want, got }
    if (want.rows !== null && want.rows !== got.rows.length)
      return { file, format: want.format, result: 'rows', want, got }
    return { file, format: want.format, result: sameCells(want.gold, got) ? 'right' : 'cells', want, got }
  })
  return [...findings, ...left.map((got): Finding => ({ file, format: got.format, result: 'extra', got }))]
}

// A list may be taken with or without its first bullet.
function startsAt(text: string, want: Marked, start: number): boolean {
  if (start === want.start) return true
  return want.format === 'pairs' && /^[\-*•–]\s+$/v.test(text.slice(want.start, start))
}

function sameCells(gold: Gold | undefined, { header, rows }: ReadTable): boolean {
  const plain = (lines: (string[] | null)[]): string => JSON.stringify(lines)
  return !gold || plain([gold.header && header, ...rows]) === plain([gold.header, ...gold.rows])
}
