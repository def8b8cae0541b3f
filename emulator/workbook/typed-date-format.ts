// The date format that typed text implies: Google keeps showing a date the way it was written.

const months = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?$/i
const clock = /(?:^|[\sT])(\d{1,2}):(\d{2})(:\d{2})?(\.\d+)?\s*([ap]m?)?$/i

/** `yyyy-mm-dd` for `2020-01-31`, `mmm d, yyyy` for `Jan 31, 2020`; null where the writing tells nothing. */
export function typedDateFormat(text: string, dayFirst: boolean): string | null {
  const trimmed = text.trim()
  const time = clock.exec(trimmed)
  const date = (time ? trimmed.slice(0, time.index) : trimmed).trim()
  const timeFormat = time && !time[4] ? `h:mm${time[3] ? ':ss' : ''}${time[5] ? ' am/pm' : ''}` : null
  if (date === '') return timeFormat
  const dateFormat = dayFormat(date, dayFirst)
  if (dateFormat === null || !time) return dateFormat
  return timeFormat === null ? null : `${dateFormat} ${timeFormat}`
}

function dayFormat(date: string, dayFirst: boolean): string | null {
  const parts = date.split(/([\s,./-]+)/)
  const words = parts.filter((_, index) => index % 2 === 0)
  if (words.length < 2 || words.length > 3) return null
  const named = words.findIndex((word) => months.test(word))
  const numbers = words.map((word) => (/^\d{1,4}$/.test(word) ? word : null))
  if (numbers.some((word, index) => word === null && index !== named)) return null
  const order = named < 0 ? numericOrder(words, dayFirst) : namedOrder(words, named)
  return order && parts.map((part, index) => (index % 2 === 0 ? fieldFormat(order[index / 2]!, part) : part)).join('')
}

type Field = 'y' | 'm' | 'd'

function numericOrder(words: string[], dayFirst: boolean): Field[] | null {
  if (words[0]!.length === 4) return words.length === 3 ? ['y', 'm', 'd'] : ['y', 'm']
  const start: Field[] = dayFirst ? ['d', 'm'] : ['m', 'd']
  if (words.length === 2) return words[1]!.length === 4 ? ['m', 'y'] : start
  return [...start, 'y']
}

function namedOrder(words: string[], named: number): Field[] | null {
  if (words.length === 2) return named === 0 ? ['m', words[1]!.length === 4 ? 'y' : 'd'] : ['d', 'm']
  return named === 0 ? ['m', 'd', 'y'] : named === 1 ? ['d', 'm', 'y'] : null
}

function fieldFormat(field: Field, word: string): string {
  if (field === 'y') return word.length <= 2 ? 'yy' : 'yyyy'
  if (field === 'm' && !/^\d/.test(word)) return word.replace('.', '').length > 3 ? 'mmmm' : 'mmm'
  return field.repeat(word.length >= 2 ? 2 : 1)
}
