// Templates are learned back from what they wrote, and from sheets and headers as people have them.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planIn } from '../plan/testing/plan-in.ts'
import { emptySheet } from '../plan/testing/sim-sheet.ts'
import type { Table } from '../table/table.ts'
import { builtInTemplates } from './built-in.ts'
import { checkTemplate } from './check-template.ts'
import { learnTemplate } from './learn.ts'
import { LearnSource } from './learn-source.ts'
import { Template } from './template.ts'
import { sampleTable } from './testing/sample-table.ts'
import { sourceOfPlan } from './testing/source-of-plan.ts'

const learn = (source: Partial<LearnSource>) => learnTemplate(LearnSource.parse(source))

/** All that a template does to a sheet. */
const editsOf = (template: Template, table: Table, locale: string) =>
  planIn(emptySheet(1, 1, locale), { table, template, target: { kind: 'new_sheet' } }).plan.edits.filter(
    ({ kind }) => kind !== 'anchor',
  )

describe('what a template wrote', () => {
  const cases = builtInTemplates.flatMap((template) =>
    ['en_US', 'de_DE', 'ar_EG'].map((locale) => ({ name: template.name, locale, template })),
  )
  test.each(cases)('$name in $locale, learned back, writes the same', ({ template, locale }) => {
    const table = sampleTable(template.layout.columns.length > 0 ? template : builtInTemplates[1]!)
    const { template: learned, notes } = learnTemplate(sourceOfPlan(template, table, locale))
    // The order of rows is no look of the sheet.
    learned.layout.sort = template.layout.sort
    expect(editsOf(learned, table, locale)).toEqual(editsOf(template, table, locale))
    expect(notes).toEqual([])
  })
})

