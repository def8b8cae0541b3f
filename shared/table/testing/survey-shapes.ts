// Files of every shape: one column, one row, wide, empty, texts only, forms and free answers.
import { join, quoteJoin, type SurveyCase, survey } from './gold.ts'
import { seeded } from './random.ts'

const random = seeded(53)
const syllables = ['ka', 'lo', 'mi', 'ren', 'tos', 'va', 'du', 'sel', 'ne', 'bri', 'gor', 'pa']
const word = (): string => {
  const made = random.pick(syllables) + random.pick(syllables) + random.pick(syllables)
  return made[0]!.toUpperCase() + made.slice(1)
}

const oneColumn = Array.from({ length: 500 }, (_, i) => [`${word()}${i}`])
const numbers = Array.from({ length: 300 }, () => [String(random.int(1000))])
const wideHeader = Array.from({ length: 300 }, (_, i) => `v${i + 1}`)
const wide = Array.from({ length: 3 }, () => wideHeader.map(() => String(random.int(50))))
const words = Array.from({ length: 30 }, () => [word(), word(), word(), word()])
const sparse = Array.from({ length: 40 }, (_, i) =>
  Array.from({ length: 12 }, (_, j) => (j === 0 ? `r${i}` : random.chance(0.08) ? String(random.int(9)) : '')),
)
const sparseHeader = ['row', ...Array.from({ length: 11 }, (_, j) => `f${j + 1}`)]
const answers = Array.from({ length: 12 }, (_, i) => [
  `2024/0${1 + (i % 9)}/11 9:0${i % 10}:12 AM GMT+1`,
  String(1 + random.int(5)),
  ['Yes', 'No', 'Maybe, later', ''][i % 4]!,
  ['Good.\nWould come again!', 'Too loud, too "hot", too long', 'ok', 'Nothing to add; thanks', ''][i % 5]!,
])
const question = ['Timestamp', 'How do you rate us, from 1 to 5?', 'Will you come again?', 'Anything else?\n(optional)']
const objects = Array.from({ length: 10 }, (_, i) => [
  String(i + 1),
  `{"kind":"${word()}","tags":["a","b"],"n":${i}}`,
  `https://example.org/items?id=${i}&sort=a,b`,
])
const pages = Array.from({ length: 6 }, (_, i) => [
  String(i + 1),
  `<p class="x">${word()}, <a href="/p;${i}">${word()}</a></p>\n<table><tr><td>1</td></tr></table>`,
  word(),
])

