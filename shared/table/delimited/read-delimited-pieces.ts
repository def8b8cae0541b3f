// Cuts the records of one delimiter into the stretches that could each be a table.

import { isGreeting } from '../surroundings/read-title.ts'
import type { Records } from './read-records.ts'

/** A stretch of records that mostly have `width` fields. Offsets of its records are kept for cutting cells. */
export type Piece = {
  delimiter: string
  width: number
  /** Record bounds from the first to the last record, rule lines (`---+---`) left out. */
  starts: number[]
  ends: number[]
  /** Records of exactly `width` cells. */
  even: number
  quoted: number
  rules: number
  start: number
  end: number
  /** Where the next piece must start to lie right below, one empty line between allowed. */
  next: number
}

const fence = /^\s*(?:`{3}|~{3})/
const rule = /^[\s+|=:_─┼-]*$/

/** The pieces, in order; lines with one field, empty lines and prose introductions part them. */
export function cutPieces(text: string, records: Records, delimiter: string): Piece[] {
  const pieces: Piece[] = []
  const count = records.start.length
  let from = 0
  for (let index = 0; index <= count; index++) {
    if (index < count && !parts(text, records, index, from, delimiter)) continue
    const piece = narrow(text, records, from, index, delimiter)
    if (piece) pieces.push(piece)
    from = index + 1
  }
  return pieces
}

function parts(text: string, records: Records, index: number, from: number, delimiter: string): boolean {
  const fields = records.fields[index]!
  const tabs = delimiter === '\t' && records.end[index]! > records.start[index]!
  if (fields === 0 && !tabs) return !doubleSpaced(records, index, from)
  if (fields > 1 || tabs) return false
  const line = text.slice(records.start[index]!, Math.min(records.end[index]!, records.start[index]! + 400))
  return fence.test(line) || (/[:：.!?]\s*$/.test(line) && !rule.test(line))
}

// Every second line empty: a table pasted with double line ends.
function doubleSpaced(records: Records, index: number, from: number): boolean {
  const { fields } = records
  const before = fields[index - 1] ?? 0
  const alternating = index - from === 1 || (index - from >= 3 && fields[index - 2] === 0)
  // One more record alone, such as a totals row set off from the rest.
  if (before > 2 && index - from >= 2 && fields[index + 1] === before && (fields[index + 2] ?? 0) === 0) return true
  return alternating && before > 1 && fields[index + 1] === before && (fields[index + 2] ?? 0) === 0
}

// From the first to the last record of the most common width; what lies before and after is title and footer.
function narrow(text: string, records: Records, from: number, to: number, delimiter: string): Piece | null {
  const widths = new Map<number, number>()
  for (let index = from; index < to; index++) {
    const fields = records.fields[index]!
    if (fields > 1) widths.set(fields, (widths.get(fields) ?? 0) + 1)
  }
  let width = 0
  for (const [fields, count] of widths) {
    const best = widths.get(width) ?? 0
    if (count > best || (count === best && fields > width)) width = fields
  }
  if (width === 0) return null
  const near = (index: number) =>
    records.fields[index]! > 1 && Math.abs(records.fields[index]! - width) <= Math.max(1, width >> 2)
  let first = from
  while (records.fields[first] !== width) first++
  let last = to - 1
  while (records.fields[last] !== width) last--
  // A header or a last row that is a field short still belongs.
  if (width > 2 && first > from && near(first - 1)) first--
  if (width > 2 && last < to - 1 && near(last + 1)) last++
  ;[first, last] = trimProse(text, records, first, last, delimiter)
  return build(text, records, first, last, width, delimiter)
}

// "Hi Ada, here it is:" right above a,b,c: lines that write the mark with a space do not belong to those that do not.
function trimProse(text: string, records: Records, from: number, to: number, delimiter: string): [number, number] {
  if (delimiter !== ',' && delimiter !== ';') return [from, to]
  const lineAt = (index: number) =>
    text.slice(records.start[index]!, Math.min(records.end[index]!, records.start[index]! + 2000))
  const prose = (index: number) => {
    if (records.quoted[index]) return false
    const line = lineAt(index).trim()
    return (
      line
        .split(delimiter)
        .slice(1)
        .every((part) => /^\s+\S/.test(part) || part === '') && line.includes(`${delimiter} `)
    )
  }
  let first = from
  let last = to
  const greets = (index: number) => /[,;]\s*$/.test(lineAt(index)) && isGreeting(lineAt(index))
  while (first < last && (prose(first) || greets(first))) first++
  while (last > first && prose(last)) last--
  // Where most lines are written so, it is the table's own style.
  return last - first + 1 >= (to - from + 1) / 2 ? [first, last] : [from, to]
}

function build(text: string, records: Records, first: number, last: number, width: number, delimiter: string): Piece {
  const piece: Piece = {
    delimiter,
    width,
    starts: [],
    ends: [],
    even: 0,
    quoted: 0,
    rules: 0,
    start: records.start[first]!,
    end: records.end[last]!,
    next: 0,
  }
  for (let index = first; index <= last; index++) {
    const start = records.start[index]!
    const end = records.end[index]!
    if (records.fields[index] === 0 && (delimiter !== '\t' || start === end)) continue
    if (isRule(text, start, end)) {
      piece.rules++
      continue
    }
    piece.starts.push(start)
    piece.ends.push(end)
    if (records.fields[index] === width) piece.even++
    if (records.quoted[index]) piece.quoted++
  }
  piece.next = records.start[last + 2] ?? records.end[last]!
  return piece
}

function isRule(text: string, start: number, end: number): boolean {
  const code = text.charCodeAt(start)
  if (code !== 43 && code !== 45 && code !== 124 && code !== 61 && code !== 32) return false
  const line = text.slice(start, Math.min(end, start + 2000))
  return rule.test(line) && /-{3}|={3}/.test(line)
}
