// Reads columns that a line of dashes rules: report headers, reStructuredText and Pandoc simple tables.

import { type ReadTable, type SkippedSpan, squareUp } from '../read-table.ts'
import { type Line, linesOf, type Span } from '../surroundings/read-lines.ts'
import { textOf, type Word, wordsOf } from './read-aligned-words.ts'

const groups = /^[ \t]*(?:-+|=+|─+|═+|━+|—+|_+)(?:[ \t]+(?:-+|=+|─+|═+|━+|—+|_+))+[ \t]*$/
const anyRule = /^[ \t]*[-=─═━—_]{3,}(?:[ \t]+[-=─═━—_]+)*[ \t]*$/

/** Tables whose columns are ruled by two and more groups of dashes. */
export function readRuled(text: string, span: Span): ReadTable[] {
  const found: ReadTable[] = []
  if (!/[-=─═━—_]{2}[ \t]+[-=─═━—_]/.test(text.slice(span.start, span.end))) return found
  const lines = linesOf(text, span.start, span.end)
  const closers = closersOf(lines)
  let floor = 0
  // Rules that open no table would each be followed to the end: no more than four looks at a line on average.
  const allowance = { left: 4 * lines.length + 1000 }
  for (let index = 0; index < lines.length && allowance.left > 0; index++) {
    if (!isRule(lines[index]!.text)) continue
    const read = readAt(lines, index, floor, closers, allowance)
    if (!read) continue
    found.push(read.table)
    floor = read.last + 1
    index = read.last
  }
  return found
}

function isRule(line: string): boolean {
  return line.length < 20_000 && groups.test(line) && /[-=─═━—_]{3}/.test(line) && !/^\s*(?:[-_] )+[-_]?\s*$/.test(line)
}

