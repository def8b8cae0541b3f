// Finds where the table elements of a text begin and end, and which of them are only quoted or shown as code.
import { linesOf, type Span } from '../surroundings/read-lines.ts'

const tags = /<!--|<(script|style|textarea|title)\b|<(\/?)table(?=[\s>/])[^<>]*(?:>|$)/gi

/** The outermost table elements of a stretch; an unclosed one ends with its last closing tag. */
export function tablePlaces(text: string, span: Span): Span[] {
  const source = text.slice(span.start, span.end)
  if (!/<table[\s>/]/i.test(source)) return []
  const fences = fencedSpans(text, span)
  const neverClosed = new Set<string>()
  const places: Span[] = []
  let start = -1
  let depth = 0
  tags.lastIndex = 0
  for (let match = tags.exec(source); match; match = tags.exec(source)) {
    const [found, silent, closing] = match
    if (found === '<!--' || silent) {
      const past = skipPast(source, tags.lastIndex, silent?.toLowerCase() ?? found, neverClosed)
      if (past > 0) tags.lastIndex = past
    } else if (closing === '/') {
      if (depth > 0 && --depth === 0) places.push({ start: span.start + start, end: span.start + tags.lastIndex })
    } else if (opensTable(source, tags.lastIndex)) {
      if (depth === 0) {
        if (isQuoted(source, match.index)) continue
        start = match.index
      }
      depth++
    }
  }
  if (depth > 0) places.push({ start: span.start + start, end: span.start + lastClose(source, start) })
  return places.filter((place) => isShown(text, place, fences))
}

// An element that never closes hides nothing; that is looked up once for each kind.
function skipPast(source: string, from: number, name: string, open: Set<string>): number {
  if (open.has(name)) return -1
  const closer = name === '<!--' ? /-->/g : new RegExp(`</${name}\\b`, 'gi')
  closer.lastIndex = from
  if (closer.test(source)) return closer.lastIndex
  open.add(name)
  return -1
}

// "Use the <table> element" goes on with words; a table goes on with a tag.
function opensTable(source: string, after: number): boolean {
  const next = /\S/.exec(source.slice(after, after + 400))
  return next === null || next[0] === '<'
}

/** Whether a place on a line stands in inline code or in a quoted field of CSV or JSON. */
function isQuoted(source: string, at: number): boolean {
  const from = Math.max(0, at - 1000)
  const before = source.slice(Math.max(from, source.lastIndexOf('\n', at - 1) + 1), at)
  if (((before.match(/`/g)?.length ?? 0) & 1) === 1) return true
  let open = -1
  for (let index = 0; index < before.length; index++) {
    if (before[index] !== '"') continue
    if (open >= 0) open = -1
    else if (/(?:^|[,;\t|:[{])\s*$/.test(before.slice(Math.max(0, index - 20), index))) open = index
  }
  return open >= 0
}

// In a fence only markup that is the whole block is a table; a part of a page's source is code.
function isShown(text: string, place: Span, fences: Span[]): boolean {
  if (
    /^[^"<\n]{0,200}"[ \t]*(?:[,;\t|}\]]|\r?\n|$)/.test(text.slice(place.end, place.end + 240)) &&
    isField(text, place)
  )
    return false
  const fence = fences.find((block) => block.start <= place.start && place.end <= block.end)
  if (!fence) return true
  const around = text.slice(fence.start, place.start) + text.slice(place.end, fence.end)
  return around.replace(/<\/?(?:html|body|head|meta|div|!doctype)\b[^<>]*>/gi, '').trim() === ''
}

// The end of a quoted field over several lines: its quote opened on a line above.
function isField(text: string, place: Span): boolean {
  const from = Math.max(0, place.start - 2000)
  return /(?:^|\n|[,;\t|])"[^"]*$/.test(text.slice(from, place.start))
}

function lastClose(source: string, start: number): number {
  let end = -1
  const closers = /<\/(?:td|th|tr|tbody|thead|tfoot|table)\s*>/gi
  closers.lastIndex = start
  for (let match = closers.exec(source); match; match = closers.exec(source)) end = closers.lastIndex
  if (end >= 0) return end
  // Nothing closes at all: the table goes on to an empty line.
  const blank = /\n[ \t]*\r?\n/g
  blank.lastIndex = start
  const stop = blank.exec(source)?.index ?? source.length
  return start + source.slice(start, stop).trimEnd().length
}

function fencedSpans(text: string, span: Span): Span[] {
  if (!text.includes('```') && !text.includes('~~~')) return []
  const found: Span[] = []
  let open: { mark: string; end: number } | null = null
  for (const line of linesOf(text, span.start, span.end)) {
    const mark = /^\s{0,12}(?:>\s*)*(`{3,}|~{3,})/.exec(line.text)?.[1]
    if (!mark) continue
    if (!open) open = { mark, end: line.end }
    else if (mark.startsWith(open.mark)) {
      found.push({ start: open.end, end: line.start })
      open = null
    }
  }
  if (open) found.push({ start: open.end, end: span.end })
  return found
}
