// Row expressions are rendered as formulas and evaluated as the sheet would.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ExpressionError, expressionEvaluator, expressionKeys, formulaRenderer } from './compute.ts'
import type { Cell } from './table.ts'

const renderFormula = (expression: string, letters: Record<string, string>, row: number) =>
  formulaRenderer(expression)(letters, row)
const evaluateExpression = (expression: string, values: Record<string, Cell | undefined>) =>
  expressionEvaluator(expression)(values)

const letters = { quantity: 'E', unit_price: 'F', total: 'G' }

describe('rendering', () => {
  test.each([
    ['quantity * unit_price', '=E2*F2'],
    ['(total - quantity) / total', '=(G2-E2)/G2'],
    ['total - (quantity - unit_price)', '=G2-(E2-F2)'],
    ['total - quantity - unit_price', '=G2-E2-F2'],
    ['-(quantity + 1) * 2.50', '=-(E2+1)*2.50'],
    ['round(total / 3, 2)', '=ROUND(G2/3,2)'],
    ['IF(quantity >= 10, total * 0.9, total)', '=IF(E2>=10,G2*0.9,G2)'],
  ])('%s', (expression, formula) => expect(renderFormula(expression, letters, 2)).toBe(formula))

  test('where the comma is the decimal sign, nothing depends on it', () => {
    const render = formulaRenderer('IF(quantity > 1, total * 0.19, 0)', { separator: ';', decimalPoint: false })
    expect(render(letters, 7)).toBe('=IF(E7>1;G7*(19/100);0)')
  })

  test.each([
    '',
    'quantity *',
    'quantity unit_price',
    '(total',
    'SUM(total)',
    'IMPORTXML(1)',
    '"text"',
    'a!b',
    '1 2',
    'IF(1,2)',
  ])('refuses %j', (expression) => expect(() => renderFormula(expression, letters, 2)).toThrow(ExpressionError))

  test('refuses a column that is not there', () => {
    expect(() => renderFormula('constructor * 2', letters, 2)).toThrow('The column “constructor” is not in the table.')
  })

  test('refuses what would exhaust the stack', () => {
    expect(() => expressionKeys(`${'('.repeat(5000)}total${')'.repeat(5000)}`)).toThrow(ExpressionError)
    expect(() => expressionKeys(Array(2000).fill('total').join('+'))).toThrow(ExpressionError)
  })

  test('names the columns it stands on', () => {
    expect(expressionKeys('IF(quantity > 0, total / quantity, unit_price)')).toEqual([
      'quantity',
      'total',
      'unit_price',
    ])
  })
})

describe('evaluating', () => {
  test.each([
    ['quantity * unit_price', { quantity: 3, unit_price: 12.5 }, 37.5],
    ['2 + 3 * 4 - 1', {}, 13],
    ['10 / 4 / 5', {}, 0.5],
    ['quantity * 2', { quantity: null }, 0],
    ['quantity * 2', { quantity: 'three' }, null],
    ['1 / quantity', { quantity: 0 }, null],
    ['ROUND(1.005, 2)', {}, 1.01],
    ['ROUND(-2.5)', {}, -3],
    ['ROUND(1234, -2)', {}, 1200],
    ['IF(quantity > 2, 1, 1 / 0)', { quantity: 3 }, 1],
    ['quantity = 3', { quantity: 3 }, true],
  ])('%s of %j is %j', (expression, values, result) => expect(evaluateExpression(expression, values)).toBe(result))

  test('a rendered formula reads back as the same expression', () => {
    const leaf = fc.constantFrom('a', 'b', '2', '0.5')
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc
          .tuple(tie('tree'), fc.constantFrom('+', '-', '*', '/', '<', '='), tie('tree'))
          .map(([l, o, r]) => `(${l}) ${o} (${r})`),
        tie('tree').map((inner) => `-(${inner})`),
      ),
    }))
    fc.assert(
      fc.property(tree, fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }), (expression, a, b) => {
        const back = renderFormula(expression, { a: 'a', b: 'b' }, 1)
          .slice(1)
          .replace(/([ab])1/g, '$1')
        expect(evaluateExpression(back, { a, b })).toBe(evaluateExpression(expression, { a, b }))
      }),
      { numRuns: 200 },
    )
  })
})
