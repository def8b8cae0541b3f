// What lies over cells goes along when they are cut, shifted, or when lines come before them.
import { expect, test } from 'vitest'
import { createRuntime } from '../apps-script/runtime.ts'

/** A sheet with numbers in A1:C4 and, over B2:C3, a name, a rule, bands, a protection and a list of choices. */
const start = `
  var book = SpreadsheetApp.getActive(), sheet = book.getSheets()[0]
  var at = (a1) => sheet.getRange(a1)
  at('A1:C4').setValues([[1, 2, 3], [4, 5, 6], [7, 8, 9], [10, 11, 12]])
  at('E1').setFormula('=SUM(B2:C3)')
  book.setNamedRange('Inner', at('B2:C3'))
  sheet.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule()
    .whenFormulaSatisfied('=$B2>5').setBold(true).setRanges([at('B2:C3')]).build()])
  at('B2:C3').applyRowBanding()
  at('B2:C3').protect()
  at('E2').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInRange(at('B2:B3')).build())
  at('E3').setDataValidation(SpreadsheetApp.newDataValidation().requireFormulaSatisfied('=B2>0').build())
  var rule = () => sheet.getConditionalFormatRules()[0]
  var state = () => [
    at('E1').getFormula(),
    book.getRangeByName('Inner').getA1Notation(),
    rule().getRanges().map((one) => one.getA1Notation()).join(),
    rule().getBooleanCondition().getCriteriaValues()[0],
    sheet.getBandings()[0].getRange().getA1Notation(),
    sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)[0].getRange().getA1Notation(),
  ]`

const lists =
  "[at('E2'), at('E3')].map((one) => one.getDataValidation().getCriteriaValues()[0]).map((one) => one.getA1Notation ? one.getA1Notation() : one)"

test('cells that are moved take along what is theirs', () => {
  const { evaluate } = createRuntime()
  evaluate(start)
  evaluate("at('B2:C3').moveTo(at('G10'))")
  expect(evaluate('state()')).toEqual(['=SUM(G10:H11)', 'G10:H11', 'G10:H11', '=$G10>5', 'G10:H11', 'G10:H11'])
  expect(evaluate(lists)).toEqual(['G10:G11', '=G10>0'])
  expect(evaluate("at('B2:C3').isBlank()")).toBe(true)
})

test('a part of a conditional format goes with its cells, the rest stays', () => {
  const { evaluate } = createRuntime()
  evaluate(start)
  evaluate("at('B3').moveTo(at('B8'))")
  const rules = `sheet.getConditionalFormatRules().map((one) =>
    [one.getRanges().map((range) => range.getA1Notation()).join(), one.getBooleanCondition().getCriteriaValues()[0]])`
  expect(evaluate(rules)).toEqual([
    ['B2:C2,C3', '=$B2>5'],
    ['B8', '=$B8>5'],
  ])
})

test('cells that make room or close a gap take along what is theirs', () => {
  const { evaluate } = createRuntime()
  evaluate(start)
  evaluate("at('B1:C1').insertCells(SpreadsheetApp.Dimension.ROWS)")
  expect(evaluate('state()')).toEqual(['=SUM(B3:C4)', 'B3:C4', 'B3:C4', '=$B3>5', 'B3:C4', 'B3:C4'])
  evaluate("at('B1:C1').deleteCells(SpreadsheetApp.Dimension.ROWS)")
  expect(evaluate('state()')).toEqual(['=SUM(B2:C3)', 'B2:C3', 'B2:C3', '=$B2>5', 'B2:C3', 'B2:C3'])
})

test('formulas of rules follow rows that come before them', () => {
  const { evaluate } = createRuntime()
  evaluate(start)
  evaluate('sheet.insertRowBefore(1)')
  expect(evaluate('rule().getBooleanCondition().getCriteriaValues()')).toEqual(['=$B3>5'])
  expect(evaluate("at('E4').getDataValidation().getCriteriaValues()")).toEqual(['=B3>0'])
  expect(evaluate("at('E3').getDataValidation().getCriteriaValues()[0].getA1Notation()")).toBe('B3:B4')
})

test('a merged cell is not torn apart', () => {
  const { evaluate } = createRuntime()
  evaluate(start)
  evaluate("at('A6:B6').merge()")
  expect(() => evaluate("at('A5').insertCells(SpreadsheetApp.Dimension.ROWS)")).toThrow('part of a merged cell')
})

test('objects that a script holds stay the same ones', () => {
  const { evaluate } = createRuntime()
  evaluate(start)
  evaluate(`var held = [sheet.getBandings()[0], sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)[0],
    book.getNamedRanges()[0], at('A1:C4').createFilter()]`)
  evaluate('sheet.insertRowBefore(1)')
  expect(evaluate('held.map((one) => one.getRange().getA1Notation())')).toEqual(['B3:C4', 'B3:C4', 'B3:C4', 'A2:C5'])
  evaluate('held.forEach((one) => one.remove())')
  expect(evaluate('[sheet.getBandings().length, sheet.getFilter(), book.getNamedRanges().length]')).toEqual([
    0,
    null,
    0,
  ])
})
