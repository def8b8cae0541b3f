// What a cell of the sheet holds, told by its value and its number format.
import { currencyCode } from '../../shared/table/parse/parse-currency-code.ts'
import type { ColumnType } from '../../shared/table/table.ts'

export type CellKind = { type: ColumnType; currency?: string }

/** The literal texts of a format: in quotes, in `[$…]`, or bare currency signs. */
function literalsOf(format: string): string[] {
  const marked = [...format.matchAll(/"([^"]*)"|\[\$([^\]-]*)[^\]]*\]/g)].map((match) => match[1] ?? match[2] ?? '')
  const bare = format.replace(/"[^"]*"|\[[^\]]*\]/g, '').match(/\p{Sc}/gu) ?? []
  return [...marked, ...bare].map((literal) => literal.trim())
}

function currencyOf(format: string, locale: string): string | undefined {
  for (const literal of literalsOf(format)) {
    const code = currencyCode(literal, locale)
    if (code) return code
  }
  return undefined
}

/** Values from another context are no `instanceof Date`. */
export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]'
}

/** Whether a cell shows the error of a formula: it says nothing about what its column holds. */
export function isErrorText(value: unknown): boolean {
  return typeof value === 'string' && /^#(?:DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|ERROR!)$/.test(value)
}

/** The kind of a value as `getValues` gives it, or null for an empty cell. Durations count as text: they are no time of day. */
export function cellKind(value: unknown, format: string, locale: string): CellKind | null {
  if (value === '' || value === null || value === undefined) return null
  if (typeof value === 'boolean') return { type: 'boolean' }
  const pattern = format.replace(/"[^"]*"|\\./g, '')
  if (isDate(value)) {
    if (/\[[hms]+\]/i.test(pattern)) return { type: 'text' }
    const letters = pattern.replace(/\[[^\]]*\]/g, '')
    const day = /[yd]/i.test(letters)
    const time = /[hs]/i.test(letters)
    return { type: day && time ? 'datetime' : time ? 'time' : 'date' }
  }
  if (typeof value !== 'number') return { type: 'text' }
  if (pattern.includes('%')) return { type: 'percent' }
  const currency = currencyOf(format, locale)
  return currency ? { type: 'currency', currency } : { type: 'number' }
}
