// Proves that JSON in all its shapes and accidents is read as the records it holds.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ReadTable, readTables } from '../read.ts'

function only(text: string): ReadTable {
  const tables = readTables(text)
  expect(tables).toHaveLength(1)
  return tables[0]!
}

const rows = [
  ['1', 'x'],
  ['2', 'y'],
]

describe('shapes', () => {
  it.each([
    '{"data":{"items":[{"a":1,"b":"x"},{"a":2,"b":"y"}],"total":2},"status":"ok"}',
    '{"columns":["a","b"],"index":[0,1],"data":[[1,"x"],[2,"y"]]}',
    '{"fields":[{"name":"a"},{"name":"b"}],"rows":[[1,"x"],[2,"y"]]}',
    '{"a":{"0":1,"1":2},"b":{"0":"x","1":"y"}}',
    '{"a":[1,2],"b":["x","y"]}',
    '[["a","b"],[1,"x"],[2,"y"]]',
    '{"a":1,"b":"x"}\n\n{"a":2,"b":"y"},\n',
    '{\n  "a": 1,\n  "b": "x"\n}\n{\n  "a": 2,\n  "b": "y"\n}',
    "{'a': 1, 'b': 'x'}\n{'a': 2, 'b': 'y'}",
    '[\n  {"a": 1, "b": "x"},\n  {"a": 2, "b": "y"}\n]',
    '[{"a": 1, "b": "x"},\n{"a": 2, "b": "y"}]',
  ])('%j', (text) => expect(only(`Here it is:\n\n${text}\n\nThanks`)).toMatchObject({ header: ['a', 'b'], rows }))

  it('keyed by an id, which becomes the first column', () => {
    expect(only('{"u1":{"name":"Ada","age":36},"u2":{"name":"Alan","age":41}}')).toMatchObject({
      header: ['key', 'name', 'age'],
      rows: [
        ['u1', 'Ada', '36'],
        ['u2', 'Alan', '41'],
      ],
    })
  })

  it('an array of a line for each record is whole, brackets and all', () => {
    const lines = Array.from({ length: 20 }, (_, index) => `{"a":${index},"b":"x"}`)
    for (const text of [`[${lines.join(',\n')}]`, `[\n${lines.join(',\n')}\n]`, `x = [ ${lines.join('\n, ')} ]`])
      expect(only(text).rows).toHaveLength(20)
  })

  it('lines after a greeting are lines', () => {
    expect(only('Hi Bob,\n\n{"a":1}\n{"a":2}\n\nAda').format).toBe('jsonl')
  })

  it('several lists are several tables with their own spans', () => {
    const text = '{"users":[{"id":1,"n":"a"},{"id":2,"n":"b"}],"orders":[{"o":1,"t":5},{"o":2,"t":6}]}'
    const tables = readTables(text)
    expect(tables.map((table) => table.title)).toEqual(['users', 'orders'])
    expect(tables.map((table) => text.slice(table.start, table.end))).toEqual([
      '[{"id":1,"n":"a"},{"id":2,"n":"b"}]',
      '[{"o":1,"t":5},{"o":2,"t":6}]',
    ])
  })

  it('one object alone is one row', () => {
    expect(only('{"name":"Ada","age":36,"tags":["a","b"]}').rows).toEqual([['Ada', '36', 'a, b']])
    expect(only('Please add:\n```json\n{"name":"Ada","age":36,"city":"London"}\n```\nThanks').rows).toHaveLength(1)
  })
})

describe('accidents', () => {
  it.each([
    `[{'a': 1, 'b': 'x'}, {'a': 2, 'b': "y"},]`,
    '[\n  // people\n  {a: 1, b: "x",},\n  {a: 2, b: \'y\'}, /* end */\n]',
    '[{"a": 1, "b": u"x"}, {"a": 2, "b": "y"}]',
  ])('%j', (text) => expect(only(text)).toMatchObject({ header: ['a', 'b'], rows }))

  it("Python's words", () => {
    expect(only(`[{'ok': True, 'x': None, 'y': nan}, {'ok': False, 'x': "O'Neil", 'y': -1.50}]`).rows).toEqual([
      ['true', '', ''],
      ['false', "O'Neil", '-1.50'],
    ])
  })

  it('a text cut short gives its whole records and reports the rest', () => {
    for (const text of [
      '[{"a":1,"b":"x"},{"a":2,"b":"y"},{"a":3,"b',
      'See {"data":[{"a":1,"b":"x"},{"a":2,"b":"y"},{"a":3',
    ]) {
      const table = only(text)
      expect(table).toMatchObject({ header: ['a', 'b'], rows })
      expect(text.slice(table.start, table.end).endsWith('"y"}')).toBe(true)
      expect(table.skipped).toMatchObject([{ start: table.end, end: text.length }])
    }
  })

  it('a broken line among whole ones is reported', () => {
    const table = only('{"a":1,"b":2}\n{"a":3,"b":4}\n{"a":5,"b"\n{"a":7,"b":8}')
    expect(table.rows).toHaveLength(3)
    expect(table.skipped).toHaveLength(1)
  })

  it('a name that comes twice keeps its last value and is reported', () => {
    const table = only('[{"a":1,"a":2},{"a":3}]')
    expect(table.rows).toEqual([['2'], ['3']])
    expect(table.skipped).toHaveLength(1)
  })
})

it.each([
  '[[foo]] and [[bar]]',
  'see [{a}] and {b: c}',
  '{"name":"x","version":"1.0.0","description":"y"}',
  '{\n  "compilerOptions": { "strict": true, "target": "es2024", "noEmit": true }\n}',
  'Call `[{a: 1}, {b: 2}]` there.',
  'console.log([{a: 1}])',
  'function f() { return [a, b] }',
  '[x] { y }',
  '[{"a":',
])('finds no table in %j', (text) => expect(readTables(text)).toEqual([]))

describe('what was written is read', () => {
  const table = fc
    .uniqueArray(fc.constantFrom('id', 'name', 'due date', 'größe', '名前'), { minLength: 2, maxLength: 4 })
    .chain((names) =>
      fc
        .array(fc.array(fc.string({ unit: 'binary' }), { minLength: names.length, maxLength: names.length }), {
          minLength: 2,
          maxLength: 5,
        })
        .map((body) => ({ names, body })),
    )
  const forms: Record<string, (names: string[], body: string[][]) => string> = {
    lines: (names, body) =>
      body.map((row) => JSON.stringify(Object.fromEntries(names.map((name, at) => [name, row[at]])))).join('\n'),
    columns: (names, body) =>
      JSON.stringify(Object.fromEntries(names.map((name, at) => [name, body.map((row) => row[at])]))),
    split: (names, body) => JSON.stringify({ columns: names, data: body }),
    envelope: (names, body) =>
      JSON.stringify(
        { data: { items: body.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at]]))) } },
        null,
        2,
      ),
  }
  it.each(Object.entries(forms))('as %s', (_name, form) => {
    fc.assert(
      fc.property(table, ({ names, body }) => {
        const read = only(form(names, body))
        expect([read.header, ...read.rows]).toEqual([names, ...body])
      }),
      { numRuns: 100 * Number(process.env.STRESS ?? 1) },
    )
  })
})
