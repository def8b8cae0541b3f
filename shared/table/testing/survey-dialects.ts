// One small table in every dialect a program may write: delimiters, quotes, escapes, line ends and their accidents.
import { join, quoteJoin, type SurveyCase, survey } from './gold.ts'

const header = ['id', 'name', 'city', 'joined', 'score']
const rows = [
  ['1', 'Ann Alder', 'Old Town', '2021-03-04', '12.5'],
  ['2', 'Ben Birch', 'Harbour', '2020-11-30', '9.0'],
  ['3', 'Cyd Cedar', 'New Town', '2019-07-15', '14.75'],
  ['4', 'Dee Dogwood', '', '2022-01-09', '8.1'],
  ['5', 'Eli Elm', 'Hill', '2023-10-10', '11.0'],
]
const plain = { header, rows }
const all = [header, ...rows]

const notes = [
  ['code', 'text', 'size'],
  ['a1', 'first, second', '3'],
  ['a2', 'say "hi" now', '14'],
  ['a3', "it's; fine", '15'],
  ['a4', '', '92'],
  ['a5', 'one | two', '65'],
]
const noted = { header: notes[0]!, rows: notes.slice(1) }
const noComma = (table: string[][], mark: string): string[][] =>
  table.map((row) => row.map((cell) => cell.replaceAll(mark, ' ')))

const delimiters: [string, string][] = [
  ['comma', ','],
  ['semicolon', ';'],
  ['tab', '\t'],
  ['pipe', '|'],
  ['colon', ':'],
  ['tilde', '~'],
  ['caret', '^'],
  ['start of heading', '\x01'],
  ['unit separator', '\x1f'],
  ['two pipes', '||'],
  ['two colons', '::'],
  ['comma and blank', ', '],
  ['semicolon and blank', '; '],
  ['blank, pipe, blank', ' | '],
  ['hash', '#'],
  ['broken bar', '\xa6'],
  ['full-width comma', '，'],
]

const newlines: [string, string][] = [
  ['CRLF', '\r\n'],
  ['CR', '\r'],
  ['CR CR LF', '\r\r\n'],
  ['line separator', '\u2028'],
  ['record separator', '\x1e'],
]

