// Row expressions are rendered as formulas and evaluated as the sheet would.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ExpressionError,
  expressionEvaluator,
  expressionKeys,
  expressionType,
  formulaRenderer,
  namedExpression,
  rowEvaluator,
  storedExpression,
} from './compute.ts'
import type { Cell, Column } from './table.ts'

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

  test.each([
    ['"a ""b"" & c" & total', '="a ""b"" & c"&G2'],
    ['-total ^ 2', '=-G2^2'],
    ['(total - 1) ^ (2 * 3)', '=(G2-1)^(2*3)'],
    ['total & "x" & (1 + 2)', '=G2&"x"&1+2'],
    ['(total & "x") = "2x"', '=G2&"x"="2x"'],
    ['total * 12.5%', '=G2*12.5%'],
    ['(1 + 2)%', '=(1+2)%'],
    ['concat(total; true; .5)', '=CONCATENATE(G2,TRUE,0.5)'],
    ["[total] * `quantity` - 'unit_price'", '=G2*E2-F2'],
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
    'SUM()',
    'IMPORTXML(1)',
    '"text',
    'a!b',
    '1 2',
    'IF(1)',
    'IFS(1, 2, 3)',
    'ROUND(1, 2; 3)',
    'TEXT(total, "mmm")',
    'total ) + (1',
    '[total',
    '[]',
    'A1:B2',
    '{1,2}',
    '__proto__(1)',
    'total == 1',
  ])('refuses %j', (expression) => expect(() => renderFormula(expression, letters, 2)).toThrow(ExpressionError))

  test('TEXT with decimals is not said where they have a comma', () => {
    const render = formulaRenderer('TEXT(total, "0.00")', { separator: ';', decimalPoint: false })
    expect(() => render(letters, 2)).toThrow(ExpressionError)
    const plain = formulaRenderer('IF(TRUE, TEXT(total, "yyyy-mm-dd"), 12.5%)', { separator: ';', decimalPoint: false })
    expect(plain(letters, 2)).toBe('=IF(TRUE();TEXT(G2;"yyyy-mm-dd");(125/10)%)')
  })

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