function readAt(
  lines: Line[],
  rule: number,
  floor: number,
  closers: number[],
  allowance: { left: number },
): { table: ReadTable; last: number } | null {
  const columns = wordsOf(lines[rule]!.text)
  const head = headAt(lines, rule, floor, closers)
  if (!head) return null
  const { names, from, body } = head
  const skipped: SkippedSpan[] = []
  const rows: string[][] = []
  let crossed = 0
  let last = body - 1
  const framed = names.length === 0 || from < rule - names.length || isRule(lines[from]!.text)
  const open = framed ? (closers[body] ?? 0) : 0
  let fresh = true
  for (let at = body; at < lines.length; at++) {
    const line = lines[at]!
    if (allowance.left-- < 0) return null
    if (/[│┃║▲▼◄►]/.test(line.text)) return null
    if (line.text.trim() === '') {
      if (!open || at >= open) break
      fresh = true
      continue
    }
    if (anyRule.test(line.text)) {
      if (framed && at === open) {
        last = at
        break
      }
      if (lines[at + 1] === undefined || lines[at + 1]!.text.trim() === '') break
      skipped.push({ start: line.start, end: line.end, reason: 'a line of dashes between rows' })
      continue
    }
    if (/^\s*(?:`{3}|~{3})/.test(line.text)) break
    const cells = place(wordsOf(line.text), columns)
    if (!framed && isProse(line.text, cells, columns)) break
    if (cells.crossed) crossed++
    if (
      rows.length > 0 &&
      continues(cells.row, rows.at(-1)!, columns, {
        framed,
        spaced: open !== 0 && hasBlanks(lines, body, open || body),
        fresh,
      })
    ) {
      for (const [column, cell] of cells.row.entries()) {
        if (cell !== '') rows.at(-1)![column] += `${rows.at(-1)![column] === '' ? '' : ' '}${cell}`
      }
    } else rows.push(cells.row)
    fresh = false
    last = at
  }
  while (skipped.length > 0 && skipped.at(-1)!.start > lines[last]!.start) skipped.pop()
  if (rows.length === 0 || crossed > Math.max(1, rows.length * 0.2)) return null
  if (rows.every((row) => row.filter((cell) => cell !== '').length < 2)) return null
  const header = names.length > 0 ? joinNames(names, columns) : null
  if (header?.every((name) => name === '')) return null
  const first = lines[from]!
  const end = lines[last]!
  const table: ReadTable = {
    ...squareUp(header, rows),
    format: 'aligned',
    start: first.start + first.text.length - first.text.trimStart().length,
    end: end.start + end.text.trimEnd().length,
    ...(skipped.length > 0 ? { skipped } : {}),
  }
  return { table, last }
}

// The names stand above the rule, or between it and a second one; without names the rule opens the rows.
function headAt(
  lines: Line[],
  rule: number,
  floor: number,
  closers: number[],
): { names: Line[]; from: number; body: number } | null {
  let from = rule
  while (
    from - 1 >= floor &&
    rule - from < 5 &&
    lines[from - 1]!.text.trim() !== '' &&
    !anyRule.test(lines[from - 1]!.text)
  )
    from--
  const columns = wordsOf(lines[rule]!.text)
  let names = lines.slice(from, rule)
  // Prose above the names is no name: it runs across the columns.
  while (names.length > 1 && place(wordsOf(names[0]!.text), columns).crossed) names = names.slice(1)
  while (names.length > 1 && names.slice(0, -1).some((line) => /[,.:;!?]\s*$/.test(line.text))) names = names.slice(1)
  while (names.length > 1 && (wordsOf(names[0]!.text)[0]?.from ?? 0) < columns[0]!.from) names = names.slice(1)
  while (names.length > 1 && runsOn(wordsOf(names[0]!.text), columns)) names = names.slice(1)
  while (names.length > 1 && wordsOf(names[0]!.text).length === 1) names = names.slice(1)
  if (names.length > 0) {
    const top = rule - names.length - 1
    const opened = top >= floor && anyRule.test(lines[top]!.text) && names.length === rule - from
    const fits = !place(wordsOf(names.at(-1)!.text), columns).crossed
    return fits ? { names, from: opened ? top : rule - names.length, body: rule + 1 } : null
  }
  for (let second = rule + 2; second < Math.min(lines.length, rule + 6); second++) {
    if (!isRule(lines[second]!.text)) continue
    if (closers[second + 1]) return { names: lines.slice(rule + 1, second), from: rule, body: second + 1 }
    break
  }
  return closers[rule + 1] ? { names: [], from: rule, body: rule + 1 } : null
}

// For each line the rule from there on that closes a table, an empty line or the end below it; 0 when there is none.
function closersOf(lines: Line[]): number[] {
  const closers: number[] = new Array(lines.length + 1).fill(0)
  for (let at = lines.length - 1; at >= 0; at--) {
    const closes = (lines[at + 1]?.text.trim() ?? '') === '' && anyRule.test(lines[at]!.text)
    closers[at] = closes ? at : closers[at + 1]!
  }
  return closers
}

function hasBlanks(lines: Line[], from: number, to: number): boolean {
  for (let at = from; at < Math.min(to, from + 50); at++) if (lines[at]!.text.trim() === '') return true
  return false
}

type Shape = { framed: boolean; spaced: boolean; fresh: boolean }

// Rows parted by empty lines may take several lines; in a frame a line without a first cell goes on with the row above.
function continues(row: string[], above: string[], columns: Word[], shape: Shape): boolean {
  if (shape.spaced) return !shape.fresh
  if (row[0] !== '') return false
  if (shape.framed) return true
  const filled = row.flatMap((cell, at) => (cell === '' ? [] : [at]))
  const [only = 0] = filled
  const width = columns[only]!.to - columns[only]!.from
  return (
    filled.length === 1 && /\p{L}/u.test(row[only]!) && above[only]!.length >= width * 0.6 && / /.test(above[only]!)
  )
}

// Words with a single blank between, over columns that stand further apart: a title, not names.
function runsOn(words: Word[], columns: Word[]): boolean {
  const at = (word: Word) => columns.findLastIndex((column) => column.from <= (word.from + word.to) / 2)
  return words.some((word, index) => {
    const before = words[index - 1]
    if (!before || word.from - before.to !== 1 || at(before) === at(word)) return false
    const [left, right] = [columns[at(before)], columns[at(word)]]
    return left !== undefined && right !== undefined && right.from - left.to > 1
  })
}

// Words that run on across the columns, or past the first one alone.
function isProse(line: string, cells: { row: string[]; crossed: boolean }, columns: Word[]): boolean {
  const filled = cells.row.filter((cell) => cell !== '').length
  const sentence = /[.!?…:]\s*$/.test(line) && wordsOf(line).length > 3
  const flowing =
    !/\S {2,}\S/.test(line.trim()) && /[.!?…。！？]\s*$/.test(line) && (sentence || /[\u3040-\u9fff]{4}/.test(line))
  return (
    flowing ||
    (cells.crossed && sentence) ||
    (filled === 1 && cells.row[0]!.length > columns[0]!.to - columns[0]!.from + 2)
  )
}

// Each word belongs to the column whose dashes it shares most places with.
function place(words: Word[], columns: Word[]): { row: string[]; crossed: boolean } {
  const cells: Word[][] = columns.map(() => [])
  let crossed = false
  let at = 0
  for (const word of words) {
    while (at + 1 < columns.length && columns[at + 1]!.from <= word.from) at++
    const here = Math.min(word.to, columns[at]!.to) - Math.max(word.from, columns[at]!.from)
    const next = columns[at + 1] ? word.to - columns[at + 1]!.from : 0
    if (next > 0 && here > 0) crossed = true
    cells[next > Math.max(0, here) ? at + 1 : at]!.push(word)
  }
  return { row: cells.map(textOf), crossed }
}

function joinNames(names: Line[], columns: Word[]): string[] {
  const rows = names.map((line) => place(wordsOf(line.text), columns).row)
  return columns.map((_, at) =>
    rows
      .map((row) => row[at]!)
      .filter((part) => part !== '')
      .join(' '),
  )
}