describe('a range that somebody made', () => {
  const header = ['Art.-Nr.', 'Artikel', 'Menge', 'Preis', 'Summe', 'Lager', 'Fällig', 'Kontakt', '']
  const formats = ['@', 'General', '0', '#,##0.00 "€"', '#,##0.00 "€"', '0%', 'dd.mm.yyyy', '@', 'General']
  const line = (row: number) => [
    `0${row}`,
    `Ding ${row}`,
    row,
    2.5,
    row * 2.5,
    0.25,
    46_000 + row,
    `a${row}@b.de`,
    null,
  ]
  const body = [1, 2, 3, 4, 5, 6].map(line)
  const cell = (at: number) => ({
    ...(at === 1 ? { rule: { kind: 'formula' as const, formula: '=LEN($B6)<=40', strict: true } } : {}),
    ...(at === 2 ? { rule: { kind: 'number' as const, min: 0, strict: true, help: 'Mindestens 0' } } : {}),
    ...(at === 6 ? { rule: { kind: 'date' as const, min: 45_658, strict: false }, align: 'center' as const } : {}),
    ...(at === 7 ? { rule: { kind: 'other' as const, says: 'a list on another sheet' }, wrap: 'wrap' as const } : {}),
  })
  const source: Partial<LearnSource> = {
    name: 'Bestand',
    locale: 'de_DE',
    row: 5,
    column: 1,
    values: [header, ...body, ['Summe', null, 21, null, 52.5, null, null, null, null]],
    display: [header, ...body.map((row) => row.map((value) => String(value ?? ''))), ['Summe']],
    formulas: [
      [],
      ...body.map((_, at) => ['', '', '', '', `=C${at + 6}*D${at + 6}`, `=SVERWEIS(A${at + 6};Daten!A:B;2;0)`]),
      ['', '', '=SUMME(C6:C11)', '', '=SUM(E6:E11)'],
    ],
    formats: [[], ...body.map(() => formats), formats],
    cells: [
      header.map((_, at) => ({
        background: '#224466',
        color: '#ffffff',
        bold: true,
        ...(at === 3 ? { note: 'ohne MwSt' } : {}),
      })),
      ...body.map((_, row) =>
        header.map((_, at) => ({ ...cell(at), background: row % 2 === 0 ? '#ffffff' : '#eeeeee' })),
      ),
      header.map(() => ({ background: '#dddddd', bold: true })),
    ],
    widths: [90, 240, 100, 100, 100, 100, 100, 100, 100],
    frozen_rows: 5,
    frozen_columns: 2,
    filter: true,
    gridlines: false,
    conditions: [
      {
        blocks: [{ row: 6, column: 3, rows: 6, columns: 1 }],
        condition: { kind: 'cell', test: 'less', values: [2], look: { color: '#a50e0e' } },
      },
      {
        blocks: [{ row: 6, column: 1, rows: 6, columns: 8 }],
        condition: { kind: 'formula', formula: '=UND($C6<2;$G6<TODAY())', look: { bold: true } },
      },
      {
        blocks: [{ row: 6, column: 1, rows: 6, columns: 8 }],
        condition: { kind: 'formula', formula: '=AND($C6<2,5;$G6<TODAY())', look: { bold: true } },
      },
      {
        blocks: [{ row: 6, column: 7, rows: 6, columns: 1 }],
        condition: { kind: 'cell', test: 'before', values: [46_022], look: { italic: true } },
      },
      {
        blocks: [{ row: 90, column: 1, rows: 1, columns: 1 }],
        condition: { kind: 'formula', formula: '=$A90=1', look: { bold: true } },
      },
    ],
  }
  const { template, notes } = learn(source)
  const column = (header: string) => template.layout.columns.find((each) => each.header === header)

  test('has its columns, with types, formats, widths and notes', () => {
    expect(template.layout.columns.map(({ key, header, type }) => [key, header, type])).toEqual([
      ['art_nr', 'Art.-Nr.', 'text'],
      ['artikel', 'Artikel', 'text'],
      ['menge', 'Menge', 'number'],
      ['preis', 'Preis', 'currency'],
      ['summe', 'Summe', 'currency'],
      ['lager', 'Lager', 'percent'],
      ['fallig', 'Fällig', 'date'],
      ['kontakt', 'Kontakt', 'email'],
    ])
    expect(column('Art.-Nr.')).toMatchObject({ unique: true, required: true, width: 90 })
    expect(column('Artikel')).toMatchObject({ unique: false, width: 240 })
    expect(column('Preis')).toMatchObject({ currency: 'EUR', note: 'ohne MwSt' })
    expect(column('Summe')).toMatchObject({ formula: 'menge*preis', total: 'sum', required: false })
    expect(column('Fällig')).toMatchObject({ align: 'center' })
    expect(column('Kontakt')).toMatchObject({ wrap: 'wrap' })
  })

  test('has its rules and colours', () => {
    expect(template.validation_rules).toEqual([
      { column: 'artikel', rule: { kind: 'length', max: 40, strict: true } },
      { column: 'menge', rule: { kind: 'number', min: 0, strict: true, help: 'Mindestens 0' } },
      { column: 'fallig', rule: { kind: 'date', min: '2025-01-01', strict: false } },
    ])
    expect(template.formatting).toEqual({
      header: { background: '#224466', color: '#ffffff' },
      banding: { first: '#ffffff', second: '#eeeeee' },
      totals: { background: '#dddddd', color: '#000000' },
      gridlines: false,
      conditional_formats: [
        { kind: 'cell', columns: ['menge'], test: 'less', values: [2], look: { color: '#a50e0e' } },
        { kind: 'formula', columns: [], formula: 'AND(menge<2.5,fallig<TODAY())', look: { bold: true } },
        { kind: 'cell', columns: ['fallig'], test: 'before', values: ['2025-12-31'], look: { italic: true } },
      ],
    })
    expect(template.layout).toMatchObject({ frozen_rows: 1, frozen_columns: 2, filter: true, totals_label: 'Summe' })
    expect(template).toMatchObject({ name: 'Bestand', locale: 'de_DE' })
  })

  test('says what it could not take over', () =>
    expect(notes).toEqual([
      expect.stringMatching(/^“Lager” has formulas that a template cannot repeat, such as =SVERWEIS/),
      'The rule of “Kontakt” is not part of the template, because it goes by a list on another sheet.',
      expect.stringMatching(/^A colour rule of “Art\.-Nr\.”, .* because it goes by =UND/),
    ]))
})

describe('a row of headers', () => {
  test.each([
    ['Name, E-mail, Phone, Last contact', 'text email text date'],
    ['Task, Owner, Due date, % done, Cost (EUR)', 'text text date percent currency'],
    ['Datum, Betrag, Menge, Webseite', 'date currency number url'],
    ['日付, 商品名, 数量, 単価', 'date text number currency'],
    ['Species, Habitat, Wingspan', 'text text text'],
  ])('%s', (headers, types) => {
    const { template, notes } = learn({ values: [headers.split(', ')] })
    expect(template.layout.columns.map(({ header, type }) => [header, type])).toEqual(
      headers.split(', ').map((header, at) => [header, types.split(' ')[at]]),
    )
    expect(template.layout).toMatchObject({ frozen_rows: 1, filter: true })
    expect(notes).toEqual([])
    expect(checkTemplate(template)).toEqual([])
  })

  test('that are missing, twice or in one cell get names', () => {
    const { template } = learn({
      values: [
        ['Name', '', 'name', 'Two\nlines', null],
        ['a', 'b', 'c', 'd', 'e'],
      ],
    })
    expect(template.layout.columns.map(({ key, header }) => [key, header])).toEqual([
      ['name', 'Name'],
      ['column_2', 'Column 2'],
      ['name_2', 'name 2'],
      ['two_lines', 'Two lines'],
      ['column_5', 'Column 5'],
    ])
    const alike = learn({ values: [['Preis', 'Preis:', 'préis', '#', '%']] }).template
    expect(alike.layout.columns.map(({ header }) => header)).toEqual(['Preis', 'Preis: 2', 'préis 3', '#', '%'])
    expect(checkTemplate(alike)).toEqual([])
  })
})

