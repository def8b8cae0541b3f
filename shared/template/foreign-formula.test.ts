// Formulas that reach further than their row, as they are written once somebody agreed to them.
import { describe, expect, test } from 'vitest'
import { payloads } from '../plan/testing/formula-payloads.ts'
import { planNew, templateOf } from '../plan/testing/plan-in.ts'
import { fitTable } from './fit-table.ts'
import { readForeign, rekeyForeign, writeForeign } from './foreign-formula.ts'

const columns = [
  { key: 'link', name: 'The link' },
  { key: 'a1', name: 'Amount' },
]
const letters = { link: 'B', a1: 'C' }
const point = { separator: ',', decimalPoint: true } as const
const comma = { separator: ';', decimalPoint: false } as const

describe('a formula', () => {
  test.each([
    ['=IMAGE(link)', '=IMAGE(B7)', '=IMAGE(B7)'],
    ['image([The link], 4, 50, 1.5)', '=IMAGE(B7,4,50,(15/10))', '=IMAGE(B7;4;50;(15/10))'],
    [
      'HYPERLINK("https://x.example/?a=1,2;"&a1;"say ""hi""")',
      '=HYPERLINK("https://x.example/?a=1,2;"&C7,"say ""hi""")',
      '=HYPERLINK("https://x.example/?a=1,2;"&C7;"say ""hi""")',
    ],
    [
      'VLOOKUP(a1, Rates!$A$2:$B$9, 2, FALSE)',
      '=VLOOKUP(C7,Rates!$A$2:$B$9,2,FALSE())',
      '=VLOOKUP(C7;Rates!$A$2:$B$9;2;FALSE())',
    ],
    ["SUM('My rates'!A:B)*a1%", "=SUM('My rates'!A:B)*C7%", "=SUM('My rates'!A:B)*C7%"],
    [
      'GOOGLEFINANCE("CURRENCY:EURUSD")*a1',
      '=GOOGLEFINANCE("CURRENCY:EURUSD")*C7',
      '=GOOGLEFINANCE("CURRENCY:EURUSD")*C7',
    ],
  ])('%s is written for a row, in every locale', (text, english, german) => {
    const read = readForeign(text, columns)!
    expect(writeForeign(read, letters, 7, point)).toBe(english)
    expect(writeForeign(read, letters, 7, comma)).toBe(german)
    const again = readForeign(rekeyForeign(read, (key) => key)!, columns)!
    expect(writeForeign(again, letters, 7, point)).toBe(english)
  })

  test.each([
    ['a column that is not there', 'IMAGE(photo)'],
    ['a name of somebody else', 'SUM(my_range)'],
    ['a list of its own', 'SUM({1,2})'],
    ['both separators', 'IMAGE(link, 4; 5)'],
    ['a parenthesis too few', 'IMAGE(link'],
    ['one too many', 'IMAGE(link))+('],
    ['another program', "cmd|'/c calc'!A1"],
    ['two formulas', 'IMAGE(link)\n=IMAGE(link)'],
    ['what cannot be seen', 'IMAGE(link&"\u200b")'],
    ['nothing', '='],
    ['a text that does not end', 'IMAGE("a)'],
    ['more than can be looked at', `IMAGE(link&"${'x'.repeat(2000)}")`],
  ])('with %s is never written', (_, text) => {
    expect(readForeign(text, columns)).toBeNull()
  })
})

test('nothing of a list of attacks is written without a yes, nor with a yes to another', () => {
  for (const payload of payloads) {
    const template = templateOf([
      { key: 'name', header: 'Name', type: 'text' },
      { key: 'leak', header: 'Leak', type: 'text', formula: payload.slice(0, 2000) },
    ])
    const table = {
      title: 'T',
      columns: [
        { key: 'name', name: 'Name', type: 'text' as const },
        { key: 'own', name: 'Own', type: 'text' as const, formula: payload },
      ],
      rows: [['x', 'y']],
    }
    const decisions = {
      mapping: {},
      review: { all: 'in' as const, rows: {} },
      conflicts: { all: null, cells: {} },
      formulas: { leak: `${payload} `, own: `${payload} ` },
    }
    const { cells } = planNew(table, template)
    expect(cells.flat().filter((cell) => typeof cell === 'object' && cell !== null)).toEqual([])
    const fitted = fitTable({ table, template, locale: 'en_US', decisions })
    expect(fitted.columns.map(({ computed }) => computed)).not.toContain(true)
  }
})
