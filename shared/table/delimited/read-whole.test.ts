// Proves that whole delimited files are read with all their records, whatever stands around, between and inside them.
import { describe, expect, it } from 'vitest'
import { type ReadTable, readTables } from '../read.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

function file(text: string): ReadTable {
  const tables = readTables(bytes(text))
  expect(tables).toHaveLength(1)
  return tables[0]!
}

const names = ['day', 'code', 'price']
const records = [
  ['2026-03-01', 'AB-1', '1.50'],
  ['2026-03-02', 'AB-2', '2.75'],
  ['2026-03-03', 'CD-3', '10.00'],
  ['2026-03-04', 'CD-4', '3.20'],
  ['2026-03-05', 'EF-5', '4.10'],
  ['2026-03-06', 'EF-6', '7.00'],
]
const written = (mark: string, rows = [names, ...records]) => rows.map((row) => row.join(mark)).join('\n')

describe('the dialect', () => {
  it.each([',', ';', '\t', '|', '~', '^', '||', '::', '\u0001', '\u001f', '，'])('has the delimiter %j', (mark) => {
    expect(file(written(mark))).toMatchObject({ header: names, rows: records, delimiter: mark })
  })

  it.each(['\r\n', '\r', '\u001e', '\u2028'])('has the line end %j', (end) => {
    expect(file(written(',').replaceAll('\n', end))).toMatchObject({ header: names, rows: records })
  })

  it.each([
    ['single quotes', "id,text\n1,'one, two'\n2,'it''s'\n3,'x'\n", ['one, two', "it's", 'x']],
    ['backslashes before quotes', 'id,text\n1,"a \\"b\\" c"\n2,"d, e"\n3,"f"\n', ['a "b" c', 'd, e', 'f']],
    [
      'backslashes before delimiters',
      'id,text,n\n1,one\\, two,5\n2,three,6\n3,four\\, five,7\n',
      ['one, two', 'three', 'four, five'],
    ],
    ['spaces after delimiters', 'id, text, n\n1, "a, b", 5\n2, c, 6\n3, d, 7\n', ['a, b', 'c', 'd']],
  ])('has %s', (_name, text, cells) => {
    expect(file(text).rows.map((row) => row[1])).toEqual(cells)
  })

  it('is told by the file itself', () => {
    expect(file('sep=|\na|b,c\n1|2,5\n')).toMatchObject({ header: ['a', 'b,c'], rows: [['1', '2,5']] })
  })

  it('is inside of records that are quoted as a whole', () => {
    const table = file('"id,name,note"\n"1,Ann,""a, b"""\n"2,Ben,c"\n')
    expect(table.rows).toEqual([
      ['1', 'Ann', 'a, b'],
      ['2', 'Ben', 'c'],
    ])
    const text = '"Members, all of them"\n"id,name,note"\n"1,Ann,""a, b"""\n"2,Ben,c"\n"3,Cyd,d"\n'
    const titled = file(text)
    expect(text.slice(titled.start, titled.end)).toBe(text.slice(text.indexOf('"id'), -1))
    expect(titled.skipped?.map(({ start, end }) => text.slice(start, end))).toEqual(['"Members, all of them"'])
  })
})

describe('what stands around the records', () => {
  it('is set aside with its span and the reason, and the title kept', () => {
    const text = `Prices March 2026\nSource: own survey, Berlin\n\n${written(',')}\n\n* without tax\n(c) 2026`
    const table = file(text)
    expect(table).toMatchObject({ title: 'Prices March 2026', header: names, rows: records })
    expect(table.skipped?.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Prices March 2026',
      'Source: own survey, Berlin',
      '* without tax',
      '(c) 2026',
    ])
    expect(text.slice(table.start, table.end)).toBe(written(','))
  })

  it('may be padded to the full width', () => {
    expect(file(`Prices,,\n,,\n${written(',')}\n,,\nSource: own survey,,`)).toMatchObject({
      header: names,
      rows: records,
    })
  })

  it('may be comments, also between the records, and hold the names', () => {
    const text = `# made by hand\n# ${names.join(',')}\n${written(',', records.slice(0, 3))}\n# pause\n${written(',', records.slice(3))}`
    const table = file(text)
    expect(table).toMatchObject({ header: names, rows: records })
    expect(table.skipped?.map(({ start, end, reason }) => [text.slice(start, end), reason])).toEqual([
      ['# made by hand', 'a line above the table'],
      ['# pause', 'a comment line'],
    ])
  })

  it('may be page lines with the names once more', () => {
    const page = (number: number, rows: string[][]) => `Page ${number}\n${written(';', [names, ...rows])}\n`
    expect(file(page(1, records.slice(0, 3)) + page(2, records.slice(3)))).toMatchObject({
      header: names,
      rows: records,
    })
  })

  it('may be lines of names and values about the file', () => {
    expect(file(`Station;Berlin\nOwner;Ada\n\n${written(';')}`)).toMatchObject({ header: names, rows: records })
  })
})

