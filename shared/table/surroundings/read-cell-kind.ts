// Tells by its characters alone what sort of thing a raw cell is: for finding dialects, headers and misplaced marks.

/** `value` is a number, date, time, amount or address; `odd` holds marks that rarely stand inside a cell. */
export type CellKind = 'empty' | 'value' | 'word' | 'text' | 'odd'

const number =
  /^[([]?\s?(?:[+\u2212-]\s?)?(?:(?:\p{Sc}|[A-Z]{2,3}\s?\p{Sc}?|R\$|Rs\.?|kr\.?)\s?)?[+\u2212-]?[.,]?\p{Nd}(?:[\p{Nd}.,'’ \u00a0\u202f]*\p{Nd})?\.?(?:[eE][+-]?\d+)?\s?(?:\p{Sc}|%|‰|°[CF]?|[A-Za-zµ]{1,3}|zł|Kč|лв|[kM]?[mg]²?|[/.,]-)?[)\]]?-?$/u
const moment =
  /^(?:\p{L}{2,9}[.,]?\s)?\p{Nd}{1,4}[./:\\年년h-]\s?(?:\p{Nd}{1,2}|\p{L}{3,9})(?:[./:\\月월m-]\s?\p{Nd}{1,4}[日일s]?)?(?:[T\s,]+\p{Nd}{1,2}(?::\p{Nd}{2}){0,2}(?:[.,]\d+)?)?(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s?(?:Z|UTC|GMT|[A-Z]{3,4}|[+-]\d{2}:?\d{2}))?$/u
const namedDay = /^(?:\p{L}{2,9}[.,]?\s+){0,2}\p{Nd}{1,2}(?:st|nd|rd|th|\.|,)?\s+(?:\p{L}{3,9}\.?,?\s+)?\p{Nd}{2,4}$/u
const address = /^(?:(?:https?|ftp):\/\/\S+|www\.\S+|[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+)$/i
const word = /^[\p{L}\p{N}\p{M}_.@#&'’/+*%°²³€$£ ()[\]!?-]+$/u
const mark = /^(?:n\/?a|#n\/a|null|none|nil|nan|[-–—?.*x]{1,3})$/i

/** The kind of a raw cell; cells over 80 characters are text. */
export function cellKind(cell: string): CellKind {
  const text = cell.trim()
  if (text === '') return 'empty'
  if (text.length > 80) return /\s/.test(text) ? 'text' : address.test(text.slice(0, 400)) ? 'value' : 'odd'
  if (isValueText(text)) return 'value'
  if (mark.test(text)) return 'word'
  if (word.test(text)) return text.split(' ').length <= 6 ? 'word' : 'text'
  return /^["']|[|\t;]|[,:][^\s\d]/.test(text) ? 'odd' : 'text'
}

/** Whether a trimmed text of at most 80 characters is a number, amount, date, time, web or mail address. */
export function isValueText(text: string): boolean {
  const code = text.charCodeAt(0)
  // Most words have no digit, and no address lacks its marks.
  if (code > 64 && code < 123 && !/[\p{Nd}@:]|^www/u.test(text)) return false
  return number.test(text) || moment.test(text) || namedDay.test(text) || address.test(text)
}

/** The cell with every digit as 9 and every run of letters as `a`: `SO-1041` is `a-9999`. Quotes and long tails are left out. */
export function exactShape(cell: string): string {
  return cell
    .slice(0, 40)
    .replace(/["]/g, '')
    .trim()
    .replace(/\p{Nd}/gu, '9')
    .replace(/\p{L}[\p{L}\p{M}]*/gu, 'a')
}

/** Like exactShape, with runs of digits as one 9: `$1.50` and `$10.25` are alike. */
export function looseShape(cell: string): string {
  return exactShape(cell).replace(/9+/g, '9')
}
