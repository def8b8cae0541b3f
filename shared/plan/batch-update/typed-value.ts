// Values of conditions, which Google reads as if a person had typed them into a cell of the spreadsheet.
import { isoDate } from '../../table/compute/serial.ts'

/** Whether Google would take a typed text for a formula. */
const startsFormula = (text: string) => /^[=+]/.test(text)

/** A text to compare with. One that would become a formula is given as the formula of that very text. */
export function typedText(text: string): string {
  return startsFormula(text) ? `="${text.replaceAll('"', '""')}"` : text
}

/** An item of a drop-down list: choosing it types it into the cell, so one that would be a formula is marked as text. */
export function typedItem(text: string): string {
  return startsFormula(text) ? `'${text}` : text
}

/**
 * A number in the spreadsheet's own writing. Where the decimal sign is neither a point nor a comma nothing is known of how Google
 * reads it: there a number with decimals is a quotient of whole ones.
 */
export function typedNumber(value: number, locale: string): string {
  const text = String(value).toUpperCase()
  if (!text.includes('.')) return text
  const sign = decimalSign(locale)
  if (sign === '.' || sign === ',') return text.replace('.', sign)
  const [digits = '', exponent = '0'] = text.split('E')
  const decimals = digits.length - 1 - digits.indexOf('.')
  const shift = Number(exponent) - decimals
  return `=${digits.replace('.', '')}${shift < 0 ? '/' : '*'}1E${Math.abs(shift)}`
}

/** A day by its serial number, as every locale reads it. */
export function typedDay(serial: number, locale: string): string {
  return isoDate(serial) ?? typedNumber(serial, locale)
}

function decimalSign(locale: string): string {
  try {
    const parts = new Intl.NumberFormat(locale.replaceAll('_', '-')).formatToParts(1.5)
    return parts.find(({ type }) => type === 'decimal')?.value ?? '.'
  } catch {
    return '.'
  }
}
