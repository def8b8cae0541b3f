// Says what is wrong with a number format: what Google Sheets would refuse, and what would not show the column's values.
import type { ColumnType } from '../table/table.ts'

type Part = { kind: 'number' | 'percent' | 'date' | 'time' | 'text' | 'literal' | 'general'; text: string }

/** One part after the other: texts in quotes, escapes and what stands in brackets say nothing about the kind. */
const part =
  /"[^"]*"|\\.|[_*].|\[(?:black|blue|cyan|green|magenta|red|white|yellow|color\s?\d{1,2}|[<>]=?-?[\d.]+|<>-?[\d.]+|=-?[\d.]+|\$[^\]]*)\]|(general)|(\[(?:h+|m+|s+)\]|am\/pm|a\/p|h+|s+(?:\.0+)?)|(y+|d+|m+)|([0#?]+|[.,/]|e[+-])|(%)|(@)|[^"\\[\]]/iuy

function partsOf(section: string): Part[] | null {
  const parts: Part[] = []
  part.lastIndex = 0
  while (part.lastIndex < section.length) {
    const match = part.exec(section)
    if (!match) return null
    const [text, general, time, date, number, percent, at] = match
    const kind = general
      ? 'general'
      : time
        ? 'time'
        : date
          ? 'date'
          : number
            ? 'number'
            : percent
              ? 'percent'
              : at
                ? 'text'
                : 'literal'
    parts.push({ kind, text })
  }
  return parts
}

/** The sections between semicolons that stand in no quotes, brackets or escapes. */
const sectionsOf = (format: string): string[] =>
  (format.match(/(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\]|["\\])+|;/g) ?? []).reduce<string[]>(
    (sections, piece) => {
      if (piece === ';') sections.push('')
      else sections[sections.length - 1] += piece
      return sections
    },
    [''],
  )

const isTimeWord = (parts: Part[]) => parts.some(({ kind }) => kind === 'time')

/** What a section shows; `m` are minutes beside hours or seconds. */
function shows(parts: Part[]): { number: boolean; percent: boolean; day: boolean; time: boolean; text: boolean } {
  const has = (kind: Part['kind']) => parts.some((each) => each.kind === kind)
  const time = isTimeWord(parts)
  return {
    number: parts.some(({ kind, text }) => kind === 'number' && /[0#?]/.test(text)) || has('general'),
    percent: has('percent'),
    day: parts.some(({ kind, text }) => kind === 'date' && (!time || !/^m{1,2}$/i.test(text))),
    time,
    text: has('text'),
  }
}

function sectionFault(parts: Part[]): string | null {
  const { number, day, time } = shows(parts)
  const digits = parts.filter(({ kind }) => kind === 'number')
  if ((day || time) && digits.some(({ text }) => /[0#?]|e/i.test(text)))
    return 'mixes the letters of a day or time with digits; put words in quotation marks'
  if (!day && !time && digits.filter(({ text }) => text === '.').length > 1) return 'has two decimal points'
  return number || day || time || !digits.some(({ text }) => text !== ',' && text !== '.' && text !== '/')
    ? null
    : 'shows no digits'
}

const wanted: Partial<Record<ColumnType, [is: (shown: ReturnType<typeof shows>) => boolean, says: string]>> = {
  number: [({ number, day }) => number && !day, 'has no place for a number, such as 0 or #,##0.00'],
  currency: [({ number, day }) => number && !day, 'has no place for an amount, such as #,##0.00'],
  percent: [({ percent }) => percent, 'has no %, so that 0.25 would not be shown as 25%'],
  date: [({ day }) => day, 'shows no day; use letters such as yyyy-mm-dd'],
  time: [({ time }) => time, 'shows no time; use letters such as hh:mm'],
  datetime: [({ day, time }) => day && time, 'shows no day with its time; use letters such as yyyy-mm-dd hh:mm'],
}

/**
 * Why a number format cannot be used for a column of a type, as the part of a sentence that follows it; null when it can.
 * Patterns are those of Google Sheets: https://developers.google.com/workspace/sheets/api/guides/formats
 */
export function numberFormatFault(format: string, type: ColumnType): string | null {
  const sections = sectionsOf(format)
  if (sections.length > 4) return 'has more than four parts between semicolons'
  const parsed = sections.map(partsOf)
  if (parsed.includes(null)) {
    const quotes = (format.replace(/\\./g, '').match(/"/g) ?? []).length
    return quotes % 2 > 0 ? 'has a quotation mark that is not closed' : 'has square brackets that mean nothing'
  }
  for (const parts of parsed) {
    const fault = sectionFault(parts ?? [])
    if (fault) return fault
  }
  const first = shows(parsed[0] ?? [])
  const [fits, says] = wanted[type] ?? []
  if (fits && !fits(first)) return says ?? null
  const isText = type === 'text' || type === 'email' || type === 'url'
  if (isText && !first.text && !/^general$/i.test(format) && format !== '') return 'would make numbers of texts; use @'
  return null
}
