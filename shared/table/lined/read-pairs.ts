// Reads lists whose every line is a name and its value, such as "- Apples: 3" or "Milk ..... 1,20 €".
//
// A list of pairs is told from one block of facts by its values: facts about one thing are of different kinds (a name,
// a date, a phone number), the values of a list are of one kind. Lines of several parts need a mark that no prose has.

import type { ReadTable } from '../read-table.ts'
import { type Line, linesOf, type Span } from '../surroundings/read-lines.ts'
import { cutPair, type Pair, type Separator, separators } from './read-pairs-cut.ts'
import { kindOf, type ValueKind } from './read-pairs-kind.ts'

const blank = /^(?:[-–—?]|n\/?a|tbd|free|none|gratis|kostenlos|gratuit|included)$/i

/** Tables of two and more columns without names, one row for each line. */
export function readPairs(text: string, span: Span): ReadTable[] {
  const lines = linesOf(text, span.start, span.end)
  const cuts = lines.map((line) => (line.text.length < 400 ? cutPair(line.text) : null))
  const taken = lines.map(() => false)
  const found: ReadTable[] = []
  for (const separator of separators) {
    const runs = runsOf(lines, cuts, taken, separator)
    for (const [index, run] of runs.entries()) {
      if (isRecord(run, runs[index - 1]) || isRecord(run, runs[index + 1])) continue
      const table = judge(run, separator)
      if (!table) continue
      found.push(table.table)
      for (const row of table.rows) taken[row.index] = true
    }
  }
  return found
}

type Row = { line: Line; pair: Pair; parts: string[]; index: number }

// Lines of one indent and one kind of mark; an empty line between is allowed where the lines are marked.
function runsOf(lines: Line[], cuts: (Pair | null)[], taken: boolean[], separator: Separator): Row[][] {
  const runs: Row[][] = []
  let run: Row[] = []
  let gap = 0
  for (const [index, line] of lines.entries()) {
    const pair = taken[index] ? null : cuts[index]
    const parts = pair?.cuts[separator]
    if (!pair || !parts) {
      gap++
      if (line.text.trim() !== '' || gap > 1 || !run.at(-1)?.pair.mark) {
        if (run.length > 1) runs.push(run)
        run = []
      }
      continue
    }
    const above = run.at(-1)?.pair
    if (above && (above.mark !== pair.mark || above.indent !== pair.indent)) {
      if (run.length > 1) runs.push(run)
      run = []
    }
    gap = 0
    run.push({ line, pair, parts, index })
  }
  if (run.length > 1) runs.push(run)
  return runs
}

// The same names in the block before or after: those are records, one row each.
function isRecord(run: Row[], other: Row[] | undefined): boolean {
  if (!other) return false
  const names = new Set(other.map((row) => row.parts[0]!.toLowerCase()))
  return run.filter((row) => names.has(row.parts[0]!.toLowerCase())).length >= Math.min(run.length, other.length) * 0.6
}

function judge(run: Row[], separator: Separator): { table: ReadTable; rows: Row[] } | null {
  for (const rows of [run, run.slice(1), run.slice(0, -1), run.slice(1, -1)]) {
    if (rows.length < 2) continue
    const cells = layOut(rows, separator)
    if (cells && hasStray(cells)) continue
    const head = rows === run || rows.length === run.length - 1 ? headOf(run, rows, separator) : null
    if (!cells || !isList(rows, cells, separator, head !== null)) continue
    const first = head ? run[0]! : rows[0]!
    const last = rows.at(-1)!
    const table: ReadTable = {
      header: head,
      rows: cells,
      format: 'pairs',
      start: first.line.start + first.line.text.length - first.line.text.trimStart().length,
      end: last.line.start + last.line.text.trimEnd().length,
    }
    return { table, rows: head ? run : rows }
  }
  return null
}

// A first or last line of another kind than all the others is a title or a remark.
function hasStray(cells: string[][]): boolean {
  const values = cells.map((row) => row.at(-1)!)
  const kinds = values.map(kindOf)
  if (kinds.length < 3 || values.some((value) => blank.test(value))) return false
  const alike = (some: ValueKind[]) => some[0] !== 'text' && some.every((kind) => kind === some[0])
  return !alike(kinds) && ((kinds.length > 3 && alike(kinds.slice(0, -1))) || alike(kinds.slice(1)))
}

// "Item – Price" over prices.
function headOf(run: Row[], rows: Row[], separator: Separator): string[] | null {
  if (rows[0] === run[0] || separator === 'colon' || run[0]!.parts.length !== rows[0]!.parts.length) return null
  return run[0]!.parts.every((part) => part.split(' ').length <= 2 && kindOf(part) === 'text') ? run[0]!.parts : null
}

