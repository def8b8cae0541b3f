// Reads the tables of an HTML fragment, such as a copied web page, mail or spreadsheet range.

import type { ReadTable } from '../read-table.ts'
import type { Span } from '../surroundings/read-lines.ts'
import { parseHtml } from './read-html-parse.ts'
import { tablePlaces } from './read-html-places.ts'
import { dataTables } from './read-html-table.ts'

/** HTML tables in their order; a table that only lays out others gives way to them. */
export function readHtml(text: string, span: Span): ReadTable[] {
  return tablePlaces(text, span).flatMap((place) => {
    const tables = parseHtml(text.slice(place.start, place.end), place.start).flatMap(dataTables)
    const title = tables.length === 1 ? headingBefore(text, place.start) : undefined
    return title === undefined ? tables : tables.map((table) => ({ ...table, title: table.title ?? title }))
  })
}

// The heading element right before a table; an empty title where other markup stands, which is nobody's title.
function headingBefore(text: string, start: number): string | undefined {
  const before = text.slice(Math.max(0, start - 300), start).trimEnd()
  const heading = /<(h[1-6]|b|strong|caption)\b[^<>]*>([^<>]{1,80})<\/\1>(?:\s*<[a-z/][^<>]*>){0,5}$/i.exec(before)
  if (heading) return heading[2]!.replace(/\s+/g, ' ').replace(/:\s*$/, '').trim()
  return before.endsWith('>') ? '' : undefined
}
