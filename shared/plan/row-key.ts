// What a row is called: the values of its key columns as one text.
import type { SheetValue } from './place.ts'

/** Between the values of a key; no sheet and no table keeps it in a text. */
const between = '\u001f'

/** A value of a key as text. A number and the text of the same digits name the same row, spaces around do not count. */
const partOf = (value: SheetValue | undefined): string => {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value.trim()
  return typeof value === 'number' ? String(Number(value.toPrecision(15))) : value ? 'TRUE' : 'FALSE'
}

/** The key of each of `count` rows, from the values of the key columns; an empty text where all of them are empty. */
export function keyTexts(columns: (readonly SheetValue[])[], count: number): string[] {
  const keys: string[] = new Array(count)
  const [only] = columns
  for (let row = 0; row < count; row++) {
    if (columns.length === 1) keys[row] = partOf(only?.[row])
    else {
      const parts = columns.map((values) => partOf(values[row]))
      keys[row] = parts.every((part) => part === '') ? '' : parts.join(between)
    }
  }
  return keys
}

/** A key for people. */
export const shownKey = (key: string): string => key.split(between).join(', ')
