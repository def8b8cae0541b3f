// Proves that tables of every format are found in running text, with exact spans and whole cells.
import { describe, expect, it } from 'vitest'
import { type ReadTable, readTables } from './read.ts'

function only(text: string): ReadTable {
  const tables = readTables(text)
  expect(tables).toHaveLength(1)
  return tables[0]!
}

function spanned(text: string, table: ReadTable): string {
  return text.slice(table.start, table.end)
}

const people = [
  ['Ada', '36'],
  ['Alan', '41'],
]

describe('delimited text', () => {
  it.each([',', ';', '\t', '|'])('reads a table with the delimiter %j between paragraphs', (mark) => {
    const body = ['name,age', 'Ada,36', 'Alan,41'].join('\n').replaceAll(',', mark)
    const text = `Hello Grace,\n\nhere is the list, as promised:\n\n${body}\n\nBest, Ada`
    const table = only(text)
    expect(table).toMatchObject({ header: ['name', 'age'], rows: people })
    expect(spanned(text, table)).toBe(body)
  })

  it('keeps newlines, delimiters and doubled quotes inside quoted cells', () => {
    const text = 'id,note,qty\n1,"a, b\n\nand ""c""",3\n2,"",4\n'
    const table = only(text)
    expect(table.rows).toEqual([
      ['1', 'a, b\n\nand "c"', '3'],
      ['2', '', '4'],
    ])
    expect(table.end).toBe(text.length - 1)
  })

  it('takes the line above the header for the title', () => {
    const text = 'Orders March 2026\nid,date,amount\n0042,2026-03-01,"1,234.50"\n0043,03/04/2026,7.00\n'
    const table = only(text)
    expect(table).toMatchObject({ title: 'Orders March 2026', header: ['id', 'date', 'amount'] })
    expect(table.rows[0]).toEqual(['0042', '2026-03-01', '1,234.50'])
    expect(table.start).toBe(text.indexOf('id,'))
  })

  it('takes the short line that opens the text for the title over an empty line, but no greeting', () => {
    expect(only('Orders March 2026\n\nid,date\n1,2026-03-01\n2,2026-03-02').title).toBe('Orders March 2026')
    expect(only('Hi Bob\n\nid,date\n1,2026-03-01\n2,2026-03-02').title).toBeUndefined()
  })

  it('leaves the lines of a mail out, with no empty line between and commas in them', () => {
    const body = 'id,name,qty\n1,Ada,3\n2,Bob,4'
    for (const text of [
      `Hi Bob, here are the orders:\n${body}\nThanks, Ada`,
      `Hi Bob,\nplease see the data below\n${body}\nLet me know, Bob, if ok`,
    ]) {
      expect(spanned(text, only(text))).toBe(body)
    }
  })

  it('reads long comments in the last column', () => {
    const table = only(
      'id,comment\n1,This is a long comment that goes on and on.\n2,Another one that goes on for quite a while.\n',
    )
    expect(table.rows).toHaveLength(2)
  })

  it('takes a totals row set off by an empty line', () => {
    expect(only('item,qty,amount\nPen,1,5\nInk,2,7\n\nTotal,3,12\n').totals).toEqual([2])
  })

  it('reads 200 rows under a title with every id intact', () => {
    const dates = ['2026-03-01', '03/04/2026', '15.04.2026', '1 Mar 2026', '"March 5, 2026"']
    const lines = Array.from(
      { length: 200 },
      (_, i) => `${String(i).padStart(4, '0')},${dates[i % 5]},"Smith, J",${i}.50`,
    )
    const table = only(`Orders March 2026\nid,date,customer,amount\n${lines.join('\n')}\n`)
    expect(table).toMatchObject({ title: 'Orders March 2026', header: ['id', 'date', 'customer', 'amount'] })
    expect(table.rows.map((row) => row[0])).toEqual(lines.map((line) => line.slice(0, 4)))
    expect(table.rows[4]![1]).toBe('March 5, 2026')
    expect(table.ragged).toBeUndefined()
  })

  it('sets padded title rows aside and says so', () => {
    const text = 'Orders March 2026,,,\n,,,\nid,date,who,amount\n1,2026-03-01,Ada,5\n2,2026-03-02,Alan,6\n'
    const table = only(text)
    expect(table).toMatchObject({ title: 'Orders March 2026', header: ['id', 'date', 'who', 'amount'] })
    expect(table.skipped).toHaveLength(2)
    expect(table.rows).toHaveLength(2)
  })

  it('keeps ragged rows as they are and reports them', () => {
    const table = only('a,b,c\n1,2,3\n4,5\n6,7,8,9\n10,11,12\n13,14,15\n')
    expect(table.header).toEqual(['a', 'b', 'c'])
    expect(table.rows).toEqual([
      ['1', '2', '3'],
      ['4', '5'],
      ['6', '7', '8', '9'],
      ['10', '11', '12'],
      ['13', '14', '15'],
    ])
    expect(table.ragged).toEqual([1, 2])
  })

  it.each([
    ['Year,Revenue\n2019,100\n2020,200', ['2019', '100']],
    ['Month,Sales\nJan 2026,5\nFeb 2026,7', ['Jan 2026', '5']],
  ])('takes commas between digits for delimiters under names: %j', (text, first) => {
    expect(readTables(text)[0]?.rows[0]).toEqual(first)
  })

  it.each(['Einkauf,Preis\nButter 3,50\nMilch 1,20', 'Butter 3,50\nMilch 1,20\nBrot 2,80', '1,200\n3,400\n4,600'])(
    'leaves decimal commas and thousands alone: %j',
    (text) => expect(readTables(text)).toEqual([]),
  )

  it('has no header when the first row is data already', () => {
    expect(only('1,Ada,36\n2,Alan,41\n3,Grace,85').header).toBeNull()
    expect(only('Ada,London\nAlan,Wilmslow\nGrace,London\nAda,Paris').header).toBeNull()
    expect(only('SO-1;Ada\nSO-2;Alan\nSO-3;Grace').header).toBeNull()
  })

  it('prefers the delimiter over a decimal comma', () => {
    expect(only('a;b\n1,5;2,5\n2,5;3,5')).toMatchObject({
      delimiter: ';',
      rows: [
        ['1,5', '2,5'],
        ['2,5', '3,5'],
      ],
    })
    expect(only('a\tb\n1,5\t2,5\n2,5\t3,5')).toMatchObject({ format: 'tsv', header: ['a', 'b'] })
  })

  it('takes a stray quote for an ordinary character', () => {
    const table = only('item,size\n"Tape" 5m,2"\nScrew,3"\nNail,4"')
    expect(table.rows).toEqual([
      ['"Tape" 5m', '2"'],
      ['Screw', '3"'],
      ['Nail', '4"'],
    ])
  })

  it('reads loosely typed lists when their values have types', () => {
    const table = only('The team:\n\nname, age, city\nAda, 36, London\nAlan, 41, Wilmslow\n\nThat is all.')
    expect(table).toMatchObject({
      header: ['name', 'age', 'city'],
      rows: [
        ['Ada', '36', 'London'],
        ['Alan', '41', 'Wilmslow'],
      ],
    })
  })

  it('goes on after an empty line in the middle', () => {
    const table = only('id,who,qty\n1,Ada,3\n2,Alan,4\n\n3,Grace,5\n4,Joan,6\n')
    expect(table.rows).toHaveLength(4)
    expect(only('id,who\n\n1,Ada\n\n2,Alan\n').rows).toHaveLength(2)
  })

  it('reads a clipboard range with empty cells', () => {
    const table = only('Region\tQ1\tQ2\r\nNorth\t\t5\r\nSouth\t6\t\r\n\t\t\r\nWest\t"two\nlines"\t8\r\n')
    expect(table.rows).toEqual([
      ['North', '', '5'],
      ['South', '6', ''],
      ['', '', ''],
      ['West', 'two\nlines', '8'],
    ])
  })

  it('finds two tables and keeps them apart', () => {
    const text = 'First:\na,b\n1,2\n3,4\n\nSecond:\nx;y;z\n5;6;7\n8;9;10\n\nDone.'
    const tables = readTables(text)
    expect(tables.map((table) => spanned(text, table))).toEqual(['a,b\n1,2\n3,4', 'x;y;z\n5;6;7\n8;9;10'])
    expect(tables.map((table) => table.title)).toEqual(['First', 'Second'])
  })

  it('recognises totals and keeps them as rows', () => {
    const table = only('item,amount\nPen,5\nInk,7\nTotal,12\n')
    expect(table.rows).toHaveLength(3)
    expect(table.totals).toEqual([2])
    expect(only('Posten;Betrag\nStift;5,00\nTinte;7,00\nSumme;12,00').totals).toEqual([2])
    expect(only('item,amount\nPen,5\nInk,7\nTotally new pen,12\n').totals).toBeUndefined()
  })

  it('reads what databases print', () => {
    const psql = ' id | name \n----+------\n  1 | Ada\n  2 | Alan\n(2 rows)\n'
    expect(only(psql)).toMatchObject({
      header: ['id', 'name'],
      rows: [
        ['1', 'Ada'],
        ['2', 'Alan'],
      ],
    })
    const mysql = '+----+------+\n| id | name |\n+----+------+\n|  1 | Ada  |\n|  2 | Alan |\n+----+------+\n'
    expect(only(mysql)).toMatchObject({
      header: ['id', 'name'],
      rows: [
        ['1', 'Ada'],
        ['2', 'Alan'],
      ],
    })
  })

  it('reads inside a code fence', () => {
    const text = 'Data:\n```csv\na,b\n1,2\n3,4\n```\nThanks'
    expect(spanned(text, only(text))).toBe('a,b\n1,2\n3,4')
  })
})

