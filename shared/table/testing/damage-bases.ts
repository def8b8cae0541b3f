// Further tables to damage, each of another make: money and notes, words only, numbers only, tabs, every cell quoted.

export type Base = {
  name: string
  delimiter: string
  newline: string
  /** The first row is the header. */
  rows: string[][]
  /** Columns that are always quoted. */
  quoted: number[]
}

function rowsOf(header: string[], count: number, row: (i: number) => string[]): string[][] {
  return [header, ...Array.from({ length: count }, (_, i) => row(i))]
}

const turn = (items: readonly string[], i: number): string => items[i % items.length]!

/** The tables, undamaged. */
export const bases: Base[] = [
  {
    name: 'money',
    delimiter: ';',
    newline: '\r\n',
    quoted: [4],
    rows: rowsOf(['Nr', 'Datum', 'Ort', 'Betrag', 'Notiz', 'Mail'], 16, (i) => [
      String(100 + i),
      `${10 + i}.03.2024`,
      turn(['Au', 'Bad Büren', 'Cham'], i),
      `${i % 4 ? '' : '-'}${(i * 37) % 900},${10 + i}`,
      turn(['bar; sofort', '"eilig"', '', 'Zahlung, Rest folgt'], i),
      i % 2 ? '' : `k${i}@example.org`,
    ]),
  },
  {
    name: 'words',
    delimiter: ',',
    newline: '\n',
    quoted: [],
    rows: rowsOf(['name', 'town', 'trade', 'pet'], 12, (i) => [
      turn(['Ann', 'Ben', 'Cyd', 'Dee', 'Eli', 'Fay'], i) + i,
      turn(['Hill', 'Mill', 'Quay'], i),
      turn(['cook', 'clerk', 'smith', 'none'], i),
      turn(['cat', 'two cats, a dog', '', 'dog'], i),
    ]),
  },
  {
    name: 'numbers',
    delimiter: ',',
    newline: '\n',
    quoted: [],
    rows: rowsOf(['t', 'a', 'b', 'c', 'd'], 20, (i) => [
      String(i),
      ((i * 1.37) % 9).toFixed(2),
      String((i * 7) % 13),
      (i * 0.11).toFixed(3),
      i % 5 ? '1' : '0',
    ]),
  },
  {
    name: 'tabs',
    delimiter: '\t',
    newline: '\n',
    quoted: [],
    rows: rowsOf(['id', 'title', 'when', 'n', 'link'], 18, (i) => [
      `T-${i}`,
      turn(['The long way home', 'Ropes, knots', 'One "quoted" word', 'Say no more'], i),
      `2024-03-${10 + i} 10:0${i % 10}`,
      String((i * 13) % 99),
      `https://example.org/t/${i}`,
    ]),
  },
  {
    name: 'quoted',
    delimiter: ',',
    newline: '\r\n',
    quoted: [0, 1, 2, 3, 4],
    rows: rowsOf(['id', 'name', 'amount', 'date', 'text'], 15, (i) => [
      String(i),
      `Name ${i}`,
      `${i}.${10 + i}`,
      `2024-01-${10 + i}`,
      turn(['a, b', 'say "hi"', '', 'x'], i),
    ]),
  },
]
