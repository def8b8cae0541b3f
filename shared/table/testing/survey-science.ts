// Files of research, code and machines, as programs write them, with the tables they stand for.
import { join, quoteJoin, type SurveyCase, survey } from './gold.ts'
import { seeded } from './random.ts'

const random = seeded(83)
const real = (scale: number): string => (random.int(20000) / 1000 - 10).toFixed(scale)
const small = (): string => `${1 + random.int(8)}.${random.int(10)}${random.int(10)}E-0${1 + random.int(8)}`

const frame = Array.from({ length: 12 }, (_, i) => [
  String(i + 1),
  real(2),
  ['a', 'b', 'c'][i % 3]!,
  i % 4 ? String(random.int(90)) : 'NA',
])
const features = Array.from({ length: 30 }, (_, i) => [...Array.from({ length: 18 }, () => real(4)), String(i % 2)])
const names = ['boat', 'rope', 'knot', 'quay']
const correlation = names.map((name, i) => [name, ...names.map((_, j) => (i === j ? '1' : real(3)))])
const lists = Array.from({ length: 10 }, (_, i) => [
  String(i),
  `['boat', 'rope${i}']`,
  `{'a': ${i}, 'b': 'x, y'}`,
  i % 2 ? `(${i}, ${i + 1})` : '',
])
const sequences = Array.from({ length: 9 }, (_, i) => [
  `seq_${i}`,
  Array.from({ length: 70 }, () => random.pick(['A', 'C', 'G', 'T'])).join(''),
  String(20 + random.int(20)),
])
const genes = Array.from({ length: 20 }, (_, i) => [
  `chr${1 + (i % 5)}`,
  String(1000 * i),
  String(1000 * i + 450),
  `ID=g${i};Name=n${i};note=a,b`,
  i % 2 ? '+' : '-',
])
const ratings = Array.from({ length: 200 }, () => [
  String(1 + random.int(600)),
  String(1 + random.int(900)),
  String(1 + random.int(5)),
  String(870000000 + random.int(20000000)),
])
const sims = Array.from({ length: 40 }, (_, i) => [(i * 0.25).toFixed(6), small(), `-${small()}`, small()])