describe('Markdown', () => {
  it('reads a pipe table with escaped pipes between paragraphs', () => {
    const body = '| Name | Note |\n|:-----|-----:|\n| Ada | a \\| b |\n| Alan | |'
    const text = `Some text, here.\n\n## People\n\n${body}\n\nMore text.`
    const table = only(text)
    expect(table).toMatchObject({
      format: 'markdown',
      title: 'People',
      header: ['Name', 'Note'],
      rows: [
        ['Ada', 'a | b'],
        ['Alan', ''],
      ],
    })
    expect(spanned(text, table)).toBe(body)
  })

  it('reads tables without outer pipes and without rows', () => {
    expect(only('a | b\n--|--\n1 | 2')).toMatchObject({ header: ['a', 'b'], rows: [['1', '2']] })
    expect(only('| a | b |\n|---|---|')).toMatchObject({ header: ['a', 'b'], rows: [] })
  })
})

describe('HTML', () => {
  it('reads cells, entities and line breaks, with the span of the element', () => {
    const body = '<table><thead><tr><th>Name<th>Note</thead><tr><td>Ada &amp; Co<td>one<br>two</tr></table>'
    const text = `<p>Hello</p>${body}<p>Bye</p>`
    const table = only(text)
    expect(table).toMatchObject({ format: 'html', header: ['Name', 'Note'], rows: [['Ada & Co', 'one\ntwo']] })
    expect(spanned(text, table)).toBe(body)
  })

  it('knows a header row without header cells', () => {
    expect(only('<table><tr><td>id</td><td>who</td></tr><tr><td>1</td><td>Ada</td></tr></table>').header).toEqual([
      'id',
      'who',
    ])
  })

  it('repeats spanning cells where they reach', () => {
    const table = only(
      '<table><tr><th>Region</th><th colspan="2">2026</th></tr><tr><th>Name</th><th>Q1</th><th>Q2</th></tr>' +
        '<tr><td rowspan="2">North</td><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>',
    )
    expect(table.header).toEqual(['Region Name', '2026 Q1', '2026 Q2'])
    expect(table.rows).toEqual([
      ['North', '1', '2'],
      ['North', '3', '4'],
    ])
  })

  it('looks through a layout table to the one inside', () => {
    const table = only(
      '<table><tr><td>Menu</td><td><table><tr><th>a</th></tr><tr><td>1</td></tr></table></td></tr></table>',
    )
    expect(table).toMatchObject({ header: ['a'], rows: [['1']] })
  })
})