describe('values', () => {
  const typed = (values: (string | number | boolean)[], format = 'General') => {
    const { template } = learn({
      values: [['X'], ...values.map((value) => [value])],
      formats: [[], ...values.map(() => [format])],
    })
    const { type, number_format, currency } = template.layout.columns[0]!
    return [type, number_format, currency]
  }
  test.each<[(string | number | boolean)[], string, unknown[]]>([
    [[1, 2, 3], 'General', ['number', undefined, undefined]],
    [[1.5, 2, 3], '0.000', ['number', '0.000', undefined]],
    [[1, 2, 3], '[$¥-411]#,##0', ['currency', '[$¥-411]#,##0', 'JPY']],
    [[1, 2, 3], '#,##0 "CHF"', ['currency', '#,##0 "CHF"', 'CHF']],
    [[1, 2, 3], '0 "kg"', ['number', '0 "kg"', undefined]],
    [[46_000, 46_001], 'd mmm yyyy', ['date', 'd mmm yyyy', undefined]],
    [[46_000.5, 46_001.25], 'yyyy-mm-dd hh:mm', ['datetime', 'yyyy-mm-dd hh:mm', undefined]],
    [[0.5, 1.25], '[h]:mm', ['time', '[h]:mm', undefined]],
    [[0.5, 0.255], '0.0%', ['percent', undefined, undefined]],
    [[true, false, true], 'General', ['boolean', undefined, undefined]],
    [['0042', '0043'], '@', ['text', undefined, undefined]],
    [['https://a.example', 'https://b.example/x'], 'General', ['url', undefined, undefined]],
    [['2026-01-01', '2026-01-02'], '@', ['text', undefined, undefined]],
    [[1, 'two', 3], 'General', ['text', undefined, undefined]],
  ])('%j shown as %s', (values, format, expected) => expect(typed(values, format)).toEqual(expected))
})

test('the key of a table that was written before stays its key', () => {
  const anchor = {
    ...{ id: 'table-0001', range_name: 'T', title: 'Orders', source: null, operation_id: 'operation-1' },
    ...{
      template: { id: 'x', version: 1 },
      written_at: '2026-11-22T09:00:00.000Z',
      totals: false,
      key: ['order', 'line'],
    },
    columns: [
      { key: 'order', header: 'Nr', from: null },
      { key: 'line', header: 'Pos', from: null },
    ],
  }
  const { template } = learn({
    anchor,
    values: [
      ['Nr', 'Pos', 'ID'],
      ['a', 1, 1],
      ['a', 2, 2],
      ['b', 1, 3],
    ],
  })
  expect(template.layout.columns.map(({ key, unique }) => [key, unique])).toEqual([
    ['order', true],
    ['line', true],
    ['id', false],
  ])
  expect(template.name).toBe('Orders')
})

test('whatever the sheet holds, the template can be saved', () => {
  const value = fc.oneof(fc.string({ maxLength: 12 }), fc.double({ noNaN: true }), fc.boolean(), fc.constant(null))
  const formula = fc.constantFrom('', '=A2*2', '=B2', '=SUM(A2:B2)', '=C2+1', '=VLOOKUP(A2,B:C,2)', '="a"&A2', '=A2)')
  const format = fc.constantFrom('', 'General', '@', '0.00', '0%', 'yyyy-mm-dd', 'hh:mm', '"', '[Foo]0', '$#,##0')
  const rule = fc.constantFrom(
    { kind: 'list' as const, values: ['a', 'a', ' b'], strict: true },
    { kind: 'number' as const, min: 5, max: 1, strict: true },
    { kind: 'checkbox' as const },
    { kind: 'formula' as const, formula: '=REGEXMATCH($A2,"(?=a)")', strict: true },
    { kind: 'formula' as const, formula: '=$A2>$B2', strict: false },
    { kind: 'date' as const, min: -5, strict: true },
  )
  const rows = <T>(of: fc.Arbitrary<T>) => fc.array(fc.array(of, { maxLength: 4 }), { maxLength: 6 })
  const sources = fc.record({
    values: fc.array(fc.array(value, { maxLength: 4 }), { minLength: 1, maxLength: 6 }),
    formulas: rows(formula),
    formats: rows(format),
    cells: rows(fc.record({ rule: fc.option(rule, { nil: undefined }) })),
    frozen_columns: fc.nat(9),
    locale: fc.constantFrom('en_US', 'de_DE', 'xx', ''),
  })
  fc.assert(
    fc.property(sources, (source) => {
      const { template } = learn(JSON.parse(JSON.stringify(source)))
      expect(Template.parse(template)).toEqual(template)
      expect(checkTemplate(template)).toEqual([])
    }),
    { numRuns: 150 * Number(process.env.STRESS ?? 1) },
  )
})
