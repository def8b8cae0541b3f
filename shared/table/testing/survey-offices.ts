// Files of offices, schools, shops and clubs, as they come out of spreadsheets, with the tables they stand for.
import { join, quoteJoin, type SurveyCase, survey } from './gold.ts'
import { seeded } from './random.ts'

const random = seeded(71)

const payments = Array.from({ length: 25 }, (_, i) => [
  'Council of Mill',
  `${10 + i}-Jan-21`,
  ['Repairs', 'Cleaning', 'Legal – external'][i % 3]!,
  `"${['Alder & Co', 'Birch, Inc', 'Cedar'][i % 3]!}"`.replaceAll('"', ''),
  `£${1 + random.int(9)},${100 + random.int(899)}.00`,
  '',
  '',
])
const paymentsHeader = ['Body', 'Date', 'Expense type', 'Supplier', 'Amount\n(incl. tax)', '', '']

const posts = Array.from({ length: 9 }, (_, i) => [
  `P-${i + 1}`,
  i % 3 === 0 ? 'Head of Ropes' : 'Clerk',
  i % 2 ? 'N/D' : `${40 + i},000`,
  `Looks after ropes, knots and boats.\n- keeps the list\n- answers "letters"\n\nReports to P-${Math.max(1, i)}.`,
  '1.00',
])
const postsHeader = ['Post', 'Title', 'Pay Floor (£)', 'Job/Team Function', 'FTE']

const tweets = Array.from({ length: 15 }, (_, i) => [
  String(90000000000000000n + BigInt(i) * 7919n),
  [
    'so tired &amp; hungry, lol',
    '@ann: "no" means no; ok?',
    'https://t.example/x1 #boats, #ropes',
    'line one\nline two 🙂',
    '',
  ][i % 5]!,
  String(random.int(99)),
  i % 2 ? 'True' : 'False',
])
const tweetsHeader = ['id', 'text', 'likes', 'is_reply']

const wards = ['Hill', 'Mill', 'Quay', 'Old Town']
const elections = wards.map((ward) => [ward, ...Array.from({ length: 6 }, () => String(random.int(4000)))])

const codes = Array.from({ length: 60 }, (_, i) => [
  `E0${5000000 + i}`,
  `Area ${i}`,
  String(random.int(9000)),
  `${random.int(99)}.${random.int(9)}`,
])

const exported = (rows: string[][]): string => quoteJoin(rows, ',', { newline: '\r\n' })

