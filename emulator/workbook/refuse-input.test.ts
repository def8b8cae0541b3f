// What a data validation that rejects lets in, and what it says otherwise.
import { expect, test } from 'vitest'
import { createRuntime } from '../apps-script/runtime.ts'

const ruled = (rule: string) => {
  const { evaluate } = createRuntime()
  evaluate(`const sheet = SpreadsheetApp.getActiveSheet(); const at = (a1) => sheet.getRange(a1)
    at('B2:B9').setDataValidation(SpreadsheetApp.newDataValidation().${rule}.setAllowInvalid(false).build())`)
  return evaluate
}

test('a list says what it takes', () => {
  expect(() => ruled("requireValueInList(['a', 'b'])")("at('B3').setValue('c')")).toThrow(
    'The data you entered in cell B3 violates the data validation rules set on this cell.\nPlease enter one of the following values: a, b.',
  )
})

test('a custom formula is asked of each cell, with all that is written in place', () => {
  const evaluate = ruled("requireFormulaSatisfied('=B2>A2')")
  evaluate("at('A2:A4').setValues([[1], [5], [9]])")
  expect(() => evaluate("at('B2:B4').setValues([[2], [6], [8]])")).toThrow('entered in cell B4 violates')
  expect(evaluate("at('B2:B4').isBlank()")).toBe(true)
  evaluate("at('A4:B4').setValues([[7, 8]])")
  expect(evaluate("at('B4').getValue()")).toBe(8)
  evaluate("at('B4').setValue('')")
  expect(evaluate("at('B4').isBlank()")).toBe(true)
})

test('a rule that only warns lets everything in', () => {
  const evaluate = ruled('requireNumberGreaterThan(1)')
  evaluate("at('C2').setDataValidation(SpreadsheetApp.newDataValidation().requireFormulaSatisfied('=C2>100').build())")
  expect(evaluate("at('C2').setValue(3).getValue()")).toBe(3)
})
