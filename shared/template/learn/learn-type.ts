// What a column holds, from its number formats and values, or from its header alone.
import { inferColumns } from '../../table/infer.ts'
import { currencyCode } from '../../table/parse/parse-currency.ts'
import type { ColumnType } from '../../table/table.ts'
import { builtInTemplates } from '../built-in.ts'
import { headerName } from '../header-name.ts'
import { mostOf, type SourceCell, type SourceColumn } from './read-source.ts'

export type LearnedType = { type: ColumnType; currency?: string }

/** Texts in quotes and brackets are shown as they are. */
const bare = (format: string) => format.replace(/\[\$[^\]]*\]|"[^"]*"|\\.|\[[^\]]*\]/g, '')

/** The currency that a number format shows, as an ISO 4217 code; null for a sign of none, undefined without any. */
function currencyIn(format: string, locale: string): string | null | undefined {
  const words = [...format.matchAll(/\[\$([^\]-]+)[^\]]*\]|"([^"]*)"|([$€£¥₹₽₩₺₫฿₪₴₦])/g)]
  for (const [, bracketed, quoted, sign] of words) {
    const name = (bracketed ?? quoted ?? sign ?? '').trim()
    if (name === '' || !/[^\s\d.,_()-]/.test(name)) continue
    const code =
      currencyCode(name, locale) ?? (name.length > 1 ? currencyCode(name.replace(/[\s.]/g, ''), locale) : null)
    if (code) return code
    if (/\p{Sc}/u.test(name)) return null
  }
  return undefined
}

/** What a number format makes of a number; null when it says nothing. */
function typeOfFormat(format: string, locale: string): LearnedType | null {
  const shown = bare(format.split(';')[0] ?? '')
  if (format === '' || /^general$/i.test(format) || format === '@') return null
  const time = /h|s|am\/pm/i.test(shown) || /\[(?:h+|m+|s+)\]/i.test(format)
  const day = /y|d/i.test(shown) || (!time && /m/i.test(shown))
  if (day && !/[#?]/.test(shown)) return { type: time ? 'datetime' : 'date' }
  if (time && !/[#?]/.test(shown)) return { type: 'time' }
  if (shown.includes('%')) return { type: 'percent' }
  const currency = currencyIn(format.split(';')[0] ?? '', locale)
  if (currency !== undefined) return currency === null ? { type: 'currency' } : { type: 'currency', currency }
  return { type: 'number' }
}

let known: Map<string, ColumnType[]> | null = null

/** The types that the built-in templates give to columns of each name. */
function typesByName(): Map<string, ColumnType[]> {
  if (known) return known
  known = new Map()
  for (const { layout } of builtInTemplates)
    for (const { header, aliases, type } of layout.columns)
      for (const name of [header, ...aliases]) {
        const { joined } = headerName(name)
        known.set(joined, [...(known.get(joined) ?? []), type])
      }
  return known
}

/** What columns of this name usually hold; a currency or a percent sign in it says so. */
export function typeOfHeader(header: string, locale: string): LearnedType {
  const usual = mostOf(typesByName().get(headerName(header).joined) ?? [], 0.51) ?? 'text'
  if (/%/.test(header)) return { type: 'percent' }
  const sign = /[([]\s*([A-Z]{3}|\p{Sc}|[A-Z]{1,2}\$)\s*[)\]]|(\p{Sc})|\b(?:in|en)\s+([A-Z]{3})\b/u.exec(header)
  const code = sign ? currencyCode(sign[1] ?? sign[2] ?? sign[3] ?? '', locale) : null
  if (code) return { type: 'currency', currency: code }
  return { type: usual }
}

const share = (cells: SourceCell[], is: (cell: SourceCell) => boolean) => cells.filter(is).length / cells.length

/** Nine in ten decide, as they do when text is read. */
const enough = 0.9

function typeOfTexts(column: SourceColumn, texts: string[], locale: string): LearnedType {
  const [inferred] = inferColumns(
    { header: [column.header], rows: texts.map((text) => [text]), format: 'sheet', start: 0, end: 0 },
    { locale },
  )
  // A text that looks like a number or a day was left a text on purpose.
  return inferred?.type === 'email' || inferred?.type === 'url' ? { type: inferred.type } : { type: 'text' }
}

/** The type of a column, and the currency of its amounts where they have one. */
export function learnType(column: SourceColumn, locale: string): LearnedType {
  const filled = column.body.filter(({ value }) => value !== null)
  const checkbox = column.body.some(({ rule }) => rule?.kind === 'checkbox')
  if (filled.length === 0) {
    if (checkbox) return { type: 'boolean' }
    const stated = mostOf(column.body.map(({ format }) => format).filter(Boolean))
    const ruled = column.body.find(({ rule }) => rule && ['email', 'url', 'date', 'number'].includes(rule.kind))?.rule
      ?.kind
    const byFormat = stated === undefined ? null : typeOfFormat(stated, locale)
    if (byFormat) return byFormat
    return ruled === 'email' || ruled === 'url' || ruled === 'date' || ruled === 'number'
      ? { type: ruled }
      : typeOfHeader(column.header, locale)
  }
  // What a formula leaves empty says nothing.
  const said = filled.filter(
    ({ value, formula }) => value !== '' && (formula === '' || typeof value !== 'string' || value.trim() !== ''),
  )
  const cells = said.length > 0 ? said : filled
  if (share(cells, ({ value }) => typeof value === 'boolean') >= enough) return { type: 'boolean' }
  const numbers = cells.filter(({ value }) => typeof value === 'number')
  if (numbers.length / cells.length < enough)
    return typeOfTexts(
      column,
      cells.map(({ shown }) => shown),
      locale,
    )
  return (
    mostOf(
      numbers.map(({ format }) => typeOfFormat(format, locale)),
      0.3,
    ) ?? { type: 'number' }
  )
}
