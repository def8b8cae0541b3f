// Tells a header row from a row of data.
import { isDate } from './cell-kind.ts'

const dataLike = /^[-+]?[\d.,\s%€$£¥]+$|^\S+@\S+\.\S+$|^https?:\/\//i
const longestName = 100

const isYear = (value: unknown) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1900 && value <= 2100

/** Years and dates may head columns of other values, as in `Item, 2025, 2026`. */
function isPeriod(value: unknown, below: unknown[]): boolean {
  if (isYear(value)) return !below.some(isYear)
  return isDate(value) && !below.some(isDate)
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= longestName && !dataLike.test(value.trim())
}

/**
 * Whether the first row of a range names the columns: mostly filled, with texts that are no numbers, e-mail addresses or
 * links, and beside them two periods or none; each name once, unless numbers below tell it from data. `values` are as
 * `getValues` gives them; with no row below there is no header.
 */
export function looksLikeHeader(values: unknown[][]): boolean {
  const [first = [], ...below] = values
  if (below.length === 0) return false
  const columns = first.map((name, at) => ({ name, below: below.map((row) => row[at]).filter((cell) => cell !== '') }))
  const named = columns.filter(({ name }) => name !== '')
  const texts = named.filter(({ name }) => isText(name))
  if (texts.length === 0 || named.length < first.length / 2) return false
  const periods = named.filter(({ name, below }) => isPeriod(name, below)).length
  if (texts.length + periods < named.length || periods === 1) return false
  const unique = new Set(named.map(({ name }) => String(name).trim().toLowerCase())).size === named.length
  return unique || texts.some(({ below }) => below.length > 0 && below.every((cell) => typeof cell !== 'string'))
}
