// The number format that a formula's result is shown in where its cell has none: a date's, or that of the cells it names.
import { isDateFormat } from 'numfmt'
import { cellAt } from './cells.ts'
import { mapReferences, type Reference } from './formula-references.ts'
import { localeTag } from './typed-input.ts'
import type { Cell, Sheet, Workbook } from './workbook.ts'

const wholeCall = /^=\s*([A-Z_]+)\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)\s*$/i
const dates = ['DATE', 'EDATE', 'EOMONTH', 'TODAY', 'TO_DATE', 'WORKDAY']
/** A date within arithmetic, as in `TODAY()+7`. */
const dateCall = /\b(?:DATE|EDATE|EOMONTH|NOW|TODAY|WORKDAY)\s*\([^()]*\)/gi
/** Functions whose result is of the kind of their first range. */
const ofKind = ['SUM', 'MIN', 'MAX', 'AVERAGE', 'MEDIAN', 'ROUND', 'ABS']
/** How far references are followed from formula to formula. */
const deepest = 8

/** The cell's own format, or the one that its formula implies; undefined where there is neither. */
export function shownFormat(book: Workbook, sheet: Sheet, cell: Cell | undefined, depth = 0): string | undefined {
  if (cell?.format || cell?.formula === undefined || depth > deepest) return cell?.format
  const call = wholeCall.exec(cell.formula)
  const name = call?.[1]?.toUpperCase() ?? ''
  if (dates.includes(name)) return dateFormat(book.locale)
  if (name === 'TO_PERCENT') return '0.00%'
  if (name === 'NOW') return `${dateFormat(book.locale)} h:mm:ss`
  if (name === 'TIME') return book.locale === 'en_US' ? 'h:mm:ss am/pm' : 'hh:mm:ss'
  const formats: (string | undefined)[] = []
  const text = (ofKind.includes(name) ? call![2]! : cell.formula.replace(/^=/, '')).replaceAll(dateCall, (found) => {
    formats.push(/^NOW/i.test(found) ? `${dateFormat(book.locale)} h:mm:ss` : dateFormat(book.locale))
    return ''
  })
  const rest = mapReferences(text, (reference) => {
    formats.push(formatOf(book, sheet, reference, depth + 1))
    return ''
  })
  // Only plain arithmetic hands a format on.
  if (formats.length === 0 || !/^[\s\d.+\-*/()]*$/.test(rest)) return undefined
  const first = formats.find((format) => format && format !== '@')
  // One date less another is a number of days.
  return first && isDateFormat(first) && formats.length > 1 && rest.includes('-') ? undefined : first
}

function formatOf(book: Workbook, sheet: Sheet, { sheet: named, from }: Reference, depth: number): string | undefined {
  const holder = named === null ? sheet : book.sheets.find((one) => one.name === named)
  return holder && shownFormat(book, holder, cellAt(holder, Math.max(1, from.row), from.column), depth)
}

/** A date as the locale writes it in numbers: `m/d/yyyy`, `dd.mm.yyyy`, `yyyy/mm/dd`. */
export function dateFormat(locale: string): string {
  if (locale === 'en_US') return 'm/d/yyyy'
  const parts = new Intl.DateTimeFormat(localeTag(locale), {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    numberingSystem: 'latn',
    calendar: 'gregory',
  }).formatToParts(0)
  const fields: Record<string, string> = { day: 'dd', month: 'mm', year: 'yyyy' }
  return parts.map(({ type, value }) => fields[type] ?? value.replaceAll(/[\u200e\u200f]/g, '')).join('')
}
