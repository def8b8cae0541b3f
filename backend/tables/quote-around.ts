// Cuts the line or sentence around a span out of its text, for people: plain text, whole words, the quote untouched.

export type Quotation = { before: string; quote: string; after: string; line: number }

/** About how much is shown beside the quote, in characters. */
const around = 240

const isBreak = (text: string, at: number) => text[at] === '\n' || text[at] === '\r'

function lineOf(text: string, offset: number): number {
  let line = 1
  for (let at = 0; at < offset; at += 1) {
    if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')) line += 1
  }
  return line
}

/** Where sentences end, in any script: at their marks, and what may close behind one. */
const sentenceEnd = /[.!?…。！？．؟۔।॥]["'”’»)\]」』]*(?:\s+|(?<=[。！？．」』]))/gu

const lastSentenceEnd = (text: string): number =>
  [...text.matchAll(sentenceEnd)].reduce((_, m) => m.index + m[0].length, 0)

function firstSentenceEnd(text: string): number {
  for (const match of text.matchAll(sentenceEnd)) return match.index + match[0].trimEnd().length
  return text.length
}

/** Never between the halves of a character or its marks; `Segmenter` knows the words of scripts without spaces. */
const words = new Intl.Segmenter('und', { granularity: 'word' })

/** The last whole words of `text` that take at most `room` characters. */
function tail(text: string, room: number): string {
  if (text.length <= room) return text
  if (room <= 0) return '…'
  // A word longer than the room is cut inside: better than nothing before the quote.
  const window = text.slice(-(room + 60))
  const start = window.length - room
  const edge = [...words.segment(window)].find(({ index, segment }) => index >= start && segment.trim() !== '')
  return `…${edge && edge.index < window.length ? window.slice(edge.index) : ''}`
}

/** The first whole words of `text` that take at most `room` characters. */
function head(text: string, room: number): string {
  if (text.length <= room) return text
  if (room <= 0) return '…'
  let end = 0
  for (const { index, segment } of words.segment(text.slice(0, room + 60))) {
    if (index + segment.length > room) break
    end = index + segment.length
  }
  return `${text.slice(0, end).trimEnd()}…`
}

/** Undefined when `text` has no such place. Lines are counted from 1. */
export function quoteAround(text: string, start: number, end: number): Quotation | undefined {
  if (start >= end || end > text.length) return undefined
  const quote = text.slice(start, end)
  const line = lineOf(text, start)
  // A paste can be one line of megabytes: nobody is shown more than a window of it, so no more is looked at.
  const from = Math.max(0, start - 2 * around)
  const to = Math.min(text.length, end + 2 * around)
  let lineStart = start
  while (lineStart > from && !isBreak(text, lineStart - 1)) lineStart -= 1
  let lineEnd = end
  while (lineEnd < to && !isBreak(text, lineEnd)) lineEnd += 1
  let before = text.slice(lineStart, start)
  let after = text.slice(end, lineEnd)
  if (before.length + after.length > around) {
    before = before.slice(lastSentenceEnd(before))
    after = after.slice(0, firstSentenceEnd(after))
    // What one side leaves is the other's.
    const half = Math.max(around / 2, around - after.length)
    const cutShort = lineStart === from && from > 0 && before.length === start - lineStart
    before = cutShort && before.length <= half ? `…${before}` : tail(before, half)
    after = head(after, around - Math.min(before.length, around))
  }
  return { before: before.trimStart(), quote, after: after.trimEnd(), line }
}
