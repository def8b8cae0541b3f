// Scores a reading of a delimited file against the table it stands for: ten numbers from 0 to 1.
import { type ReadTable, readTables } from '../read.ts'
import type { Gold, SurveyCase } from './gold.ts'

export type Score = {
  kind: string
  /** The sum of the ten parts, so 10 at best. */
  points: number
  parts: number[]
  /** How many tables the reader returned. */
  tables: number
  got: Gold
  want: Gold
}

/** Reads a file and scores the answer; a reader that throws gets nothing. */
export function scoreCase(file: SurveyCase): Score {
  let tables: ReadTable[]
  try {
    tables = readTables(file.bytes)
  } catch {
    return { kind: file.kind, points: 0, parts: Array(10).fill(0), tables: 0, got: empty, want: file.gold }
  }
  const got = largest(tables)
  let best: Score | null = null
  for (const want of [file.gold, ...(file.or ?? [])]) {
    const parts = scoreParts(got, want)
    const points = parts.reduce((sum, part) => sum + part, 0)
    if (!best || points > best.points) best = { kind: file.kind, points, parts, tables: tables.length, got, want }
  }
  return best!
}

/** The mean points of scores. */
export function meanPoints(scores: readonly Score[]): number {
  return scores.reduce((sum, score) => sum + score.points, 0) / scores.length
}

const empty: Gold = { header: null, rows: [] }

function largest(tables: readonly ReadTable[]): Gold {
  let best: Gold = empty
  let most = 0
  for (const table of tables) {
    const cells = lines(table).reduce((sum, row) => sum + row.length, 0)
    if (cells > most) {
      best = { header: table.header, rows: table.rows }
      most = cells
    }
  }
  return best
}

function lines({ header, rows }: Gold): string[][] {
  return header ? [header, ...rows] : rows
}

function scoreParts(got: Gold, want: Gold): number[] {
  const [wantHeader, ...wantRecords] = lines(want)
  const [gotHeader, ...gotRecords] = lines(got)
  if (!wantHeader) return Array(10).fill(1)
  const record = (row: string[]): string => row.map(oneForm).join('')
  return [
    1,
    ...overlap((gotHeader ?? []).map(oneForm), wantHeader.map(oneForm)),
    ...(wantRecords.length > 0 ? overlap(gotRecords.map(record), wantRecords.map(record)) : [1, 1, 1]),
    ...overlap(lines(got).flat(), lines(want).flat()),
  ]
}

// Precision, recall and their harmonic mean over multisets.
function overlap(got: readonly string[], want: readonly string[]): [number, number, number] {
  const left = new Map<string, number>()
  for (const item of want) left.set(item, (left.get(item) ?? 0) + 1)
  let shared = 0
  for (const item of got) {
    const count = left.get(item) ?? 0
    if (count > 0) {
      shared++
      left.set(item, count - 1)
    }
  }
  if (shared === 0) return [0, 0, 0]
  const precision = shared / got.length
  const recall = shared / want.length
  return [precision, recall, (2 * precision * recall) / (precision + recall)]
}

const price = /^(?<before>[\p{Sc}\-+\s]*)(?<digits>\d[\d,.\s']*)(?<after>[\p{Sc}%\s]*)$/v
const date = /^(?<a>\d{1,4})[.\/\-](?<b>\d{1,2})[.\/\-](?<c>\d{1,4})$/v

// Numbers, prices and dates that mean the same look the same afterwards.
function oneForm(cell: string): string {
  const text = cell.trim().toLowerCase()
  const day = date.exec(text)?.groups
  if (day) return [day.a, day.b, day.c].map((part) => String(Number(part))).join('-')
  const amount = price.exec(text)?.groups
  if (!amount) return text
  const plain = amount.digits!.replace(/[\s']/gv, '').replace(/,(?=\d{3}(?:\D|$))/gv, '')
  const value = Number(plain.replace(',', '.'))
  return Number.isNaN(value) ? text : amount.before!.trim() + value + amount.after!.trim()
}