export const scienceCases: SurveyCase[] = [
  survey(
    'data frame with row names: an empty quoted name, texts quoted',
    `"","x","group","n"\n${frame.map(([n, x, g, v]) => `"${n}",${x},"${g}",${v}\n`).join('')}`,
    {
      header: ['', 'x', 'group', 'n'],
      rows: frame,
    },
  ),
  survey(
    'data frame delimited by blanks, texts quoted, names one short',
    `"x" "group" "n"\n${frame.map(([n, x, g, v]) => `"${n}" ${x} "${g}" ${v}\n`).join('')}`,
    {
      header: ['', 'x', 'group', 'n'],
      rows: frame,
    },
    {
      or: [
        { header: ['x', 'group', 'n'], rows: frame },
        { header: ['x', 'group', 'n', ''], rows: frame },
      ],
    },
  ),
  survey('features: 19 numbers per line, no header', join(features, ','), { header: null, rows: features }),
  survey('features: blanks, two at a time', join(features, '  '), { header: null, rows: features }),
  survey('correlations with row names', join([['', ...names], ...correlation], ','), {
    header: ['', ...names],
    rows: correlation,
  }),
  survey('correlations, tabs, corner named', join([['var', ...names], ...correlation], '\t'), {
    header: ['var', ...names],
    rows: correlation,
  }),
  survey('lists and dicts in cells, quoted where needed', quoteJoin([['id', 'tags', 'meta', 'pair'], ...lists], ','), {
    header: ['id', 'tags', 'meta', 'pair'],
    rows: lists,
  }),
  survey(
    'lists and dicts in cells, semicolons, nothing quoted',
    join([['id', 'tags', 'meta', 'pair'], ...lists], ';'),
    { header: ['id', 'tags', 'meta', 'pair'], rows: lists },
  ),
  survey('sequences', join([['name', 'sequence', 'quality'], ...sequences], ','), {
    header: ['name', 'sequence', 'quality'],
    rows: sequences,
  }),
  survey(
    'annotations: tabs, semicolons and commas inside, comment lines on top',
    `##version 3\n##region chr1 1 20000\n${join(genes, '\t')}`,
    { header: null, rows: genes },
  ),
  survey('ratings: two colons, no header', join(ratings, '::'), { header: null, rows: ratings }),
  survey('ratings: tabs, no header', join(ratings, '\t'), { header: null, rows: ratings }),
  survey(
    'simulation: comment with names, exponents, blanks',
    `# t a b c\n${join(sims, ' ')}`,
    { header: ['t', 'a', 'b', 'c'], rows: sims },
    { or: [{ header: null, rows: sims }] },
  ),
  survey(
    'simulation: exponents, semicolons, names with units in brackets',
    join([['t [s]', 'a [m]', 'b [m]', 'c [-]'], ...sims], ';'),
    { header: ['t [s]', 'a [m]', 'b [m]', 'c [-]'], rows: sims },
  ),
  survey(
    'instrument: settings with another number of cells, table, then more settings',
    'Instrument,QX-9\nMethod,fast,v2\nOperator,Ann\nDate,2024-03-12,10:02\n\nWell,Sample,Ct,Mean,Flag\nA1,s1,21.30,21.4,\nA2,s1,21.52,21.4,\nB1,s2,30.01,30.2,LOW\nB2,s2,30.41,30.2,LOW\n\nThreshold,0.2\nBaseline,3,15\n',
    'Well¦Sample¦Ct¦Mean¦Flag\nA1¦s1¦21.30¦21.4¦\nA2¦s1¦21.52¦21.4¦\nB1¦s2¦30.01¦30.2¦LOW\nB2¦s2¦30.41¦30.2¦LOW',
  ),
  survey(
    'settings with colons above a tab table',
    'Title: run 7\nOperator: Ann Alder\nX unit: nm\nY unit: counts\n\nx\ty\n400.0\t12\n400.5\t15\n401.0\t19\n401.5\t14\n402.0\t11\n',
    'x¦y\n400.0¦12\n400.5¦15\n401.0¦19\n401.5¦14\n402.0¦11',
  ),
  survey(
    'navigation sentences: lines of different kinds and lengths',
    '$GPGGA,100211,5230.12,N,01322.50,E,1,08,0.9,35.4,M,44.1,M,,*47\n$GPRMC,100211,A,5230.12,N,01322.50,E,022.4,084.4,120324,003.1,W*6A\n$GPGGA,100212,5230.13,N,01322.51,E,1,08,0.9,35.5,M,44.1,M,,*48\n$GPRMC,100212,A,5230.13,N,01322.51,E,022.5,084.4,120324,003.1,W*6B\n$GPGGA,100213,5230.14,N,01322.52,E,1,08,0.9,35.6,M,44.1,M,,*49\n',
    '(none)\n$GPGGA¦100211¦5230.12¦N¦01322.50¦E¦1¦08¦0.9¦35.4¦M¦44.1¦M¦¦*47\n$GPRMC¦100211¦A¦5230.12¦N¦01322.50¦E¦022.4¦084.4¦120324¦003.1¦W*6A\n$GPGGA¦100212¦5230.13¦N¦01322.51¦E¦1¦08¦0.9¦35.5¦M¦44.1¦M¦¦*48\n$GPRMC¦100212¦A¦5230.13¦N¦01322.51¦E¦022.5¦084.4¦120324¦003.1¦W*6B\n$GPGGA¦100213¦5230.14¦N¦01322.52¦E¦1¦08¦0.9¦35.6¦M¦44.1¦M¦¦*49',
  ),
  survey(
    'texts with labels: tab, text first, no header, quotes as characters',
    'I like it, a lot.\tpos\n"No," she said, "never."\tneg\nWell; maybe\tneu\nIt\'s "fine\tpos\nToo long, too dull\tneg\n',
    '(none)\nI like it, a lot.¦pos\n"No," she said, "never."¦neg\nWell; maybe¦neu\nIt\'s "fine¦pos\nToo long, too dull¦neg',
  ),
  survey(
    'sentences, one per line under a name, with commas',
    'text\nI like it, really.\nNo, thanks, not today.\nFine.\nWhat, again?\nYes, and no, and perhaps.\n',
    'text\nI like it, really.\nNo, thanks, not today.\nFine.\nWhat, again?\nYes, and no, and perhaps.',
  ),
  survey(
    'a word list',
    'anchor\nboat\ncedar\ndock\nelm\nferry\ngull\nharbour\n',
    'anchor\nboat\ncedar\ndock\nelm\nferry\ngull\nharbour',
  ),
  survey(
    'paths and hashes, comma and blank',
    'path, sha, size, mode\nsrc/main.c, 9f86d081884c, 1204, 644\nsrc/one.c, 60303ae22b99, 88, 644\nrun.sh, fd61a03af4f7, 455, 755\n',
    'path¦sha¦size¦mode\nsrc/main.c¦9f86d081884c¦1204¦644\nsrc/one.c¦60303ae22b99¦88¦644\nrun.sh¦fd61a03af4f7¦455¦755',
  ),
  survey(
    'pipes on both ends of each line',
    '|id|name|len|\n|1|Ann|12|\n|2|Ben|14|\n|3|Cyd|9|\n|4|Dee|11|\n',
    'id¦name¦len\n1¦Ann¦12\n2¦Ben¦14\n3¦Cyd¦9\n4¦Dee¦11',
    { or: ['¦id¦name¦len¦\n¦1¦Ann¦12¦\n¦2¦Ben¦14¦\n¦3¦Cyd¦9¦\n¦4¦Dee¦11¦'] },
  ),
  survey(
    'quotes inside quoted cells, not doubled',
    'id,name,note\n1,"Ann "the Rope" Alder","keeps "all" ropes"\n2,"Ben Birch","none"\n3,"Cyd "C." Cedar","x, y"\n4,"Dee","z"\n',
    'id¦name¦note\n1¦Ann "the Rope" Alder¦keeps "all" ropes\n2¦Ben Birch¦none\n3¦Cyd "C." Cedar¦x, y\n4¦Dee¦z',
  ),
  survey(
    'an empty line inside a quoted cell and between records',
    'id,note\n\n1,"a\n\nb"\n\n2,c\n\n3,"d, e"\n\n4,f\n',
    'id¦note\n1¦a⏎⏎b\n2¦c\n3¦d, e\n4¦f',
  ),
  survey(
    'log of a machine: date and time with a comma inside the time, semicolons',
    'Time;Axis;Pos;State\n2024-03-12 10:02:11,204;X;12.5;ok\n2024-03-12 10:02:11,304;X;12.9;ok\n2024-03-12 10:02:11,404;Y;-3.1;warn\n2024-03-12 10:02:11,504;Y;-3.3;ok\n',
    'Time¦Axis¦Pos¦State\n2024-03-12 10:02:11,204¦X¦12.5¦ok\n2024-03-12 10:02:11,304¦X¦12.9¦ok\n2024-03-12 10:02:11,404¦Y¦-3.1¦warn\n2024-03-12 10:02:11,504¦Y¦-3.3¦ok',
  ),
  survey(
    'dates with commas unquoted under tabs',
    'When\tWhat\tHow many\nMonday, 12 March 2024\tboats, ropes\t1,204\nTuesday, 13 March 2024\tropes\t88\nFriday, 16 March 2024\tknots, boats\t9\n',
    'When¦What¦How many\nMonday, 12 March 2024¦boats, ropes¦1,204\nTuesday, 13 March 2024¦ropes¦88\nFriday, 16 March 2024¦knots, boats¦9',
  ),
  survey(
    'one column of dates with times',
    `stamp\n${Array.from({ length: 30 }, (_, i) => `2024-03-12 10:${10 + i}:00`).join('\n')}\n`,
    {
      header: ['stamp'],
      rows: Array.from({ length: 30 }, (_, i) => [`2024-03-12 10:${10 + i}:00`]),
    },
  ),
  survey('one column of decimal commas', 'Wert\n12,5\n13,1\n9,0\n14,75\n8,1\n', 'Wert\n12,5\n13,1\n9,0\n14,75\n8,1'),
  survey(
    'one column of links',
    'url\nhttps://example.org/a?x=1;y=2\nhttps://example.org/b?x=2;y=3\nhttps://example.org/c,d\n',
    'url\nhttps://example.org/a?x=1;y=2\nhttps://example.org/b?x=2;y=3\nhttps://example.org/c,d',
  ),
  survey('two rows, two columns, tabs', 'a\t1\nb\t2\n', '(none)\na¦1\nb¦2'),
  survey('two rows, commas', 'name,len\nAnn,12\n', 'name¦len\nAnn¦12'),
  survey(
    'header of numbers over numbers, quoted',
    '"2019","2020","2021"\n12,14,15\n8,9,9\n40,38,41\n',
    '2019¦2020¦2021\n12¦14¦15\n8¦9¦9\n40¦38¦41',
  ),
]
