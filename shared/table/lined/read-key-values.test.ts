// Proves that facts become rows: one for a block, one for each of repeated blocks; and that remarks and code do not.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ReadTable, readTables } from '../read.ts'

function only(text: string): ReadTable {
  const tables = readTables(text)
  expect(tables).toHaveLength(1)
  return tables[0]!
}

const people = {
  header: ['Name', 'Age', 'City'],
  rows: [
    ['Ada', '36', 'London'],
    ['Alan', '41', 'Wilmslow'],
  ],
}

describe('repeated blocks', () => {
  it.each([
    'Name: Ada\nAge: 36\nCity: London\n\nName: Alan\nAge: 41\nCity: Wilmslow',
    'Name: Ada\nAge: 36\nCity: London\n---\nName: Alan\nAge: 41\nCity: Wilmslow',
    'Name: Ada\nAge: 36\nCity: London\nName: Alan\nAge: 41\nCity: Wilmslow',
    '1. Name: Ada\n   Age: 36\n   City: London\n2. Name: Alan\n   Age: 41\n   City: Wilmslow',
    '- **Name:** Ada\n- **Age:** 36\n- **City:** London\n\n- **Name:** Alan\n- **Age:** 41\n- **City:** Wilmslow',
    '**Name:** Ada\\\n**Age:** 36\\\n**City:** London\n\n**Name:** Alan\\\n**Age:** 41\\\n**City:** Wilmslow',
  ])('%j', (text) => expect(only(text)).toMatchObject(people))

  it('report the headings between them', () => {
    const table = only('Order 1\nCustomer: Ada\nAmount: 5\n\nOrder 2\nCustomer: Bob\nAmount: 7')
    expect(table.rows).toEqual([
      ['Ada', '5'],
      ['Bob', '7'],
    ])
    expect(table.skipped).toHaveLength(1)
  })

  it('stay records when all of their values are numbers', () => {
    expect(only('Width: 10\nHeight: 20\n\nWidth: 5\nHeight: 7')).toMatchObject({
      header: ['Width', 'Height'],
      rows: [
        ['10', '20'],
        ['5', '7'],
      ],
    })
  })
})

describe('one block', () => {
  it('goes on in indented lines', () => {
    expect(only('Name: Ada\nAddress: 12 St James Square,\n  London SW1\nBorn: 1815-12-10').rows).toEqual([
      ['Ada', '12 St James Square,\nLondon SW1', '1815-12-10'],
    ])
  })

  it('may be written with equals signs', () => {
    expect(only('Name = Ada Lovelace\nBorn = 1815-12-10\nCity = London').header).toEqual(['Name', 'Born', 'City'])
  })

  it('keeps addresses and times whole', () => {
    expect(only('Site: https://example.com:8080/a\nTime: 10:30:00\nOwner: Ada').rows).toEqual([
      ['https://example.com:8080/a', '10:30:00', 'Ada'],
    ])
  })
})

it.each([
  '---\ntitle: My page\ndate: 2026-03-01\nauthor: Ada\n---\n\nText of the page.',
  'Ada: hi there\nBob: hello\nAda: how are you?',
  'From: Ada\nTo: Bob\nSubject: Hi\nDate: today',
  'Note: read this\nTip: do that\nWarning: never do this',
  'const a = 1\nconst b = 2\nconst c = 3',
  'host = localhost\nport = 5432\nuser = ada',
])('finds no table in %j', (text) => expect(readTables(text)).toEqual([]))

it('gives back records that were written', () => {
  const value = fc.constantFrom('Ada', '36', 'London', '2026-03-01', 'https://a.b/c?d=e', 'a: b', '1234.50 €', 'x - y')
  const records = fc
    .uniqueArray(fc.constantFrom('Name', 'Age', 'Due date', 'City', 'Größe', '名前'), { minLength: 2, maxLength: 5 })
    .chain((names) =>
      fc
        .array(fc.array(value, { minLength: names.length, maxLength: names.length }), { minLength: 2, maxLength: 5 })
        .map((rows) => ({ names, rows })),
    )
  fc.assert(
    fc.property(records, ({ names, rows }) => {
      const text = rows.map((row) => row.map((cell, at) => `${names[at]}: ${cell}`).join('\n')).join('\n\n')
      const table = only(`Some words here.\n\n${text}\n\nThe end.`)
      expect([table.header, ...table.rows]).toEqual([names, ...rows])
    }),
    { numRuns: 150 * Number(process.env.STRESS ?? 1) },
  )
})