export const dialectCases: SurveyCase[] = [
  ...delimiters.map(([name, mark]) => survey(`delimiter: ${name}`, join(all, mark), plain)),
  ...delimiters.slice(0, 8).map(([name, mark]) => {
    const table = { header: noted.header, rows: noted.rows }
    return survey(`delimiter and quotes: ${name}`, quoteJoin(notes, mark), table)
  }),
  survey(
    'delimiter: blank, names quoted',
    quoteJoin(
      all.map((row) => row.map((cell) => cell || 'none')),
      ' ',
    ),
    {
      header,
      rows: rows.map((row) => row.map((cell) => cell || 'none')),
    },
  ),
  ...newlines.map(([name, newline]) => survey(`line end: ${name}`, join(all, ',', newline), plain)),
  survey('line end: mixed LF and CRLF', all.map((row, i) => row.join(';') + (i % 2 ? '\n' : '\r\n')).join(''), plain),
  survey('line end: an empty line between all records', join(all, ',', '\n\n'), plain),
  survey('line end: an empty CRLF line between all records', join(all, ';', '\r\n\r\n'), plain),
  survey('line end: no final newline', join(all, ',').trimEnd(), plain),
  survey('line end: five trailing blank lines', `${join(all, '\t')}\n\n\n\n\n`, plain),
  survey('line end: leading blank lines', `\n\n${join(all, ',')}`, plain),
  survey('line end: trailing lines of delimiters only', `${join(all, ',')},,,,\n,,,,\n,,,,\n`, plain),
  survey(
    'line end: CRLF in rows, LF in cells',
    'a,b\r\n1,"x\ny"\r\n2,"z"\r\n3,"u\nv\nw"\r\n',
    'a¦b\n1¦x⏎y\n2¦z\n3¦u⏎v⏎w',
  ),
  survey('quotes: all cells', quoteJoin(all, ',', { all: true }), plain),
  survey('quotes: all cells, semicolon, CRLF', quoteJoin(notes, ';', { all: true, newline: '\r\n' }), noted),
  survey('quotes: single', quoteJoin(notes, ',', { quote: "'", all: true }), noted),
  survey('quotes: backtick', quoteJoin(notes, ',', { quote: '`', all: true }), noted),
  survey(
    'quotes: single where needed',
    "code,text,size\na1,'first, second',3\na2,plain,14\na3,'x, y, z',15\n",
    'code¦text¦size\na1¦first, second¦3\na2¦plain¦14\na3¦x, y, z¦15',
  ),
  survey(
    'quotes: none and apostrophes',
    "id,text,n\n1,it's,5\n2,don't,6\n3,rock 'n' roll,7\n4,o'clock,8\n",
    "id¦text¦n\n1¦it's¦5\n2¦don't¦6\n3¦rock 'n' roll¦7\n4¦o'clock¦8",
  ),
  survey('quotes: header only', '"id","name","n"\n1,Ann,5\n2,Ben,6\n3,Cyd,7\n', 'id¦name¦n\n1¦Ann¦5\n2¦Ben¦6\n3¦Cyd¦7'),
  survey(
    'quotes: some rows',
    'id,name,n\n"1","Ann, A.","5"\n2,Ben,6\n"3","Cyd","7"\n4,Dee,8\n',
    'id¦name¦n\n1¦Ann, A.¦5\n2¦Ben¦6\n3¦Cyd¦7\n4¦Dee¦8',
  ),
  survey(
    'quotes: blanks around quoted cells',
    '"id", "name", "n"\n"1", "Ann, A.", "5"\n"2", "Ben", "6"\n"3", "Cyd", "7"\n',
    'id¦name¦n\n1¦Ann, A.¦5\n2¦Ben¦6\n3¦Cyd¦7',
  ),
  survey(
    'quotes: curly',
    'id,name,n\n1,“Ann, A.”,5\n2,“Ben, B.”,6\n3,Cyd,7\n4,Dee,8\n',
    'id¦name¦n\n1¦Ann, A.¦5\n2¦Ben, B.¦6\n3¦Cyd¦7\n4¦Dee¦8',
    {
      or: [
        'id¦name¦n\n1¦“Ann, A.”¦5\n2¦“Ben, B.”¦6\n3¦Cyd¦7\n4¦Dee¦8',
        'id¦name¦n\n1¦“Ann¦ A.”¦5\n2¦“Ben¦ B.”¦6\n3¦Cyd¦7\n4¦Dee¦8',
      ],
    },
  ),
  survey(
    'quotes: two double quotes for an empty cell',
    'id,a,b,c\n1,"","x",""\n2,"","",""\n3,"y","","z"\n',
    'id¦a¦b¦c\n1¦¦x¦\n2¦¦¦\n3¦y¦¦z',
  ),
  survey(
    'quotes: three quotes',
    'id,a\n1,"""whole"""\n2,"""start only"\n3,"end only"""\n4,none\n',
    'id¦a\n1¦"whole"\n2¦"start only\n3¦end only"\n4¦none',
  ),
  survey(
    'quotes: one never closed',
    'id,name,n\n1,Ann,5\n2,"Ben,6\n3,Cyd,7\n4,Dee,8\n5,Eli,9\n6,Fay,10\n',
    'id¦name¦n\n1¦Ann¦5\n2¦"Ben¦6\n3¦Cyd¦7\n4¦Dee¦8\n5¦Eli¦9\n6¦Fay¦10',
    { or: ['id¦name¦n\n1¦Ann¦5\n2¦Ben¦6\n3¦Cyd¦7\n4¦Dee¦8\n5¦Eli¦9\n6¦Fay¦10'] },
  ),
  survey(
    'quotes: one never opened',
    'id,name,n\n1,Ann,5\n2,Ben",6\n3,"Cyd, C.",7\n4,Dee,8\n',
    'id¦name¦n\n1¦Ann¦5\n2¦Ben"¦6\n3¦Cyd, C.¦7\n4¦Dee¦8',
  ),
  survey(
    'quotes: text after the closing quote',
    'id,name,n\n1,"Ann"x,5\n2,"Ben, B.",6\n3,"Cyd",7\n4,"Dee",8\n',
    'id¦name¦n\n1¦"Ann"x¦5\n2¦Ben, B.¦6\n3¦Cyd¦7\n4¦Dee¦8',
    { or: ['id¦name¦n\n1¦Annx¦5\n2¦Ben, B.¦6\n3¦Cyd¦7\n4¦Dee¦8'] },
  ),
  survey(
    'escapes: backslash before quotes',
    'id,text,n\n1,"say \\"hi\\"",5\n2,"a, \\"b\\", c",6\n3,plain,7\n4,"x",8\n',
    'id¦text¦n\n1¦say "hi"¦5\n2¦a, "b", c¦6\n3¦plain¦7\n4¦x¦8',
  ),
  survey(
    'escapes: backslash before commas, no quotes',
    'id,text,n\n1,one\\, two,5\n2,three,6\n3,four\\, five\\, six,7\n4,seven,8\n',
    'id¦text¦n\n1¦one, two¦5\n2¦three¦6\n3¦four, five, six¦7\n4¦seven¦8',
  ),
  survey(
    'escapes: Windows paths keep their backslashes',
    'id,path,n\n1,C:\\data\\new,5\n2,"C:\\temp\\a, b",6\n3,\\\\host\\share\\,7\n',
    'id¦path¦n\n1¦C:\\data\\new¦5\n2¦C:\\temp\\a, b¦6\n3¦\\\\host\\share\\¦7',
  ),
  survey(
    'null marks',
    'id\tname\tn\n1\t\\N\t5\n2\tBen\tNULL\n3\t\\N\tNaN\n4\t-\tn/a\n',
    'id¦name¦n\n1¦\\N¦5\n2¦Ben¦NULL\n3¦\\N¦NaN\n4¦-¦n/a',
  ),
  survey(
    'ragged: short rows',
    'a,b,c,d\n1,2,3,4\n1,2,3\n1,2\n1,2,3,4\n5,6,7,8\n',
    'a¦b¦c¦d\n1¦2¦3¦4\n1¦2¦3\n1¦2\n1¦2¦3¦4\n5¦6¦7¦8',
    { or: ['a¦b¦c¦d\n1¦2¦3¦4\n1¦2¦3¦\n1¦2¦¦\n1¦2¦3¦4\n5¦6¦7¦8'] },
  ),
  survey(
    'ragged: trailing empty cells cut off',
    'name;mail;phone;fax;note\nAnn;ann@example.org\nBen;ben@example.org;0100\nCyd;cyd@example.org;0101;0102\nDee\nEli;eli@example.org;0103;;late\n',
    'name¦mail¦phone¦fax¦note\nAnn¦ann@example.org\nBen¦ben@example.org¦0100\nCyd¦cyd@example.org¦0101¦0102\nDee\nEli¦eli@example.org¦0103¦¦late',
    {
      or: [
        'name¦mail¦phone¦fax¦note\nAnn¦ann@example.org¦¦¦\nBen¦ben@example.org¦0100¦¦\nCyd¦cyd@example.org¦0101¦0102¦\nDee¦¦¦¦\nEli¦eli@example.org¦0103¦¦late',
      ],
    },
  ),
  survey(
    'ragged: data wider than the header',
    'a,b,c\n1,2,3,x\n4,5,6,y\n7,8,9,z\n10,11,12,w\n',
    'a¦b¦c\n1¦2¦3¦x\n4¦5¦6¦y\n7¦8¦9¦z\n10¦11¦12¦w',
    { or: ['a¦b¦c¦\n1¦2¦3¦x\n4¦5¦6¦y\n7¦8¦9¦z\n10¦11¦12¦w'] },
  ),
  survey('trailing delimiter in the data only', 'a;b;c\n1;2;3;\n4;5;6;\n7;8;9;\n', 'a¦b¦c\n1¦2¦3¦\n4¦5¦6¦\n7¦8¦9¦', {
    or: ['a¦b¦c\n1¦2¦3\n4¦5¦6\n7¦8¦9', 'a¦b¦c¦\n1¦2¦3¦\n4¦5¦6¦\n7¦8¦9¦'],
  }),
  survey(
    'row names: header one short',
    'height weight\nann 170 60\nben 180 75\ncyd 165 58\ndee 172 64\n',
    '¦height¦weight\nann¦170¦60\nben¦180¦75\ncyd¦165¦58\ndee¦172¦64',
    {
      or: [
        'height¦weight\nann¦170¦60\nben¦180¦75\ncyd¦165¦58\ndee¦172¦64',
        'height¦weight¦\nann¦170¦60\nben¦180¦75\ncyd¦165¦58\ndee¦172¦64',
      ],
    },
  ),
  survey(
    'byte order mark before a quoted header',
    '\ufeff"id";"name"\n"1";"Ann"\n"2";"Ben"\n"3";"Cyd"\n',
    'id¦name\n1¦Ann\n2¦Ben\n3¦Cyd',
  ),
  survey('byte order mark twice', '\ufeff\ufeffid,name,n\n1,Ann,5\n2,Ben,6\n', 'id¦name¦n\n1¦Ann¦5\n2¦Ben¦6'),
  survey('null bytes at the end', `${join(all, ',')}\0\0\0\0`, plain),
  survey('end-of-file mark of old systems', `${join(all, ';', '\r\n')}\x1a`, plain),
  survey(
    'decimal commas under commas, quoted',
    'art,preis,menge\nA,"1,50",3\nB,"12,00",1\nC,"0,99",12\nD,"7,25",4\n',
    'art¦preis¦menge\nA¦1,50¦3\nB¦12,00¦1\nC¦0,99¦12\nD¦7,25¦4',
  ),
  survey(
    'a delimiter inside cells more frequent than the real one',
    join(
      [
        ['id', 'tags', 'n'],
        ...['a,b,c,d', 'b,c,d,e', 'c,d', 'e,f,g,h,i'].map((tags, i) => [String(i), tags, String(i * 7)]),
      ],
      ';',
    ),
    'id¦tags¦n\n0¦a,b,c,d¦0\n1¦b,c,d,e¦7\n2¦c,d¦14\n3¦e,f,g,h,i¦21',
  ),
  survey(
    'blanks more frequent than the real delimiter',
    noComma(
      [
        ['title', 'text', 'pages'],
        ['The long way home', 'a story of a boat and a dog', '210'],
        ['Two small keys', 'what the old house kept for years', '98'],
        ['North', 'cold cold cold cold cold', '340'],
      ],
      ',',
    )
      .map((row) => row.join(','))
      .join('\n'),
    'title¦text¦pages\nThe long way home¦a story of a boat and a dog¦210\nTwo small keys¦what the old house kept for years¦98\nNorth¦cold cold cold cold cold¦340',
  ),
]
