// Proves the types of columns as data sets write them: missing marks, codes, odd dates, ragged rows, stated types.
import { describe, expect, it } from 'vitest'
import { inferColumns, parseColumnCell } from './infer.ts'
import type { ReadTable } from './read-table.ts'

function typeOf(cells: string[], name = 'x', locale?: string): string {
  const rows = cells.map((cell) => [cell])
  return inferColumns({ header: [name], rows, format: 'csv', start: 0, end: 0 }, { locale })[0]!.type
}

function valuesOf(cells: string[], name = 'x', locale?: string) {
  const rows = cells.map((cell) => [cell])
  const column = inferColumns({ header: [name], rows, format: 'csv', start: 0, end: 0 }, { locale })[0]!
  return cells.map((cell) => parseColumnCell(cell, column, { locale }).value)
}

describe('number columns', () => {
  it.each([
    [['1.0', 'NaN', '2.5', '', '3.1']],
    [['1', '?', '3', '?', '5']],
    [['.', '1', '2', '.', '3']],
    [['None', '1.0', '#N/A', 'null', '-']],
    [['1e-05', '2.3E+10', '0.1', '5', '1E5']],
    [['+5', '-3', '+2', '0', ' 1']],
    [['-1.5', '1.', '2.', '-3e5', '.5']],
    [['0.1234567890123456789', '1', '2']],
    [['2009', '2010', '2011']],
    [['0', '1', '0', '0', '1']],
    [['1,234', '5,678', '12,345', '901']],
    [['1.2k', '3M', '40K', '5']],
  ])('%j', (cells) => {
    expect(typeOf(cells)).toBe('number')
  })

  it('keep their type under names that only sound like codes', () => {
    expect(typeOf(['0.12', '0.33', '1.2'], 'cell')).toBe('number')
    expect(typeOf(['0.1', '0.2', '0.3'], 'portable')).toBe('number')
    expect(typeOf(['1', '2', '3'], 'version')).toBe('number')
    expect(typeOf(['12', '15', '7'], 'mobile')).toBe('number')
    expect(typeOf(['1234567', '2345678'], 'id')).toBe('number')
    expect(typeOf(['90210', '10001'], 'zip')).toBe('text')
    expect(typeOf(['5551234567', '5559876543'], 'phone')).toBe('text')
  })
})

describe('date columns', () => {
  it.each<[string[], string | null]>([
    [['2013-02-12 00:00:00', '2013-03-12 00:00:00'], '2013-02-12T00:00:00'],
    [['2013-02-12T10:00:00.000Z', 'NaN'], '2013-02-12T10:00:00'],
    [['7/31/1994', '12/1/1995'], '1994-07-31'],
    [['11/13/13 3:45 PM', '1/2/14 4:00 AM'], '2013-11-13T15:45:00'],
    [['18-Nov-14', '19-Nov-14'], '2014-11-18'],
    [['Nov-14', 'Dec-14'], '2014-11-01'],
    [['2014-11', '2014-12', '2015-01'], '2014-11-01'],
    [['12:05:11 AM', '1:02:33 PM'], '00:05:11'],
    [['Sat Dec 20 2008', 'Sun Dec 21 2008'], '2008-12-20'],
    [['Tue May 19 05:19:20 PDT 2009', 'Wed Dec 20 05:19:20 PST 2009'], '2009-05-19T05:19:20'],
    [['Fri, 07 Sep 2016 10:00:00 +0000 (UTC)', 'Sat, 08 Sep 2016 10:00:00 +0000 (UTC)'], '2016-09-07T10:00:00'],
    [['2015Q3', '2015Q4'], '2015-07-01'],
    [['2026-W14', '2026-W15'], '2026-03-30'],
    [['1/1/2015 0:00', '31/1/2015 13:00'], '2015-01-01T00:00:00'],
    [['2015-07-29', '2015-07-30 12:00:00'], '2015-07-29T00:00:00'],
    [['10/Oct/2000:13:55:36 -0700', '11/Oct/2000:13:55:36 -0700'], '2000-10-10T13:55:36'],
    [['29-JUL-15 10.00.00.000000 AM', '30-JUL-15 10.00.00.000000 AM'], '2015-07-29T10:00:00'],
    [['20170503120000', '20170504120000'], '2017-05-03T12:00:00'],
  ])('%j', (cells, first) => {
    expect(['date', 'time', 'datetime']).toContain(typeOf(cells))
    expect(valuesOf(cells)[0]).toBe(first)
  })

  it('take eight digits for days only under a name that says so', () => {
    expect(valuesOf(['20170503', '20161231'], 'date')).toEqual(['2017-05-03', '2016-12-31'])
    expect(valuesOf(['20170503', '20161231'], 'BIRTH_DT')[0]).toBe('2017-05-03')
    expect(typeOf(['20170503', '20161231'], 'amount')).toBe('number')
    expect(typeOf(['20170503', '20161399'], 'date')).toBe('number')
  })

  it('are moments with the short offset that databases write, and spans are none', () => {
    expect(typeOf(['2013-02-12 00:00:00+00', '2013-02-13 10:30:00.25+00'])).toBe('datetime')
    expect(typeOf(['1/3/2026 9:00-10', '1/4/2026 9:00-11'])).toBe('text')
  })

  it('keep seasons and spans text, and name the zone of moments', () => {
    expect(typeOf(['2009-10', '2010-11', '2011-12'])).toBe('text')
    expect(typeOf(['10:00-11:00', '11:00-12:00'])).toBe('text')
    const table = { header: ['t'], rows: [['2026-03-01T10:00:00Z']], format: 'csv', start: 0, end: 0 }
    expect(inferColumns(table)[0]).toMatchObject({ type: 'datetime', zone: 'Z' })
  })
})

