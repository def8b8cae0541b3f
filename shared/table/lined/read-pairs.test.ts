// Proves that lists of names and values become rows, and that facts, prose, code and ranges do not.
import { describe, expect, it } from 'vitest'
import { readTables } from '../read.ts'

const lists: Record<string, [text: string, rows: string[][]]> = {
  'marked, with colons': [
    '- Apples: 3\n- Pears: 4\n- Plums: 5',
    [
      ['Apples', '3'],
      ['Pears', '4'],
      ['Plums', '5'],
    ],
  ],
  'two marked amounts': [
    '1) Bread - 2.50\n2) Milk - 1.20',
    [
      ['Bread', '2.50'],
      ['Milk', '1.20'],
    ],
  ],
  'dot leaders': [
    'Milk ... 1,20 €\nBread ... 2,80 €\nButter ... 3,50 €',
    [
      ['Milk', '1,20 €'],
      ['Bread', '2,80 €'],
      ['Butter', '3,50 €'],
    ],
  ],
  contents: [
    'Chapter 1 ..... 5\nChapter 2 ..... 17\nIndex ..... 120',
    [
      ['Chapter 1', '5'],
      ['Chapter 2', '17'],
      ['Index', '120'],
    ],
  ],
  'equals signs': [
    '• Rent = 900 EUR\n• Food = 400 EUR\n• Fun = 50 EUR',
    [
      ['Rent', '900 EUR'],
      ['Food', '400 EUR'],
      ['Fun', '50 EUR'],
    ],
  ],
  brackets: [
    'Anna (12)\nBob (7)\nCleo (31)',
    [
      ['Anna', '12'],
      ['Bob', '7'],
      ['Cleo', '31'],
    ],
  ],
  'three parts': [
    '- Ada – engineer – London\n- Alan – mathematician – Wilmslow\n- Grace – admiral – New York',
    [
      ['Ada', 'engineer', 'London'],
      ['Alan', 'mathematician', 'Wilmslow'],
      ['Grace', 'admiral', 'New York'],
    ],
  ],
  'commas behind marks': [
    '- Ada, 36, London\n- Alan, 41, Wilmslow\n- Grace, 85, New York',
    [
      ['Ada', '36', 'London'],
      ['Alan', '41', 'Wilmslow'],
      ['Grace', '85', 'New York'],
    ],
  ],
  'an agenda': [
    '09:00 – Standup\n10:30 – Review\n12:00 – Lunch',
    [
      ['09:00', 'Standup'],
      ['10:30', 'Review'],
      ['12:00', 'Lunch'],
    ],
  ],
  'bold names and measures': [
    '* **Milk**: 2 l\n* **Flour**: 500 g\n* **Eggs**: 6',
    [
      ['Milk', '2 l'],
      ['Flour', '500 g'],
      ['Eggs', '6'],
    ],
  ],
  'full-width colons': [
    'りんご：3個\nみかん：5個\nバナナ：2個',
    [
      ['りんご', '3個'],
      ['みかん', '5個'],
      ['バナナ', '2個'],
    ],
  ],
  'money, with a free one': [
    'Rent: 900 €\nFood: 400 €\nFun: free\nTotal: 1300 €',
    [
      ['Rent', '900 €'],
      ['Food', '400 €'],
      ['Fun', 'free'],
      ['Total', '1300 €'],
    ],
  ],
  'dates of birthdays': [
    'Ada - 10 Dec 1815\nAlan - 23 Jun 1912\nGrace - 9 Dec 1906',
    [
      ['Ada', '10 Dec 1815'],
      ['Alan', '23 Jun 1912'],
      ['Grace', '9 Dec 1906'],
    ],
  ],
  arrows: [
    'old-name -> new-name\nfoo -> bar\nbaz -> qux',
    [
      ['old-name', 'new-name'],
      ['foo', 'bar'],
      ['baz', 'qux'],
    ],
  ],
}

describe('lists of names and values', () => {
  it.each(Object.entries(lists))('%s', (_name, [body, rows]) => {
    const text = `Hello, here is what I have:\n\n${body}\n\nThanks, Ada`
    const tables = readTables(text)
    expect(tables.map((table) => text.slice(table.start, table.end))).toEqual([body])
    expect(tables[0]).toMatchObject({ header: null, rows })
  })

  it('names their columns from a first line of names', () => {
    expect(readTables('Item – Price\nApple – 3.00\nPear – 4.00')[0]).toMatchObject({
      header: ['Item', 'Price'],
      rows: [
        ['Apple', '3.00'],
        ['Pear', '4.00'],
      ],
    })
  })
})

it.each([
  '1990 - 2000\n2001 - 2010\n2011 - 2020',
  'Mon 10:00 - 11:00\nTue 10:00 - 11:00\nWed 9:00 - 10:00',
  '- HTML – the language of the web\n- CSS – styles for pages\n- JS – scripts',
  'a = 1\nb = 2\nc = 3',
  'Ada: 3\nBob: 4\nAda: 5',
  '- [Foo](http://x.y) - A thing\n- [Bar](http://x.y) - Another\n- [Baz](http://x.y) - More',
  '- `a` - first letter\n- `b` - second letter\n- `c` - third letter',
  'He came - and left.\nShe stayed - and slept.\nThey sang - and danced.',
  'Well... maybe\nYes... no\nHm... sure thing',
  '- Buy milk\n- Call Ada (home)\n- Fix the door',
  '* fix: handle empty input\n* feat: add a flag\n* docs: say more',
  'x -> y()\nfoo(a) -> b;\nbar -> c();',
  '- one - two\n- three\n- four - five',
])('finds no table in %j', (text) => expect(readTables(text)).toEqual([]))