describe('over a table', () => {
  const columns: Column[] = [
    { key: 'qty', name: 'Qty', type: 'number' },
    { key: 'unit_price', name: 'Unit price', type: 'currency', currency: 'EUR' },
    { key: 'due', name: 'Fällig am', type: 'date' },
    { key: 'at', name: 'At', type: 'datetime' },
    { key: 'note', name: 'Note [internal]', type: 'text' },
    { key: 'vat', name: 'VAT', type: 'percent' },
    { key: 'start', name: 'Start', type: 'time' },
    { key: '2024_total', name: '2024 total', type: 'currency', currency: 'EUR' },
  ]
  const row: Cell[] = [3, 19.99, '2026-01-31', '2026-01-31T18:30:00', 'Ada', 0.19, '08:15:00', null]

  test.each([
    ['[Unit price] * Qty', 'unit_price*qty'],
    ["'Unit price' * qty", 'unit_price*qty'],
    ['[fällig  AM] + 30', 'due+30'],
    ['[Note [internal]]] & "x"', 'note&"x"'],
    ['[2024 total] - [2024_total]', '[2024_total]-[2024_total]'],
    ['[unit-price]', 'unit_price'],
    ['[Fällig am] <= "2026-01-31"', 'due<=DATE(2026,1,31)'],
    ['"2026-01-31" = due + 1', 'DATE(2026,1,31)=due+1'],
    ['note = "2026-01-31"', 'note="2026-01-31"'],
    ['qty × 2 ÷ [Unit price] − 1 ≥ 3', 'qty*2/unit_price-1>=3'],
  ])('%s is stored as %s', (written, stored) => {
    expect(storedExpression(written, columns)).toBe(stored)
    expect(storedExpression(stored, columns)).toBe(stored)
  })

  test('names are said to people, brackets in them doubled', () => {
    expect(namedExpression('unit_price*qty&note', columns)).toBe('[Unit price]*[Qty]&[Note [internal]]]')
  })

  test.each(['[Unit cost] * 2', 'B2 * C2', 'price * 2'])('%s names a column that is not there', (written) => {
    expect(() => storedExpression(written, columns)).toThrow(/There is no column/)
  })

  test.each([
    ['unit_price * qty', { type: 'currency', currency: 'EUR' }, 59.97],
    ['unit_price / [2024_total]', { type: 'number' }, null],
    ['due + 30', { type: 'date' }, '2026-03-02'],
    ['EOMONTH(due, 1)', { type: 'date' }, '2026-02-28'],
    ['due - DATE(2026, 1, 1)', { type: 'number' }, 30],
    ['at + start', { type: 'datetime' }, '2026-02-01T02:45:00'],
    ['due < DATE(2026, 6, 1)', { type: 'boolean' }, true],
    ['IF(due < DATE(2026, 6, 1), "late", "")', { type: 'text' }, 'late'],
    ['IF(qty > 5, unit_price, 0)', { type: 'currency', currency: 'EUR' }, 0],
    ['IF(qty > 5, unit_price, "")', { type: 'currency', currency: 'EUR' }, null],
    ['ROUND(unit_price * vat, 2)', { type: 'currency', currency: 'EUR' }, 3.8],
    ['unit_price / SUM(unit_price, [2024_total])', { type: 'number' }, 1],
    ['1 - vat', { type: 'number' }, 0.81],
    ['vat * 50%', { type: 'percent' }, 0.095],
    ['UPPER(note) & "-" & qty', { type: 'text' }, 'ADA-3'],
    ['MAX(due, DATE(2027, 1, 1))', { type: 'date' }, '2027-01-01'],
    ['TEXT(due, "dd.mm.yyyy")', { type: 'text' }, '31.01.2026'],
    ['0.1 + 0.2', { type: 'number' }, 0.3],
  ])('%s is a %j: %j', (expression, type, value) => {
    expect(expressionType(expression, columns)).toEqual(type)
    expect(rowEvaluator(expression, columns, expressionType(expression, columns))(row).value).toBe(value)
  })

  test('where the sheet would show an error there is a reason in words', () => {
    const number = { type: 'number' } as const
    expect(rowEvaluator('qty / [2024_total]', columns, number)(row)).toEqual({ value: null, why: 'it divides by zero' })
    expect(rowEvaluator('note * 2', columns, number)(row)).toEqual({ value: null, why: '“Ada” is not a number' })
    expect(rowEvaluator('[2024 total]', columns, number)(row)).toEqual({ value: null, why: null })
  })

  test('a text with decimals is no number where they have a comma', () => {
    const text = { type: 'text' } as const
    const comma = { separator: ';', decimalPoint: false } as const
    expect(rowEvaluator('"1.5" * 2', columns, text)(row).value).toBe('3')
    expect(rowEvaluator('"1.5" * 2', columns, text, comma)(row).why).toContain('not a number')
    expect(rowEvaluator('unit_price & " €"', columns, text, comma)(row).value).toBe('19,99 €')
  })

  test('texts do not grow beyond a cell', () => {
    const long = ['x'.repeat(30_000)]
    const twice = rowEvaluator('a & a', [{ key: 'a', name: 'A', type: 'text' }], { type: 'text' })(long)
    expect(twice).toEqual({ value: null, why: 'the text is too long for a cell' })
  })
})

test('a template may ask for the day; what a table keeps may not', () => {
  const days = expressionEvaluator('due - TODAY()')
  const now = new Date()
  const today = Math.round(
    (Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) - Date.UTC(1899, 11, 30)) / 86_400_000,
  )
  expect(Math.abs(Number(days({ due: today + 3 })) - 3)).toBeLessThanOrEqual(1)
  expect(
    formulaRenderer('IF(due < TODAY(), "late", "")', { separator: ';', decimalPoint: false })({ due: 'C' }, 4),
  ).toBe('=IF(C4<TODAY();"late";"")')
  expect(() => storedExpression('due - TODAY()', [{ key: 'due', name: 'Due' }])).toThrow('TODAY changes')
})
