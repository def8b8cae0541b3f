// Headers that people, and the matching of columns, can tell apart.
import { normaliseHeader } from './header-name.ts'

const longest = 200

/** What of a header has to differ from all others. */
export const headerIdentity = (header: string): string => normaliseHeader(header) || header.trim().toLowerCase()

/** The header in one line, or the first of `Name 2`, `Name 3`, … that differs from those of `taken`, where it is put. */
export function uniqueHeader(wanted: string, taken: Set<string>): string {
  const base = wanted
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longest - 5)
    .trim()
  let header = base
  for (let copy = 2; taken.has(headerIdentity(header)); copy++) header = `${base} ${copy}`
  taken.add(headerIdentity(header))
  return header
}
