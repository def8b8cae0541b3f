// A JSON value whose numbers keep their writing, and its text as a cell.

// No real document has this key.
const rawMark = '\ue000raw'

export type Json = string | number | boolean | null | RawNumber | Json[] | JsonRecord
export type JsonRecord = { [key: string]: Json }

/** A number as it was written: 1.10 and twenty digits survive. */
type RawNumber = { [rawMark]: string }

/** The parsed value with numbers as written, or undefined when the text is no JSON. */
export function parseJson(source: string): Json | undefined {
  try {
    // Where the runtime tells a number's source text, keep it; elsewhere the number itself is the best there is.
    return JSON.parse(source, (_key, value: unknown, context?: { source?: string }) =>
      typeof value === 'number' && context?.source ? rawNumber(context.source) : value,
    )
  } catch {
    return undefined
  }
}

/** A number by its digits. */
export function rawNumber(digits: string): RawNumber {
  return { [rawMark]: digits }
}

/** Whether a value is an object with members. */
export function isRecord(value: Json): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isRawNumber(value)
}

/** Whether a value is a word, a number, a truth or nothing. */
export function isScalar(value: Json): boolean {
  return typeof value !== 'object' || value === null || isRawNumber(value)
}

/** The value in a cell: lists of scalars joined by commas, anything deeper as JSON. */
export function cellText(value: Json): string {
  if (value === null) return ''
  if (typeof value !== 'object') return String(value)
  if (isRawNumber(value)) return value[rawMark]
  if (Array.isArray(value) && value.every(isScalar)) return value.map(cellText).join(', ')
  return written(value)
}

function written(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (isRawNumber(value)) return value[rawMark]
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`
  return `{${Object.entries(value)
    .map(([key, member]) => `${JSON.stringify(key)}:${written(member)}`)
    .join(',')}}`
}

function isRawNumber(value: Json): value is RawNumber {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return typeof value[rawMark] === 'string' && Object.keys(value).length === 1
}
