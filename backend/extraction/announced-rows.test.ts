// How many records a text announces, in many languages; and what announces nothing.
import { describe, expect, it } from 'vitest'
import { announcedRows, createAnnouncements } from './announced-rows.ts'

const announced: [number, string][] = [
  [12, 'We received the following 12 orders this week. Ada took two lamps, …'],
  [7, 'Hier sind die 7 Personen: Ada, Bob und die anderen.'],
  [7, 'Die folgenden 7 Personen kommen zum Essen.'],
  [7, 'die folgenden sieben Gäste kommen'],
  [4, 'Voici les quatre commandes de mars. Ada a pris deux lampes.'],
  [3, 'Los siguientes 3 clientes no han pagado.'],
  [5, 'Ecco i cinque fornitori che conosco.'],
  [6, 'De volgende 6 leden zijn nieuw.'],
  [9, 'Вот 9 заказов за март.'],
  [5, '以下の5件を表にしてください。'],
  [12, '下列12位客户需要联系'],
  [15, '共十五项费用'],
  [7, '다음 7건의 주문입니다.'],
  [1200, 'Here are the 1,200 invoices of the year.'],
  [12, 'Twelve open invoices: first the one of Ada …'],
  [3, 'There were three accidents on Monday: Ada fell, Bob slipped, Joan stumbled.'],
  [3, 'To do:\n1. Ada calls Bob\n2. Bob calls Joan\n3. Joan calls Ada\n'],
  [3, 'Guests\n- Ada, two nights\n- Bob, three nights\n- Joan, one night\n'],
  [2, 'Name: Ada\nTown: Bern\n\nName: Bob\nTown: Rome\nNote: late\n'],
]

const silent = [
  'Ada ordered 2 lamps and 3 chairs on 31 March 2026 for €1,200.50.',
  'We stayed 12 days in Bern. The train took 3 hours.',
  'We have 3 weeks left. These 2024 figures are final.',
  'The following 12 orders came, and these 3 cancellations.',
  'Please make a table with 5 columns: name, age, town, street, phone.',
  'It is 12:30 and I have no time.',
  'There were three accidents on Monday. I have 2 kids and I need 5 copies of it.',
  'Ada 2 lamps. Ada bought 4 lamps: 2 red ones, 2 blue ones.',
  '1. Ada\n2. Bob\n4. Joan\n',
  '- one\n  - inner\n  - inner\n- two\n',
  'Call me at 555 1234: I am at home.',
  '',
]

describe('a text', () => {
  it.each(announced)('announces %i: %s', (rows, text) => expect(announcedRows(text)).toBe(rows))
  it.each(silent)('announces nothing sure: %s', (text) => expect(announcedRows(text)).toBeNull())

  it('stays quick whatever it holds', () => {
    const started = performance.now()
    for (const text of ['the following 12 '.repeat(20_000), '1 a b c '.repeat(40_000), '- x\n'.repeat(90_000)])
      announcedRows(text)
    expect(performance.now() - started).toBeLessThan(3000)
  })
})

describe('several tables of one reply', () => {
  it('are matched by what is counted', () => {
    const find = createAnnouncements(() => 'Here are the 12 orders and the following 3 customers.')
    expect([find('Orders of March'), find('New customers'), find('Towns')]).toEqual([12, 3, null])
  })

  it('get the only count for the first of them alone', () => {
    const find = createAnnouncements(() => 'Voici les quatre commandes de mars.')
    expect([find('Orders'), find('People')]).toEqual([4, null])
  })
})
