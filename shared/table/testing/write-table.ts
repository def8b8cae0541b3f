// Writes a table in every format that people paste, with the mark of what was written around it.
import { quoteJoin } from './gold.ts'
import type { Random } from './random.ts'

export type Written = { header: string[]; rows: string[][] }

type Writer = (table: Written, random: Random) => string

/** How many columns of a terminal a text takes: East Asian characters take two, marks of Hindi and Arabic none. */
function widthOf(text: string): number {
  let width = 0
  for (const char of text) {
    if (/\p{M}/v.test(char)) continue
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/v.test(char)
      ? 2
      : 1
  }
  return width
}

const isNumber = (cell: string): boolean => /^-?\d+(?:[.,]\d+)*$/v.test(cell)

function pad(cell: string, width: number, right: boolean): string {
  const gap = ' '.repeat(width - widthOf(cell))
  return right ? gap + cell : cell + gap
}

function widths({ header, rows }: Written): number[] {
  return header.map((name, i) => Math.max(...[name, ...rows.map((row) => row[i]!)].map(widthOf)))
}

const rightOf = ({ header, rows }: Written): boolean[] => header.map((_, i) => rows.every((row) => isNumber(row[i]!)))

function boxed(table: Written, bars: [string, string, string][], [vertical, horizontal]: [string, string]): string {
  const wide = widths(table)
  const right = rightOf(table)
  const rule = ([left, middle, end]: [string, string, string]): string =>
    left + wide.map((width) => horizontal.repeat(width + 2)).join(middle) + end
  const line = (cells: string[]): string =>
    `${vertical} ${cells.map((cell, i) => pad(cell, wide[i]!, right[i]!)).join(` ${vertical} `)} ${vertical}`
  const [top, under, bottom] = bars.map(rule)
  return [top, line(table.header), under, ...table.rows.map(line), bottom].join('\n')
}

function aligned(table: Written, random: Random, lead: number): string {
  const wide = widths(table)
  const right = rightOf(table)
  const gap = ' '.repeat(2 + random.int(3))
  const line = (cells: string[]): string =>
    (' '.repeat(lead) + cells.map((cell, i) => pad(cell, wide[i]!, right[i]!)).join(gap)).trimEnd()
  const rule = wide.map((width) => '-'.repeat(width)).join(gap)
  return [line(table.header), ...(random.chance(0.4) ? [' '.repeat(lead) + rule] : []), ...table.rows.map(line)].join(
    '\n',
  )
}

function psql(table: Written): string {
  const wide = widths(table)
  const right = rightOf(table)
  const line = (cells: string[], side: (i: number) => boolean): string =>
    ` ${cells.map((cell, i) => pad(cell, wide[i]!, side(i))).join(' | ')}`.trimEnd()
  const rule = wide.map((width) => '-'.repeat(width + 2)).join('+')
  return [line(table.header, () => false), rule, ...table.rows.map((row) => line(row, (i) => right[i]!))].join('\n')
}

function markdown(table: Written, random: Random): string {
  const cell = (text: string): string => text.replaceAll('|', '\\|')
  const bare = random.chance(0.3)
  const dashes = table.header.map(() => random.pick(['---', ':--', '--:', '-----', ':-:']))
  const line = (cells: string[]): string => (bare ? cells.join(' | ') : `| ${cells.join(' | ')} |`)
  return [line(table.header.map(cell)), line(dashes), ...table.rows.map((row) => line(row.map(cell)))].join('\n')
}

function html(table: Written, random: Random): string {
  const gap = random.pick(['', '\n', '\n  '])
  const row = (cells: string[], tag: string): string =>
    `${gap}<tr>${cells.map((cell) => `<${tag}>${cell.replaceAll('&', '&amp;')}</${tag}>`).join('')}</tr>`
  const open = random.pick(['<table>', '<table class="list" border="1">', '<TABLE width=100%>'])
  return `${open}${row(table.header, 'th')}${table.rows.map((cells) => row(cells, 'td')).join('')}${gap && '\n'}</table>`
}

