// Whether a sheet should be read from right to left.
import type { FittedTable } from '../template/fitted-table.ts'

const rightToLeft = /^(?:ar|arc|ckb|dv|fa|ha-arab|he|iw|ks|ku-arab|ps|sd|ug|ur|yi)(?:[-_]|$)/i
const rtlLetters = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/g
const letters = /\p{L}/gu
const rowsRead = 50

/** So is a spreadsheet of such a language, and a table that is mostly written in one. */
export function isRightToLeft({ columns, locale }: Pick<FittedTable, 'columns' | 'locale'>): boolean {
  if (rightToLeft.test(locale)) return true
  let text = ''
  for (const { header, values } of columns) {
    text += header
    for (const value of values.slice(0, rowsRead)) if (typeof value === 'string') text += value.slice(0, 100)
  }
  const own = text.match(rtlLetters)?.length ?? 0
  return own > 0 && own * 2 > (text.match(letters)?.length ?? 0)
}
