// One stretch of text with what was found in it so far, so that no search is made twice.
import { findValues } from '../infer.ts'
import { plainText } from '../parse/parse-digits.ts'
import type { ColumnType } from '../table.ts'
import { prepareText } from './prepare-text.ts'

type FoundValue = ReturnType<typeof findValues>[number]

/** `text` is prepared for reading and as long as the stretch; `plain` is the same with ASCII digits and marks. */
export type Reading = { text: string; plain: string; locale: string | undefined; found: Map<string, FoundValue[]> }

/** Begins to read a stretch. */
export function startReading(stretch: string, locale: string | undefined): Reading {
  const text = prepareText(stretch)
  return { text, plain: plainText(text), locale, found: new Map() }
}

/** The values of a type in a stretch under a locale. */
export function finds(reading: Reading, type: ColumnType, locale = reading.locale): FoundValue[] {
  const key = `${type} ${locale ?? ''}`
  const known = reading.found.get(key)
  if (known) return known
  const needless =
    (type === 'datetime' || type === 'time') && !/\d\s?[:：hHч点點时時시]|[ap]\.?\s?m|uhr|uur/i.test(reading.plain)
  const found = needless ? [] : findValues(reading.text, type, locale ? { locale } : {})
  reading.found.set(key, found)
  return found
}
