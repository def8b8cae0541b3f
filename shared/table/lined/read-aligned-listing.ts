// Reads long directory listings, whose columns line up though single blanks part them.

import type { ReadTable } from '../read-table.ts'
import type { Line } from '../surroundings/read-lines.ts'

const entry =
  /^([-dlbcps][-rwxsStT]{9}[.+@]?)\s+(\d+)\s+(\S+)\s+(\S+)\s+(\d+(?:,\s*\d+)?|\d[\d.]*[KMGTP]?)\s+(\p{L}{3,4}\.?\s+\d{1,2}\s+(?:\d{1,2}:\d\d|\d{4})|\d{1,2}\.?\s+\p{L}{3,4}\.?\s+(?:\d{1,2}:\d\d|\d{4})|\d{4}-\d\d-\d\d \d\d:\d\d(?::[\d.]+ [-+]\d{4})?)\s(.+)$/u

/** Runs of two and more entries as `ls -l` prints them; the line of the total is reported as skipped. */
export function readListings(lines: Line[]): ReadTable[] {
  const found: ReadTable[] = []
  for (let index = 0; index < lines.length; index++) {
    const rows: string[][] = []
    let at = index
    for (; at < lines.length; at++) {
      const match = lines[at]!.text.length < 2000 ? entry.exec(lines[at]!.text) : null
      if (!match) break
      rows.push(match.slice(1).map((cell) => cell.trim().replace(/\s+/g, ' ')))
      rows.at(-1)![6] = match[7]!.trimEnd()
    }
    if (rows.length < 2) continue
    const above = lines[index - 1]
    const total = above && /^\p{L}+ \d[\d.,]*\p{L}?$/u.test(above.text.trim()) ? above : undefined
    const last = lines[at - 1]!
    found.push({
      header: null,
      rows,
      format: 'aligned',
      start: lines[index]!.start,
      end: last.start + last.text.trimEnd().length,
      ...(total ? { skipped: [{ start: total.start, end: total.end, reason: 'the total of the listing' }] } : {}),
    })
    index = at
  }
  return found
}
