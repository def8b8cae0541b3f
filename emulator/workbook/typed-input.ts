// What Google makes of text that a person types or a script sets: a formula, number, date, boolean, or text.
import { getFormatFromId, isDateFormat, isTextFormat, parseValue } from 'numfmt'
import { asEntered } from './formula-locale.ts'
import { typedDateFormat } from './typed-date-format.ts'
import type { Cell, CellValue } from './workbook.ts'

/** The part of a cell that input decides; `format` only where the input implies one. */
export type Input = { value: CellValue; formula?: string; format?: string }

/** The workbook's locale (`en_US`) as a BCP 47 tag. */
export function localeTag(locale: string): string {
  return locale.replaceAll('_', '-')
}

/**
 * Parses text in the workbook's locale. `format` is the cell's own number format: text format keeps text, and any
 * explicit format wins over the one the input implies.
 */
export function parseInput(text: string, locale: string, format?: string): Input {
  if (text === '') return { value: null }
  if (text.startsWith("'")) return { value: text.slice(1) }
  if (format && isTextFormat(format)) return { value: text }
  if (text.startsWith('=') && text.length > 1) return { value: null, formula: asEntered(text, locale) }
  if (/^(true|false)$/i.test(text.trim())) return { value: text.trim().toLowerCase() === 'true' }
  const tag = localeTag(locale)
  const parsed = parseValue(plainMoney(text), { locale: tag }) ?? yearAndMonth(text)
  if (parsed === undefined || parsed === null || typeof parsed.value === 'boolean') return { value: text }
  // More than a day on the clock is a duration.
  const isLong = parsed.formatId === 46 && typeof parsed.value === 'number' && parsed.value >= 1
  const implied = isLong ? '[h]:mm:ss' : impliedFormat(text, parsed.formatId, tag)
  return implied && !format ? { value: parsed.value, format: implied } : { value: parsed.value }
}

/** Money of any of the known signs reads as money of the one that every locale reads. */
function plainMoney(text: string): string {
  return /^[-+(\s]*[£¥₹]/.test(text) ? text.replace(/[£¥₹]/, '$') : text
}

/** `2024-05` is the first day of that month. */
function yearAndMonth(text: string): { value: number; formatId: number } | null {
  const [, year, month] = /^\s*(\d{4})-(0?[1-9]|1[0-2])\s*$/.exec(text) ?? []
  if (!year || Number(year) < 1900) return null
  return { value: Date.UTC(Number(year), Number(month) - 1, 1) / 86_400_000 + 25_569, formatId: 14 }
}

function impliedFormat(text: string, formatId: number | undefined, tag: string): string | undefined {
  const currency = /[$€£¥₹]/.exec(text)?.[0]
  const decimals = /[.,]\d{1,2}\D*$/.test(text) ? '.00' : ''
  if (currency) return /^\D*[$€£¥₹]/.test(text) ? `"${currency}"#,##0${decimals}` : `#,##0${decimals} "${currency}"`
  if (formatId === undefined || formatId === 0) return undefined
  const format = getFormatFromId(formatId, tag)
  if (!format || format === 'General') return undefined
  return (isDateFormat(format) && typedDateFormat(text, dayComesFirst(tag))) || format
}

function dayComesFirst(tag: string): boolean {
  const parts = new Intl.DateTimeFormat(tag).formatToParts(0).map(({ type }) => type)
  return parts.indexOf('day') < parts.indexOf('month')
}

/** Applies input to a cell, keeping its style, note and validation. */
export function withInput(cell: Cell | undefined, input: Input): Cell {
  const format = cell?.format ?? input.format
  const { formula: _formula, ...kept } = cell ?? { value: null }
  return {
    ...kept,
    value: input.value,
    ...(input.formula === undefined ? {} : { formula: input.formula }),
    ...(format ? { format } : {}),
  }
}
