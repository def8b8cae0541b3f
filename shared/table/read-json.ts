// Reads tables written as JSON: arrays of objects or arrays, JSON Lines, objects of columns, alone or inside prose.
import { closeOf } from './read-json-span.ts'
import { isRecord, type Json, jsonTable, parseJson } from './read-json-table.ts'
import { gapsBetween, linesOf, type Span } from './read-lines.ts'
import type { ReadTable } from './read-table.ts'

/** JSON tables in a text; brackets that are no JSON, or hold no table, are passed over. */
export function readJson(text: string, span: Span): ReadTable[] {
  const found = readJsonLines(text, span)
  return [...found, ...gapsBetween(span, found).flatMap((gap) => readValues(text, gap))]
}

function readValues(text: string, span: Span): ReadTable[] {
  const found: ReadTable[] = []
  // Brackets that never close would each be followed to the end: the allowance keeps the whole search linear.
  const allowance = { left: 4 * (span.end - span.start) + 1000 }
  const opener = /\[\s{0,100}[[{]|^[ \t]{0,100}\{/gm
  opener.lastIndex = span.start
  for (let match = opener.exec(text); match && match.index < span.end; match = opener.exec(text)) {
    const start = text[match.index] === '[' ? match.index : match.index + match[0].length - 1
    const end = closeOf(text, start, span.end, allowance)
    const tables = end < 0 ? [] : readValue(text.slice(start, end), start)
    found.push(...tables)
    opener.lastIndex = tables.length > 0 ? end : start + 1
  }
  return found
}

function readValue(source: string, start: number): ReadTable[] {
  const value = parseJson(source)
  if (value === undefined) return []
  const end = start + source.length
  const whole = jsonTable(value)
  if (whole) return [{ ...whole, format: 'json', start, end }]
  if (!isRecord(value)) return []
  // {"orders": [...]}: the answer of an API around its one list.
  const lists = Object.entries(value).filter(([, member]) => Array.isArray(member) && member.length > 0)
  const [name, list] = lists[0] ?? []
  const inner = list !== undefined && lists.length === 1 ? jsonTable(list) : null
  return inner ? [{ ...inner, format: 'json', start, end, ...(name ? { title: name } : {}) }] : []
}

// Two or more lines in a row that are each a whole object or array.
function readJsonLines(text: string, span: Span): ReadTable[] {
  if (!/^[ \t]*[{[].*[}\]],?[ \t]*\r?\n[ \t]*[{[]/m.test(text.slice(span.start, span.end))) return []
  const found: ReadTable[] = []
  let run: { value: Json; start: number; end: number }[] = []
  const flush = () => {
    const table = run.length >= 2 ? jsonTable(run.map((line) => line.value)) : null
    if (table) found.push({ ...table, format: 'jsonl', start: run[0]!.start, end: run.at(-1)!.end })
    run = []
  }
  for (const line of linesOf(text, span.start, span.end)) {
    const source = line.text.trim()
    if (source === '' && run.length > 0) continue
    const value = /^[{[].*[}\]]$/.test(source) ? parseJson(source) : undefined
    if (value === undefined || (run.length > 0 && Array.isArray(value) !== Array.isArray(run[0]!.value))) flush()
    if (value !== undefined)
      run.push({ value, start: line.start + line.text.indexOf(source), end: line.start + line.text.trimEnd().length })
  }
  flush()
  return found
}
