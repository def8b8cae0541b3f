// Proves that tables drawn with lines are read cell by cell, and that diagrams and notices are not.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ReadTable, readTables } from '../read.ts'

function only(text: string): ReadTable {
  const tables = readTables(text)
  expect(tables).toHaveLength(1)
  return tables[0]!
}

const people = { header: ['id', 'name'], rows: [['1', 'Ada'], ['2', 'Alan']] } // biome-ignore format: one glance

describe('what databases print', () => {
  it('psql, with its count reported', () => {
    const body = ' id | name \n----+------\n  1 | Ada\n  2 | Alan'
    const text = `Here:\n\n${body}\n(2 rows)\n\nok?`
    const table = only(text)
    expect(table).toMatchObject(people)
    expect(text.slice(table.start, table.end)).toBe(body.trim())
    expect(table.skipped?.map(({ start, end }) => text.slice(start, end))).toEqual(['(2 rows)'])
    expect(only(' id │ name \n────┼──────\n  1 │ Ada\n  2 │ Alan\n(2 Zeilen)')).toMatchObject(people)
  })

  it('psql, with a broken cell, one column, or no rows', () => {
    expect(only(' id | note  \n----+-------\n  1 | line1+\n    | line2\n  2 | c+\n(2 rows)\n').rows[0]).toEqual([
      '1',
      'line1\nline2',
    ])
    expect(only(' name \n------\n Ada\n Alan\n(2 rows)\n').rows).toEqual([['Ada'], ['Alan']])
    expect(only(' id | name \n----+------\n(0 rows)\n').rows).toEqual([])
  })

  it('MySQL, with a bar inside a cell', () => {
    const body = '+----+------+\n| id | name |\n+----+------+\n|  1 | Ada  |\n|  2 | A|n  |\n+----+------+'
    const text = `mysql> select * from t;\n${body}\n2 rows in set (0.00 sec)\n\nmysql> `
    const table = only(text)
    expect(table.rows).toEqual([
      ['1', 'Ada'],
      ['2', 'A|n'],
    ])
    expect(text.slice(table.start, table.end)).toBe(body)
    expect(table.skipped).toHaveLength(1)
  })

  it('records one below the other', () => {
    expect(only('-[ RECORD 1 ]---\nid   | 1\nname | Ada\n-[ RECORD 2 ]---\nid   | 2\nname | Alan\n')).toMatchObject(
      people,
    )
    const stars = '*'.repeat(27)
    expect(
      only(
        `${stars} 1. row ${stars}\n  id: 1\nname: Ada\n${stars} 2. row ${stars}\n  id: 2\nname: Alan\n2 rows in set\n`,
      ),
    ).toMatchObject(people)
  })

  it('the types of columns are no names', () => {
    const table = only(
      '┌──────┬─────┐\n│ name ┆ age │\n│ ---  ┆ --- │\n│ str  ┆ i64 │\n╞══════╪═════╡\n│ Ada  ┆ 36  │\n│ Alan ┆ 41  │\n└──────┴─────┘',
    )
    expect(table).toMatchObject({ header: ['name', 'age'] })
    expect(table.skipped).toHaveLength(2)
  })
})