export const officeCases: SurveyCase[] = [
  survey(
    'payments: empty named columns at the end, line break in a name',
    exported([paymentsHeader, ...payments]),
    {
      header: paymentsHeader,
      rows: payments,
    },
    { encoding: 'windows-1252' },
  ),
  survey(
    'payments: hundred lines of delimiters after the data',
    exported([paymentsHeader, ...payments]) + `${','.repeat(6)}\r\n`.repeat(100),
    {
      header: paymentsHeader,
      rows: payments,
    },
  ),
  survey('posts: long cells with bullet lines and empty lines inside', exported([postsHeader, ...posts]), {
    header: postsHeader,
    rows: posts,
  }),
  survey('posts: semicolons, LF, all quoted', quoteJoin([postsHeader, ...posts], ';', { all: true }), {
    header: postsHeader,
    rows: posts,
  }),
  survey('short messages with entities, links, emoji and line breaks', quoteJoin([tweetsHeader, ...tweets], ','), {
    header: tweetsHeader,
    rows: tweets,
  }),
  survey('short messages without a header', quoteJoin(tweets, ','), { header: null, rows: tweets }),
  survey(
    'election: three header rows with spans',
    `,Alder,,Birch,,Cedar,\n,2019,2023,2019,2023,2019,2023\nWard,votes,votes,votes,votes,votes,votes\n${join(elections, ',')}`,
    {
      header: [
        'Ward',
        ...['Alder', 'Birch', 'Cedar'].flatMap((name) => ['2019', '2023'].map((year) => `${name} ${year} votes`)),
      ],
      rows: elections,
    },
  ),
  survey(
    'census: title with commas padded, codes, footer of numbered notes',
    `"Table 3.1, Number of boats, by area",,,\n,,,\nCode,Area,Boats,Share\n${join(codes, ',')},,,\nNotes,,,\n"1. Boats under 3 m, and rafts, are left out.",,,\n2. Share of households.,,,\n© Boat Office 2022,,,\n`,
    { header: ['Code', 'Area', 'Boats', 'Share'], rows: codes },
  ),
  survey(
    'names wrapped over two rows',
    'Area,Number of,Share of,Change since\nname,boats,boats (%),last year\nHill,120,12.0,+3\nMill,88,8.8,-1\nQuay,400,40.0,+12\nOld Town,77,7.7,0\n',
    'Area name¦Number of boats¦Share of boats (%)¦Change since last year\nHill¦120¦12.0¦+3\nMill¦88¦8.8¦-1\nQuay¦400¦40.0¦+12\nOld Town¦77¦7.7¦0',
  ),
  survey(
    'two empty columns in front, title in the third',
    ',,Boats by harbour,,\n,,,,\n,,Harbour,2021,2022\n,,Hill,12,14\n,,Mill,8,9\n,,Quay,40,38\n',
    '¦¦Harbour¦2021¦2022\n¦¦Hill¦12¦14\n¦¦Mill¦8¦9\n¦¦Quay¦40¦38',
    { or: ['Harbour¦2021¦2022\nHill¦12¦14\nMill¦8¦9\nQuay¦40¦38'] },
  ),
  survey(
    'timetable: leading empty name, times, blanks where nothing stops',
    ',101,103,105\nHill,8:02,,9:02\nMill,8:14,8:44,9:14\nQuay,8:30,9:00,\nOld Town,,9:15,9:45\n',
    '¦101¦103¦105\nHill¦8:02¦¦9:02\nMill¦8:14¦8:44¦9:14\nQuay¦8:30¦9:00¦\nOld Town¦¦9:15¦9:45',
  ),
  survey(
    'register: semicolons, key lines above, sum below, quotes where needed',
    'Kassenbuch;;;;\nFiliale:;Nordhafen;;;\nMonat:;März 2024;;;\n;;;;\nDatum;Beleg;Text;Ein;Aus\n01.03.2024;1;"Verkauf; bar";120,00;\n02.03.2024;2;Porto;;4,80\n04.03.2024;3;Verkauf;88,50;\n05.03.2024;4;Blumen;;12,00\n;;Summe;208,50;16,80\n',
    'Datum¦Beleg¦Text¦Ein¦Aus\n01.03.2024¦1¦Verkauf; bar¦120,00¦\n02.03.2024¦2¦Porto¦¦4,80\n04.03.2024¦3¦Verkauf¦88,50¦\n05.03.2024¦4¦Blumen¦¦12,00\n¦¦Summe¦208,50¦16,80',
    {
      or: [
        'Datum¦Beleg¦Text¦Ein¦Aus\n01.03.2024¦1¦Verkauf; bar¦120,00¦\n02.03.2024¦2¦Porto¦¦4,80\n04.03.2024¦3¦Verkauf¦88,50¦\n05.03.2024¦4¦Blumen¦¦12,00',
      ],
    },
  ),
  survey(
    'spreadsheet errors and bracketed negatives',
    'Item;Plan;Real;Diff;Share\nRent;(1.200,00);(1.150,00);50,00;4,2%\nSales;9.000,00;8.750,50;(249,50);-2,8%\nOther;0,00;12,00;12,00;#DIV/0!\nNone;#N/A;#N/A;#N/A;#N/A\n',
    'Item¦Plan¦Real¦Diff¦Share\nRent¦(1.200,00)¦(1.150,00)¦50,00¦4,2%\nSales¦9.000,00¦8.750,50¦(249,50)¦-2,8%\nOther¦0,00¦12,00¦12,00¦#DIV/0!\nNone¦#N/A¦#N/A¦#N/A¦#N/A',
  ),
  survey(
    'class list: two header rows, code and question',
    'ID,Q1,Q2,Q3\nRespondent,"How old are you?","Do you like boats, ropes or knots?",Any remarks?\n1,31,boats,\n2,28,"boats, knots",none\n3,45,ropes,"too long, too dull"\n4,39,knots,\n',
    'ID Respondent¦Q1 How old are you?¦Q2 Do you like boats, ropes or knots?¦Q3 Any remarks?\n1¦31¦boats¦\n2¦28¦boats, knots¦none\n3¦45¦ropes¦too long, too dull\n4¦39¦knots¦',
  ),
  survey(
    'statement with an opening and a closing balance inside',
    'Date,Text,Amount,Balance\n,Opening balance,,"1,000.00"\n2024-03-01,Rent,-400.00,600.00\n2024-03-04,Pay,"2,100.00","2,700.00"\n2024-03-09,Food,-55.10,"2,644.90"\n,Closing balance,,"2,644.90"\n',
    'Date¦Text¦Amount¦Balance\n¦Opening balance¦¦1,000.00\n2024-03-01¦Rent¦-400.00¦600.00\n2024-03-04¦Pay¦2,100.00¦2,700.00\n2024-03-09¦Food¦-55.10¦2,644.90\n¦Closing balance¦¦2,644.90',
  ),
  survey(
    'end marks of a report',
    'RUN DATE: 2024-03-12\nREPORT: B-17 BOATS\n\nNO,BOAT,LEN,OWNER\n1,ANN,12,ALDER\n2,BEN,14,BIRCH\n3,CYD,9,CEDAR\n\nTOTAL RECORDS: 3\n*** END OF REPORT ***\n',
    'NO¦BOAT¦LEN¦OWNER\n1¦ANN¦12¦ALDER\n2¦BEN¦14¦BIRCH\n3¦CYD¦9¦CEDAR',
  ),
  survey(
    'cells padded with blanks before the delimiter',
    'id   ,name      ,len  ,harbour\n1    ,Ann       ,12   ,Hill\n2    ,Ben       ,14   ,Old Town\n3    ,Cyd       ,9    ,Mill\n',
    'id   ¦name      ¦len  ¦harbour\n1    ¦Ann       ¦12   ¦Hill\n2    ¦Ben       ¦14   ¦Old Town\n3    ¦Cyd       ¦9    ¦Mill',
    { or: ['id¦name¦len¦harbour\n1¦Ann¦12¦Hill\n2¦Ben¦14¦Old Town\n3¦Cyd¦9¦Mill'] },
  ),
  survey(
    'price tiers: merged cells left empty below the first',
    'Group,Size,Price\nBoats,small,120\n,medium,240\n,large,480\nRopes,thin,5\n,thick,9\nKnots,any,0\n',
    'Group¦Size¦Price\nBoats¦small¦120\n¦medium¦240\n¦large¦480\nRopes¦thin¦5\n¦thick¦9\nKnots¦any¦0',
  ),
  survey(
    'euro sign in Windows-1252, quotes of two kinds',
    'Artikel;Preis;Anmerkung\n„Boot“;1.200 €;5’ lang\nTau;4,50 €;“neu”\nKnoten;0,00 €;–\nAnker;89,00 €;\n',
    'Artikel¦Preis¦Anmerkung\n„Boot“¦1.200 €¦5’ lang\nTau¦4,50 €¦“neu”\nKnoten¦0,00 €¦–\nAnker¦89,00 €¦',
    { encoding: 'windows-1252' },
  ),
  survey(
    'Greek, ISO 8859-7, semicolons',
    'Πόλη;Κάτοικοι;Έκταση\nΛιμάνι;12.040;31,5\nΛόφος;450;12,1\nΜύλος;8.800;40,0\n',
    'Πόλη¦Κάτοικοι¦Έκταση\nΛιμάνι¦12.040¦31,5\nΛόφος¦450¦12,1\nΜύλος¦8.800¦40,0',
    { encoding: 'iso-8859-7' },
  ),
  survey(
    'Japanese form answers, UTF-8 with a byte order mark, full-width signs',
    '\ufeff"タイムスタンプ","満足度（１～５）","ご意見"\n"2024/03/12 10:02","５","とても良い、また来ます。"\n"2024/03/12 10:09","３","「普通」\nです"\n"2024/03/13 9:11","４",""\n',
    'タイムスタンプ¦満足度（１～５）¦ご意見\n2024/03/12 10:02¦５¦とても良い、また来ます。\n2024/03/12 10:09¦３¦「普通」⏎です\n2024/03/13 9:11¦４¦',
  ),
  survey(
    'Hebrew list, Windows-1255',
    'שם,עיר,סכום\nדנה,חוף,120\nיוסי,הר,88\nרות,נמל,45\n',
    'שם¦עיר¦סכום\nדנה¦חוף¦120\nיוסי¦הר¦88\nרות¦נמל¦45',
    { encoding: 'windows-1255' },
  ),
  survey(
    'Korean, EUC-KR, commas',
    '지역,인구,면적\n북항,12040,31.5\n언덕마을,450,12.1\n물레방아,8800,40.0\n',
    '지역¦인구¦면적\n북항¦12040¦31.5\n언덕마을¦450¦12.1\n물레방아¦8800¦40.0',
    { encoding: 'euc-kr' },
  ),
]