// All lines of as many parts, or else two: the value is what stands after the last separator.
function layOut(rows: Row[], separator: Separator): string[][] | null {
  const width = rows[0]!.parts.length
  if (rows.every((row) => row.parts.length === width)) return width <= 6 ? rows.map((row) => row.parts) : null
  if (separator !== 'dash') return null
  return rows.map(({ parts, pair }) => {
    const value = parts.at(-1)!
    return [
      pair.body
        .slice(0, pair.body.length - value.length)
        .replace(/\s[-–—]\s*$/, '')
        .trim(),
      value,
    ]
  })
}

function isList(rows: Row[], cells: string[][], separator: Separator, named: boolean): boolean {
  const count = cells.length
  const width = cells[0]!.length
  const marked = rows[0]!.pair.mark !== ''
  const columns = cells[0]!.map((_, at) => cells.map((row) => row[at]!))
  const kinds = columns.map(commonKind)
  const value = kinds.at(-1)!
  const names = columns[0]!
  if (!names.every(isName) || cells.some((row) => row.some((cell) => cell === ''))) return false
  const typed = value !== 'text' && value !== 'link'
  const sure = typed && kinds[0] === 'text'
  // Two lines suffice where they are marked, or stand under names, and both values are amounts.
  if (count < 3 && !((marked || named) && value === 'amount' && sure)) return false
  if (!marked && separator === 'colon' && new Set(names.map((name) => name.toLowerCase())).size < count) return false
  const plain = cells.every((row) => row.every((cell) => !/[`\][{}<>]|https?:/.test(cell)))
  const short = (most: number) =>
    plain &&
    cells.every((row) => row.slice(1).every((cell) => cell.split(' ').length <= most && !/[.!?:;]$/.test(cell)))
  switch (separator) {
    case 'dots':
      return typed || (short(3) && rows.every((row) => /\.{4}|…{2}|(?: \.){4}/.test(row.line.text)))
    case 'arrow':
      return (
        short(4) && names.every((name) => name.split(' ').length <= 4) && cells.flat().some((cell) => cell.length > 1)
      )
    case 'equals':
      return sure && value === 'amount' && (marked || names.some((name) => /\s|^\p{Lu}/u.test(name)))
    case 'colon':
      return sure && width === 2 && (value !== 'flag' || marked)
    case 'bracket':
      return value === 'amount'
    case 'comma':
      return marked && width > 2 && short(4) && kinds.slice(1).some((kind) => kind !== 'text')
    case 'dash': {
      // "Mon 10:00 - 11:00" is one stretch of time.
      if (value === 'time' && names.some((name) => /\d[:.h]?\d*\s?(?:[ap]m)?$/i.test(name))) return false
      if (sure || ((kinds[0] === 'time' || kinds[0] === 'date') && short(6))) return plain
      if (kinds[0] === 'amount' && value === 'amount') return false
      if (width > 2) return short(4) && (marked || kinds.slice(1).some((kind) => kind !== 'text') || short(3))
      // Words against words: short ones, behind marks or under capitalised names that come once.
      if (!short(3) || !names.every((name) => /^[\p{Lu}\p{Lo}]/u.test(name))) return false
      if (marked) return short(2) || cells.every((row) => /^[\p{Lu}\p{Lo}\d]/u.test(row[1]!))
      // "Part One – The Rope" is a heading.
      if (new Set(names.map((name) => name.split(' ', 1)[0])).size < count * 0.6) return false
      return new Set(names).size === count && names.every((name) => name.split(' ').length <= 2)
    }
  }
}

// The kind of at least four fifths of the cells; "–", "n/a" and "free" go with any.
function commonKind(cells: string[]): ValueKind {
  const counts = new Map<ValueKind, number>()
  let blanks = 0
  for (const cell of cells) {
    if (blank.test(cell)) blanks++
    else counts.set(kindOf(cell), (counts.get(kindOf(cell)) ?? 0) + 1)
  }
  for (const [kind, count] of counts) if (count >= (cells.length - blanks) * 0.8 && count >= 2) return kind
  return 'text'
}

function isName(name: string): boolean {
  if (name.length > 48 || name.split(/\s+/).length > 6 || /[.!?;,]$|: /.test(name)) return false
  // Quoted members of an object and the left sides of sums are no names.
  return /[\p{L}\p{N}]/u.test(name) && !/^["'{[(]|\d\s*[*+/×÷=]\s*\d/.test(name)
}