describe('names', () => {
  it.each([
    [
      'groups above',
      ',2025,,2026,\ncity,in,out,in,out\nRome,1,2,3,4\nParis,5,6,7,8\nOslo,9,1,2,3\nBonn,4,5,6,7\n',
      ['city', '2025 in', '2025 out', '2026 in', '2026 out'],
    ],
    [
      'units below',
      'city,mass,speed\n,(kg),(m/s)\nRome,1,2\nParis,3,4\nOslo,5,6\n',
      ['city', 'mass (kg)', 'speed (m/s)'],
    ],
  ])('stand with %s', (_name, text, header) => {
    expect(file(text).header).toEqual(header)
  })

  it('may be missing', () => {
    expect(file(written(',', records))).toMatchObject({ header: null, rows: records })
  })

  it('may be all there is, as one record may', () => {
    expect(file('day,code,price\n')).toMatchObject({ header: names, rows: [] })
    expect(file('2026-03-01,AB-1,1.50\n')).toMatchObject({ header: null, rows: [records[0]] })
  })

  it('may head a single column', () => {
    expect(file('price\n1,50\n2,75\n3,20\n')).toMatchObject({ header: ['price'], rows: [['1,50'], ['2,75'], ['3,20']] })
    expect(file('name\n"Hopper, Grace"\n"Lovelace, Ada"\n')).toMatchObject({ header: ['name'] })
  })
})

describe('a damaged record', () => {
  const broken = (line: string) => {
    const rows = written(',').split('\n')
    rows[3] = line
    return file(rows.join('\n'))
  }

  it.each([
    ['a delimiter too many', '2026-03-03,,CD-3,10.00'],
    ['a delimiter missing', '2026-03-03CD-3,10.00'],
    ['another delimiter', '2026-03-03 CD-3 10.00'],
    ['a tab for a delimiter', '2026-03-03\tCD-3\t10.00'],
  ])('is lined up with the columns: %s', (_name, line) => {
    const table = broken(line)
    expect(table.rows).toEqual(records)
    expect(table.repaired).toEqual([2])
  })

  it('stays as it is written, and is named, where its cells suit no column', () => {
    const table = broken('no idea what this was, sorry, really, not')
    expect(table.rows[2]).toEqual(['no idea what this was', ' sorry', ' really', ' not'])
    expect(table.ragged).toEqual([2])
  })
})

describe('several tables', () => {
  it('are parted by an empty line and names of their own', () => {
    const tables = readTables(bytes(`${written(',')}\n\nName,Town\nAda,London\nAlan,Wilmslow\n`))
    expect(tables.map(({ header, rows }) => [header, rows.length])).toEqual([
      [names, 6],
      [['Name', 'Town'], 2],
    ])
  })
})

describe('prose in a file', () => {
  it.each([
    'Ada paid five pounds.',
    'Dear Ada,\n\nthank you, it was nice, truly.\nWe will come on Monday.\n\nBest, Alan\n',
    'We meet at nine, eat at noon, and leave at five.\nOn Friday, we meet at ten, eat at one, and stay.\n',
  ])('is no table: %j', (text) => expect(readTables(bytes(text))).toEqual([]))
})

describe('size', () => {
  it('may be thousands of columns', () => {
    const row = (cell: (index: number) => string) => Array.from({ length: 5000 }, (_, index) => cell(index)).join(',')
    const table = file([row((i) => `c${i}`), row(String), row(String), row(String)].join('\n'))
    expect(table.header).toHaveLength(5000)
    expect(table.rows).toHaveLength(3)
  })

  it('may be one cell of a megabyte', () => {
    const cell = 'x, "y"\n'.repeat(150_000)
    const table = file(`id,note\n1,"${cell.replaceAll('"', '""')}"\n2,b\n3,c\n`)
    expect(table.rows.map((row) => row[1])).toEqual([cell, 'b', 'c'])
  })

  it('may be a hundred thousand records, each of which comes back', () => {
    const lines = Array.from({ length: 100_000 }, (_, index) => `${index},name ${index},"a, ${index}"`)
    const table = file(`id,name,note\n${lines.join('\n')}\n`)
    expect(table.rows).toHaveLength(100_000)
    expect(table.rows[99_999]).toEqual(['99999', 'name 99999', 'a, 99999'])
  })
})
