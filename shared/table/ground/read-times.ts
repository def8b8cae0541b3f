// Reads the times of day of one stretch of text with every hour that each of them may mean.
import type { TextValue } from './read-values.ts'
import { finds, type Reading } from './reading.ts'

const pointed = /(?<![\d.,:])([01]?\d|2[0-3])\.([0-5]\d)(?![\d]|[.,]\d|\s?(?:%|\p{Sc}))/gu
const hours = /(?<![\d.,:])([01]?\d|2[0-4])\s?(?:h|uhr|uur|ч|hrs?|o['’]clock|heures?|часов)(?![\p{L}\d]|\s?\d)/giu
const named: [RegExp, string][] = [
  [/(?<!\p{L})(?:noon|midday|mittags?|midi|mediodía|mezzogiorno|полдень|正午|정오)(?!\p{L})/giu, '12:00:00'],
  [/(?<!\p{L})(?:midnight|mitternacht|minuit|medianoche|mezzanotte|полночь|午夜|자정)(?!\p{L})/giu, '00:00:00'],
]

/** Every time of day. `9:30` without a half of the day may be in the evening, and `6.50` a time where one is asked for. */
export function readTimes(reading: Reading): TextValue[] {
  const { plain } = reading
  const found: TextValue[] = []
  const add = (start: number, end: number, hour: number, rest: string, rank: number) => {
    found.push({ start, end, value: `${String(hour % 24).padStart(2, '0')}:${rest}`, rank })
  }
  for (const { start, end, value } of finds(reading, 'time')) {
    const written = plain.slice(start, end)
    found.push({ start, end, value: String(value), rank: 0 })
    const hour = Number(String(value).slice(0, 2))
    if (/^[1-9]:\d\d(?::\d\d)?$|^1[01]:\d\d$|^[1-9]\d?[点點时時시]/.test(written) && hour > 0 && hour < 12)
      add(start, end, hour + 12, String(value).slice(3), -2)
  }
  for (const match of plain.matchAll(pointed))
    add(match.index, match.index + match[0].length, Number(match[1]), `${match[2]}:00`, -1)
  for (const match of plain.matchAll(hours))
    add(match.index, match.index + match[0].length, Number(match[1]), '00:00', -1)
  for (const [pattern, value] of named) {
    for (const match of plain.matchAll(pattern))
      found.push({ start: match.index, end: match.index + match[0].length, value, rank: -1 })
  }
  return found
}
