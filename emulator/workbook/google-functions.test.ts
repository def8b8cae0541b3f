// Tests of the functions that Google has and the engine lacks.
import { expect, it } from 'vitest'
import { putCell } from './cells.ts'
import { valueAt } from './display.ts'
import { newWorkbook } from './workbook.ts'

it.each([
  ['=ARRAYFORMULA(A1:A3*2)', [4, 2, 6]],
  ['=arrayformula(IF(A1:A3>1,"big, yes","no"))', ['big, yes', 'no', 'big, yes']],
  ['=HYPERLINK("https://example.com","Go")', ['Go', null, null]],
  ['=LEN(HYPERLINK("https://a.b"))', [11, null, null]],
  ['=JOIN("-",A1:A3)', ['2-1-3', null, null]],
  ['=FLATTEN(A1:A3)', [2, 1, 3]],
  ['=SORT(A1:A3,1,FALSE)', [3, 2, 1]],
  ['=SORT(A1:B3,1,TRUE,2,TRUE)', ['#NAME?', null, null]],
  ['=ARRAY_CONSTRAIN(A1:A3,2,1)', [2, 1, null]],
  ['=AVERAGE.WEIGHTED(A1:A3,B1:B3)', [2.25, null, null]],
  ['=IMPORTRANGE("x","A1")', ['#REF!', null, null]],
  ['=MINUS(ADD(A1,A3),POW(A1,2))', [1, null, null]],
  ['=IF(GTE(A1,2),DIVIDE(A1,UMINUS(B1)),NE(1,1))', [-2, null, null]],
  ['=TO_DATE(45000)', [45000, null, null]],
  ['="ARRAYFORMULA(1)"', ['ARRAYFORMULA(1)', null, null]],
])('%s', (formula, values) => {
  const book = newWorkbook()
  const sheet = book.sheets[0]!
  const data = [
    [2, 1],
    [1, 1],
    [3, 2],
  ]
  data.forEach((line, down) => {
    line.forEach((value, right) => {
      putCell(book, sheet, down + 1, right + 1, { value })
    })
  })
  putCell(book, sheet, 1, 5, { value: null, formula })
  expect([1, 2, 3].map((row) => valueAt(book, sheet, row, 5))).toEqual(values)
})
