// The values inside a row expression, and how the sheet turns one kind into another.
import { serialOfDateTime } from './serial.ts'

/** What the sheet would show as an error, and why in words. */
export type Fault = { code: '#DIV/0!' | '#VALUE!' | '#NUM!' | '#N/A'; why: string }

/** Null is an empty cell, which counts as 0, as an empty text or as FALSE, as needed. Dates are serial numbers. */
export type Value = number | string | boolean | null | Fault

export const isFault = (value: Value): value is Fault => typeof value === 'object' && value !== null

export const fault = (code: Fault['code'], why: string): Fault => ({ code, why })

const plainNumber = /^[+-]?(?:\d+(\.\d*)?|\.\d+)(?:e[+-]?\d+)?(%)?$/i

/** What a text is as a number, in writings that the sheet reads in every locale; null when it is none. */
function numberInText(text: string, decimalPoint: boolean): number | null {
  const bare = text.trim()
  const match = plainNumber.exec(bare)
  if (!match) return serialOfDateTime(bare)
  if (bare.includes('.') && !decimalPoint) return null
  return match[2] ? Number(bare.slice(0, -1)) / 100 : Number(bare)
}

/** A value as a number. `decimalPoint` says whether texts write decimals with a point. */
export function toNumber(value: Value, decimalPoint: boolean): number | Fault {
  if (typeof value === 'number') return value
  if (value === null) return 0
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'object') return value
  return numberInText(value, decimalPoint) ?? fault('#VALUE!', `“${value.slice(0, 60)}” is not a number`)
}

/** A value as text: numbers with up to 15 digits, as the sheet joins them to text. */
export function toText(value: Value, decimalPoint: boolean): string | Fault {
  if (typeof value === 'string') return value
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (typeof value === 'object') return value
  const text = String(Number(value.toPrecision(15))).replace('e', 'E')
  return decimalPoint ? text : text.replace('.', ',')
}

/** A value as a condition. */
export function toBoolean(value: Value): boolean | Fault {
  if (typeof value === 'boolean') return value
  if (value === null) return false
  if (typeof value === 'number') return value !== 0
  if (typeof value === 'object') return value
  const word = value.toUpperCase()
  if (word === 'TRUE') return true
  if (word === 'FALSE') return false
  return fault('#VALUE!', `“${value.slice(0, 60)}” is neither true nor false`)
}

const rank = (value: Value) => (typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2)
const collator = new Intl.Collator('en', { sensitivity: 'accent' })

function emptyLike(other: Value): Value {
  if (typeof other === 'string') return ''
  return typeof other === 'boolean' ? false : 0
}

/** The order of two values: numbers, then texts (case does not count), then FALSE and TRUE; an empty cell fits in. */
export function compareValues(left: Exclude<Value, Fault>, right: Exclude<Value, Fault>): number {
  const a = left ?? emptyLike(right)
  const b = right ?? emptyLike(left)
  if (typeof a === 'number' && typeof b === 'number') {
    // The sheet compares what it shows: 0.1 + 0.2 is 0.3.
    return a === b || Number(a.toPrecision(15)) === Number(b.toPrecision(15)) ? 0 : a - b
  }
  if (typeof a === 'string' && typeof b === 'string')
    return a.toLowerCase() === b.toLowerCase() ? 0 : collator.compare(a, b) || (a < b ? -1 : 1)
  return rank(a) - rank(b) || Number(a) - Number(b)
}
