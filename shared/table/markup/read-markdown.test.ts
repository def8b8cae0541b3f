// Proves that the tables of Markdown, Org mode and wikis are read as their makers meant them, and nothing else is.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ReadTable, readTables } from '../read.ts'

function only(text: string): ReadTable {
  const tables = readTables(text)
  expect(tables).toHaveLength(1)
  return tables[0]!
}

function spanned(text: string): string {
  const table = only(text)
  return text.slice(table.start, table.end)
}

describe('pipe tables as GFM has them', () => {
  it('needs no outer pipes and no equal widths', () => {
    const text = '| abc | defghi |\n:-: | -----------:\nbar | baz'
    expect(only(text)).toMatchObject({ header: ['abc', 'defghi'], rows: [['bar', 'baz']] })
    expect(only('abc | def\n--- | ---\n1 | 2')).toMatchObject({ header: ['abc', 'def'], rows: [['1', '2']] })
  })

  it('takes escaped pipes for text, in code and emphasis too', () => {
    expect(only('| f\\|oo  |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |')).toMatchObject({
      header: ['f|oo'],
      rows: [['b `|` az'], ['b **|** im']],
    })
    expect(only('| a | b |\n|---|---|\n| x\\\\| y |').rows).toEqual([['x\\\\', 'y']])
  })

  it.each(['> bar', '# Next', '- item', '1. item', '```', '---', '<div>', '\nbar'])('ends before %j', (next) => {
    const table = '| abc | def |\n| --- | --- |\n| bar | baz |'
    expect(spanned(`${table}\n${next}`)).toBe(table)
  })

  it('takes a bare word for a row of one cell', () => {
    expect(only('| abc | def |\n| --- | --- |\n| bar | baz |\nbar\n\nbar')).toMatchObject({
      rows: [
        ['bar', 'baz'],
        ['bar', ''],
      ],
      ragged: [1],
    })
  })

  it('fills short rows and keeps what is beyond the header', () => {
    const table = only('| abc | def |\n| --- | --- |\n| bar |\n| bar | baz | boo |')
    expect(table.header?.slice(0, 2)).toEqual(['abc', 'def'])
    expect(table.rows[0]?.slice(0, 2)).toEqual(['bar', ''])
    expect(table.rows[1]).toEqual(['bar', 'baz', 'boo'])
    expect(table.ragged).toEqual([0, 1])
  })

  it('is no table when header and rule differ in width', () => {
    expect(readTables('| abc | def |\n| --- |\n| bar |')).toEqual([])
  })

  it('may have no rows, and one column', () => {
    expect(only('| abc | def |\n| --- | --- |')).toMatchObject({ header: ['abc', 'def'], rows: [] })
    expect(only('| abc |\n| --- |\n| 1 |\n| 2 |')).toMatchObject({ header: ['abc'], rows: [['1'], ['2']] })
  })

  it('stands in quotes, lists and under deep indents', () => {
    const rows = [['1', '2']]
    expect(only('> > | a | b |\n> > |---|---|\n> > | 1 | 2 |\n\n> end').rows).toEqual(rows)
    expect(only('- | a | b |\n  |---|---|\n  | 1 | 2 |\n- c').rows).toEqual(rows)
    expect(only('1. Step\n\n      | a | b |\n      |---|---|\n      | 1 | 2 |\n\n2. Step').rows).toEqual(rows)
    expect(spanned('* Item\n  | a | b |\n  |---|---|\n  | 1 | 2 |\n* next')).toBe('| a | b |\n  |---|---|\n  | 1 | 2 |')
  })

  it('keeps marks and values of dashes, and turns <br> into a new line', () => {
    const table = only('| **a** | [b](c) |\n|--|--|\n| - | x<br/>y |\n|---|---|\n| `1` | -- |')
    expect(table).toMatchObject({
      header: ['**a**', '[b](c)'],
      rows: [
        ['-', 'x\ny'],
        ['`1`', '--'],
      ],
    })
    expect(table.skipped).toHaveLength(1)
  })

  it.each([
    'Thanks, Ada',
    'Thanks!',
    'Best regards',
    'thx',
    'So please check the second row | and tell me what you think of it.',
    'This is what we have so far.',
    'Ada',
    'see you tomorrow',
  ])('does not swallow %j right below', (line) => {
    const table = '| Name | Age |\n|------|-----|\n| Ada | 36 |'
    expect(spanned(`Here it is:\n${table}\n${line}`)).toBe(table)
  })

  it('takes a caption above or below for the title', () => {
    const table = 'a | b\n--|--\n1 | 2'
    expect(only(`${table}\n\nTable: The caption`).title).toBe('The caption')
    expect(only(`${table}\n\n: The caption`).title).toBe('The caption')
    expect(only(`: The caption\n\n${table}`).title).toBe('The caption')
  })
})

