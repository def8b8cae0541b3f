// Tests of custom formulas in conditional formats and filters.
import { describe, expect, it } from 'vitest'
import { putCell } from './cells.ts'
import { effectiveStyle } from './effective-style.ts'
import { isHiddenByFilter } from './filtered-rows.ts'
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
