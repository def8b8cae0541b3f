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
  ['=SORT(A1:B3,2,TRUE,1,FALSE)', [2, 1, 3]],
  ['=SORT(A1:A3,B1:B3,FALSE)', [3, 2, 1]],
  ['=SORTN(A1:A3,2,0,1,FALSE)', [3, 2, null]],
  ['=FILTER(A1:A3,A1:A3>1,B1:B3<2)', [2, null, null]],
  ['=FILTER(A1:A3,A1:A3>9)', ['#N/A', null, null]],
  ['=COUNT(FILTER(A1:A3,A1:A3>1))', [2, null, null]],
  ['=ROWS(FILTER(A1:A3,A1:A3>1))', [2, null, null]],
  ['=COUNTUNIQUE(B1:B9)', [2, null, null]],
  ['=TEXTJOIN("; ",TRUE,UNIQUE(B1:B3))', ['1; 2', null, null]],
  ['=JOIN("-",FILTER(A1:A3,A1:A3>1))', ['2-3', null, null]],
  ['=CONCATENATE(A1:A3)', ['213', null, null]],
  ['=TRANSPOSE(SPLIT("a, b;7",";,"))', ['a', ' b', 7]],
  ['={A1:A2;B3}', [2, 1, 2]],
  ['={"head";A1:A2}', ['head', 2, 1]],
  ['=VLOOKUP(3,{A1:A3,B1:B3},2,FALSE)', [2, null, null]],
  ['=SUMPRODUCT(--(A1:A3>1),B1:B3)', [3, null, null]],
  ['=SUMPRODUCT(A1:A3>1)', [2, null, null]],
  ['=ARRAYFORMULA(-A1:A3)', [-2, -1, -3]],
  ['=ARRAYFORMULA(LEN(A1:A3&"ab"))', [3, 3, 3]],
  ['=ARRAYFORMULA(VLOOKUP(B1:B3,A1:B3,1,FALSE))', [1, 1, 2]],
  ['=ARRAYFORMULA(COUNTIF(B1:B3,B1:B3))', [2, 2, 1]],
  ['=ARRAYFORMULA(IF(A2:A="","",ROUND(A2:A/2)))', [1, 2, '']],
  ['=ARRAYFORMULA(ROW(A2:A))', [2, 3, 4]],
  ['=ROWS(A:A)', [1000, null, null]],
  ['=TEXT(45000,"MMMM D, YYYY")', ['March 15, 2023', null, null]],
  ['=ROUND(2.5)+CEILING(1.2)', [5, null, null]],
  ['=IFERROR(1/0)', [null, null, null]],
  ['=IFERROR(1/0)+1', [1, null, null]],
  ['=D9', [null, null, null]],
  ['=D9+1', [1, null, null]],
  ['=IF(A1=2,0,1)', [0, null, null]],
  ['=UNIQUE(B2:B5)', [1, 2, null]],
  ['=E1+1', ['#REF!', null, null]],
  ['=DATE(124,1,1)', [45292, null, null]],
  ['=QUERY(A1:B3,"select A")', ['#NAME?', null, null]],
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