describe('JSON', () => {
  it('reads an array of objects in prose, numbers as written', () => {
    const body =
      '[{"id": 10000000000000000001, "price": 1.10}, {"id": 2, "who": {"name": "Ada"}, "ok": true, "tags": ["a", "b"]}]'
    const text = `The answer was: ${body} and nothing else.`
    const table = only(text)
    expect(table.header).toEqual(['id', 'price', 'who.name', 'ok', 'tags'])
    expect(table.rows).toEqual([
      ['10000000000000000001', '1.10', '', '', ''],
      ['2', '', 'Ada', 'true', 'a, b'],
    ])
    expect(spanned(text, table)).toBe(body)
  })

  it('reads JSON Lines, arrays of arrays, wrapped lists and columns', () => {
    expect(only('{"a":1,"b":2}\n{"a":3,"b":null}\n')).toMatchObject({
      format: 'jsonl',
      header: ['a', 'b'],
      rows: [
        ['1', '2'],
        ['3', ''],
      ],
    })
    expect(only('[["a","b"],[1,2],[3,4]]')).toMatchObject({
      header: ['a', 'b'],
      rows: [
        ['1', '2'],
        ['3', '4'],
      ],
    })
    expect(only('[[1,2],[3,4]]').header).toBeNull()
    expect(only('{\n  "orders": [{"a": 1}, {"a": 2}]\n}')).toMatchObject({ title: 'orders', rows: [['1'], ['2']] })
    expect(only('{"a":[1,2],"b":["x","y"]}')).toMatchObject({
      header: ['a', 'b'],
      rows: [
        ['1', 'x'],
        ['2', 'y'],
      ],
    })
  })
})

