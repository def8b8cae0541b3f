// Grounding: values are found as they are written, whole, at their exact place, and in their own record.
import { describe, expect, it } from 'vitest'
import { createGrounder, groundValue } from './ground.ts'

const text =
  'Ada Lovelace’s order: 12 in 3124, 1.480,00 € on 3 March 2026, 15% off, 12.5 kg of A-123 at 2:30 pm. 北京 １２３ 👍🏽 Café.'
const sources = [{ id: 'm', text }]

function quote(value: string | number | boolean, type: Parameters<typeof groundValue>[1]): string | null {
  const span = groundValue(value, type, sources)
  return span && text.slice(span.start, span.end)
}

describe('groundValue', () => {
  it.each([
    ['ada  lovelace', 'text', 'Ada Lovelace'],
    [12, 'number', '12'],
    [1480, 'currency', '1.480,00 €'],
    ['1480 EUR', 'currency', '1.480,00 €'],
    ['2026-03-03', 'date', '3 March 2026'],
    [0.15, 'percent', '15%'],
    ['14:30:00', 'time', '2:30 pm'],
    [123, 'number', '１２３'],
    ['北京', 'text', '北京'],
    ['Cafe\u0301', 'text', 'Café'],
  ] as const)('finds %s as %s', (value, type, written) => {
    expect(quote(value, type)).toBe(written)
  })

  it.each([
    [31, 'number'],
    [5, 'number'],
    ['A-12', 'text'],
    ['1480 USD', 'currency'],
    ['Cafe', 'text'],
  ] as const)('finds no %s as %s', (value, type) => {
    expect(quote(value, type)).toBeNull()
  })
})

describe('createGrounder', () => {
  it('grounds the cells of a row beside one another', () => {
    const orders = 'Ada paid 12 EUR.\nBob paid 12 EUR.\n'
    const grounder = createGrounder([{ id: 'm', text: orders }])
    const columns = [{ type: 'text' as const }, { type: 'currency' as const, currency: 'EUR' }]
    expect(grounder.groundRow(['Bob', 12], columns)).toEqual([
      { source: 'm', start: 17, end: 20 },
      { source: 'm', start: 26, end: 32 },
    ])
  })
})

describe('createGrounder on rows that are copied word for word', () => {
  const columns = (types: string) => types.split(' ').map((type) => ({ type: type as 'text' }))
  const quotes = (text: string, rows: string[][], types: string) => {
    const grounder = createGrounder([{ id: 'm', text }])
    return rows.map((row) =>
      grounder.groundRow(row, columns(types)).map((span) => span && [span.start, text.slice(span.start, span.end)]),
    )
  }

  it('finds equal rows one after the other, each in its own line', () => {
    const line = 'On 2026-03-05 Ada bought 12 lamps for €30.50.\n'
    const row = ['Ada', '12', 'lamps', '€30.50', '2026-03-05']
    const [first, second] = quotes(line + line, [row, row], 'text number text currency date')
    expect(first).toEqual([
      [14, 'Ada'],
      [25, '12'],
      [28, 'lamps'],
      [38, '€30.50'],
      [3, '2026-03-05'],
    ])
    expect(second).toEqual(first!.map((span) => [(span![0] as number) + line.length, span![1]]))
  })

  it('finds them in sentences of one paragraph, in any order, with other things between', () => {
    const text = 'Hello all! Two orders came in. Ada wants 12 lamps by May. Dr. Bob Ross asks for 7 chairs, says Cy.'
    const rows = [
      ['Bob Ross', '7', 'chairs'],
      ['Ada', '12', 'lamps'],
    ]
    expect(quotes(text, rows, 'text number text').map((spans) => spans.map((span) => span![0]))).toEqual([
      [62, 80, 82],
      [31, 41, 44],
    ])
  })

  it.each([
    ['Ada paid 12 in Paris and Bob paid 15 in Rome.', ['Ada', '15', 'Paris'], 'text number text', 1],
    ['Ada paid 12 million.', ['Ada', '12'], 'text number', 1],
    ['Ada paid 12 USD.', ['Ada', '€12'], 'text currency', 1],
    ['Ada comes at 10:30 pm.', ['Ada', '10:30'], 'text time', 1],
    ['Ada was born on 5 March 1950.', ['Ada', 'March 1950'], 'text date', 1],
    ['Adam paid 12.\nAda was here.', ['Ada', '12'], 'text number', 1],
    ['张三付12元，李四付15元。', ['张三', '15'], 'text number', 1],
  ] as const)('%j has no row %j', (text, row, types, at) => {
    expect(quotes(text, [[...row]], types)[0]![at]).toBeNull()
  })
})

