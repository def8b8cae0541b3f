// Files like those of loggers, laboratories, servers and measuring devices, with the tables they stand for.
import { join, type SurveyCase, survey } from './gold.ts'
import { seeded } from './random.ts'

const random = seeded(37)
const two = (value: number): string => String(value).padStart(2, '0')

const readings = Array.from({ length: 96 }, (_, i) => [
  `2024-03-0${1 + Math.floor(i / 24)} ${two(i % 24)}:00:00`,
  `${(12 + random.int(100) / 10).toFixed(1)}`,
  `${60 + random.int(40)}`,
  `${(1000 + random.int(300) / 10).toFixed(1)}`,
])
const logged = readings.map(([at, ...rest]) => [...at!.split(' '), ...rest])
const matrix = Array.from({ length: 20 }, () =>
  Array.from({ length: 8 }, () => (random.int(2000) / 100 - 10).toFixed(3)),
)
const spectrum = Array.from({ length: 150 }, (_, i) => [
  (400 + i * 0.5).toFixed(1),
  (random.int(10000) / 10000).toFixed(4),
])
const german = (cell: string): string => cell.replace('.', ',')

export const deviceCases: SurveyCase[] = [
  survey(
    'logger: comment lines with # at the top',
    `# Device: TH-200\n# Serial: 004217\n# Interval: 60 min\ntime,temp,rh,pressure\n${join(readings, ',')}`,
    { header: ['time', 'temp', 'rh', 'pressure'], rows: readings },
  ),
  survey(
    'logger: key-value lines with the same delimiter, a mark line, decimal commas',
    `Station;Nordhafen\nGerät;TH-200;Rev. B\nSeriennummer;4217\nStart;01.03.2024 00:00\n[Daten]\nZeit;Temp;Feuchte;Druck\n${join(
      readings.map((row) => row.map(german)),
      ';',
    )}`,
    { header: ['Zeit', 'Temp', 'Feuchte', 'Druck'], rows: readings.map((row) => row.map(german)) },
  ),
  survey(
    'date and time separated by the same blank as the columns',
    `date time temp rh pressure\n${join(logged, ' ')}`,
    { header: ['date', 'time', 'temp', 'rh', 'pressure'], rows: logged },
  ),
  survey('a matrix of numbers without a header', join(matrix, ','), { header: null, rows: matrix }),
  survey('a matrix of numbers, tabs, no header', join(matrix, '\t'), { header: null, rows: matrix }),
  survey('a matrix of numbers, blanks, no header', join(matrix, ' '), { header: null, rows: matrix }),
  survey(
    'a spectrum: two columns, semicolons, decimal commas, no header',
    join(
      spectrum.map((row) => row.map(german)),
      ';',
    ),
    { header: null, rows: spectrum.map((row) => row.map(german)) },
  ),
  survey(
    'a spectrum with percent comments and tabs',
    `% wavelength in nm, absorbance\n% lamp 2\n${join(spectrum, '\t')}`,
    { header: null, rows: spectrum },
  ),
  survey(
    'units row, semicolons, blank line between header and data',
    'Time;Force;Path;Strain\ns;kN;mm;%\n\n0,00;0,00;0,000;0,00\n0,01;0,12;0,003;0,01\n0,02;0,25;0,007;0,02\n0,03;0,39;0,010;0,03\n0,04;0,51;0,014;0,04\n',
    'Time s¦Force kN¦Path mm¦Strain %\n0,00¦0,00¦0,000¦0,00\n0,01¦0,12¦0,003¦0,01\n0,02¦0,25¦0,007¦0,02\n0,03¦0,39¦0,010¦0,03\n0,04¦0,51¦0,014¦0,04',
  ),
  survey(
    'lab results: below-limit marks, codes, quoted tabs',
    'Sample\tAnalyte\tResult\tUnit\tFlag\nS-001\tLead\t<0.01\tmg/l\t\nS-001\tNitrate\t12.4\tmg/l\tH\nS-002\tLead\tn.d.\tmg/l\t\nS-002\tNitrate\t"7,1"\tmg/l\t\n',
    'Sample¦Analyte¦Result¦Unit¦Flag\nS-001¦Lead¦<0.01¦mg/l¦\nS-001¦Nitrate¦12.4¦mg/l¦H\nS-002¦Lead¦n.d.¦mg/l¦\nS-002¦Nitrate¦7,1¦mg/l¦',
  ),
  survey(
    'plate reader: row letters and a leading empty header cell',
    ',1,2,3,4,5,6\nA,0.10,0.12,0.11,0.50,0.48,0.51\nB,0.09,0.10,0.12,0.61,0.60,0.63\nC,0.11,0.10,0.10,0.71,0.74,0.70\nD,0.10,0.09,0.11,0.80,0.83,0.79\n',
    '¦1¦2¦3¦4¦5¦6\nA¦0.10¦0.12¦0.11¦0.50¦0.48¦0.51\nB¦0.09¦0.10¦0.12¦0.61¦0.60¦0.63\nC¦0.11¦0.10¦0.10¦0.71¦0.74¦0.70\nD¦0.10¦0.09¦0.11¦0.80¦0.83¦0.79',
  ),
  survey(
    'web server extract: comma-delimited with quoted requests',
    'ip,time,request,status,bytes\n10.0.0.1,2024-03-01T10:00:00Z,"GET /a?x=1,2 HTTP/1.1",200,512\n10.0.0.2,2024-03-01T10:00:01Z,"POST /b HTTP/1.1",302,0\n10.0.0.1,2024-03-01T10:00:04Z,"GET /c.png HTTP/1.1",404,199\n',
    'ip¦time¦request¦status¦bytes\n10.0.0.1¦2024-03-01T10:00:00Z¦GET /a?x=1,2 HTTP/1.1¦200¦512\n10.0.0.2¦2024-03-01T10:00:01Z¦POST /b HTTP/1.1¦302¦0\n10.0.0.1¦2024-03-01T10:00:04Z¦GET /c.png HTTP/1.1¦404¦199',
  ),
  survey(
    'accounts file: colons, no header, empty fields',
    'root:x:0:0:Super User:/root:/bin/sh\ndaemon:x:1:1::/usr/sbin:/bin/false\nmail:x:8:12:Mail:/var/spool:/bin/false\nann:x:1000:100:Ann A.:/home/ann:/bin/sh\n',
    '(none)\nroot¦x¦0¦0¦Super User¦/root¦/bin/sh\ndaemon¦x¦1¦1¦¦/usr/sbin¦/bin/false\nmail¦x¦8¦12¦Mail¦/var/spool¦/bin/false\nann¦x¦1000¦100¦Ann A.¦/home/ann¦/bin/sh',
  ),
  survey(
    'comment lines between the records',
    'node,x,y\n1,0.0,0.0\n2,1.0,0.0\n# upper edge\n3,1.0,1.0\n4,0.0,1.0\n# centre\n5,0.5,0.5\n',
    'node¦x¦y\n1¦0.0¦0.0\n2¦1.0¦0.0\n3¦1.0¦1.0\n4¦0.0¦1.0\n5¦0.5¦0.5',
  ),
  survey(
    'header in a comment line',
    '# lon lat depth mag\n142.31 38.30 29.0 9.1\n95.98 3.30 30.0 9.1\n-73.41 -38.14 25.0 9.5\n159.50 52.76 30.0 9.0\n',
    'lon¦lat¦depth¦mag\n142.31¦38.30¦29.0¦9.1\n95.98¦3.30¦30.0¦9.1\n-73.41¦-38.14¦25.0¦9.5\n159.50¦52.76¦30.0¦9.0',
    {
      or: [
        '# lon¦lat¦depth¦mag\n142.31¦38.30¦29.0¦9.1\n95.98¦3.30¦30.0¦9.1\n-73.41¦-38.14¦25.0¦9.5\n159.50¦52.76¦30.0¦9.0',
      ],
    },
  ),
  survey(
    'comments with two slashes, semicolon header',
    '// created by the exporter, version 2\n// do not edit\nkey;value;since\nmax_users;100;2019\nmin_age;16;2020\nregion;north;2021\nmode;fast;2022\n',
    'key¦value¦since\nmax_users¦100¦2019\nmin_age¦16¦2020\nregion¦north¦2021\nmode¦fast¦2022',
  ),
  survey(
    'comments with semicolons in a comma file',
    '; exported 2024-03-01\n; all times local\nsensor,t,v\na,0,1.5\nb,0,1.7\na,10,1.6\nb,10,1.8\n',
    'sensor¦t¦v\na¦0¦1.5\nb¦0¦1.7\na¦10¦1.6\nb¦10¦1.8',
  ),
  survey(
    'dashes as comment marks',
    '-- dump of table moves\nid|piece|from|to\n1|pawn|e2|e4\n2|pawn|e7|e5\n3|knight|g1|f3\n4|knight|b8|c6\n-- end of dump\n',
    'id¦piece¦from¦to\n1¦pawn¦e2¦e4\n2¦pawn¦e7¦e5\n3¦knight¦g1¦f3\n4¦knight¦b8¦c6',
  ),
  survey(
    'track points: leading delimiter on each line',
    ',t,lat,lon\n,0,47.10,8.20\n,5,47.11,8.21\n,10,47.12,8.23\n,15,47.13,8.24\n',
    '¦t¦lat¦lon\n¦0¦47.10¦8.20\n¦5¦47.11¦8.21\n¦10¦47.12¦8.23\n¦15¦47.13¦8.24',
    { or: ['t¦lat¦lon\n0¦47.10¦8.20\n5¦47.11¦8.21\n10¦47.12¦8.23\n15¦47.13¦8.24'] },
  ),
  survey(
    'two blocks of a device, each with its own header',
    'Channel A\nt,v\n0,1.1\n1,1.2\n2,1.3\n3,1.5\n\nChannel B\nt,v,w\n0,2.1,3\n1,2.2,3\n',
    't¦v\n0¦1.1\n1¦1.2\n2¦1.3\n3¦1.5',
    { others: ['t¦v¦w\n0¦2.1¦3\n1¦2.2¦3'] },
  ),
  survey(
    'multiple blanks as one delimiter, right aligned',
    '   n     x      y\n   1   0.5   12.0\n   2   1.0    9.5\n  10  11.5  101.0\n 100   0.0    7.25\n',
    'n¦x¦y\n1¦0.5¦12.0\n2¦1.0¦9.5\n10¦11.5¦101.0\n100¦0.0¦7.25',
  ),
]