export const shapeCases: SurveyCase[] = [
  survey('one column of words with a header, 500 rows', join([['name'], ...oneColumn], ''), {
    header: ['name'],
    rows: oneColumn,
  }),
  survey('one column of numbers with a header', join([['value'], ...numbers], ''), {
    header: ['value'],
    rows: numbers,
  }),
  survey(
    'one quoted column',
    quoteJoin([['name'], ['Alder, A.'], ['Birch, B.'], ['Cedar'], ['Dogwood, D.']], ',', { all: true }),
    'name\nAlder, A.\nBirch, B.\nCedar\nDogwood, D.',
  ),
  survey('one row', 'a1,b2,17,2024-01-05,9.99\n', 'a1¦b2¦17¦2024-01-05¦9.99'),
  survey('header only', 'id,name,email,created_at,updated_at\n', 'id¦name¦email¦created_at¦updated_at'),
  survey('header only, quoted, semicolons', '"Nummer";"Name";"Straße";"Ort"\r\n', 'Nummer¦Name¦Straße¦Ort'),
  survey('empty file', '', ''),
  survey('blank lines only', '\n\n  \n\r\n\n', ''),
  survey('300 columns, 3 rows', join([wideHeader, ...wide], ','), { header: wideHeader, rows: wide }),
  survey('texts only, header of texts', join([['Leader', 'Town', 'River', 'Peak'], ...words], ','), {
    header: ['Leader', 'Town', 'River', 'Peak'],
    rows: words,
  }),
  survey('texts only, semicolons, CRLF', join([['Chef', 'Ort', 'Fluss', 'Berg'], ...words], ';', '\r\n'), {
    header: ['Chef', 'Ort', 'Fluss', 'Berg'],
    rows: words,
  }),
  survey('mostly empty cells', quoteJoin([sparseHeader, ...sparse], ','), { header: sparseHeader, rows: sparse }),
  survey('mostly empty cells, tabs', quoteJoin([sparseHeader, ...sparse], '\t'), {
    header: sparseHeader,
    rows: sparse,
  }),
  survey(
    'form answers: questions with commas, answers with newlines',
    quoteJoin([question, ...answers], ',', { all: true }),
    { header: question, rows: answers },
  ),
  survey('form answers quoted where needed', quoteJoin([question, ...answers], ','), {
    header: question,
    rows: answers,
  }),
  survey('form answers in a semicolon file', quoteJoin([question, ...answers], ';', { newline: '\r\n' }), {
    header: question,
    rows: answers,
  }),
  survey('JSON in cells, quotes doubled', quoteJoin([['id', 'data', 'url'], ...objects], ','), {
    header: ['id', 'data', 'url'],
    rows: objects,
  }),
  survey('JSON in cells, tabs, nothing quoted', join([['id', 'data', 'url'], ...objects], '\t'), {
    header: ['id', 'data', 'url'],
    rows: objects,
  }),
  survey('JSON in cells, semicolons, nothing quoted', join([['id', 'data', 'url'], ...objects], ';'), {
    header: ['id', 'data', 'url'],
    rows: objects,
  }),
  survey('HTML in cells, with a table inside', quoteJoin([['id', 'body', 'tag'], ...pages], ','), {
    header: ['id', 'body', 'tag'],
    rows: pages,
  }),
  survey(
    'Markdown in cells',
    quoteJoin(
      [
        ['id', 'readme'],
        ['1', '# Title\n\n| a | b |\n| - | - |\n| 1 | 2 |\n'],
        ['2', 'plain'],
        ['3', '- x\n- y, z'],
      ],
      ',',
      { all: true },
    ),
    {
      header: ['id', 'readme'],
      rows: [
        ['1', '# Title\n\n| a | b |\n| - | - |\n| 1 | 2 |\n'],
        ['2', 'plain'],
        ['3', '- x\n- y, z'],
      ],
    },
  ),
  survey(
    'no header, mixed types',
    '1001,Alder,2024-01-02,12.50\n1002,Birch,2024-01-03,9.00\n1003,Cedar,2024-01-04,8.75\n1004,Dogwood,2024-01-05,11.10\n',
    '(none)\n1001¦Alder¦2024-01-02¦12.50\n1002¦Birch¦2024-01-03¦9.00\n1003¦Cedar¦2024-01-04¦8.75\n1004¦Dogwood¦2024-01-05¦11.10',
  ),
  survey('no header, texts only', join(words, ';'), { header: null, rows: words }),
  survey(
    'row numbers without a name',
    ',name,age\n0,Ann,31\n1,Ben,28\n2,Cyd,45\n3,Dee,39\n',
    '¦name¦age\n0¦Ann¦31\n1¦Ben¦28\n2¦Cyd¦45\n3¦Dee¦39',
  ),
  survey(
    'duplicate names',
    'date,value,value,value\n2024-01-01,1,2,3\n2024-01-02,4,5,6\n2024-01-03,7,8,9\n',
    'date¦value¦value¦value\n2024-01-01¦1¦2¦3\n2024-01-02¦4¦5¦6\n2024-01-03¦7¦8¦9',
  ),
  survey(
    'long texts beside short cells',
    quoteJoin(
      [
        ['doc', 'abstract', 'lang'],
        [
          'd1',
          'In this report we look at harbours, quays and the people who keep them. It has three parts; the first, on dredging, is the longest.',
          'en',
        ],
        ['d2', 'Dieser Bericht handelt von Häfen, Kais und denen, die sie pflegen; er hat drei Teile.', 'de'],
        ['d3', 'Kort.', 'nl'],
      ],
      ',',
    ),
    'doc¦abstract¦lang\nd1¦In this report we look at harbours, quays and the people who keep them. It has three parts; the first, on dredging, is the longest.¦en\nd2¦Dieser Bericht handelt von Häfen, Kais und denen, die sie pflegen; er hat drei Teile.¦de\nd3¦Kort.¦nl',
  ),
  survey(
    'long unquoted texts delimited by tabs',
    'id\tabstract\n1\tWe look at harbours, quays and people. It has three parts; one is long.\n2\tNothing, really.\n3\tThe third, and last, of the texts: it ends here.\n',
    'id¦abstract\n1¦We look at harbours, quays and people. It has three parts; one is long.\n2¦Nothing, really.\n3¦The third, and last, of the texts: it ends here.',
  ),
  survey(
    'two columns: key and value',
    'setting,value\nwidth,120\nheight,80\ntitle,Main window\ncolour,#ffcc00\n',
    'setting¦value\nwidth¦120\nheight¦80\ntitle¦Main window\ncolour¦#ffcc00',
  ),
  survey(
    'translations: key = text files as a table',
    'key,en,de,fr\nok,OK,OK,OK\ncancel,Cancel,Abbrechen,Annuler\nhello,"Hello, {name}!","Hallo, {name}!","Bonjour, {name} !"\nbye,Bye,Tschüss,Au revoir\n',
    'key¦en¦de¦fr\nok¦OK¦OK¦OK\ncancel¦Cancel¦Abbrechen¦Annuler\nhello¦Hello, {name}!¦Hallo, {name}!¦Bonjour, {name} !\nbye¦Bye¦Tschüss¦Au revoir',
  ),
  survey(
    'truth table of yes and no',
    'feature;basic;plus;pro\nexport;no;yes;yes\nshare;no;no;yes\nundo;yes;yes;yes\n',
    'feature¦basic¦plus¦pro\nexport¦no¦yes¦yes\nshare¦no¦no¦yes\nundo¦yes¦yes¦yes',
  ),
  survey(
    'three tables of the same shape divided by blank lines',
    'Team Red\nname,points\nAnn,5\nBen,7\nCyd,9\n\nTeam Blue\nname,points\nDee,1\nEli,2\n\nTeam Green\nname,points\nFay,3\nGus,4\n',
    'name¦points\nAnn¦5\nBen¦7\nCyd¦9',
    { others: ['name¦points\nDee¦1\nEli¦2', 'name¦points\nFay¦3\nGus¦4'] },
  ),
  survey('bits without a header', '0,1,1,0\n1,1,0,0\n0,0,1,1\n1,0,1,0\n', '(none)\n0¦1¦1¦0\n1¦1¦0¦0\n0¦0¦1¦1\n1¦0¦1¦0'),
  survey(
    'species list: class in the last column, no header',
    '5.1,3.5,1.4,0.2,north fern\n4.9,3.0,1.4,0.2,north fern\n6.2,3.4,5.4,2.3,river fern\n5.9,3.0,5.1,1.8,river fern\n',
    '(none)\n5.1¦3.5¦1.4¦0.2¦north fern\n4.9¦3.0¦1.4¦0.2¦north fern\n6.2¦3.4¦5.4¦2.3¦river fern\n5.9¦3.0¦5.1¦1.8¦river fern',
  ),
]