const objects = ({ header, rows }: Written): Record<string, string | number>[] =>
  rows.map((row) =>
    Object.fromEntries(row.map((cell, i) => [header[i]!, /^\d{1,9}$/v.test(cell) ? Number(cell) : cell])),
  )

function clipboard({ header, rows }: Written, random: Random): string {
  const at = random.int(rows.length)
  const noted = rows.map((row, i) => [...row, i === at ? `${row[0]}\n${row[1]}` : row[1]!])
  return quoteJoin([[...header, header[1]!], ...noted], '\t').trimEnd()
}

function records({ header, rows }: Written): string {
  return rows.map((row) => row.map((cell, i) => `${header[i]}: ${cell}`).join('\n')).join('\n\n')
}

function log({ rows }: Written, random: Random): string {
  const bracket = random.chance(0.4)
  return rows
    .map((row, i) => {
      const at = `2024-05-${10 + i} 1${i % 10}:0${i % 6}:${10 + i * 3}`
      const level = ['INFO', 'WARN', 'INFO', 'ERROR'][i % 4]!
      return bracket ? `[${at}] ${level}: ${row[0]} ${row[1]}` : `${at} ${level.padEnd(5)} ${row[0]} ${row[1]}`
    })
    .join('\n')
}

function listing({ rows }: Written, random: Random): string {
  return rows
    .map((row, i) => {
      const size = String(random.int(99999)).padStart(6)
      const mode = random.pick(['-rw-r--r--', 'drwxr-xr-x', '-rwxr-x---'])
      return `${mode} ${1 + i} ann staff ${size} Mar ${String(i + 3).padStart(2)} 10:${12 + i} ${row.at(-1)}-${i}.txt`
    })
    .join('\n')
}

const delimited =
  (mark: string): Writer =>
  ({ header, rows }) =>
    quoteJoin([header, ...rows], mark).trimEnd()

/** Every format, with how many rows a reader may be asked for (`counted`). */
export const formats: Record<string, { write: Writer; counted: boolean }> = {
  csv: { write: delimited(','), counted: true },
  semicolon: { write: delimited(';'), counted: true },
  tsv: { write: delimited('\t'), counted: true },
  pipes: { write: delimited('|'), counted: true },
  markdown: { write: markdown, counted: true },
  html: { write: html, counted: true },
  json: {
    write: (table, random) => JSON.stringify(objects(table), null, random.pick([0, 2, 2])),
    counted: true,
  },
  jsonl: {
    write: (table) =>
      objects(table)
        .map((object) => JSON.stringify(object))
        .join('\n'),
    counted: true,
  },
  clipboard: { write: clipboard, counted: true },
  psql: { write: psql, counted: true },
  mysql: {
    write: (table) =>
      boxed(
        table,
        [
          ['+', '+', '+'],
          ['+', '+', '+'],
          ['+', '+', '+'],
        ],
        ['|', '-'],
      ),
    counted: true,
  },
  box: {
    write: (table, random) =>
      random.chance(0.7)
        ? boxed(
            table,
            [
              ['┌', '┬', '┐'],
              ['├', '┼', '┤'],
              ['└', '┴', '┘'],
            ],
            ['│', '─'],
          )
        : boxed(
            table,
            [
              ['╔', '╦', '╗'],
              ['╠', '╬', '╣'],
              ['╚', '╩', '╝'],
            ],
            ['║', '═'],
          ),
    counted: true,
  },
  aligned: { write: (table, random) => aligned(table, random, random.pick([0, 0, 2])), counted: true },
  ls: { write: listing, counted: true },
  log: { write: log, counted: true },
  keyvalues: {
    write: ({ header, rows }) => header.map((name, i) => `${name}: ${rows[0]![i]}`).join('\n'),
    counted: false,
  },
  records: { write: records, counted: true },
  pairs: {
    write: ({ rows }, random) => {
      const [bullet, middle] = random.pick([
        ['', ' – '],
        ['', ': '],
        ['- ', ' – '],
        ['', ' — '],
        ['* ', ': '],
      ] as const)
      return rows.map((row) => `${bullet}${row[0]}${middle}${row.at(-1)}`).join('\n')
    },
    counted: false,
  },
}
