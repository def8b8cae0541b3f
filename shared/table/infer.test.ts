// Proves that columns get the right type and cells the right value, in the locale's and the column's own writing.
import { describe, expect, it } from 'vitest'
import { inferColumns, parseCell, parseColumnCell } from './infer.ts'
import type { ReadTable } from './read.ts'

function column(name: string, cells: string[]): ReadTable {
  return { header: [name], rows: cells.map((cell) => [cell]), format: 'csv', start: 0, end: 0 }
}

function infer(cells: string[], locale?: string, name = 'x') {
  const inferred = inferColumns(column(name, cells), { locale })[0]!
  const values = cells.map((cell) => parseColumnCell(cell, inferred, { locale }))
  return { ...inferred, values: values.map(({ value }) => value), ok: values.map(({ ok }) => ok) }
}

describe('parseCell', () => {
  it.each([
    ['1,234.56', 1234.56],
    ['1.234,56', 1234.56],
    ['1 234,56', 1234.56],
    ["1'234", 1234],
    ['1’234.5', 1234.5],
    ['(1,234)', -1234],
    ['1.234,5-', -1234.5],
    ['−12', -12],
    ['1,23,45,678', 12345678],
    ['١٢٣', 123],
    ['１２３', 123],
    ['.5', 0.5],
    ['0', 0],
    ['850,-', 850],
    ['1.200,--', 1200],
    ['1.5e3', 1500],
  ])('reads the number %s', (text, value) => {
    expect(parseCell(text)).toMatchObject({ type: 'number', value })
  })

  it.each([
    '0042',
    '3-5',
    '1.2.3',
    '+49 30 1234567',
    '555-1234',
    '12345678901234567',
    'SO-1',
    '12e5',
    'May',
    'x',
    '10:99',
    '9:00-10:00',
    '14:00 UTC',
    '12h',
    '1/3/2026 9:00-10:00',
    '192.168.0.1',
    '1,2,3',
  ])('leaves %s as text', (text) => {
    expect(parseCell(text)).toEqual({ type: 'text', value: text })
  })

  it.each([
    ['€1.234,50', 1234.5, 'EUR'],
    ['1.234,50 €', 1234.5, 'EUR'],
    ['-$5', -5, 'USD'],
    ['($5.00)', -5, 'USD'],
    ['£ 12', 12, 'GBP'],
    ['¥1,200', 1200, 'JPY'],
    ['₹1,23,456', 123456, 'INR'],
    ['R$ 5,50', 5.5, 'BRL'],
    ["CHF 1'200.50", 1200.5, 'CHF'],
    ['12,- €', 12, 'EUR'],
    ['99 kr', 99, 'SEK'],
    ['12,50 zł', 12.5, 'PLN'],
    ['USD 7', 7, 'USD'],
    ['7.5 CAD', 7.5, 'CAD'],
  ])('reads the amount %s', (text, value, currency) => {
    expect(parseCell(text)).toMatchObject({ type: 'currency', value, currency })
  })

  it.each([
    ['2026-03-01', '2026-03-01'],
    ['2026/3/1', '2026-03-01'],
    ['15.04.2026', '2026-04-15'],
    ['1.4.2026', '2026-04-01'],
    ['13/04/26', '2026-04-13'],
    ['04/13/2026', '2026-04-13'],
    ['1 Mar 2026', '2026-03-01'],
    ['1st March 2026', '2026-03-01'],
    ['March 5, 2026', '2026-03-05'],
    ['Mon, 2 Mar 2026', '2026-03-02'],
    ['1. März 2026', '2026-03-01'],
    ['1 de marzo de 2026', '2026-03-01'],
    ['1er février 2026', '2026-02-01'],
    ['5-Mar-26', '2026-03-05'],
    ['2026年3月1日', '2026-03-01'],
    ['1 марта 2026 г.', '2026-03-01'],
  ])('reads the date %s', (text, value) => {
    expect(parseCell(text)).toEqual({ type: 'date', value })
  })

  it('refuses days that do not exist', () => {
    for (const text of ['2026-02-30', '31.04.2026', '2026-13-01', '29 Feb 2025']) {
      expect(parseCell(text)?.type).toBe('text')
    }
    expect(parseCell('29 Feb 2024')?.value).toBe('2024-02-29')
  })

  it('reads times, moments, shares, truth, mail and web addresses', () => {
    expect(parseCell('14:05')).toEqual({ type: 'time', value: '14:05:00' })
    expect(parseCell('14h05')).toEqual({ type: 'time', value: '14:05:00' })
    expect(parseCell('14.05 h')).toEqual({ type: 'time', value: '14:05:00' })
    expect(parseCell('14 Uhr')).toEqual({ type: 'time', value: '14:00:00' })
    expect(parseCell('12:05 am')).toEqual({ type: 'time', value: '00:05:00' })
    expect(parseCell('2026-03-03 14:05')).toEqual({ type: 'datetime', value: '2026-03-03T14:05:00' })
    expect(parseCell('2026-03-03T14:05+02:00')?.type).toBe('datetime')
    expect(parseCell('2026-03-03 14:05:07 +0200')?.type).toBe('datetime')
    expect(parseCell('2026-03-03T14:05:07.123Z')).toEqual({ type: 'datetime', value: '2026-03-03T14:05:07' })
    expect(parseCell('15.04.2026, 9:30 Uhr')).toEqual({ type: 'datetime', value: '2026-04-15T09:30:00' })
    expect(parseCell('14.1%')).toEqual({ type: 'percent', value: 0.141 })
    expect(parseCell('12,5 %')).toEqual({ type: 'percent', value: 0.125 })
    expect(parseCell('Ja')).toEqual({ type: 'boolean', value: true })
    expect(parseCell('☐')).toEqual({ type: 'boolean', value: false })
    expect(parseCell('ada@example.org')).toEqual({ type: 'email', value: 'ada@example.org' })
    expect(parseCell('https://example.org/a?b=c')).toEqual({ type: 'url', value: 'https://example.org/a?b=c' })
  })

  it('follows a wanted type and the locale, and says when it had to assume', () => {
    expect(parseCell('hello', { type: 'number' })).toBeNull()
    expect(parseCell('12', { type: 'text' })).toEqual({ type: 'text', value: '12' })
    expect(parseCell('1.234', { locale: 'de-DE' })?.value).toBe(1234)
    expect(parseCell('1.234', { locale: 'en-US' })?.value).toBe(1.234)
    expect(parseCell('03/04/2026', { locale: 'en-GB' })).toEqual({ type: 'date', value: '2026-04-03' })
    expect(parseCell('03/04/2026', { locale: 'en-US' })).toEqual({ type: 'date', value: '2026-03-04' })
    expect(parseCell('03/04/2026')).toMatchObject({ ambiguous: true })
    expect(parseCell('$5', { locale: 'en-CA' })?.currency).toBe('CAD')
    expect(parseCell('5 kr', { locale: 'nb-NO' })?.currency).toBe('NOK')
    expect(parseCell('  ')).toBeNull()
  })
})

