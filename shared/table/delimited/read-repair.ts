// Lines a damaged record up with the columns: a delimiter missing, one too many, a stray quote, a delimiter of another kind.
import { exactShape } from '../surroundings/read-cell-kind.ts'
import type { Dialect } from './read-dialect.ts'
import { type ColumnProfile, fitCell } from './read-profile.ts'

type Step = { fit: number; cells: number; from: number; column: number; row: string[] }

// What each repair costs, on the scale of fitCell: the more it presumes, the more the columns must agree.
const cost = { merge: 0.3, drop: 0.4, split: 0.6, missing: 0.5 }

const others = [' ', '\t', ';', ',', '|', ':', '~']

/**
 * The record as `columns.length` cells with how well they fit, or null when no way of cutting it suits the columns.
 * `source` is the record as written. `allowance.left` bounds the work over all records.
 */
export function repairRecord(
  source: string,
  columns: ColumnProfile[],
  dialect: Dialect,
  allowance: { left: number },
): { row: string[]; fit: number } | null {
  if (source.length > 20_000) return null
  let best: { row: string[]; fit: number } | null = null
  for (const delimiter of [dialect.delimiter, ...others]) {
    if (delimiter !== dialect.delimiter && (best || !source.includes(delimiter))) continue
    const found = align(source.split(delimiter), delimiter, columns, dialect, allowance)
    if (found && (!best || found.fit > best.fit)) best = found
  }
  return best
}

