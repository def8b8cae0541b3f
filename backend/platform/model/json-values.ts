// Looks into JSON that another server wrote, where any part may be missing or of another kind than agreed.

export type Json = Record<string, unknown>

/** `value` as an object, or null. */
export const record = (value: unknown): Json | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null

/** `value` as text; empty when it is none. */
export const string = (value: unknown): string => (typeof value === 'string' ? value : '')

/** `value` as a list; what stands alone is a list of one. */
export const list = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === null || value === undefined ? [] : [value]

/** `value` as a count; 0 when it is none. */
export const count = (value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value) && value > 0 ? Math.round(value) : 0
