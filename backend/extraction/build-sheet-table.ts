// Makes a table of a block of cells: its title, its header, its rows, and what the workbook says of each column.

import type { ReadTable, SkippedSpan, StatedType } from '../../shared/table/read-table.ts'
import { hasHeader } from '../../shared/table/surroundings/read-header.ts'
import { findTotals } from '../../shared/table/surroundings/read-totals.ts'
import { type Box, kinds, percentText, plainNumber, type SheetGrid, typeOfKind } from './sheet-grid.ts'

/** `named` says that the workbook itself calls the box a table: its first row is the header. */
export function buildSheetTable(grid: SheetGrid, box: Box, named: boolean, format: 'xlsx' | 'ods'): ReadTable | null {
  const width = box.right - box.left + 1
  const cut = <T>(row: T[] | undefined, blank: T) =>
    Array.from({ length: width }, (_, at) => row?.[box.left + at] ?? blank)
  const texts: string[][] = []
  const rowKinds: number[][] = []
  for (let row = box.top; row <= box.bottom; row++) {
    const own = cut(grid.kinds[row], kinds.empty as number)
    if (own.every((kind) => kind === kinds.empty)) continue
    texts.push(cut(grid.texts[row], ''))
    rowKinds.push(own)
  }
  const skipped: SkippedSpan[] = []
  const titles = named ? 0 : countTitles(texts)
  const title = titles > 0 ? lineOf(texts[0]!) : undefined
  for (const row of texts.slice(1, titles)) skipped.push(leftOut(`the line “${lineOf(row)}” above the table`))
  const frozen = grid.frozenRows > box.top + titles ? grid.frozenRows - box.top - titles : 0
  const heads = named ? 1 : countHeads(grid, texts.slice(titles), rowKinds.slice(titles), box.top + titles, frozen)
  const header = heads > 0 ? joinHeads(texts.slice(titles, titles + heads)) : null
  let end = texts.length
  while (!named && end > titles + heads + 1 && isNote(texts[end - 1]!, rowKinds[end - 1]!)) {
    end--
    skipped.unshift(leftOut(`the line “${lineOf(texts[end]!)}” below the table`))
  }
  const rows = texts.slice(titles + heads, end)
  if (rows.length === 0) return null
  const stated = stateColumns(rows, rowKinds.slice(titles + heads, end), width)
  const table: ReadTable = { header, rows, format, start: 0, end: 0, stated }
  const totals = findTotals(table)
  return {
    ...table,
    ...(title ? { title } : {}),
    ...(totals.length > 0 ? { totals } : {}),
    ...(skipped.length > 0 ? { skipped } : {}),
  }
}

const leftOut = (reason: string): SkippedSpan => ({ start: 0, end: 0, reason })

const lineOf = (row: string[]) =>
  [...new Set(row.filter((text) => text.trim() !== ''))].join(' ').replace(/\s+/g, ' ').slice(0, 120)

const distinct = (row: string[]) => new Set(row.filter((text) => text.trim() !== '')).size

/** Rows at the top that hold one text alone, with something wider below them. */
function countTitles(texts: string[][]): number {
  if ((texts[0]?.length ?? 0) < 2) return 0
  let titles = 0
  while (titles < 5 && titles < texts.length - 2 && distinct(texts[titles]!) === 1) titles++
  return titles > 0 && distinct(texts[titles]!) < 2 ? 0 : titles
}

/** A remark below the last row, such as a source: one text in the first column, longer than a name. */
function isNote(row: string[], rowKinds: number[]): boolean {
  if (row.length < 3 || rowKinds[0] !== kinds.text || rowKinds.slice(1).some((kind) => kind !== kinds.empty))
    return false
  return /^\s*(?:\*|†|\(?\d\)\s)/.test(row[0]!) || row[0]!.trim().split(/\s+/).length >= 4
}

function countHeads(grid: SheetGrid, texts: string[][], rowKinds: number[][], top: number, frozen: number): number {
  if (texts.length < 2) return 0
  const first = rowKinds[0]!
  if (!first.some((kind) => kind === kinds.text)) return frozen === 1 ? 1 : 0
  const grouped = grid.merges.some((merge) => merge.top === top && merge.right > merge.left)
  const second = rowKinds[1]!
  if (texts.length > 2 && (grouped ? isWords(second) : standsOverValues(rowKinds))) {
    if (looksHeaded([joinHeads(texts.slice(0, 2)), ...texts.slice(2)], [second, ...rowKinds.slice(2)])) return 2
  }
  if (frozen > 0 && frozen <= 3 && frozen < texts.length) return frozen
  return looksHeaded(texts, rowKinds) ? 1 : 0
}

const isWords = (rowKinds: number[]) => rowKinds.every((kind) => kind === kinds.text || kind === kinds.empty)

