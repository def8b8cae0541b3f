// Finds the caption that Pandoc and MultiMarkdown write below a table.
import type { Line } from '../surroundings/read-lines.ts'

/** The caption under the line at `last`, at most one empty line between, or undefined. */
export function captionBelow(lines: Line[], last: number): string | undefined {
  const next = lines[last + 1]?.text.trim() === '' ? last + 2 : last + 1
  const line = lines[next]?.text.slice(0, 400) ?? ''
  const pandoc = /^\s{0,3}(?:Table)?:[ \t]+(\S.*)$/.exec(line)?.[1]
  const bracketed = next === last + 1 ? /^\[([^\]]{2,120})\](?:\[[^\]]*\])?$/.exec(line)?.[1] : undefined
  return (pandoc ?? bracketed)?.trim()
}
