// Tests of custom formulas, relative dates and gradients in conditional formats and filters.
import { describe, expect, it } from 'vitest'
import { putCell } from './cells.ts'
import { instantToSerial } from './dates.ts'
import { effectiveStyle } from './effective-style.ts'
import { isHiddenByFilter } from './filtered-rows.ts'
import { meetsRelative } from './relative-dates.ts'
import { newWorkbook } from './workbook.ts'

function filled() {
  const book = newWorkbook({ timeZone: 'Etc/GMT', locale: 'en_US' })
  const sheet = book.sheets[0]!
  ;[5, 12, null, 20].forEach((value, index) => {
    putCell(book, sheet, index + 2, 2, { value })
  })
  return { book, sheet }
}

describe('a custom formula', () => {
  it('is asked of each cell of its range, fixed columns staying', () => {
    const { book, sheet } = filled()
    const ranges = [{ row: 2, column: 1, rows: 4, columns: 2 }]
    sheet.conditionalRules = [
      { ranges, kind: 'boolean', type: 'CUSTOM_FORMULA', args: ['=AND($B2>10; $B2<15)'], style: { bold: true } },
      { ranges, kind: 'boolean', type: 'CUSTOM_FORMULA', args: ['=ISBLANK(B2)'], style: { italic: true } },
    ]
    book.version += 1
    const drawn = [2, 3, 4, 5].map((row) => [1, 2].map((column) => effectiveStyle(book, sheet, row, column)))
    expect(drawn.map((line) => line.map(({ bold }) => bold ?? false))).toEqual([
      [false, false],
      [true, true],
      [false, false],
      [false, false],
    ])
    expect(drawn.map(([first]) => first?.italic ?? false)).toEqual([false, false, true, false])
    putCell(book, sheet, 2, 2, { value: 11 })
    expect(effectiveStyle(book, sheet, 2, 1)).toEqual({ bold: true })
  })

  it('filters rows', () => {
    const { book, sheet } = filled()
    const box = { row: 1, column: 1, rows: 5, columns: 2 }
    sheet.filter = { box, criteria: { 2: { hiddenValues: [], type: 'CUSTOM_FORMULA', args: ['=B2>10'] } } }
    book.version += 1
    expect([1, 2, 3, 4, 5].map((row) => isHiddenByFilter(book, sheet, row))).toEqual([false, true, false, true, false])
  })
})

describe('a relative date', () => {
  it('is counted from today in the time zone of the workbook', () => {
    const { book, sheet } = filled()
    const today = Math.floor(instantToSerial(Date.now(), book.timeZone))
    const meets = (type: string, date: string, value: number) => meetsRelative(book, type, date, value)
    expect([-1, 0, 1].map((by) => meets('DATE_BEFORE_RELATIVE', 'TODAY', today + by + 0.5))).toEqual([
      true,
      false,
      false,
    ])
    expect([-8, -3, 0, 1].map((by) => meets('DATE_EQUAL_TO_RELATIVE', 'PAST_WEEK', today + by))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(meets('DATE_AFTER_RELATIVE', 'TOMORROW', today + 2)).toBe(true)
    expect(meets('DATE_BEFORE', 'TODAY', today)).toBeNull()
    const ranges = [{ row: 6, column: 1, rows: 1, columns: 1 }]
    sheet.conditionalRules = [
      { ranges, kind: 'boolean', type: 'DATE_BEFORE_RELATIVE', args: ['TODAY'], style: { bold: true } },
    ]
    putCell(book, sheet, 6, 1, { value: today - 4 })
    expect(effectiveStyle(book, sheet, 6, 1)).toEqual({ bold: true })
  })
})

describe('a gradient', () => {
  it('runs between its points, percentiles counted among the numbers', () => {
    const { book, sheet } = filled()
    ;[0, 10, 20, 1000].forEach((value, index) => {
      putCell(book, sheet, index + 2, 3, { value })
    })
    const point = (type: string, value: string, color: string) => ({ type, value, color })
    sheet.conditionalRules = [
      {
        ranges: [{ row: 1, column: 3, rows: 9, columns: 1 }],
        kind: 'gradient',
        min: point('MIN', '', '#000000'),
        mid: point('PERCENTILE', '50', '#808080'),
        max: point('MAX', '', '#ffffff'),
      },
    ]
    book.version += 1
    const fills = [2, 3, 4, 5].map((row) => effectiveStyle(book, sheet, row, 3).background)
    expect(fills).toEqual(['#000000', '#555555', '#818181', '#ffffff'])
  })
})