describe('other columns', () => {
  it('take bare domains for web addresses when all cells are so, and file names never', () => {
    expect(typeOf(['example.com/path', 'foo.org', '', 'n/a'])).toBe('url')
    expect(typeOf(['http://a.com', 'www.b.org/x', 'ftp://c.net/f'])).toBe('url')
    expect(typeOf(['//cdn.example.com/a.js', '//cdn.example.com/b.js'])).toBe('url')
    expect(typeOf(['[http://a.com]', "'http://b.com/x'", '<https://c.org>'])).toBe('url')
    expect(typeOf(['http://a.com is down', 'see http://b.com', 'nothing'])).toBe('text')
    expect(typeOf(['/a/b.html', '// a comment', '//another'])).toBe('text')
    expect(typeOf(['report.pdf', 'main.py', 'index.html'])).toBe('text')
    expect(typeOf(['example.com', 'a sentence here'])).toBe('text')
  })

  it.each([
    [['5 apples', '6 pears']],
    [['RM 12', 'RM 14']],
    [['K. 265', 'K. 331']],
    [['10 cm', '20 cm']],
    [['5 mi', '6 mi']],
    [['12 m', '15 m']],
    [['1st', '2nd']],
    [['1/2', '3/4']],
    [['192.168.0.1', '10.0.0.1']],
    [['May', 'June']],
  ])('leave %j text', (cells) => {
    expect(typeOf(cells)).toBe('text')
  })
})

describe('the table around the columns', () => {
  const ragged: ReadTable = { header: ['a'], rows: [['1'], ['2', 'x', '3.5'], []], format: 'csv', start: 0, end: 0 }

  it('is as wide as its longest row', () => {
    expect(inferColumns(ragged).map(({ name, type }) => [name, type])).toEqual([
      ['a', 'number'],
      ['Column 2', 'text'],
      ['Column 3', 'number'],
    ])
  })

  it('decides by what the format states when half of the cells agree', () => {
    const table: ReadTable = {
      header: ['a', 'b', 'c'],
      rows: [
        ['1', '2', 'x'],
        ['2', '3', 'y'],
        ['n', '4', 'z'],
      ],
      format: 'xlsx',
      start: 0,
      end: 0,
      stated: [{ type: 'number' }, { type: 'currency', currency: 'EUR' }, { type: 'date' }],
    }
    expect(inferColumns(table)).toMatchObject([
      { type: 'number' },
      { type: 'currency', currency: 'EUR' },
      { type: 'text' },
    ])
  })

  it('reads the unit of money in a header', () => {
    const read = (name: string) =>
      inferColumns({ header: [name], rows: [['5'], ['7.50']], format: 'csv', start: 0, end: 0 })[0]
    expect(read('Price (EUR)')).toMatchObject({ type: 'currency', currency: 'EUR' })
    expect(read('Betrag in €')).toMatchObject({ type: 'currency', currency: 'EUR' })
    expect(read('price_usd')).toMatchObject({ type: 'currency', currency: 'USD' })
    expect(read('Weight [kg]')).toMatchObject({ type: 'number' })
  })
})
