// The kinds of damage done to tables of other makes, so that no single table is learnt by heart.
import { type Base, bases } from './damage-bases.ts'
import { type Gold, type SurveyCase, survey } from './gold.ts'

type Marks = { delimiter: string; quote: string; newline: string }

function writeCell(cell: string, forced: boolean, { delimiter, quote }: Marks): string {
  const needed = forced || cell.includes(delimiter) || cell.includes(quote)
  return needed && cell !== '' ? quote + cell.replaceAll(quote, quote + quote) + quote : cell
}

const cellsOf = (base: Base, row: readonly string[], marks: Marks): string[] =>
  row.map((cell, i) => writeCell(cell, base.quoted.includes(i), marks))

const lineOf = (base: Base, row: readonly string[], marks: Marks): string =>
  cellsOf(base, row, marks).join(marks.delimiter)

function fileOf(base: Base, rows: readonly (readonly string[])[], marks: Partial<Marks> = {}): string {
  const all = { delimiter: base.delimiter, quote: '"', newline: base.newline, ...marks }
  return rows.map((row) => lineOf(base, row, all) + all.newline).join('')
}

const above = ['Title of the file', 'made by Ann, for Ben', '', 'Filter: a, b; c', 'Last line']

function wholeFiles(base: Base): SurveyCase[] {
  const { rows, delimiter, newline } = base
  const gold = goldOf(rows)
  const body = fileOf(base, rows)
  const blanks = delimiter.repeat(rows[0]!.length - 1)
  const of = (name: string, text: string, want: Gold = gold): SurveyCase => survey(`${base.name}: ${name}`, text, want)
  const groups = rows[0]!.map((_, i) => (i === 0 ? '' : i < 3 ? 'Left' : 'Right'))
  const grouped = rows[0]!.map((name, i) => (i === 0 ? name : `${groups[i]} ${name}`))
  return [
    of('none', body),
    ...[',', ';', '\t', ' ', '|', ':', '~', ', ', '^', '||', '\x1f']
      .filter((mark) => mark !== ', ' || base.name !== 'money')
      .map((mark) => of(`delimiter ${JSON.stringify(mark)}`, fileOf(base, rows, { delimiter: mark }))),
    of(
      'quote apostrophe',
      fileOf(
        base,
        rows.map((row) => row.map((cell) => cell.replaceAll('"', ''))),
        { quote: "'" },
      ),
      goldOf(rows.map((row) => row.map((cell) => cell.replaceAll('"', '')))),
    ),
    ...['\r', '\n\n', '\r\n\r\n', '\x1e', '\u2028', '\r\r\n'].map((mark) =>
      of(`line end ${JSON.stringify(mark)}`, fileOf(base, rows, { newline: mark })),
    ),
    of('no header', fileOf(base, rows.slice(1)), { header: null, rows: rows.slice(1) }),
    ...[1, 2, 3, 5].map((count) => of(`preamble of ${count}`, above.slice(0, count).join(newline) + newline + body)),
    ...[1, 3].map((count) =>
      of(
        `padded preamble of ${count}`,
        ['Boats', '', 'as of 2024']
          .slice(0, count)
          .map((line) => line + blanks + newline)
          .join('') + body,
      ),
    ),
    of('footer', `${body}Source: the office${newline}`),
    of('footer after an empty line', `${body}${newline}(c) the office, 2024${newline}`),
    of('padded footer', `${body}Source: the office${blanks}${newline}`),
    of('group row', `${groups.join(delimiter)}${newline}${body}`, { header: grouped, rows: rows.slice(1) }),
    ...[1, 3, 20].map((count) => of(`${count} empty lines at the end`, body + newline.repeat(count))),
    ...[1, 5, 30].map((count) =>
      of(`${count} lines of delimiters at the end`, body + (blanks + newline).repeat(count)),
    ),
    of('no final line break', body.trimEnd()),
    of('one row', fileOf(base, rows.slice(0, 2)), goldOf(rows.slice(0, 2))),
    of('header only', fileOf(base, rows.slice(0, 1)), goldOf(rows.slice(0, 1))),
    of('three rows', fileOf(base, rows.slice(0, 4)), goldOf(rows.slice(0, 4))),
  ]
}

const goldOf = (rows: readonly string[][]): Gold => ({ header: rows[0]!, rows: rows.slice(1) })

function singleRows(base: Base): SurveyCase[] {
  const { rows, delimiter, newline } = base
  const marks = { delimiter, quote: '"', newline }
  const width = rows[0]!.length
  const withLine = (at: number, line: string): string =>
    rows.map((row, i) => (i === at ? line : lineOf(base, row, marks)) + newline).join('')
  const damaged = (at: number, column: number): SurveyCase[] => {
    const cells = cellsOf(base, rows[at]!, marks)
    const less = cells.map((cell, i) => cell + (i === column || i === width - 1 ? '' : delimiter)).join('')
    const more = cells.map((cell, i) => (i === column ? delimiter + cell : cell)).join(delimiter)
    const quote = cells.map((cell, i) => (i === column ? `"${cell}` : cell)).join(delimiter)
    const kept = rows.map((row, i) => (i === at ? row.map((cell, j) => (j === column ? `"${cell}` : cell)) : row))
    return [
      survey(`${base.name} row ${at}: delimiter added before ${column}`, withLine(at, more), goldOf(rows)),
      survey(`${base.name} row ${at}: quote added before ${column}`, withLine(at, quote), goldOf(kept)),
      ...(at > 0 && column < width - 1
        ? [survey(`${base.name} row ${at}: delimiter missing after ${column}`, withLine(at, less), goldOf(rows))]
        : []),
    ]
  }
  const others = [' ', '\t', ';', ', ', ','].filter(
    (mark) => mark !== delimiter && !(mark === ', ' && delimiter === ','),
  )
  return [
    ...[1, 4, 9].flatMap((at) => Array.from({ length: width }, (_, column) => damaged(at, column)).flat()),
    ...[0, 2, 7].flatMap((at) =>
      others.map((mark) =>
        survey(
          `${base.name} row ${at}: delimited by ${JSON.stringify(mark)}`,
          withLine(at, lineOf(base, rows[at]!, { ...marks, delimiter: mark })),
          goldOf(rows),
        ),
      ),
    ),
  ]
}

/** Damage to whole files of the other tables. */
export const otherFiles: SurveyCase[] = bases.flatMap(wholeFiles)

/** Damage to single rows of the other tables. */
export const otherRows: SurveyCase[] = bases.flatMap(singleRows)