describe('groundValue beside the other values of a row', () => {
  // Every line: the text, the row's other values, a value of the row, and the same from another row.
  const cases: [string, (string | number)[], string | number, string | number][] = [
    ['Ada paid 12 in Paris and Bob paid 15 in Rome.', ['Ada', 12], 'Paris', 'Rome'],
    ['Ada paid 12 in Paris and Bob paid 15 in Rome.', ['Bob', 'Rome'], 15, 12],
    ['- Ada: 12, Paris\n- Bob: 15, Rome\n- Cy: 20, Oslo', ['Bob', 15], 'Rome', 'Oslo'],
    ['Name: Ada\nAmount: 12\nCity: Paris\n\nName: Bob\nAmount: 15\nCity: Rome', ['Bob', 'Rome'], 15, 12],
    ['Ada lives in Paris. She paid 12. Bob lives in Rome. He paid 15.', ['Ada', 'Paris'], 12, 15],
    ['Ada, Bob and Cy paid 12, 15 and 20 respectively.', ['Bob'], 15, 12],
    ['Ada scored 27 points with 8 rebounds. Bob added 19 points and 11 rebounds.', ['Bob', 11], 19, 27],
    ['Class 4B: Noor 14, Ben 11. Class 4C: Zoe 16.', ['Ben', 11], '4B', '4C'],
    ['| Ada | 12 | Paris |\n| Bob | 15 | Rome |', ['Ada', 12], 'Paris', 'Rome'],
    ['张三支付了12元，住在北京。\n李四支付了15元，住在上海。', ['李四', 15], '上海', '北京'],
  ]
  const typeOf = (value: string | number) => (typeof value === 'number' ? 'number' : 'text')

  it.each(cases)('%j: %j with %j and not with %j', (text, others, own, foreign) => {
    const sources = [{ id: 'm', text }]
    const near = others.map((value) => groundValue(value, typeOf(value), sources)!)
    expect(groundValue(own, typeOf(own), sources, { near })).not.toBeNull()
    expect(groundValue(foreign, typeOf(foreign), sources, { near })).toBeNull()
  })

  it('takes a value of the heading for every row below it', () => {
    const text = 'All on 3 March 2026: Ada 12, Bob 15.'
    const sources = [{ id: 'm', text }]
    for (const name of ['Ada', 'Bob']) {
      const near = [groundValue(name, 'text', sources)!]
      expect(groundValue('2026-03-03', 'date', sources, { near })).not.toBeNull()
    }
  })

  it('finds values however they are written', () => {
    const written: [string | number | boolean, Parameters<typeof groundValue>[1], string, string | null][] = [
      [25, 'number', 'some twenty-five chairs', 'twenty-five'],
      [24, 'number', 'two dozen chairs', 'two dozen'],
      [2, 'number', 'Zoe was twice absent', 'twice'],
      [1.75, 'number', 'it weighs 1 3/4 kg', '1 3/4'],
      [1.75, 'number', 'about 1¾ cups', '1¾'],
      [128000, 'currency', '家賃12万8千円', '12万8千円'],
      [0.75, 'percent', 'yüzde 75 arttı', 'yüzde 75'],
      ['19:30:00', 'time', 'om 19.30 uur', '19.30'],
      [-8, 'number', '最高-8℃', '-8'],
      ['춘천', 'text', '춘천은 맑음', '춘천'],
      ['ono@a.example', 'email', '（総務部）ono@a.example 内線', 'ono@a.example'],
      [2026, 'number', 'call +49 2026 5512', null],
      [1.2, 'number', 'it has 1.2k stars', null],
      ['A-12', 'text', 'see A-123', null],
      ['12 USD', 'currency', 'costs 12 EUR', null],
      ['2026-05-01', 'date', 'due next month', null],
      [true, 'boolean', 'vaccinated: yes', 'yes'],
    ]
    for (const [value, type, text, quote] of written) {
      const span = groundValue(value, type, [{ id: 'm', text }])
      expect([value, span && text.slice(span.start, span.end)]).toEqual([value, quote])
    }
  })
})