/** Whether two rows of words stand over columns of values: groups and names, or names and units. */
function standsOverValues(rowKinds: number[][]): boolean {
  const [first, second, ...body] = rowKinds as [number[], number[], ...number[][]]
  if (!isWords(first) || !isWords(second)) return false
  const valued = first.flatMap((_, column) => (commonKind(body.slice(0, 60), column) > kinds.text ? [column] : []))
  return valued.length > 0 && valued.every((column) => second[column] === kinds.text)
}

/** Compares the kinds of the first row with those below it; the texts decide where the kinds do not. */
function looksHeaded(texts: string[][], rowKinds: number[][]): boolean {
  let score = 0
  for (const [column, kind] of rowKinds[0]!.entries()) {
    if (kind === kinds.empty) continue
    const below = commonKind(rowKinds.slice(1, 60), column)
    if (below === kinds.empty || (kind === kinds.text && below === kinds.text)) continue
    if (isYear(texts[0]![column]!) && !isYear(texts[1]![column]!)) score += 1
    else score += kind === below ? -1 : kind === kinds.text || below !== kinds.text ? 1 : 0
  }
  return score === 0 ? hasHeader(texts.slice(0, 61)) : score > 0
}

const isYear = (text: string) => /^(?:19|20)\d\d$/.test(text)

function commonKind(rows: number[][], column: number): number {
  const counts = new Map<number, number>()
  for (const row of rows) {
    const kind = row[column]!
    if (kind !== kinds.empty) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  let best: number = kinds.empty
  for (const [kind, count] of counts) if (count > (counts.get(best) ?? 0)) best = kind
  return best
}

/** Two header rows read as "2026 Q1" over one column. */
function joinHeads(heads: string[][]): string[] {
  const below = heads.at(-1)!
  const filled = heads.map((row, index) => (index < heads.length - 1 ? reachOut(row, below) : row))
  return below.map((_, column) => {
    const parts = filled.map((row) => row[column]!.trim()).filter((part) => part !== '')
    return [...new Set(parts)].join(' ')
  })
}

/** A group's name reaches over the columns to its right that have names of their own but no group. */
function reachOut(groups: string[], names: string[]): string[] {
  let group = ''
  return groups.map((text, column) => {
    if (text.trim() !== '') group = names[column]!.trim() === '' ? '' : text
    return text.trim() === '' && names[column]!.trim() !== '' ? group : text
  })
}

/** What each column's cells agree on; cells of a kindred type are written in the column's own way. */
function stateColumns(rows: string[][], rowKinds: number[][], width: number): (StatedType | null)[] {
  return Array.from({ length: width }, (_, column) => {
    const counts = new Map<number, number>()
    for (const row of rowKinds) counts.set(row[column]!, (counts.get(row[column]!) ?? 0) + 1)
    counts.delete(kinds.empty)
    const texts = counts.get(kinds.text) ?? 0
    counts.delete(kinds.text)
    const typed = [...counts.values()].reduce((sum, count) => sum + count, 0)
    if (typed === 0) return hasBareNumbers(rows, column) ? { type: 'text' } : null
    // Rooms "12" and "12a" are names; an amount that somebody left as "n/a" is not.
    if (texts > typed) return { type: 'text' }
    return settle(rows, rowKinds, column, counts)
  })
}

/** Numbers that the workbook keeps as text, such as `0042`, are meant so. Mail addresses and links are still told apart. */
function hasBareNumbers(rows: string[][], column: number): boolean {
  return rows.some((row) => /^\s*[+-]?[\d.,\s]*\d\s*$/.test(row[column]!))
}

function settle(
  rows: string[][],
  rowKinds: number[][],
  column: number,
  counts: Map<number, number>,
): StatedType | null {
  const found = [...counts.keys()]
  const [only] = found
  if (found.length === 1) return typeOfKind(only!)
  const [lead] = [...counts.entries()].sort((a, b) => b[1] - a[1])[0]!
  const rest = found.filter((kind) => kind !== lead)
  if (found.every((kind) => kind === kinds.date || kind === kinds.datetime)) return { type: 'datetime' }
  if (found.every((kind) => kind === kinds.number || kind === kinds.percent)) {
    rewriteShares(rows, rowKinds, column, lead)
    return typeOfKind(lead)
  }
  const money = found.filter((kind) => typeOfKind(kind)?.type === 'currency')
  if (money.length === 1 && rest.length === 1 && found.includes(kinds.number)) return typeOfKind(money[0]!)
  if (money.length > 1) {
    for (const [index, row] of rows.entries()) {
      const currency = typeOfKind(rowKinds[index]![column]!)?.currency
      if (currency) row[column] = `${row[column]} ${currency}`
    }
  }
  return null
}

function rewriteShares(rows: string[][], rowKinds: number[][], column: number, lead: number): void {
  for (const [index, row] of rows.entries()) {
    const kind = rowKinds[index]![column]!
    if (kind === lead || (kind !== kinds.number && kind !== kinds.percent)) continue
    const value = Number.parseFloat(row[column]!)
    row[column] = lead === kinds.percent ? percentText(value) : plainNumber(value / 100)
  }
}
