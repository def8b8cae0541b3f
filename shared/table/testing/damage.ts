// Every kind of damage done to one table: to the whole file, and to single rows at a seeded sample of places.
import { baseHeader, baseRows, type Dialect, plainDialect, writeCell, writeRow } from './damage-base.ts'
import { type SurveyCase, survey } from './gold.ts'
import { seeded } from './random.ts'

const gold = { header: baseHeader, rows: baseRows }

function file(
  dialect: Partial<Dialect> = {},
  rows: readonly (readonly string[])[] = [baseHeader, ...baseRows],
): string {
  const whole = { ...plainDialect, ...dialect }
  return rows.map((row) => writeRow(row, whole) + whole.newline).join('')
}

const without = (text: string, mark: string): string => (mark === '' ? text : text.replaceAll(mark, ' '))
const cleared = (mark: string) => ({
  header: baseHeader,
  rows: baseRows.map((row) => row.map((cell) => without(cell, mark))),
})

const delimiters: [string, string][] = [
  ['semicolon', ';'],
  ['tab', '\t'],
  ['blank', ' '],
  ['pipe', '|'],
  ['colon', ':'],
  ['tilde', '~'],
  ['comma and blank', ', '],
  ['two pipes', '||'],
]

const preamble = [
  'Sales of the outdoor shop',
  'Printed on 04/05/2021 by the till',
  '',
  'Branch: Harbour; Floor: 2',
  'All prices with tax, in dollars',
  '',
  'Filter: none',
  'Author: back office',
  'Version 3',
  '',
]

const groups = ['', 'When', 'When', 'What', 'What', 'What', 'Text', 'Text', 'Other']
const units = ['d/m/y', 'h:m', 'n', 'code', 'USD', 'words', 'words', 'url', 'words']

/** The header of several rows: their names of one column joined. */
function joined(...rows: string[][]): string[] {
  return baseHeader.map((_, column) =>
    rows
      .map((row) => row[column]!)
      .filter((name) => name !== '')
      .join(' '),
  )
}

const second = [
  ['Code', 'Town', 'Staff'],
  ['H1', 'Harbour', '12'],
  ['H2', 'Hill', '7'],
  ['H3', 'Mill', '9'],
]

const wider = [
  [...baseHeader, 'More', 'Still more', 'Most'],
  ...baseRows.slice(0, 20).map((row, i) => [...row, String(i), `x${i}`, 'yes']),
]

// Cells keep the quotes that a comma called for, so blanks stand bare in some cells of a blank-delimited line.
function bareLine(row: readonly string[], delimiter: string): string {
  return row.map((cell, column) => writeCell(cell, column, plainDialect)).join(delimiter)
}

function unescaped(row: readonly string[]): string {
  return row
    .map((cell, column) => (column > 5 && cell ? `'${cell}'` : cell.includes(',') ? `'${cell}'` : cell))
    .join(',')
}