describe('aligned columns', () => {
  it('reads a report by its blank columns, with empty cells', () => {
    const body =
      'Name          Qty   Amount\nAda Lovelace    3    12.50\nAlan Turing          7.00\nGrace           1     9.99'
    const text = `The report:\n\n${body}\n\nEnd of report.`
    const table = only(text)
    expect(table).toMatchObject({ format: 'aligned', header: ['Name', 'Qty', 'Amount'] })
    expect(table.rows[1]).toEqual(['Alan Turing', '', '7.00'])
    expect(spanned(text, table)).toBe(body)
  })

  it('skips the rule under the header', () => {
    expect(only('NAME   AGE\n-----  ---\nAda    36\nAlan   41')).toMatchObject({
      header: ['NAME', 'AGE'],
      rows: people,
    })
  })
})

describe('key-value facts', () => {
  it('makes one row of one block', () => {
    const body = 'Name: Ada Lovelace\nAge: 36\nCity: London'
    const text = `Please add this person.\n\n${body}\n\nThank you!`
    const table = only(text)
    expect(table).toMatchObject({
      format: 'key-values',
      header: ['Name', 'Age', 'City'],
      rows: [['Ada Lovelace', '36', 'London']],
    })
    expect(spanned(text, table)).toBe(body)
  })

  it('makes one row of each repeated block', () => {
    const table = only('Name: Ada\nAge: 36\n\nName: Alan\nCity: Wilmslow\nAge: 41\n\nName: Grace\nAge: 85')
    expect(table.header).toEqual(['Name', 'Age', 'City'])
    expect(table.rows).toEqual([
      ['Ada', '36', ''],
      ['Alan', '41', 'Wilmslow'],
      ['Grace', '85', ''],
    ])
  })

  it('reads bold list items and full-width colons', () => {
    expect(only('- **Name:** Ada\n- **Age:** 36\n- **City:** London').header).toEqual(['Name', 'Age', 'City'])
    expect(only('名前：エイダ\n年齢：36\n都市：ロンドン').rows).toEqual([['エイダ', '36', 'ロンドン']])
  })
})

describe('bytes', () => {
  it('decodes by mark, by zero bytes, as UTF-8, else as Windows-1252', () => {
    const text = 'naïve,b\n1,2\n'
    const wide = Uint8Array.from([...text].flatMap((char) => [char.charCodeAt(0), 0]))
    const single = Uint8Array.from([...text].map((char) => char.charCodeAt(0)))
    for (const bytes of [new TextEncoder().encode(`\ufeff${text}`), new TextEncoder().encode(text), wide, single]) {
      expect(readTables(bytes)[0]).toMatchObject({ header: ['naïve', 'b'], rows: [['1', '2']] })
    }
    expect(readTables(`\ufeff${text}`)[0]).toMatchObject({ header: ['naïve', 'b'], start: 1 })
  })
})
