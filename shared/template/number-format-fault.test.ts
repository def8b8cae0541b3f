// Number formats that Google Sheets takes are let through, others are named.
import { isValidFormat } from 'numfmt'
import { describe, expect, test } from 'vitest'
import type { ColumnType } from '../table/table.ts'
import { numberFormatFault } from './number-format-fault.ts'

describe('a number format', () => {
  test.each<[ColumnType, string]>([
    ['number', '0'],
    ['number', '#,##0.00'],
    ['number', '#,##0.00;[Red]-#,##0.00;"–"'],
    ['number', '[>=1000]#,##0,"K";0'],
    ['number', '0.00E+00'],
    ['number', '# ?/?'],
    ['number', 'General'],
    ['number', '0 "days";-0 "days";"today"'],
    ['number', '#,##0 °C'],
    ['currency', '[$€-407] #,##0.00'],
    ['currency', '"$"#,##0.00_);("$"#,##0.00)'],
    ['currency', '#,##0.00 €'],
    ['currency', '_("$"* #,##0.00_)'],
    ['currency', 'R\\$ #,##0.00'.replace('R', '"R"')],
    ['currency', '[>=10000000]##\\,##\\,##\\,##0;[>=100000]##\\,##\\,##0;##,##0'],
    ['percent', '0.0%'],
    ['date', 'yyyy-mm-dd'],
    ['date', 'ddd, d. mmmm yyyy'],
    ['date', 'yyyy"年"m"月"d"日"'],
    ['date', 'yyyy年m月d日'],
    ['date', 'd "de" mmmm'],
    ['time', 'hh:mm:ss.000'],
    ['time', '[h]:mm'],
    ['time', 'h:mm am/pm'],
    ['datetime', 'dd.mm.yyyy hh:mm'],
    ['text', '@'],
    ['email', '@'],
    ['boolean', 'General'],
  ])('of %s may be %s', (type, format) => {
    expect(isValidFormat(format)).toBe(true)
    expect(numberFormatFault(format, type)).toBeNull()
  })

  test.each<[ColumnType, string, string]>([
    ['number', '0 "days', 'quotation mark'],
    ['number', '0 Stück', 'put words in quotation marks'],
    ['number', '0;0;0;0;0', 'four parts'],
    ['number', '0.0.0', 'two decimal points'],
    ['number', '"none"', 'no place for a number'],
    ['number', '[Purple]0', 'square brackets'],
    ['number', 'yyyy', 'no place for a number'],
    ['currency', '@', 'no place for an amount'],
    ['percent', '0.00', 'no %'],
    ['date', '#,##0', 'shows no day'],
    ['date', 'hh:mm', 'shows no day'],
    ['date', 'yyyy #', 'mixes'],
    ['time', 'yyyy-mm-dd', 'shows no time'],
    ['datetime', 'yyyy-mm-dd', 'with its time'],
    ['text', '0', 'use @'],
  ])('of %s cannot be %s', (type, format, says) => expect(numberFormatFault(format, type)).toContain(says))
})
