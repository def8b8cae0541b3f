// Finds the columns of lined-up text by the places that stay blank in every line.

import { readCell } from '../parse/parse-cell.ts'
import { textOf, type Word, wordsOf } from './read-aligned-words.ts'

type Column = { from: number; to: number; cells: Word[][] }

// Enough rows to know a column.
const sample = 200

/** The cells of each line, or null when the blanks do not line up as columns do. */
export function alignedRows(lines: string[]): string[][] | null {
  const words = lines.map(wordsOf)
  if (words.some((line) => line.length > 400)) return null
  const columns = joinNameless(joinDates(joinLoose(gutters(words), words.length)))
  if (columns.length < 2 || columns.length > 200) return null
  const rows = lines.map((_, line) => columns.map((column) => textOf(column.cells[line]!)))
  return isAligned(columns, rows) ? rows : null
}

/** Whether a text is a number, a size, a share, a date or another value rather than words. */
export function isValue(text: string): boolean {
  if (text.length > 40 || !/\d/.test(text)) return /^(?:-|n\/a|true|false|<none>|yes|no)$/i.test(text)
  if (/^[($€£¥+-]*\d[\d.,:/'x+-]*(?:\d|[%)KMGTPBkmsh]|[KMGT]i?B?|ms)?$/.test(text)) return true
  const type = readCell(text, {})?.type
  return type !== undefined && type !== 'text'
}

// Stretches of places that some line fills.
function gutters(lines: Word[][]): Column[] {
  const spans = lines.flat().sort((a, b) => a.from - b.from)
  const columns: Column[] = []
  for (const { from, to } of spans) {
    const open = columns.at(-1)
    if (open && from <= open.to - 1) open.to = Math.max(open.to, to)
    else columns.push({ from, to, cells: [] })
  }
  for (const line of lines) {
    let at = 0
    for (const column of columns) {
      const cell: Word[] = []
      while (at < line.length && line[at]!.from < column.to) cell.push(line[at++]!)
      column.cells.push(cell)
    }
  }
  return columns
}

// One blank parts columns only where values stand beside it; two and more blanks part them anyway.
function joinLoose(columns: Column[], lines: number): Column[] {
  const kept: Column[] = []
  for (const column of columns) {
    const left = kept.at(-1)
    if (left && !isParted(left, column, lines)) kept[kept.length - 1] = joined(left, column)
    else kept.push(column)
  }
  return kept
}

function isParted(left: Column, right: Column, lines: number): boolean {
  let tight = 0
  let both = 0
  for (let line = 0; line < lines; line++) {
    const before = left.cells[line]!.at(-1)
    const after = right.cells[line]![0]
    if (!before || !after) continue
    both++
    if (after.from - before.to > 1) continue
    tight++
  }
  if (tight === 0) return true
  // Two words of one name, with nothing below one of them.
  const bare = (column: Column) => column.cells.slice(1).every((cell) => cell.length === 0)
  if (bare(right) || bare(left)) return false
  if (tight <= Math.max(1, both * 0.2) && both > 2) return true
  return lines >= 3 && (isTyped(right) || (isTyped(left) && !isTyped(left, true))) && !isList(left, right)
}

// "2 hours ago": the number and its unit are one cell when every line says the same word.
function isList(left: Column, right: Column): boolean {
  if (left.cells[0]!.length > 0 && right.cells[0]!.length > 0) return false
  const words = new Set(right.cells.slice(1, sample).map(textOf))
  return isTyped(left) && words.size === 1 && !isTyped(right)
}

function isTyped(column: Column, none = false): boolean {
  const cells = column.cells
    .slice(1, sample)
    .map(textOf)
    .filter((text) => text !== '')
  const values = cells.filter(isValue).length
  return none ? values === 0 : cells.length > 0 && values >= cells.length * 0.8
}

function joined(left: Column, right: Column): Column {
  const cells = left.cells.map((cell, line) => [...cell, ...right.cells[line]!])
  return { from: left.from, to: right.to, cells }
}

// Under a line of names, a column without one is what ran over from the column before: its text goes on with a single
// blank, or stands where that column is empty.
function joinNameless(columns: Column[]): Column[] {
  if (columns.filter((column) => column.cells[0]!.length > 0).length < Math.max(2, columns.length * 0.5)) return columns
  const kept: Column[] = []
  for (const column of columns) {
    const left = kept.at(-1)
    const runsOver =
      left &&
      column.cells[0]!.length === 0 &&
      column.cells.every((cell, line) => {
        const before = left.cells[line]!.at(-1)
        return cell.length === 0 || !before || cell[0]!.from - before.to === 1
      })
    if (runsOver) kept[kept.length - 1] = joined(left, column)
    else kept.push(column)
  }
  return kept
}

// "Nov", "21" and "21:54" side by side are one moment.
function joinDates(columns: Column[]): Column[] {
  const kept: Column[] = []
  for (const column of columns) {
    const left = kept.at(-1)
    const before = left?.cells.slice(1, sample).map(textOf) ?? []
    const own = column.cells.slice(1, sample).map(textOf)
    const every = (texts: string[], test: RegExp) => texts.length > 1 && texts.every((text) => test.test(text))
    const day = every(before, /^\p{L}{3,4}\.?$/u) && every(own, /^(?:[1-9]|[12]\d|3[01])$/)
    const time = every(before, /^\p{L}{3,4}\.? +\d{1,2}$/u) && every(own, /^(?:\d{1,2}:\d\d(?::\d\d)?|(?:19|20)\d\d)$/)
    const stamp = every(before, /^\d{4}-\d\d-\d\d$/) && every(own, /^\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?$/)
    const named = left && left.cells[0]!.length > 0 && column.cells[0]!.length > 0 && !isValue(textOf(column.cells[0]!))
    if (left && (day || time || stamp) && !named) kept[kept.length - 1] = joined(left, column)
    else kept.push(column)
  }
  return kept
}

// Real columns start or end at one place in most lines, and most of their cells are filled.
function isAligned(columns: Column[], rows: string[][]): boolean {
  const half = Math.ceil(columns.length * 0.5)
  const even = rows.filter((row) => row.filter((cell) => cell !== '').length >= half).length
  if (even < rows.length * 0.8) return false
  const cells = rows
    .slice(0, sample)
    .flat()
    .filter((cell) => cell !== '')
  const counts = cells.map((cell) => cell.split(/ +/).length)
  if (counts.reduce((sum, count) => sum + count, 0) / counts.length > 6) return false
  if (cells.filter((cell) => / {2}/.test(cell)).length > cells.length * 0.05) return false
  if (cells.filter((cell) => /[,;]$/.test(cell)).length > rows.length) return false
  let aligned = 0
  for (const column of columns) {
    const filled = column.cells.slice(0, sample).filter((cell) => cell.length > 0)
    if (filled.length < Math.min(rows.length, sample) * 0.3) {
      aligned += 0.5
      continue
    }
    const left = commonest(filled.map((cell) => cell[0]!.from))
    const right = commonest(filled.map((cell) => cell.at(-1)!.to))
    if (Math.max(left, right) >= filled.length * 0.7 || isTyped(column)) aligned++
  }
  return aligned >= Math.max(1.5, columns.length * 0.7)
}

function commonest(places: number[]): number {
  const counts = new Map<number, number>()
  let most = 0
  for (const place of places) {
    const count = (counts.get(place) ?? 0) + 1
    counts.set(place, count)
    most = Math.max(most, count)
  }
  return most
}
