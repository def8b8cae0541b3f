// Decides how many of a table's first rows name its columns, and what those names are.
import { cellKind, isValueText, looseShape } from './read-cell-kind.ts'
import { isColumnWord } from './read-header-words.ts'

// Enough rows to know a column; reading more would not change the answer.
const sampleSize = 60
// A unit of measure under a name: in brackets, or one that is written everywhere alike.
const unit =
  /^[([{][^()]{1,20}[)\]}]$|^(?:%|‰|[€$£¥₹]|[A-Z]{3}|°\s?[CFK]?|[kmµcdn]?(?:g|m|l|L|s|A|V|W|Wh|Hz|Pa|bar|mol|Ω|cal|J|N|B)[²³23]?|t|h|min|d|kt|lbs?|oz|ft|in|mi|yd|gal|kWh|MWh|GWh|MW|[KMGT]i?B|ppm|pcs?|qty|no\.?|nr\.?|#|n)(?:\s?[/·*]\s?[\p{L}µ²³%]{1,5})?$/u
const year = /^(?:19|20)\d\d$/
const missing = /^(?:n\/?a|#n\/a|null|none|nil|nan|[-–—?.*]{1,3})$/i

/** True when the first of `rows` reads as column names against the rows below it. */
export function hasHeader(rows: string[][]): boolean {
  const [first, ...body] = rows.slice(0, sampleSize + 1)
  if (!first || body.length === 0) return false
  if (first.every((cell) => cell.trim() === '') || first.some((cell) => cell.length > 200)) return false
  let score = 0
  let values = 0
  for (const [index, cell] of first.entries()) {
    const isYear = year.test(cell.trim())
    // "no" and "si" name columns too: a word is a value only beside numbers and dates.
    const own = !isYear && isValueText(cell.trim().slice(0, 81))
    if (own) values++
    const column = body.map((row) => row[index] ?? '').filter((other) => other.trim() !== '' && !isMissing(other))
    score += compare(cell.trim(), isYear ? null : own, column)
  }
  if (score !== 0) return score > 0
  if (values > 0) return false
  if (first.filter(isColumnWord).length >= Math.max(2, first.length / 2)) return true
  return !first.some((cell, index) => cell.trim() !== '' && body.some((row) => row[index] === cell))
}

/** How many of the first rows name the columns: 0, 1, or 2 to 4 where groups stand above names or units below them. */
export function countHeaderRows(rows: string[][]): number {
  const groups = groupRows(rows)
  if (groups > 0) return groups + lowerNames(rows, groups)
  if (!hasHeader(rows)) return 0
  return 1 + lowerNames(rows, 1)
}

// Rows above the names whose cells each span several columns: sparse, over a fuller row that is a header.
function groupRows(rows: string[][]): number {
  let groups = 0
  while (groups < 3 && groups + 2 < rows.length) {
    const row = rows[groups]!
    const filled = row.filter((cell) => cell.trim() !== '').length
    const next = rows[groups + 1]!
    const below = next.filter((cell) => cell.trim() !== '').length
    const repeats = new Set(row).size < row.length
    if (filled < 2 || row.length < 3 || filled > row.length * 0.8 || below <= filled || !repeats) break
    if (row.some((cell) => isValue(cell) && !/^\d{4}$/.test(cell.trim()))) break
    groups++
  }
  return groups > 0 && hasHeader(rows.slice(groups)) ? groups + 1 : 0
}

// Rows under the names that hold no values where all rows below them do: second names, or units.
function lowerNames(rows: string[][], named: number): number {
  let more = 0
  while (more < 2 && rows.length > named + more + 2) {
    const row = rows[named + more]!
    const body = rows.slice(named + more + 1, named + more + 1 + sampleSize)
    let typed = 0
    let plain = 0
    let evidence = 0
    for (const [index, cell] of row.entries()) {
      const text = cell.trim()
      const column = body
        .map((other) => other[index]?.trim() ?? '')
        .filter((other) => other !== '' && !isMissing(other))
      // What comes again further down is data.
      if (text !== '' && column.includes(text)) return more
      if (column.length < 2 || column.filter(isValue).length < column.length * 0.8) continue
      typed++
      evidence += column.length
      if (isMissing(text) || isValue(text)) return more
      if (text !== '') plain++
    }
    const units = row.filter((cell) => cell.trim() !== '').every((cell) => unit.test(cell.trim()))
    const names = row.filter((cell) => cell.trim() !== '')
    const distinct = body.length >= 4 && new Set(names).size === names.length
    if (!units && (row.some((cell) => /[\n|;\t"]/.test(cell)) || (!distinct && (typed < 3 || evidence < 12))))
      return more
    if (plain < (units ? Math.max(1, typed * 0.3) : Math.max(2, typed * 0.6))) return more
    more++
  }
  return more
}

/** One name for each column from header rows: a group's name reaches over the empty cells to its right. */
export function mergeHeaders(heads: string[][]): string[] {
  if (heads.length === 1) return heads[0]!
  const width = Math.max(...heads.map((row) => row.length))
  const filled = heads.map((row, level) => (level < heads.length - 1 && isSparse(row) ? spread(row, width) : row))
  return Array.from({ length: width }, (_, index) => {
    const parts = filled.map((row) => row[index]?.trim() ?? '').filter((part) => part !== '')
    return [...new Set(parts)].join(' ')
  })
}

function isSparse(row: string[]): boolean {
  return row.some((cell, index) => index > 0 && cell.trim() === '')
}

function spread(row: string[], width: number): string[] {
  let open = ''
  return Array.from({ length: width }, (_, index) => {
    open = row[index]?.trim() || open
    return open
  })
}

// +1 when the cell stands out from its column like a name, -1 when it is one of its values.
function compare(cell: string, own: boolean | null, column: string[]): number {
  if (column.length === 0 || cell === '') return 0
  const typed = column.filter(isValue).length
  if (typed >= column.length * 0.8) {
    // A year over numbers is a name; over years it is one of them.
    if (own === null) return column.every((other) => year.test(other.trim())) ? 0 : 1
    return own ? -1 : 1
  }
  const shape = looseShape(cell)
  const first = looseShape(column[0]!)
  // Codes such as SO-1041 share a shape with digits in it; a name above them does not.
  if (!first.includes('9') || !column.every((other) => looseShape(other) === first)) return 0
  return shape === first ? -1 : 1
}

function isMissing(cell: string): boolean {
  return missing.test(cell.trim())
}

function isValue(cell: string): boolean {
  const text = cell.trim()
  return text !== '' && text.length <= 80 && (isValueText(text) || /^(?:true|false|yes|no)$/i.test(text))
}

/** Whether every cell could be a name: short, no value, some of them filled. */
export function isHeaderLike(row: string[]): boolean {
  let filled = 0
  for (const cell of row) {
    const kind = cellKind(cell)
    if (kind === 'value' || kind === 'odd' || cell.length > 80) return false
    if (kind !== 'empty') filled++
  }
  return filled >= 2 || (filled === 1 && row.length === 1)
}