// The best way to deal the pieces of a record out to the columns, in order.
function align(
  pieces: string[],
  delimiter: string,
  columns: ColumnProfile[],
  dialect: Dialect,
  allowance: { left: number },
): { row: string[]; fit: number } | null {
  const width = columns.length
  const reach = Math.max(1, pieces.length - Math.ceil(width / 2) + 1)
  if (pieces.length > 400 || pieces.length < width / 2) return null
  allowance.left -= pieces.length * width * Math.min(reach, 60)
  if (allowance.left < 0) return null
  const best: (Step | null)[][] = Array.from({ length: pieces.length + 1 }, () =>
    new Array<Step | null>(width + 1).fill(null),
  )
  best[0]![0] = { fit: 0, cells: 0, from: 0, column: 0, row: [] }
  const offer = (from: number, column: number, to: number, next: number, gain: number, cells: string[]) => {
    const fit = best[from]![column]!.fit + gain
    const known = best[to]![next]
    if (!known || fit > known.fit) best[to]![next] = { fit, cells: cells.length, from, column, row: cells }
  }
  for (let from = 0; from <= pieces.length; from++) {
    for (let column = 0; column <= width; column++) {
      if (!best[from]![column]) continue
      const profile = columns[column]
      if (profile) offer(from, column, from, column + 1, fitCell(profile, '', false) - cost.missing, [''])
      if (from === pieces.length) continue
      if (pieces[from]!.trim() === '') offer(from, column, from + 1, column, -cost.drop, [])
      if (!profile) continue
      let text = ''
      for (let to = from + 1; to <= Math.min(pieces.length, from + Math.min(reach, 60)); to++) {
        text = to === from + 1 ? pieces[from]! : `${text}${delimiter}${pieces[to - 1]!}`
        if (profile.typed && !profile.long && text.length > 80) break
        const { cell, wrapped } = unwrap(text, dialect)
        const merged = wrapped ? 0 : (to - from - 1) * cost.merge
        const stray = !wrapped && /^\s*["']/.test(text) && to > from + 1 ? 0.6 : 0
        const plain = delimiter === ' ' ? cell.trim() : cell
        offer(from, column, to, column + 1, fitCell(profile, cell, wrapped) - merged - stray, [plain])
      }
      const next = columns[column + 1]
      if (!next) continue
      for (const [left, right] of splits(pieces, from, delimiter, profile, next, dialect)) {
        const to = right.to
        const first = unwrap(left, dialect)
        const second = unwrap(right.text, dialect)
        const gain =
          fitCell(profile, first.cell, first.wrapped) + fitCell(next, second.cell, second.wrapped) - cost.split
        offer(from, column, to, column + 2, gain, [first.cell, second.cell])
      }
    }
  }
  return collect(best, pieces.length, width, columns)
}

function collect(
  best: (Step | null)[][],
  pieces: number,
  width: number,
  columns: ColumnProfile[],
): { row: string[]; fit: number } | null {
  const last = best[pieces]![width]
  if (!last) return null
  const parts: string[][] = []
  let at = pieces
  let column = width
  while (at > 0 || column > 0) {
    const step = best[at]![column]!
    parts.unshift(step.row)
    at = step.from
    column = step.column
  }
  const row = parts.flat()
  // Every typed column must hold what it usually holds: anything less would be a guess.
  const typed = columns.filter((profile) => profile.typed).length
  const misfits = columns.filter(
    (profile, index) => profile.typed && fitCell(profile, row[index]!, false) < -0.5,
  ).length
  const fitted = columns.filter((profile, index) => profile.typed && row[index]!.trim() !== '').length
  const needed = Math.max(1, width * 0.3)
  return fitted >= Math.min(2, typed) && typed > 0 && fitted > 0 && misfits === 0 && last.fit >= needed
    ? { row, fit: last.fit }
    : null
}

// Where two cells may have grown together: at quotes that meet or open, and after what the column is usually shaped like.
function splits(
  pieces: string[],
  from: number,
  delimiter: string,
  profile: ColumnProfile,
  next: ColumnProfile,
  { quote }: Dialect,
): [string, { text: string; to: number }][] {
  const found: [string, { text: string; to: number }][] = []
  const piece = pieces[from]!
  if (profile.typed) {
    let all = 0
    for (const count of profile.exact.values()) all += count
    for (const [shape, count] of profile.exact) {
      const length = prefixOf(piece, shape)
      // Digits are parted only where nearly all cells have just so many.
      if (count < all / 2 && /^\d\d$/.test(piece.slice(length - 1, length + 1))) continue
      if (length > 0 && length < piece.trimEnd().length)
        found.push([piece.slice(0, length), { text: piece.slice(length), to: from + 1 }])
      if (found.length >= 6) break
    }
  }
  if (next.typed && piece.length <= 200) {
    // Bolts 0,75: the end of the text is what the next column holds.
    for (const { index } of piece.matchAll(/(?<=[^\p{Nd}.,-])[\p{Sc}\p{Nd}(-]/gu)) {
      const right = piece.slice(index)
      if (index > 0 && (next.exact.get(exactShape(right)) ?? 0) > 1)
        found.push([piece.slice(0, index).trimEnd(), { text: right, to: from + 1 }])
    }
  }
  if (!quote) return found
  // "one""two" and one"two": the text on both sides may itself hold delimiters and doubled quotes.
  let text = ''
  for (let to = from + 1; to <= Math.min(pieces.length, from + 40) && found.length < 24; to++) {
    text = to === from + 1 ? piece : `${text}${delimiter}${pieces[to - 1]!}`
    if (!text.trimEnd().endsWith(quote)) continue
    const opened = text.trimStart().startsWith(quote)
    for (let at = text.indexOf(quote, 1); at > 0 && at < text.length - 2; at = text.indexOf(quote, at + 1)) {
      const joint = opened ? (text[at + 1] === quote ? at + 1 : -1) : at
      if (joint > 0) found.push([text.slice(0, joint), { text: text.slice(joint), to }])
      if (found.length >= 24) break
    }
  }
  return found
}

// How many characters of a text have exactly this shape, 0 when it does not begin so.
function prefixOf(text: string, shape: string): number {
  let at = 0
  while (text[at] === ' ') at++
  for (const sign of shape) {
    const code = text[at]
    if (code === undefined) return 0
    if (sign === '9') {
      if (!/\p{Nd}/u.test(code)) return 0
      at++
    } else if (sign === 'a') {
      if (!/\p{L}/u.test(code)) return 0
      while (at < text.length && /\p{L}/u.test(text[at]!)) at++
    } else if (code === sign) at++
    else return 0
  }
  return at
}

// A text in quotes as the cell inside; one quote too many stays a character of it.
function unwrap(text: string, { quote, escape: before }: Dialect): { cell: string; wrapped: boolean } {
  const trimmed = text.trim()
  if (quote && trimmed.length >= 2 && trimmed.startsWith(quote) && trimmed.endsWith(quote)) {
    const inner = trimmed.slice(1, -1)
    const doubled = inner.replaceAll((before || quote) + quote, '\ue002')
    const lone = doubled.split(quote).length - 1
    if (lone <= 1)
      return { cell: doubled.replaceAll('\ue002', quote), wrapped: lone === 0 || doubled.startsWith(quote) }
  }
  return { cell: text, wrapped: false }
}
