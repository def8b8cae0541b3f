// Whether two cells hold the same value, however it is written.
import type { Cell } from '../table/table.ts'

/**
 * Whether two cells say the same.
 * - A missing cell is an empty one. Empty text is not: no sheet can hold it, so only a person or a program that means
 *   it writes it.
 * - Numbers are the same when their 15 significant digits are, all that a sheet shows (0.1 + 0.2 is 0.3); whole numbers
 *   must be the same exactly, because long ones are ids. NaN is the same as NaN.
 * - Dates are the same when they name the same moment (`2026-01-05`, `2026-01-05T00:00:00.000Z`,
 *   `2026-01-05T01:00+01:00`). What names no zone is taken as UTC: a cell of a sheet knows none.
 * - Text and number are never the same, nor text and boolean: a sheet reads text `1` back as text, adds it to nothing and
 *   sorts it elsewhere, and `0042` is not 42.
 * - Other text, and so a formula, is compared character by character.
 */
export function sameValue(one: Cell | undefined, other: Cell | undefined): boolean {
  if (one === other) return true
  if (one === null || one === undefined) return other === null || other === undefined
  if (typeof one === 'number') return typeof other === 'number' && sameNumber(one, other)
  if (typeof one === 'string') return typeof other === 'string' && sameMoment(one, other)
  return false
}

function sameNumber(one: number, other: number): boolean {
  if (Number.isNaN(one) || Number.isNaN(other)) return Number.isNaN(one) && Number.isNaN(other)
  if (Number.isSafeInteger(one) && Number.isSafeInteger(other)) return false
  return one.toPrecision(15) === other.toPrecision(15)
}

function sameMoment(one: string, other: string): boolean {
  if (one.charCodeAt(4) !== hyphen || other.charCodeAt(4) !== hyphen || one.charCodeAt(7) !== hyphen) return false
  // Up to here none names a zone but Z: two texts of one form are two moments, and most dates of a table have one form.
  if (one.length === other.length && one.length <= '2026-01-05T12:00:00Z'.length && one[10] === other[10]) return false
  const moment = momentOf(one)
  return moment !== null && moment === momentOf(other)
}

const hyphen = 45
const isoMoment =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d+))?)?(?:Z|([+-])([01]\d|2[0-3]):?([0-5]\d))?)?$/

/** The moment that an ISO 8601 date or date with time names, as text to compare; null when it names none. */
function momentOf(text: string): string | null {
  const match = isoMoment.exec(text)
  if (!match) return null
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0)) as number[]
  const midnight = new Date(0)
  midnight.setUTCFullYear(year ?? 0, (month ?? 0) - 1, day)
  if (midnight.getUTCMonth() + 1 !== month || midnight.getUTCDate() !== day) return null
  const ahead = (Number(match[9] ?? 0) * 60 + Number(match[10] ?? 0)) * (match[8] === '-' ? -1 : 1)
  const seconds = midnight.getTime() / 1000 + (hour ?? 0) * 3600 + ((minute ?? 0) - ahead) * 60 + (second ?? 0)
  return `${seconds}.${(match[7] ?? '').replace(/0+$/, '')}`
}