it.each([
  'a stray | pipe',
  'Title | Subtitle\n----------------\n\nText.',
  '| just one line |',
  '|---|---|',
  '---|---\n---|---',
  '- a | b\n--|--',
  '# Heading | with pipe\n|---|---|\n\nText',
  'cat x | sort\n\n---\n\nmore | text',
  '> a | b\n--|--\n',
  '`a | b`\n\n    --|--',
  '* * *\n| a',
  '[link]: <a|b>\n---',
  'a\n\n|---|---|\n\nb',
  '|\n---',
])('finds no table in %j', (text) => expect(readTables(text)).toEqual([]))

describe('relatives', () => {
  it('reads Org tables, their rules and formulas', () => {
    const table = only(
      '#+CAPTION: Sales\n| Name | Age |\n| <l>  | <r> |\n|------+-----|\n| Ada | 36 |\n| Al | 5 |\n|------+-----|\n| Sum | 41 |\n#+TBLFM: $2=1\n',
    )
    expect(table).toMatchObject({ title: 'Sales', header: ['Name', 'Age'], totals: [2] })
    expect(table.rows).toEqual([
      ['Ada', '36'],
      ['Al', '5'],
      ['Sum', '41'],
    ])
    expect(table.skipped).toHaveLength(2)
  })

  it('reads Jira, MediaWiki and AsciiDoc tables', () => {
    expect(only('Please see:\n||Name||Age||\n|Ada|36|\n|Alan|41|\nok')).toMatchObject({
      header: ['Name', 'Age'],
      rows: [
        ['Ada', '36'],
        ['Alan', '41'],
      ],
    })
    const wiki =
      '{| class="wikitable"\n|+ People\n! Name !! Age\n|-\n| [[Ada Lovelace|Ada]] || 36\n|-\n| rowspan="2" | Alan\n| 41\n|-\n| 42\n|}'
    expect(only(`Text\n\n${wiki}\n\nMore`)).toMatchObject({
      title: 'People',
      header: ['Name', 'Age'],
      rows: [
        ['Ada', '36'],
        ['Alan', '41'],
        ['Alan', '42'],
      ],
    })
    expect(spanned(`Text\n\n${wiki}\n\nMore`)).toBe(wiki)
    expect(only('.People\n[cols="1,1"]\n|===\n|Name |Age\n\n|Ada |36\n|Alan\n|41\n|===')).toMatchObject({
      title: 'People',
      header: ['Name', 'Age'],
      rows: [
        ['Ada', '36'],
        ['Alan', '41'],
      ],
    })
  })
})

describe('what was written is read', () => {
  const cell = fc
    .string({ unit: fc.constantFrom(...'ab1 .,;:-_*`|<>#"\'[]()é東') })
    .map((text) => text.trim().replace(/\\$/, ''))
  const grid = fc
    .integer({ min: 1, max: 5 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 6 }))
    .filter((rows) => rows[0]!.some((name) => /[ab1é東]/.test(name)))
    .filter((rows) => rows.slice(1).every((row) => !row.every((text) => /^:?[-=]{3,}:?$/.test(text))))
    .filter((rows) => rows.flat().every((text) => !/<br|<t/i.test(text)))

  it('with outer pipes', () => {
    const line = (cells: string[]) => `| ${cells.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`
    fc.assert(
      fc.property(grid, (rows) => {
        const [names, ...body] = rows
        const text = [line(names!), line(names!.map(() => ':--')), ...body.map(line)].join('\n')
        const [table, ...more] = readTables(`Some words.\n\n${text}\n\nThe end.`)
        expect(more).toEqual([])
        expect([table?.header, ...(table?.rows ?? [])]).toEqual(rows)
      }),
      { numRuns: 300 * Number(process.env.STRESS ?? 1) },
    )
  })
})