describe('frames', () => {
  it.each([
    '┌────┬──────┐\n│ id │ name │\n├────┼──────┤\n│ 1  │ Ada  │\n│ 2  │ Alan │\n└────┴──────┘',
    '╔════╦══════╗\n║ id ║ name ║\n╠════╬══════╣\n║ 1  ║ Ada  ║\n║ 2  ║ Alan ║\n╚════╩══════╝',
    '╭────┬──────╮\n│ id │ name │\n├────┼──────┤\n│ 1  │ Ada  │\n├────┼──────┤\n│ 2  │ Alan │\n╰────┴──────╯',
    '┏━━━━┳━━━━━━┓\n┃ id ┃ name ┃\n┡━━━━╇━━━━━━┩\n│ 1  │ Ada  │\n│ 2  │ Alan │\n└────┴──────┘',
    '╒════╤══════╕\n│ id │ name │\n╞════╪══════╡\n│  1 │ Ada  │\n├────┼──────┤\n│  2 │ Alan │\n╘════╧══════╛',
    '+----+------+\n| id | name |\n+====+======+\n| 1  | Ada  |\n+----+------+\n| 2  | Alan |\n+----+------+',
    '> +----+------+\n> | id | name |\n> +====+======+\n> | 1  | Ada  |\n> | 2  | Alan |\n> +----+------+',
  ])('%j', (box) => {
    const text = `See:\n\n${box}\n\nDone.`
    const table = only(text)
    expect(table).toMatchObject(people)
    expect(text.slice(table.start, table.end)).toBe(box.replace(/^> /, ''))
  })

  it('joins wrapped lines and keeps breaks that were meant', () => {
    const table = only(
      '+-----+----------------+\n| id  | text           |\n+=====+================+\n| 1   | a long text    |\n|     | wrapped here   |\n+-----+----------------+\n| 2   | one            |\n|     | two            |\n+-----+----------------+',
    )
    expect(table.rows).toEqual([
      ['1', 'a long text wrapped here'],
      ['2', 'one\ntwo'],
    ])
  })

  it('repeats cells that reach over columns and rows', () => {
    const table = only(
      '+----+----+----+\n| a  | b  | c  |\n+====+====+====+\n| 1  | 2       |\n+----+----+----+\n| 3  | 4  | 5  |\n+----+    +----+\n| 6  |    | 7  |\n+----+----+----+',
    )
    expect(table.rows).toEqual([
      ['1', '2', '2'],
      ['3', '4', '5'],
      ['6', '4', '7'],
    ])
  })

  it('takes a line over the whole width, or in the border, for the title', () => {
    expect(
      only('╭───────────╮\n│  People   │\n├────┬──────┤\n│ id │ name │\n├────┼──────┤\n│ 1  │ Ada  │\n╰────┴──────╯')
        .title,
    ).toBe('People')
    expect(
      only('┌── Staff ──┬────┐\n│ a         │ b  │\n├───────────┼────┤\n│ 1         │ 2  │\n└───────────┴────┘').title,
    ).toBe('Staff')
  })

  it('keeps totals that a rule sets off, and boxes apart', () => {
    const box = '+---+---+\n| a | b |\n+---+---+\n| 1 | 2 |\n| 3 | 4 |\n+---+---+\n| S | 6 |\n+---+---+'
    const tables = readTables(`${box}\n${box}`)
    expect(tables.map((table) => table.rows)).toEqual([
      [['1', '2'], ['3', '4'], ['S', '6']],
      [['1', '2'], ['3', '4'], ['S', '6']],
    ]) // biome-ignore format: rows as they look
  })
})

it.each([
  '+------+     +------+\n| app  | --> | db   |\n+------+     +------+',
  '┌─────┐    ┌─────┐\n│ app │───>│ db  │\n└─────┘    └─────┘',
  '┌─────┐\n│ app │\n└──┬──┘\n   │\n┌──┴──┐\n│ db  │\n└─────┘',
  '+--------------------+\n| Update available!  |\n| Run npm i -g npm   |\n+--------------------+',
  '╭──────────────────────────╮\n│                          │\n│  New version available   │\n│                          │\n╰──────────────────────────╯',
  'src\n├── a.ts\n│   └── b\n└── c',
  '---+---\n a | b',
  'x = a | b\n----+----\nfoo',
  '  +---+\n  | x |\n  +---+',
  'a + b\n-----\n c',
  '- - -\n+ + +\n',
  '────────────\nHello | there\n────────────',
])('finds no table in %j', (text) => expect(readTables(text)).toEqual([]))

describe('what was written is read', () => {
  const cell = fc
    .string({ unit: fc.constantFrom(...'ab1 .,;:=*<#"\'é') })
    .map((text) => text.replace(/ +/g, ' ').trim())
  const grid = fc
    .integer({ min: 2, max: 5 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 6 }))
    .filter((rows) => rows.every((row) => row.some((text) => text !== '')))
    .filter((rows) => !rows[0]!.every((text) => /^=*$/.test(text)))

  const draw = (rows: string[][], bar: string, dash: string, joint: string, framed: boolean) => {
    const widths = rows[0]!.map((_, at) => Math.max(3, ...rows.map((row) => row[at]!.length)))
    const lay = (cells: string[], mark: string, fill: string) => {
      const line = cells.map((text, at) => fill + text.padEnd(widths[at]!, fill) + fill).join(mark)
      return framed ? `${mark}${line}${mark}` : line
    }
    const rule = lay(rows[0]!.map(() => ''), joint, dash) // biome-ignore format: short
    const [names, ...body] = rows.map((row) => lay(row, bar, ' '))
    return (framed ? [rule, names, rule, ...body, rule] : [names, rule, ...body]).join('\n')
  }

  it.each([
    ['MySQL', '|', '-', '+', true],
    ['psql', '|', '-', '+', false],
    ['Unicode', '│', '─', '┼', true],
    ['open Unicode', '│', '─', '┼', false],
  ] as const)('as %s', (_name, bar, dash, joint, framed) => {
    fc.assert(
      fc.property(grid, (rows) => {
        const [table, ...more] = readTables(`Words.\n\n${draw(rows, bar, dash, joint, framed)}\n\nThe end.`)
        expect(more).toEqual([])
        expect([table?.header, ...(table?.rows ?? [])]).toEqual(rows)
      }),
      { numRuns: 150 * Number(process.env.STRESS ?? 1) },
    )
  })
})
