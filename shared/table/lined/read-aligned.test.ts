// Proves that columns lined up with blanks are read as they look, and that prose with wide gaps is not.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ReadTable, readTables } from '../read.ts'

function only(text: string): ReadTable {
  const tables = readTables(text)
  expect(tables).toHaveLength(1)
  return tables[0]!
}

const reports: Record<string, [text: string, header: string[] | null, last: string[]]> = {
  'a listing': [
    'total 48\n-rw-r--r-- 1 root root  2733 Nov 21 21:54 a.ts\ndrwxr-xr-x 12 ada staff 9432 Nov  2 2025 my file.txt\n',
    null,
    ['drwxr-xr-x', '12', 'ada', 'staff', '9432', 'Nov 2 2025', 'my file.txt'],
  ],
  processes: [
    'USER       PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND\nroot         1  0.0  0.1 168140 11340 ?        Ss   Nov20   0:05 /sbin/init splash\nroot         2  0.0  0.0      0     0 ?        S    Nov20   0:00 [kthreadd]\nada       1234 12.5  3.2 982340 65536 pts/0    Sl+  09:12   1:23 node server.js --port 80',
    ['USER', 'PID', '%CPU', '%MEM', 'VSZ', 'RSS', 'TTY', 'STAT', 'START', 'TIME', 'COMMAND'],
    ['ada', '1234', '12.5', '3.2', '982340', '65536', 'pts/0', 'Sl+', '09:12', '1:23', 'node server.js --port 80'],
  ],
  disks: [
    'Filesystem      Size  Used Avail Use% Mounted on\nudev            3.9G     0  3.9G   0% /dev\ntmpfs           796M  1.8M  795M   1% /run\n/dev/nvme0n1p2  468G  201G  244G  46% /',
    ['Filesystem', 'Size', 'Used', 'Avail', 'Use%', 'Mounted on'],
    ['/dev/nvme0n1p2', '468G', '201G', '244G', '46%', '/'],
  ],
  containers: [
    'CONTAINER ID   IMAGE          COMMAND                  CREATED        STATUS        PORTS                  NAMES\nf3a1b2c3d4e5   nginx:latest   "/docker-entrypoint.…"   2 hours ago    Up 2 hours    0.0.0.0:80->80/tcp     web\na1b2c3d4e5f6   postgres:16    "docker-entrypoint.s…"   3 days ago     Up 3 days                            db',
    ['CONTAINER ID', 'IMAGE', 'COMMAND', 'CREATED', 'STATUS', 'PORTS', 'NAMES'],
    ['a1b2c3d4e5f6', 'postgres:16', '"docker-entrypoint.s…"', '3 days ago', 'Up 3 days', '', 'db'],
  ],
  'pods, one cell too wide': [
    'NAME                     READY   STATUS             RESTARTS   AGE\nweb-6d4cf56db6-abcde     1/1     Running            0          5d\napi-7f8b9c-xyz12         0/1     CrashLoopBackOff   12 (3m ago)   2h',
    ['NAME', 'READY', 'STATUS', 'RESTARTS', 'AGE'],
    ['api-7f8b9c-xyz12', '0/1', 'CrashLoopBackOff', '12 (3m ago)', '2h'],
  ],
  'two lines under capitals': [
    'NAME    READY   STATUS\nweb-1   1/1     Running',
    ['NAME', 'READY', 'STATUS'],
    ['web-1', '1/1', 'Running'],
  ],
  'a data frame': [
    '   name  age  city\n0   Ada   36  London\n1  Alan   41  Wilmslow\n\n[2 rows x 3 columns]',
    ['', 'name', 'age', 'city'],
    ['1', 'Alan', '41', 'Wilmslow'],
  ],
  'single blanks': ['  name age\n1  Ada  36\n2 Alan  41\n3 Bob    7', ['', 'name', 'age'], ['3', 'Bob', '7']],
  'units under the names': [
    'Item        Qty   Price\n                  (EUR)\nPen           3    1.20\nInk          12   10.00\nPaper         1    4.50\n',
    ['Item', 'Qty', 'Price (EUR)'],
    ['Paper', '1', '4.50'],
  ],
  'totals under a rule': [
    'Item        Qty   Price\n---------   ---   -----\nPen           3    1.20\nInk          12   10.00\n---------   ---   -----\nTotal        15   11.20',
    ['Item', 'Qty', 'Price'],
    ['Total', '15', '11.20'],
  ],
  reStructuredText: [
    '=====  =====  ======\n  A      B    A or B\n=====  =====  ======\nFalse  False  False\nTrue   False  True\n=====  =====  ======',
    ['A', 'B', 'A or B'],
    ['True', 'False', 'True'],
  ],
  'a Pandoc table of several lines': [
    `${'-'.repeat(61)}\n Centered   Default           Right Left\n  Header    Aligned         Aligned Aligned\n----------- ------- --------------- -------------------------\n   First    row                12.0 Example of a row that\n                                    spans multiple lines.\n\n  Second    row                 5.0 Here is another one. Note\n                                    the blank line between\n                                    rows.\n${'-'.repeat(61)}\n`,
    ['Centered Header', 'Default Aligned', 'Right Aligned', 'Left Aligned'],
    ['Second', 'row', '5.0', 'Here is another one. Note the blank line between rows.'],
  ],
  'dashes under narrow columns': [
    '        ID NAME\n---------- ----------\n         1 Ada\n         2 Alan\n\n2 rows selected.',
    ['ID', 'NAME'],
    ['2', 'Alan'],
  ],
  'a wrapped cell': [
    'Id   Comment\n---  --------------------\n1    A long comment which\n     goes on here\n2    Short',
    ['Id', 'Comment'],
    ['2', 'Short'],
  ],
  'wide characters': [
    '名前      年齢  都市\nエイダ    36    ロンドン\nアラン    41    パリ\nグレース  85    東京',
    ['名前', '年齢', '都市'],
    ['グレース', '85', '東京'],
  ],
  'empty cells': [
    'Region     Q1      Q2      Q3\nNorth      120     130     140\nSouth              95      100\nEast       80              70\nWest       1       2',
    ['Region', 'Q1', 'Q2', 'Q3'],
    ['West', '1', '2', ''],
  ],
  'a statement of an account': [
    'Date       Description              Debit   Credit  Balance\n01/03/2026 Coffee shop               3.50           1,200.00\n02/03/2026 Salary                           2,500.00 3,700.00\n03/03/2026 Rent                    900.00           2,800.00',
    ['Date', 'Description', 'Debit', 'Credit', 'Balance'],
    ['03/03/2026', 'Rent', '900.00', '', '2,800.00'],
  ],
}