/** Damage to the whole file. */
export const fileDamage: SurveyCase[] = [
  survey('file: none', file(), gold),
  ...delimiters.map(([name, delimiter]) => survey(`file delimiter: ${name}`, file({ delimiter }), gold)),
  survey('file quote: single', file({ quote: "'", escape: "'" }), gold),
  survey('file quote: backtick', file({ quote: '`', escape: '`' }), gold),
  survey('file quote: single, semicolon', file({ quote: "'", escape: "'", delimiter: ';' }), gold),
  survey('file quote: single, apostrophes outside left alone', file({ quote: "'", escape: "'", bare: true }), gold),
  survey('file quote: single, apostrophes escaped', file({ quote: "'", escape: '\\' }), gold),
  survey(
    'file quote: single, apostrophes inside left alone',
    [baseHeader, ...baseRows].map((row) => `${unescaped(row)}\n`).join(''),
    gold,
  ),
  survey(
    'file delimiter: blank, blanks in cells left bare',
    [baseHeader, ...baseRows].map((row) => `${bareLine(row, ' ')}\n`).join(''),
    gold,
  ),
  survey('file: several tables, wider second', `${file()}\n${file({}, wider)}`, gold, {
    others: [{ header: wider[0]!, rows: wider.slice(1) }],
  }),
  survey('file quote: none, tab', file({ quote: '', delimiter: '\t' }), gold),
  survey('file escape: backslash', file({ escape: '\\' }), gold),
  survey('file escape: none', file({ escape: '' }), gold),
  survey('file escape: backslash, semicolon', file({ escape: '\\', delimiter: ';' }), gold),
  ...[
    ['CRLF', '\r\n'],
    ['CR', '\r'],
    ['record separator', '\x1e'],
    ['line separator', '\u2028'],
    ['LF CR', '\n\r'],
  ].map(([name, newline]) => survey(`file line end: ${name}`, file({ newline: newline! }), gold)),
  survey('file header: missing', file({}, baseRows), { header: null, rows: baseRows }),
  survey('file header: two rows, groups first', file({}, [groups, baseHeader, ...baseRows]), {
    header: joined(groups, baseHeader),
    rows: baseRows,
  }),
  survey('file header: two rows, units second', file({}, [baseHeader, units, ...baseRows]), {
    header: joined(baseHeader, units),
    rows: baseRows,
  }),
  survey('file header: three rows', file({}, [groups, baseHeader, units, ...baseRows]), {
    header: joined(groups, baseHeader, units),
    rows: baseRows,
  }),
  survey('file header: the same row twice', file({}, [baseHeader, baseHeader, ...baseRows]), gold, {
    or: [{ header: joined(baseHeader, baseHeader), rows: baseRows }],
  }),
  ...preamble.map((_, i) => {
    const above = preamble.slice(0, i + 1)
    return survey(`file preamble: ${i + 1} lines`, `${above.join('\n')}\n${file()}`, gold)
  }),
  ...[1, 3, 6].map((count) => {
    const above = preamble.slice(0, count).map((line) => `${line.includes(',') ? `"${line}"` : line},,,,,,,,\n`)
    return survey(`file preamble: ${count} padded lines`, above.join('') + file(), gold)
  }),
  survey('file preamble: an empty line', `\n${file()}`, gold),
  survey('file footer: a note', `${file()}Source: the till of the harbour branch\n`, gold),
  survey(
    'file footer: two notes after an empty line',
    `${file()}\n* with tax\n** without bags, belts and boots\n`,
    gold,
  ),
  survey('file footer: padded', `${file()},,,,,,,,\nSource: the till,,,,,,,,\n`, gold),
  ...[1, 2, 3].map((count) => survey(`file trailing line breaks: ${count}`, file() + '\n'.repeat(count), gold)),
  survey('file trailing CRLF twice', `${file({ newline: '\r\n' })}\r\n\r\n`, gold),
  survey('file: no final line break', file().trimEnd(), gold),
  survey('file: line breaks doubled', file({ newline: '\n\n' }), gold),
  survey('file: CRLF doubled', file({ newline: '\r\n\r\n' }), gold),
  survey('file: several tables, smaller second', `${file()}\n${file({}, second)}`, gold, {
    others: [{ header: second[0]!, rows: second.slice(1) }],
  }),
  survey('file: several tables, the same twice', `${file()}\n${file()}`, gold, { others: [gold] }),
  survey('file: several tables without a line between', file() + file({}, second), gold, {
    others: [{ header: second[0]!, rows: second.slice(1) }],
  }),
  survey('file: header only', file({}, [baseHeader]), { header: baseHeader, rows: [] }),
  survey('file: one row only', file({}, [baseHeader, baseRows[0]!]), { header: baseHeader, rows: [baseRows[0]!] }),
  survey('file: one row, no header', file({}, [baseRows[3]!]), { header: null, rows: [baseRows[3]!] }),
  survey('file: empty', '', ''),
  survey(
    'file: no cell quoted, texts without commas',
    file({ quote: '' }, [baseHeader, ...cleared(',').rows]),
    cleared(','),
  ),
  ...(['utf-16le', 'utf-16be', 'windows-1252'] as const).map((encoding) =>
    survey(`file encoding: ${encoding}`, file(), gold, { encoding }),
  ),
]

// Damages one line of the file; `row` 0 is the header.
function withLine(row: number, change: (cells: readonly string[]) => string, newline = '\n'): string {
  const dialect = { ...plainDialect, newline }
  return [baseHeader, ...baseRows]
    .map((cells, i) => (i === row ? change(cells) : writeRow(cells, dialect)) + newline)
    .join('')
}

const written = (cells: readonly string[]): string[] => cells.map((cell, i) => writeCell(cell, i, plainDialect))
const dropped = (parts: readonly string[], at: number): string =>
  parts.map((part, i) => part + (i === at || i === parts.length - 1 ? '' : ',')).join('')

function openQuote(cells: readonly string[], at: number): string {
  return written(cells)
    .map((part, i) => (i === at ? `"${part}` : part))
    .join(',')
}

function goldWithQuote(row: number, at: number) {
  const rows = [baseHeader, ...baseRows].map((cells, i) =>
    i === row ? cells.map((cell, j) => (j === at ? `"${cell}` : cell)) : cells,
  )
  return { header: rows[0]!, rows: rows.slice(1) }
}

const random = seeded(5)
const places = Array.from({ length: 40 }, () => [random.int(61), random.int(9)] as const)
const lines = [0, 1, 2, 17, 33, 59, 60]

/** Damage to single rows. */
export const rowDamage: SurveyCase[] = [
  ...places.map(([row, at]) =>
    survey(
      `row ${row}: delimiter missing after ${at % 8}`,
      withLine(row, (cells) => dropped(written(cells), at % 8), '\r\n'),
      gold,
    ),
  ),
  ...places.map(([row, at]) =>
    survey(
      `row ${row}: delimiter added before ${at}`,
      withLine(row, (cells) =>
        written(cells)
          .map((part, i) => (i === at ? `,${part}` : part))
          .join(','),
      ),
      gold,
    ),
  ),
  ...places.map(([row, at]) =>
    survey(
      `row ${row}: quote added before ${at}`,
      withLine(row, (cells) => openQuote(cells, at)),
      goldWithQuote(row, at),
    ),
  ),
  ...[' ', '\t', ';'].flatMap((delimiter) =>
    [1, 5, 9, 21, 40, 58].map((row) =>
      survey(
        `row ${row}: delimited by ${JSON.stringify(delimiter)}, blanks bare`,
        withLine(row, (cells) => bareLine(cells, delimiter)),
        gold,
      ),
    ),
  ),
  ...[' ', '\t', ';', ', '].flatMap((delimiter) =>
    lines.map((row) =>
      survey(
        `row ${row}: delimited by ${JSON.stringify(delimiter)}`,
        withLine(row, (cells) => writeRow(cells, { ...plainDialect, delimiter })),
        gold,
      ),
    ),
  ),
]
