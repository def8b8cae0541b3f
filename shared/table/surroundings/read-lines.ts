// Cuts a stretch of text into lines that remember where they stand.

export type Line = { start: number; end: number; text: string }

/** The lines of `text` from `start` to `end`, without their line ends (LF, CRLF or CR). */
export function linesOf(text: string, start: number, end: number): Line[] {
  const lines: Line[] = []
  let from = start
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code !== 10 && code !== 13) continue
    lines.push({ start: from, end: i, text: text.slice(from, i) })
    if (code === 13 && i + 1 < end && text.charCodeAt(i + 1) === 10) i++
    from = i + 1
  }
  if (from < end) lines.push({ start: from, end, text: text.slice(from, end) })
  return lines
}

export type Span = { start: number; end: number }

/** What the claimed spans leave of `whole`, in order. Claims may come in any order but do not overlap. */
export function gapsBetween(whole: Span, claims: Span[]): Span[] {
  const gaps: Span[] = []
  let from = whole.start
  for (const claim of [...claims].sort((a, b) => a.start - b.start)) {
    if (claim.start > from) gaps.push({ start: from, end: claim.start })
    from = Math.max(from, claim.end)
  }
  if (from < whole.end) gaps.push({ start: from, end: whole.end })
  return gaps
}
