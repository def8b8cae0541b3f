// Number formats: Google's type and pattern, and the patterns that go without saying.
import { isDateFormat, isPercentFormat, isTextFormat } from 'numfmt'
import { dateFormat } from '../../workbook/implied-format.ts'
import type { Cell, Workbook } from '../../workbook/workbook.ts'

export type NumberFormat = { type?: string; pattern?: string }

/** What kind of value a pattern is for. */
export function typeOfPattern(pattern: string): string {
  if (isTextFormat(pattern)) return 'TEXT'
  if (isDateFormat(pattern)) {
    const plain = pattern.replace(/"[^"]*"|\\./g, '').toLowerCase()
    const hasTime = /[hs]/.test(plain)
    const hasDate = /[yd]/.test(plain) || (!hasTime && /m/.test(plain))
    return hasTime && hasDate ? 'DATE_TIME' : hasTime ? 'TIME' : 'DATE'
  }
  if (isPercentFormat(pattern)) return 'PERCENT'
  if (/e[+-]/i.test(pattern.replace(/"[^"]*"/g, ''))) return 'SCIENTIFIC'
  return /[$€£¥₹₩₽฿]|\[\$/.test(pattern) ? 'CURRENCY' : 'NUMBER'
}

/** How the money of a country is written; elsewhere it is euros. */
const money: Record<string, string> = {
  US: '"$"#,##0.00',
  CA: '"$"#,##0.00',
  AU: '"$"#,##0.00',
  GB: '"£"#,##0.00',
  JP: '"¥"#,##0',
  CN: '"¥"#,##0.00',
  KR: '"₩"#,##0',
  IN: '"₹"#,##0.00',
  BR: '"R$ "#,##0.00',
  CH: '"CHF "#,##0.00',
}

/** The pattern of a type that was asked for without one. */
function impliedPattern(type: string, locale: string): string {
  switch (type) {
    case 'TEXT':
      return '@'
    case 'PERCENT':
      return '0.00%'
    case 'CURRENCY':
      return money[locale.split('_')[1] ?? ''] ?? '#,##0.00 "€"'
    case 'DATE':
      return dateFormat(locale)
    case 'TIME':
      return locale === 'en_US' ? 'h:mm:ss am/pm' : 'hh:mm:ss'
    case 'DATE_TIME':
      return `${dateFormat(locale)} ${locale === 'en_US' ? 'h:mm:ss' : 'hh:mm:ss'}`
    case 'SCIENTIFIC':
      return '0.00E+00'
    default:
      return '0.###############'
  }
}

/** A cell's number format as it was asked for, or as its pattern tells; undefined where there is none. */
export function numberFormatOf(cell: Pick<Cell, 'format' | 'numberType'>): NumberFormat | undefined {
  const { format, numberType } = cell
  if (!format) return undefined
  if (numberType?.pattern !== format) return { type: typeOfPattern(format), pattern: format }
  return numberType.implied ? { type: numberType.type } : { type: numberType.type, pattern: format }
}

/** The part of a cell that a number format decides. */
export function readNumberFormat(
  workbook: Workbook,
  asked: NumberFormat | undefined,
): Pick<Cell, 'format' | 'numberType'> {
  if (!asked) return { format: undefined, numberType: undefined }
  const type = asked.type ?? (asked.pattern ? typeOfPattern(asked.pattern) : 'NUMBER')
  if (asked.pattern) return { format: asked.pattern, numberType: { type, pattern: asked.pattern } }
  const pattern = impliedPattern(type, workbook.locale)
  return { format: pattern, numberType: { type, pattern, implied: true } }
}
