// Proves over generated input that reading never throws, gives back what was written, and stays linear.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inferColumns, parseCell, parseColumnCell } from './infer.ts'
import { readTables } from './read.ts'

const runs = Number(process.env.STRESS ?? 1)

const header = fc.uniqueArray(fc.constantFrom('id', 'name', 'city', 'amount', 'note', 'due date', 'größe', '名前'), {
  minLength: 2,
  maxLength: 6,
})

/** Values of a table and its rows; `cell` draws one cell. */
function tables(cell: fc.Arbitrary<string>) {
  return header.chain((names) =>
    fc.record({
      names: fc.constant(names),
      rows: fc.array(fc.array(cell, { minLength: names.length, maxLength: names.length }), {
        minLength: 2,
        maxLength: 8,
      }),
    }),
  )
}

const words = fc.constantFrom(
  'Ada',
  'London',
  'a, b',
  'x;y',
  'p|q',
  'say "hi"',
  'two\nlines',
  '0042',
  '1,234.50',
  '=SUM(A1)',
  '-',
  '',
  ' ',
  'São Paulo',
  '東京',
  "it's",
  '2026-03-01',
  '12 %',
  '"',
  '()',
  '\\',
  'C:\\x',
)
const tidy = words.map((word) => word.trim())

// Blank rows at the end are what spreadsheets leave behind, and blanks alone behind every delimiter belong to it.
function hasEnds({ rows }: { rows: string[][] }): boolean {
  const filled = (cells: string[]) => cells.some((cell) => cell.trim() !== '')
  return filled(rows.at(-1)!) && rows.some((row) => filled(row.slice(1)))
}

function delimited(lines: string[][], mark: string): string {
  const quoted = (cell: string) =>
    /["\n\r]/.test(cell) || cell.includes(mark) ? `"${cell.replaceAll('"', '""')}"` : cell
  return lines.map((line) => line.map(quoted).join(mark)).join('\n')
}

function back(text: string): string[][] | null {
  const [table, ...more] = readTables(text)
  return table && more.length === 0 ? [...(table.header ? [table.header] : []), ...table.rows] : null
}

describe('what was written is read', () => {
  it.each([',', ';', '\t'])('as text delimited by %j', (mark) => {
    fc.assert(
      fc.property(tables(words).filter(hasEnds), ({ names, rows }) => {
        expect(back(delimited([names, ...rows], mark))).toEqual([names, ...rows])
      }),
      { numRuns: 200 * runs },
    )
  })

  it('as Markdown', () => {
    const line = (cells: string[]) =>
      `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', '<br>')).join(' | ')} |`
    fc.assert(
      fc.property(tables(tidy.filter((cell) => !cell.endsWith('\\'))), ({ names, rows }) => {
        const text = [line(names), line(names.map(() => '---')), ...rows.map(line)].join('\n')
        expect(back(`Intro, text.\n\n${text}\n\nThe end.`)).toEqual([names, ...rows])
      }),
      { numRuns: 100 * runs },
    )
  })

  it('as JSON, any string', () => {
    fc.assert(
      fc.property(tables(fc.string({ unit: 'binary' })), ({ names, rows }) => {
        const records = rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index]])))
        expect(back(JSON.stringify(records, null, 2))).toEqual([names, ...rows])
        expect(back(JSON.stringify([names, ...rows]))).toEqual([names, ...rows])
      }),
      { numRuns: 100 * runs },
    )
  })
})

describe('any input', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .array(
        fc.constantFrom(
          '"',
          '""',
          ',',
          ';',
          '\t',
          '|',
          '\n',
          '\r\n',
          '  ',
          '[',
          '{',
          '}',
          ']',
          ':',
          '-',
          '---',
          '<table>',
          '<td>',
          '<tr>',
          '</table>',
          'a',
          '1',
          'Name: ',
          '```',
          ' = ',
          '% ',
          '(',
          '€',
        ),
        { maxLength: 80 },
      )
      .map((parts) => parts.join('')),
  )

  it('is read, typed and parsed without throwing, with spans in order and a column for every cell', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        let end = 0
        for (const table of readTables(text)) {
          expect(table.start).toBeGreaterThanOrEqual(end)
          expect(table.end).toBeGreaterThan(table.start)
          expect(table.end).toBeLessThanOrEqual(text.length)
          end = table.end
          const columns = inferColumns(table)
          for (const row of table.rows) {
            expect(row.length).toBeLessThanOrEqual(columns.length)
            for (const [index, cell] of row.entries()) parseColumnCell(cell, columns[index]!)
          }
        }
      }),
      { numRuns: 1500 * runs },
    )
  })

  it('of bytes is read without throwing', () => {
    const file = hostile.map((text) => new TextEncoder().encode(text))
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), file), (bytes) => {
        for (const table of readTables(bytes)) inferColumns(table)
      }),
      { numRuns: 500 * runs },
    )
  })

  it('parses as a cell without throwing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(undefined, 'de-DE', 'en-US', 'x'), (text, locale) => {
        parseCell(text, { locale })
      }),
      { numRuns: 1000 * runs },
    )
  })
})

const nasty = [
  ...['"', '"a\n', '""\n', ',"', 'a,"b\n', '"a"b,', "'a',", "a,'b\n", '\\"', 'a\\,b\n', '"a,b"\n', '1,"a\nb",2\n'],
  ...['[', '[{', '{"a":', '{}\n', '{"a":1},', '<table>', '<td>', '<table><tr><td>', '<!--', '&amp;', '&'],
  ...['a | b\n', '-|', '|a|\n|-|\n', '||', '+-+\n', '│a│\n', '---\n', '```\n', '> a,b\n', '>\n', '#a\n'],
  ...['a  b\n', 'a: b\n', '- a: b\n', 'Ann: x\n', '[09:14] Raj: a,b\n', 'Milk ... 1,20\n', 'Key = 1\n', 'Page 1\n'],
  ...[
    '1,2\n',
    'x,\n',
    '9,',
    '1 ',
    '$1 ',
    'a,b,c\n1,2\n',
    '1;2;3\n1;2\n',
    'a\n\n',
    '\r',
    '\t',
    ' ',
    '日,',
    '12:30 ',
    '\0',
    '\u2028',
  ],
]

/** Characters of text, and the milliseconds that it may take: a reader that grew with the square would take many times as long. */
const [length, most] = runs > 1 ? [100_000, 10_000] : [30_000, 4_000]

describe('time grows with the input, not faster', () => {
  it.each(nasty)('for %j, pasted and as a file', (unit) => {
    const text = unit.repeat(length / unit.length)
    const started = performance.now()
    for (const input of [text, new TextEncoder().encode(text)])
      for (const table of readTables(input)) inferColumns(table)
    expect(performance.now() - started).toBeLessThan(most)
  })
})