describe('reports', () => {
  it.each(Object.entries(reports))('%s', (_name, [text, header, last]) => {
    for (const around of [text, `Hello,\n\nsee the report:\n\n${text}\n\nBest, Ada`]) {
      const table = only(around)
      expect(table.header).toEqual(header)
      expect(table.rows.at(-1)).toEqual(last)
    }
  })

  it('reports counts and rules it leaves out', () => {
    expect(only(reports['a data frame']![0]).skipped).toHaveLength(1)
    expect(only(reports['totals under a rule']![0]).skipped).toHaveLength(1)
    expect(only(reports['dashes under narrow columns']![0]).skipped).toHaveLength(1)
  })

  it('joins a wrapped cell', () => {
    expect(only(reports['a wrapped cell']![0]).rows[0]).toEqual(['1', 'A long comment which goes on here'])
  })
})

it.each([
  'Ada Lovelace          Alan Turing\n12 Main Street        4 Oak Avenue\nLondon                Wilmslow',
  'This is old style.  Two spaces follow.\nIt was common once.  It is rare now.\nSome people like it.  Others do not.',
  'Options:\n  -h, --help     Show this help\n  -v, --version  Show the version\n  -q, --quiet    Say nothing',
  '  $ npm install   # get the packages\n  $ npm test      # run the tests\n  $ npm start     # begin',
  'const a  = 1   // one\nconst bb = 2   // two\nconst c  = 3   // three',
  '  O\n /|\\   hello\n / \\   there',
  '    *     *\n   ***   ***\n  ***** *****',
  '- - -\n\n* * *\n\n_ _ _',
  'The  quick  brown  fox',
  'a\n---  ---\n',
  '--- ---\n--- ---',
  'Dear Ada,          London, 1 March\n\nthank you for your letter.\n\nYours,          Alan',
])('finds no table in %j', (text) => expect(readTables(text)).toEqual([]))

describe('what was written is read', () => {
  const names = fc.uniqueArray(fc.constantFrom('Item', 'Qty', 'Due date', 'City', 'Größe', '名前'), {
    minLength: 3,
    maxLength: 6,
  })
  const word = fc.constantFrom('Ada', 'London', 'São Paulo', '東京', 'a-b', 'x/y')
  const number = fc.integer({ min: -9999, max: 9999 }).map(String)
  const rows = names.chain((header) =>
    fc
      .array(fc.tuple(word, number, ...header.slice(2).map((_, at) => (at % 2 === 0 ? word : number))), {
        minLength: 3,
        maxLength: 9,
      })
      .map((body) => [header, ...body]),
  )
  const widthOf = (text: string) => [...text].reduce((sum, char) => sum + (char > '\u2e80' ? 2 : 1), 0)

  it.each([true, false])('under dashes: %j', (ruled) => {
    fc.assert(
      fc.property(rows, fc.boolean(), (table, right) => {
        const widths = table[0]!.map((_, at) => Math.max(...table.map((row) => widthOf(row[at]!))))
        const lay = (row: string[]) =>
          row
            .map((text, at) => {
              const fill = ' '.repeat(widths[at]! - widthOf(text))
              return right && at % 2 === 1 ? fill + text : text + fill
            })
            .join('   ')
            .trimEnd()
        const [head, ...body] = table.map(lay)
        const rule = widths.map((width) => '-'.repeat(Math.max(2, width))).join('   ')
        const [read, ...more] = readTables(
          `Words.\n\n${[head, ...(ruled ? [rule] : []), ...body].join('\n')}\n\nThe end.`,
        )
        expect(more).toEqual([])
        expect([read?.header, ...(read?.rows ?? [])]).toEqual(table)
      }),
      { numRuns: 150 * Number(process.env.STRESS ?? 1) },
    )
  })
})