describe('inferColumns', () => {
  it('reads dates in mixed formats and decides the order by a part over 12', () => {
    const dates = infer(['2026-03-01', '03/04/2026', '15.04.2026', '1 Mar 2026', 'March 5, 2026', '25/12/2026'])
    expect(dates).toMatchObject({ type: 'date', dayFirst: true })
    expect(dates.ambiguous).toBeUndefined()
    expect(dates.values).toEqual(['2026-03-01', '2026-04-03', '2026-04-15', '2026-03-01', '2026-03-05', '2026-12-25'])
    expect(infer(['03/04/2026', '12/25/2026']).values).toEqual(['2026-03-04', '2026-12-25'])
  })

  it('lets the locale decide an open order, and reports it when nothing does', () => {
    expect(infer(['03/04/2026', '05/06/2026'], 'de-DE')).toMatchObject({
      dayFirst: true,
      values: ['2026-04-03', '2026-06-05'],
    })
    expect(infer(['03/04/2026', '05/06/2026'], 'en-US')).toMatchObject({ dayFirst: false })
    expect(infer(['03/04/2026', '05/06/2026'], 'en-US').ambiguous).toBeUndefined()
    expect(infer(['03/04/2026', '05/06/2026'])).toMatchObject({ type: 'date', ambiguous: true })
    expect(infer(['2026-03-01', '03/04/2026', '15.04.2026', '1 Mar 2026', 'March 5, 2026'])).toMatchObject({
      type: 'date',
      ambiguous: true,
    })
  })

  it('decides the decimal mark by the column, then by its neighbours, then by the locale', () => {
    expect(infer(['1.234', '0,5'])).toMatchObject({ type: 'number', decimal: ',', values: [1234, 0.5] })
    expect(infer(['1,234', '2.50'])).toMatchObject({ values: [1234, 2.5] })
    expect(infer(['1.234', '5.678'], 'de')).toMatchObject({ values: [1234, 5678] })
    expect(infer(['1.234', '5.678'])).toMatchObject({ values: [1.234, 5.678] })
    const table: ReadTable = {
      header: ['a', 'b'],
      rows: [
        ['1.234', '2,5'],
        ['5.678', '3,5'],
      ],
      format: 'csv',
      start: 0,
      end: 0,
    }
    const [first] = inferColumns(table)
    expect(parseColumnCell('1.234', first!).value).toBe(1234)
  })

  it('keeps identifiers text', () => {
    for (const cells of [
      ['0042', '0043', '1000'],
      ['3-5', '6-8'],
      ['1.2.3', '1.2.10'],
      ['1234567890123456', '2'],
      ['+49 30 123456', '+49 30 123457'],
      ['SO-1', 'SO-2'],
    ]) {
      expect(infer(cells).type).toBe('text')
    }
    expect(infer(['10115', '80331'], 'de', 'PLZ').type).toBe('text')
    expect(infer(['5551234567', '5551234568'], 'en-US', 'Contact Phone Number').type).toBe('text')
    expect(infer(['1', '2', '3'], undefined, 'id').type).toBe('number')
    expect(infer(['612 345 678', '622 345 678'], 'es-ES', 'Móvil').type).toBe('text')
    expect(infer(['3012345', '3012346'], 'de-DE', 'Telefonnummer').type).toBe('text')
  })

  it('takes a length of time for no time of day', () => {
    expect(infer(['3:45', '4:10'], undefined, 'Length').type).toBe('text')
    expect(infer(['9:00', '17:30'], undefined, 'Start').type).toBe('time')
  })

  it('gives one currency a code and mixed currencies none', () => {
    expect(infer(['€5', '7,50 €', '12'])).toMatchObject({ type: 'currency', currency: 'EUR', values: [5, 7.5, 12] })
    expect(infer(['€5', '$7', '£3']).type).toBe('text')
    expect(infer(['5', '7.50'], undefined, 'Price (EUR)')).toMatchObject({ type: 'currency', currency: 'EUR' })
    expect(infer(['5', '7.50'], undefined, 'Amount $')).toMatchObject({ type: 'currency', currency: 'USD' })
    expect(infer(['5', '7.50'], undefined, 'Size (CM)').type).toBe('number')
  })

  it('takes a type from nine cells in ten and leaves the tenth as it is', () => {
    const cells = ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'about ten']
    const numbers = infer(cells)
    expect(numbers.type).toBe('number')
    expect(numbers.values.at(-1)).toBe('about ten')
    expect(numbers.ok.filter((ok) => !ok)).toHaveLength(1)
    expect(infer([...cells.slice(1), 'some words']).type).toBe('text')
  })

  it('counts marks for "no value" neither for nor against a type', () => {
    const numbers = infer(['1', 'n/a', '-', '', '2'])
    expect(numbers).toMatchObject({
      type: 'number',
      values: [1, null, null, null, 2],
      ok: [true, true, true, true, true],
    })
    expect(infer(['', '', '']).type).toBe('text')
    expect(infer(['n/a', '-']).type).toBe('text')
  })

  it('reads yes and no in several languages and is careful with single letters', () => {
    expect(infer(['Ja', 'Nein', 'ja'])).toMatchObject({ type: 'boolean', values: [true, false, true] })
    expect(infer(['☑', '☐'])).toMatchObject({ type: 'boolean', values: [true, false] })
    expect(infer(['y', 'n', 'Y'])).toMatchObject({ type: 'boolean', values: [true, false, true] })
    expect(infer(['x', '', 'x']).type).toBe('text')
    expect(infer(['1', '0']).type).toBe('number')
  })

  it('makes moments of dates with times and keeps mixed zones as text', () => {
    expect(infer(['2026-03-01 10:00', '2026-03-02'])).toMatchObject({
      type: 'datetime',
      values: ['2026-03-01T10:00:00', '2026-03-02T00:00:00'],
    })
    expect(infer(['2026-03-01T10:00Z', '2026-03-01T10:00+02:00']).type).toBe('text')
  })

  it('leaves totals out of the evidence', () => {
    const table: ReadTable = {
      header: ['when', 'n'],
      rows: [
        ['2026-03-01', '1'],
        ['2026-03-02', '2'],
        ['Total', '3'],
      ],
      totals: [2],
      format: 'csv',
      start: 0,
      end: 0,
    }
    expect(inferColumns(table).map(({ type }) => type)).toEqual(['date', 'number'])
  })

  it('names every column once', () => {
    const table: ReadTable = {
      header: ['Amount', '', 'amount', ' Net\nprice '],
      rows: [['1', '2', '3', '4']],
      format: 'csv',
      start: 0,
      end: 0,
    }
    expect(inferColumns(table).map(({ name }) => name)).toEqual(['Amount', 'Column 2', 'amount (2)', 'Net price'])
    expect(inferColumns({ ...table, header: null })[3]?.name).toBe('Column 4')
  })
})
