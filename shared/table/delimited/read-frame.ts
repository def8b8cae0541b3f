// Tells a table's own records from the lines above and below it: titles, sources, notes, counts, comments.
import { cellKind } from '../surroundings/read-cell-kind.ts'

/** Record indexes: the first and the one after the last of the table, and of lines inside it that are comments. */
export type Frame = { first: number; last: number; comments: number[] }

const comment = /^\s*(?:#|\/\/|--|%|;|\*|')/
const note =
  /^\s*(?:\*|†|¹|\(?\d{1,2}\)\s+\p{L}|\(?\d{1,9}\s+(?:rows?|records?|lines?|zeilen|datensätze|lignes|filas|строк)\b|source|quelle|fonte|fuente|bron|źródło|источник|note|notes|nota|hinweis|anmerkung|remarque|opm|uwaga|примечание|©|\(c\)|copyright|generated|created|exported|erstellt|generado|généré|stand:|last updated|end of|eof|出典|注|资料来源)/iu

/** The frame of the records from `from` to `to`, most of which are `width` cells wide. */
export function findFrame(rows: string[][], from: number, to: number, width: number): Frame {
  const usual = usualFill(rows, from, to, width)
  const thin = (index: number) => isThin(rows[index]!, width, usual)
  const marked = commentMark(rows, from, to, width)
  const comments: number[] = []
  const isComment = (index: number) => {
    const row = rows[index]!
    return marked !== null && row.length > 0 && row[0]!.trimStart().startsWith(marked)
  }
  let first = from
  while (first < to && (rows[first]!.length === 0 || thin(first) || isComment(first) || isPadded(rows, first, to)))
    first++
  first = skipPrelude(rows, first, to, width)
  if (first >= to) return { first: from, last: to, comments }
  let last = to
  let footers = 0
  const passFooters = () => {
    while (last > first + 1) {
      const footer =
        rows[last - 1]!.length > 0 && (isComment(last - 1) || isFooter(rows, last - 1, first, width, usual))
      if (rows[last - 1]!.length > 0 && !footer) break
      if (footer) footers++
      last--
    }
  }
  passFooters()
  let blank = last
  while (blank > first + 1 && fill(rows[blank - 1]!) === 0) blank--
  // One empty row may be meant; a tail of them, or one that parts notes from the table, is what a spreadsheet leaves.
  if (footers > 0 || last - blank >= 2) {
    last = blank
    passFooters()
  }
  for (let index = first; marked !== null && index < last; index++) if (isComment(index)) comments.push(index)
  return { first, last, comments: comments.filter((index) => index !== first) }
}

// How many cells a record usually has filled.
function usualFill(rows: string[][], from: number, to: number, width: number): number {
  const counts: number[] = []
  for (let index = from; index < to && counts.length < 300; index++) {
    if (rows[index]!.length === width) counts.push(fill(rows[index]!))
  }
  counts.sort((a, b) => a - b)
  return counts[counts.length >> 1] ?? 0
}

function fill(row: string[]): number {
  let filled = 0
  for (const cell of row) if (cell.trim() !== '') filled++
  return filled
}

// A line with one cell filled over a line with none: a title that a spreadsheet padded.
function isPadded(rows: string[][], index: number, to: number): boolean {
  const filled = fill(rows[index]!)
  return filled === 0 || (filled === 1 && index + 1 < to && fill(rows[index + 1]!) === 0)
}

// One cell where there should be many, or nothing but the first one or two of a padded line.
function isThin(row: string[], width: number, usual: number): boolean {
  if (row.length === 1) return width > 1
  if (width < 3 || usual < 3) return false
  const filled = fill(row)
  if (filled === 0) return true
  if (row.length < width - 1 && row.length <= width / 2) return true
  return filled === 1 || (filled === 2 && usual >= 4 && row.slice(2).every((cell) => cell.trim() === ''))
}

// Lines above the table that happen to hold a delimiter: everything before the first of three even records.
function skipPrelude(rows: string[][], from: number, to: number, width: number): number {
  const limit = Math.min(to, from + 100)
  let index = from
  while (index < limit && !opensTable(rows, index, to, width)) index++
  if (index === from || index >= limit) return from
  // Names may be fewer or more than the columns below them.
  let above = index - 1
  while (above >= from && rows[above]!.length === 0) above--
  const names = rows[above]
  const named =
    names !== undefined && above >= from && names.length > 1 && names.length > width / 2 && names.every(isName)
  return named && rows[index]!.some((cell) => cellKind(cell) === 'value') ? above : index
}

// A record of the usual width, or nearly so with records of the usual width below it.
function opensTable(rows: string[][], index: number, to: number, width: number): boolean {
  if (rows[index]!.length === width) return true
  if (width < 4 || Math.abs(rows[index]!.length - width) > 1) return false
  let below = 0
  for (let at = index + 1; at < to && below < 3; at++) {
    if (rows[at]!.length === 0) continue
    if (rows[at]!.length !== width) return false
    below++
  }
  return below > 0
}

function isName(cell: string): boolean {
  const kind = cellKind(cell)
  return kind === 'word' || kind === 'empty' || (kind === 'text' && cell.length <= 60)
}

function isFooter(rows: string[][], index: number, first: number, width: number, usual: number): boolean {
  const row = rows[index]!
  const apart = index - 1 > first && rows[index - 1]!.length === 0
  const text = row[0]!
  const wordy = text.length > 40 || note.test(text) || /[.:!]$/.test(text.trim())
  if (row.length === 1) return width > 2 || apart || (wordy && /\s/.test(text.trim()))
  if (row.length < width && note.test(text) && !rows[first]!.some((cell) => note.test(cell))) return true
  if (fill(row) === 1 && text.trim() !== '' && note.test(text)) return true
  return fill(row) > 0 && isThin(row, width, usual) && (apart || wordy)
}

// The sign that opens comment lines: at the first line, or on lines that are not as wide as the others.
function commentMark(rows: string[][], from: number, to: number, width: number): string | null {
  const counts = new Map<string, number>()
  let even = 0
  for (let index = from; index < Math.min(to, from + 2000); index++) {
    const row = rows[index]!
    if (row.length === 0) continue
    const mark = comment.exec(row[0]!)?.[0].trim()
    if (row.length === width && !mark) even++
    else if (mark && row.length !== width) counts.set(mark, (counts.get(mark) ?? 0) + 1)
    else if (mark) even -= 1
  }
  for (const [mark, count] of counts) if (count < even * 2) return mark
  return null
}
