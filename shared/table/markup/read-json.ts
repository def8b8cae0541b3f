// Reads tables written as JSON: arrays of objects or arrays, JSON Lines, objects of columns, alone or inside prose.

import type { ReadTable, SkippedSpan } from '../read-table.ts'
import { gapsBetween, type Span } from '../surroundings/read-lines.ts'
import { type InnerList, isOneRecord, listsIn } from './read-json-envelope.ts'
import { readJsonLines } from './read-json-lines.ts'
import { closeOf, cutShort } from './read-json-span.ts'
import { jsonTable, singleRow } from './read-json-table.ts'
import { parseTolerant, type Tolerant } from './read-json-tolerant.ts'
import { isRecord, type Json, type JsonRecord, parseJson } from './read-json-value.ts'

const opener = /\[(?:\s|\/\/[^\n]{0,200}\n){0,100}[[{]|(?:^[ \t]{0,100}|[=:>(`]\s{0,3}|\p{L} )\{(?=\s*["'\w}])/gmu

/** JSON tables in a text; brackets that are no JSON, or hold no table, are passed over. */
export function readJson(text: string, span: Span): ReadTable[] {
  const found = readJsonLines(text, span)
  return [...found, ...gapsBetween(span, found).flatMap((gap) => readValues(text, gap))]
}

function readValues(text: string, span: Span): ReadTable[] {
  const found: ReadTable[] = []
  // Brackets that never close would each be followed to the end: the allowance keeps the whole search linear.
  const allowance = { left: 4 * (span.end - span.start) + 1000 }
  let run: { value: JsonRecord; start: number; end: number }[] = []
  const flush = () => {
    const table = fromRun(run)
    if (table) found.push(table)
    run = []
  }
  opener.lastIndex = span.start
  for (let match = opener.exec(text); match && match.index < span.end; match = opener.exec(text)) {
    const start = text[match.index] === '[' ? match.index : match.index + match[0].length - 1
    const from = opener.lastIndex
    const end = closeOf(text, start, span.end, allowance)
    const tables =
      end >= 0
        ? readValue(text, start, end).filter((table) => !isSample(text, table))
        : end === cutShort
          ? readCut(text, start, span.end, allowance)
          : []
    found.push(...tables)
    const record = tables.length === 0 && end > 0 && text[start] === '{' ? recordOf(text.slice(start, end)) : null
    if (record) {
      if (run.length > 0 && !/^[\s,]*$/.test(text.slice(run.at(-1)!.end, start))) flush()
      run.push({ value: record, start, end })
      opener.lastIndex = end
      continue
    }
    opener.lastIndex = tables.length > 0 ? Math.max(end, tables.at(-1)!.end) : Math.max(start + 1, from - 1)
  }
  flush()
  return found
}

function recordOf(source: string): JsonRecord | null {
  const value = parseJson(source)
  return value !== undefined && isRecord(value) && Object.keys(value).length > 1 ? value : null
}

// Objects one below the other, each over several lines, with the same names: JSON Lines, written wide.
function fromRun(run: { value: JsonRecord; start: number; end: number }[]): ReadTable | null {
  const [first, ...others] = run
  const last = run.at(-1)
  if (!first || !last || others.length === 0) return null
  const names = Object.keys(first.value)
  const alike = others.every(({ value }) => names.filter((name) => name in value).length >= names.length * 0.6)
  const table = alike ? jsonTable(run.map(({ value }) => value)) : null
  return table && { ...table, format: 'jsonl', start: first.start, end: last.end }
}

function readValue(text: string, start: number, end: number): ReadTable[] {
  const source = text.slice(start, end)
  const strict = parseJson(source)
  const value = strict ?? parseTolerant(source)?.value
  if (value === undefined) return []
  const place = { format: 'json', start, end }
  const repeats = repeatsIn(source, start)
  const noted = repeats.length > 0 ? { skipped: repeats } : {}
  const whole = jsonTable(value)
  // What is no strict JSON may be a program's: one record of it is no table.
  if (whole && strict === undefined && whole.rows.length < 2) return []
  if (whole) return [{ ...whole, ...place, ...noted }]
  if (!isRecord(value)) return []
  const lists = listsIn(value)
  if (lists.length === 1) return listTables(lists, () => ({ start, end }))
  if (lists.length > 1) {
    const tolerant = parseTolerant(source)
    return tolerant ? ownPlaces(tolerant, start) : []
  }
  const row = isOneRecord(value) && standsAlone(text, start, end) ? singleRow(value) : null
  return row ? [{ ...row, ...place, ...noted }] : []
}

// A few records in inline code, or handed to a function, show how something is written.
function isSample(text: string, table: ReadTable): boolean {
  return table.rows.length < 4 && /[`(][ \t]{0,3}$/.test(text.slice(Math.max(0, table.start - 4), table.start))
}

// {"orders": [...]}: the answer of an interface around its lists. Several lists are tables of their own.
function listTables(lists: InnerList[], placeOf: (list: Json[]) => Span): ReadTable[] {
  return lists.flatMap(({ name, value }) => {
    const table = jsonTable(value)
    return table ? [{ ...table, format: 'json', ...placeOf(value), title: name }] : []
  })
}

function ownPlaces(tolerant: Tolerant, start: number): ReadTable[] {
  if (!isRecord(tolerant.value)) return []
  return listTables(listsIn(tolerant.value), (list) => {
    const place = tolerant.places.get(list)!
    return { start: start + place.start, end: start + place.end }
  })
}

// A paste that ends in the middle: the whole records are read, the rest is reported.
function readCut(text: string, start: number, limit: number, allowance: { left: number }): ReadTable[] {
  if (text[start] === '{' && !/^\{\s*["']?\w+["']?\s*:\s*[[{]/.test(text.slice(start, start + 200))) return []
  const source = text.slice(start, limit)
  allowance.left -= source.length
  const tolerant = parseTolerant(source.trimEnd(), true)
  if (!tolerant || tolerant.cutAt === null) return []
  const end = start + tolerant.cutAt
  const rest = { start: end, end: start + source.trimEnd().length, reason: 'the text ends before this record does' }
  const whole = jsonTable(tolerant.value)
  const lists = whole || !isRecord(tolerant.value) ? [] : listsIn(tolerant.value)
  const tables = whole
    ? [{ ...whole, format: 'json', start, end }]
    : lists.length === 1
      ? listTables(lists, () => ({ start, end }))
      : []
  return tables.map((table) => ({ ...table, skipped: [rest] }))
}

// Big documents are not read twice for the sake of a note.
function repeatsIn(source: string, start: number): SkippedSpan[] {
  if (source.length > 200_000) return []
  const repeats = parseTolerant(source)?.repeats ?? []
  return repeats.map((span) => ({
    start: start + span.start,
    end: start + span.end,
    reason: 'a name that its record has already; the last value counts',
  }))
}

// The whole text, or a whole fenced block.
function standsAlone(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 200), start).trimEnd()
  const after = text.slice(end, end + 200).trimStart()
  const alone = (before === '' || before === '\ufeff') && after === ''
  // In a longer text a block with one object shows how something is written.
  if (text.length - (end - start) > 300) return alone
  return alone || (/(?:^|\n)\s*(?:`{3,}|~{3,})\s*(?:jsonc?|json5)?$/.test(before) && /^(?:`{3}|~{3})/.test(after))
}
