// Plain files whose rows look like something else: like notes, comments, units, totals, titles or a second header.
import { join, quoteJoin, type SurveyCase, survey } from './gold.ts'
import { seeded } from './random.ts'

const random = seeded(131)
const many = (count: number, row: (i: number) => string[]): string[][] =>
  Array.from({ length: count }, (_, i) => row(i))
const plain = (kind: string, rows: string[][], delimiter = ','): SurveyCase =>
  survey(kind, quoteJoin(rows, delimiter), { header: rows[0]!, rows: rows.slice(1) })
const bare = (kind: string, rows: string[][], delimiter = ','): SurveyCase =>
  survey(kind, quoteJoin(rows, delimiter), { header: null, rows })

const titles = ['Rope', 'The Boat, again', 'Knot #4', 'Who? Me!', '"Quay"', 'Hill & Mill', 'No.', 'N/A']

export const trapCases: SurveyCase[] = [
  plain('the first record holds words where numbers follow', [
    ['name', 'score', 'rank'],
    ['Ann', 'absent', 'none'],
    ['Ben', '12', '2'],
    ['Cyd', '14', '1'],
    ['Dee', '9', '3'],
  ]),
  plain('the first record is nearly empty', [
    ['id', 'name', 'parent', 'size'],
    ['root', '', '', ''],
    ['a', 'hull', 'root', '12'],
    ['b', 'mast', 'root', '9'],
    ['c', 'rope', 'b', '30'],
  ]),
  plain('the first record is the whole', [
    ['area', 'people', 'share'],
    ['All', '1204', '100'],
    ['Hill', '450', '37'],
    ['Mill', '754', '63'],
  ]),
  plain('ids that begin with a number sign', [
    ['ticket', 'state', 'owner'],
    ['#1204', 'open', 'Ann'],
    ['#1205', 'done', 'Ben'],
    ['#1209', 'open', 'Cyd'],
    ['#1210', 'done', 'Ann'],
  ]),
  plain('colours', [
    ['hex', 'name', 'r', 'g', 'b'],
    ['#ffcc00', 'sun', '255', '204', '0'],
    ['#0000ff', 'sea', '0', '0', '255'],
    ['#00ff00', 'grass', '0', '255', '0'],
  ]),
  bare('colours without a header', [
    ['#ffcc00', 'sun', '255'],
    ['#0000ff', 'sea', '0'],
    ['#00ff00', 'grass', '0'],
    ['#123456', 'night', '18'],
  ]),
  plain('hashtags', [
    ['tag', 'uses'],
    ['#boats', '120'],
    ['#ropes', '88'],
    ['#knots', '45'],
    ['#quay', '9'],
  ]),
  plain('a header that begins with a number sign', [
    ['# of boats', 'port', 'year'],
    ['12', 'Hill', '2021'],
    ['14', 'Mill', '2021'],
    ['9', 'Quay', '2022'],
  ]),
  plain('a header of one number sign', [
    ['#', 'name', 'points'],
    ['1', 'Ann', '42'],
    ['2', 'Ben', '39'],
    ['3', 'Cyd', '35'],
  ]),
  plain('cells of dashes', [
    ['day', 'open', 'close'],
    ['Mon', '9:00', '17:00'],
    ['Tue', '--', '--'],
    ['Wed', '---', '---'],
    ['Thu', '9:00', '13:00'],
  ]),
  plain('paths that begin with two slashes', [
    ['path', 'state', 'size'],
    ['//host/one', 'ok', '12'],
    ['//host/two', 'ok', '14'],
    ['//host/three', 'gone', '0'],
  ]),
  plain('cells that begin with a percent sign', [
    ['mark', 'meaning', 'width'],
    ['%d', 'day', '2'],
    ['%m', 'month', '2'],
    ['%Y', 'year', '4'],
  ]),
  plain('the last record is called Source', [
    ['field', 'type', 'length'],
    ['Name', 'text', '40'],
    ['Date', 'date', '10'],
    ['Note', 'text', '200'],
    ['Source', 'text', '60'],
  ]),
  plain('the last record is called Total', [
    ['item', 'n', 'share'],
    ['a', '3', '30%'],
    ['b', '7', '70%'],
    ['Total', '10', '100%'],
  ]),
  plain('the last record is short of values', [
    ['item', 'n', 'm', 'k'],
    ['a', '3', '1', '5'],
    ['b', '7', '2', '5'],
    ['c', '9', '3', '5'],
    ['d', '', '', ''],
  ]),
  plain('a record of empty cells in the middle', [
    ['item', 'n', 'm'],
    ['a', '3', '1'],
    ['b', '7', '2'],
    ['', '', ''],
    ['c', '9', '3'],
    ['d', '2', '4'],
  ]),
  plain('records that are all the same', [['a', 'b', 'c'], ...many(12, () => ['0', '0', '0'])]),
  plain('records that repeat a name of the header', [
    ['word', 'class', 'count'],
    ['word', 'noun', '12'],
    ['class', 'noun', '9'],
    ['count', 'verb', '4'],
    ['rope', 'noun', '1'],
  ]),
  plain('titles of things, some odd', [
    ['no', 'title', 'year'],
    ...titles.map((title, i) => [String(i + 1), title, String(1990 + i)]),
  ]),
  plain('names of persons, last name first', [
    ['name', 'born'],
    ['Alder, Ann', '1980'],
    ['Birch, Ben', '1991'],
    ['Cedar, Cyd', '1975'],
  ]),
  survey(
    'one column of persons, last name first',
    'name\nAlder, Ann\nBirch, Ben\nCedar, Cyd\nDogwood, Dee\nElm, Eli\n',
    'name\nAlder, Ann\nBirch, Ben\nCedar, Cyd\nDogwood, Dee\nElm, Eli',
  ),
  survey('one column of mail addresses', `mail\n${many(20, (i) => [`user.${i}@mail-${i}.example.org`]).join('\n')}\n`, {
    header: ['mail'],
    rows: many(20, (i) => [`user.${i}@mail-${i}.example.org`]),
  }),
  survey('one column of times', `${many(20, (i) => [`10:${10 + i}:00`]).join('\n')}\n`, {
    header: null,
    rows: many(20, (i) => [`10:${10 + i}:00`]),
  }),
  survey(
    'one column of amounts',
    'Price\n$1,204.00\n$88.50\n$12,040.10\n$9.99\n$1,000.00\n',
    'Price\n$1,204.00\n$88.50\n$12,040.10\n$9.99\n$1,000.00',
  ),
  survey(
    'one column of places',
    'place\nHill, Altania\nMill, Borduria\nQuay, Altania\n',
    'place\nHill, Altania\nMill, Borduria\nQuay, Altania',
  ),
  plain('side by side: two tables in one', [
    ['a', 'b', '', 'c', 'd'],
    ['1', 'x', '', '10', 'p'],
    ['2', 'y', '', '20', 'q'],
    ['3', 'z', '', '30', 'r'],
    ['4', 'w', '', '', ''],
  ]),
  plain('turned round: one record per column', [
    ['boat', 'Ann', 'Ben', 'Cyd'],
    ['length', '12', '14', '9'],
    ['port', 'Hill', 'Mill', 'Quay'],
    ['built', '1980', '1991', '1975'],
    ['sold', 'no', 'no', 'yes'],
  ]),
  plain(
    'numbers with units in the cells',
    [
      ['what', 'size', 'weight'],
      ['rope', '12 m', '3,5 kg'],
      ['mast', '9 m', '80 kg'],
      ['sail', '22 m²', '14,2 kg'],
    ],
    ';',
  ),
  plain('ranges and signs', [
    ['group', 'age', 'n'],
    ['a', '0-4', '12'],
    ['b', '5-9', '14'],
    ['c', '10+', '9'],
    ['d', '<1', '2'],
    ['e', '≥ 65', '7'],
  ]),
  plain('phone numbers and codes with leading zeros', [
    ['name', 'phone', 'code'],
    ['Ann', '+49 (0) 123 4567', '00120'],
    ['Ben', '0049-123-99', '00007'],
    ['Cyd', '(0123) 45', '10000'],
  ]),
  plain(
    'versions and addresses of machines',
    [
      ['host', 'ip', 'version'],
      ['hill', '192.0.2.1', '1.2.3'],
      ['mill', '192.0.2.14', '1.10.0'],
      ['quay', '198.51.100.7', '2.0.0-rc.1'],
    ],
    ';',
  ),
  plain(
    'times with colons under semicolons',
    [
      ['stop', 'line', 'arrives', 'leaves'],
      ['Hill', '4', '10:02', '10:04'],
      ['Mill', '4', '10:14', '10:15'],
      ['Quay', '4', '10:31', ''],
    ],
    ';',
  ),
  plain(
    'times with colons under pipes',
    [
      ['start', 'end', 'what'],
      ['09:00', '09:30', 'tea: black'],
      ['09:30', '12:00', 'work: ropes'],
      ['12:00', '13:00', 'lunch: soup'],
    ],
    '|',
  ),
  plain(
    'sentences with every mark under tabs',
    [
      ['id', 'text'],
      ['1', 'One, two; three: four | five'],
      ['2', 'six; seven, eight: nine | ten'],
      ['3', 'none'],
    ],
    '\t',
  ),
  plain(
    'sentences with every mark under semicolons',
    [
      ['id', 'text', 'n'],
      ['1', 'One, two: three | four', '3'],
      ['2', 'six, eight: nine | ten', '4'],
      ['3', 'none, really', '5'],
      ['4', 'a, b', '1'],
    ],
    ';',
  ),
  bare(
    'long lines of coordinates, no header',
    many(12, (i) => many(24, (j) => [`${(i * 24 + j) / 8}`]).flat()),
  ),
  bare(
    'words and counts, no header',
    many(30, (i) => [['boat', 'rope', 'knot', 'quay', 'mast'][i % 5]! + i, String(random.int(400))]),
    '\t',
  ),
  bare('questions and answers, no header', [
    ['Who was it?', 'Nobody, sir.'],
    ['Where?', 'Here, there.'],
    ['When, then?', 'Never.'],
    ['Why?', 'Ask "him".'],
  ]),
  plain('translations with marks of place', [
    ['key', 'en', 'de'],
    ['n_boats', '{n} boats; {m} ropes', '{n} Boote; {m} Taue'],
    ['hello', 'Hello, %s!', 'Hallo, %s!'],
    ['pct', '100%', '100 %'],
  ]),
  plain('code in cells', [
    ['id', 'code', 'ok'],
    ['1', 'if (a > b) { return [a, b]; }', 'yes'],
    ['2', 'f(x, "y");', 'no'],
    ['3', 'SELECT a, b\nFROM t;', 'yes'],
  ]),
  plain('formulas in cells', [
    ['cell', 'formula', 'value'],
    ['A1', '=SUM(B1:B9)', '45'],
    ['A2', '=IF(A1>3,"yes","no")', 'yes'],
    ['A3', '=A1*2', '90'],
  ]),
  plain('keys and values of a program, quoted', [
    ['key', 'value'],
    ['path', 'C:\\boats\\'],
    ['glob', '*.csv;*.txt'],
    ['quote', '"'],
    ['empty', ''],
  ]),
  plain('emoji and scripts of all kinds', [
    ['sign', 'name', 'n'],
    ['⛵', 'sailing boat', '1'],
    ['🪢', 'knot, rope', '2'],
    ['船', 'ふね', '3'],
    ['قارب', 'boat', '4'],
    ['नाव', 'boat', '5'],
  ]),
  plain('header with line breaks and commas', [
    ['No.', 'Name,\nfirst', 'Length\n(m)', 'Port'],
    ['1', 'Ann', '12', 'Hill'],
    ['2', 'Ben', '14', 'Mill'],
    ['3', 'Cyd', '9', 'Quay'],
  ]),
  plain('header longer than any record', [
    ['What is the number of your boat?', 'Which port do you like best, and why?', 'Remarks'],
    ['1', 'Hill', ''],
    ['2', 'Mill', ''],
    ['3', 'Quay', 'x'],
  ]),
  plain('names with one letter, records of one letter', [
    ['a', 'b', 'c'],
    ['x', 'y', 'z'],
    ['z', 'y', 'x'],
    ['y', 'x', 'z'],
  ]),
  plain('years in the first column, months in the header', [
    ['year', 'jan', 'feb', 'mar'],
    ['2021', '12', '14', '9'],
    ['2022', '8', '', '7'],
    ['2023', '', '', ''],
  ]),
  plain('booleans under words', [
    ['name', 'paid', 'came'],
    ['Ann', 'TRUE', 'FALSE'],
    ['Ben', 'FALSE', 'FALSE'],
    ['Cyd', 'TRUE', 'TRUE'],
  ]),
  survey(
    'records over several lines quoted, first cell empty',
    quoteJoin(
      [
        ['', 'note'],
        ['', 'a\nb'],
        ['', 'c'],
        ['1', 'd\n\ne'],
      ],
      ',',
    ),
    '¦note\n¦a⏎b\n¦c\n1¦d⏎⏎e',
  ),
  survey(
    'a short table between long notes, no delimiters in them',
    'Boats of the harbour\nCounted by hand on a sunny day in March\nAll lengths in metres\nAsk the office for more\n\nname,length\nAnn,12\nBen,14\n\nThis list is not complete\nBoats under three metres are left out\n',
    'name¦length\nAnn¦12\nBen¦14',
  ),
  survey(
    'long preamble of keys and values, comma',
    `${many(18, (i) => [`Setting ${i}`, String(i * 3)])
      .map((row) => row.join(','))
      .join('\n')}\n\nt,x,y,z\n${join(
      many(25, (i) => [String(i), String(i * 2), String(i % 7), '0.5']),
      ',',
    )}`,
    { header: ['t', 'x', 'y', 'z'], rows: many(25, (i) => [String(i), String(i * 2), String(i % 7), '0.5']) },
  ),
  survey(
    'notes with as many commas as columns',
    'Boats, ropes and knots\nas of March, in metres\n\nname,length,port\nAnn,12,Hill\nBen,14,Mill\nCyd,9,Quay\nDee,11,Hill\n\nNote: Ann, Ben and Cyd are boats, Dee, too\n',
    'name¦length¦port\nAnn¦12¦Hill\nBen¦14¦Mill\nCyd¦9¦Quay\nDee¦11¦Hill',
  ),
  survey(
    'blank-delimited with quoted names',
    'name length port\n"Ann Alder" 12 Hill\n"Ben Birch" 14 "Old Town"\nCyd 9 Quay\n',
    'name¦length¦port\nAnn Alder¦12¦Hill\nBen Birch¦14¦Old Town\nCyd¦9¦Quay',
  ),
]
