// Files like those of open-data portals and statistics offices, with the tables they stand for.
import { join, quoteJoin, type SurveyCase, survey } from './gold.ts'
import { seeded } from './random.ts'

const random = seeded(11)
const districts = ['Nordhafen', 'Altstadt', 'Lindenau', 'Westufer', 'Bergfeld', 'Sandtor', 'Moorweg', 'Kiesgrube']
const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12']

const visitors = districts.flatMap((district) =>
  months.map((month) => [district, `2024-${month}`, String(400 + random.int(9000)), String(random.int(90)), 'final']),
)

const emissions = Array.from({ length: 24 }, (_, i) => [
  String(2000 + i),
  `${700 + random.int(200)},${random.int(10)}`,
  `${80 + random.int(20)},${random.int(10)}`,
  `${20 + random.int(20)},${random.int(10)}`,
])

const spending = Array.from({ length: 60 }, (_, i) => [
  'Harbour Office',
  `2023-0${1 + (i % 9)}-${10 + (i % 18)}`,
  ['Repairs, Quay', 'IT Services', 'Cleaning', 'Legal Fees, External'][i % 4]!,
  ['Brightwater Ltd', 'Oak & Sons', 'T.K. "Tools" Inc', 'Unnamed Supplier'][(i * 7) % 4]!,
  String(900000 + i * 13),
  `${i % 3 === 0 ? '-' : ''}${1000 + random.int(9000)}.${10 + random.int(89)}`,
])
const spendingHeader = ['Department', 'Date', 'Expense Type', 'Supplier', 'Transaction', 'Amount (£)']

const stops = Array.from({ length: 40 }, (_, i) => [
  `${52 + random.int(1000) / 1000}`,
  `S${1000 + i}`,
  `Stop ${i}, Platform ${1 + (i % 4)}`,
  '',
  i % 5 === 0 ? '1' : '',
  '',
])
const stopsHeader = ['lat', 'stop_id', 'stop_name', 'stop_desc', 'wheelchair', 'zone']

const csvOf = (rows: string[][]): string => quoteJoin(rows, ',')
const grid = (header: string[] | null, rows: string[][]) => ({ header, rows })

export const portalCases: SurveyCase[] = [
  survey('plain comma, one header', csvOf([['district', 'month', 'visitors', 'groups', 'state'], ...visitors]), {
    header: ['district', 'month', 'visitors', 'groups', 'state'],
    rows: visitors,
  }),
  survey(
    'Windows-1252, semicolons, preamble without delimiters, footer with a copyright sign',
    `Luftemissionen nach Gasen\nStatistisches Amt Nordhafen, Tabelle 81000-0101\nEinheit: 1 000 Tonnen\n\nJahr;Kohlendioxid;Methan;Lachgas\n${join(emissions, ';')}__________\nQuelle: Eigene Berechnung; Stand: 04.03.2024\n(C)opyright Statistisches Amt für Nordhafen, 2024\n`,
    grid(['Jahr', 'Kohlendioxid', 'Methan', 'Lachgas'], emissions),
    { encoding: 'windows-1252' },
  ),
  survey(
    'preamble and footer padded with delimiters, group row above the names',
    `"Bevölkerung nach Geschlecht und Alter",,,,\n,,,,\n,Männlich,,Weiblich,\nKreis,unter 18,ab 18,unter 18,ab 18\nAltdorf,120,340,118,365\nBergheim,98,301,102,317\nCastrum,77,,80,250\nDornau,1.204,5.310,1.187,5.702\n,,,,\nQuelle: Melderegister,,,,\n`,
    `
Kreis¦Männlich unter 18¦Männlich ab 18¦Weiblich unter 18¦Weiblich ab 18
Altdorf¦120¦340¦118¦365
Bergheim¦98¦301¦102¦317
Castrum¦77¦¦80¦250
Dornau¦1.204¦5.310¦1.187¦5.702`,
  ),
  survey('quoted where needed, amounts with a currency in the name', csvOf([spendingHeader, ...spending]), {
    header: spendingHeader,
    rows: spending,
  }),
  survey(
    'the file starts with a title cell, a filter line and an empty line, then quoted cells',
    `"Road accidents by type"\n"Filter: year = 2022; region = all"\n\n"Type","Fatal","Serious","Slight"\n${quoteJoin(
      [
        ['Pedestrian', '12', '140', '611'],
        ['Cyclist', '4', '99', '702'],
        ['Car, single', '31', '288', '1904'],
        ['Car, two or more', '27', '402', '5120'],
        ['Other', '3', '40', '230'],
      ],
      ',',
      { all: true },
    )}\n"Note: figures for December are provisional."\n`,
    `
Type¦Fatal¦Serious¦Slight
Pedestrian¦12¦140¦611
Cyclist¦4¦99¦702
Car, single¦31¦288¦1904
Car, two or more¦27¦402¦5120
Other¦3¦40¦230`,
  ),
  survey('sparse table of stops, many empty cells', csvOf([stopsHeader, ...stops]), grid(stopsHeader, stops)),
  survey(
    'French, decimal commas, semicolons, header with accents in Latin-1',
    `Code département;Département;Population municipale;Superficie (km²);Densité\n01;Aigremont;655 000;5 762,4;113,7\n02;Bellecôte;531 345;7 361,7;72,2\n2A;Côte-Neuve;158 507;4 014,2;39,5\n971;Île-aux-Pins;384 315;1 628,4;236,0\n`,
    `
Code département¦Département¦Population municipale¦Superficie (km²)¦Densité
01¦Aigremont¦655 000¦5 762,4¦113,7
02¦Bellecôte¦531 345¦7 361,7¦72,2
2A¦Côte-Neuve¦158 507¦4 014,2¦39,5
971¦Île-aux-Pins¦384 315¦1 628,4¦236,0`,
    { encoding: 'windows-1252' },
  ),
  survey(
    'Italian, quoted decimals under commas, CRLF',
    'Regione,Anno,Valore\r\n"Collina","2021","1.234,56"\r\n"Pianura, bassa","2021","987,00"\r\n"Riviera","2022","12,5"\r\n"Montagna","2022","n.d."\r\n',
    'Regione¦Anno¦Valore\nCollina¦2021¦1.234,56\nPianura, bassa¦2021¦987,00\nRiviera¦2022¦12,5\nMontagna¦2022¦n.d.',
  ),
  survey(
    'Polish, Windows-1250, semicolons, totals first',
    'Województwo;Ogółem;Miasta;Wieś\nŁąkowe;2 880 400;1 954 200;926 200\nŚródlądowe;1 017 300;659 700;357 600\nŻuławskie;2 086 500;1 231 100;855 400\n',
    'Województwo¦Ogółem¦Miasta¦Wieś\nŁąkowe¦2 880 400¦1 954 200¦926 200\nŚródlądowe¦1 017 300¦659 700¦357 600\nŻuławskie¦2 086 500¦1 231 100¦855 400',
    { encoding: 'windows-1250' },
  ),
  survey(
    'Russian, Windows-1251, semicolons, title line',
    'Производство электроэнергии по областям\n\nОбласть;Год;Выработка, млн кВт·ч;Доля\nЗаречная;2020;1 204,5;3,1\nПриозёрная;2020;988,1;2,5\nСтепная;2020;5 660,0;14,6\nТаёжная;2020;740,9;1,9\n',
    'Область¦Год¦Выработка, млн кВт·ч¦Доля\nЗаречная¦2020¦1 204,5¦3,1\nПриозёрная¦2020¦988,1¦2,5\nСтепная¦2020¦5 660,0¦14,6\nТаёжная¦2020¦740,9¦1,9',
    { encoding: 'windows-1251' },
  ),
  survey(
    'Japanese, Shift_JIS, units row below the names',
    '観測所,気温,降水量,日照時間\n,℃,mm,時間\n北川,12.3,0.5,6.1\n南浜,15.8,0.0,7.4\n高台,9.1,12.5,1.0\n中原,13.0,3.5,4.2\n',
    '観測所¦気温 ℃¦降水量 mm¦日照時間 時間\n北川¦12.3¦0.5¦6.1\n南浜¦15.8¦0.0¦7.4\n高台¦9.1¦12.5¦1.0\n中原¦13.0¦3.5¦4.2',
    { encoding: 'shift_jis' },
  ),
  survey(
    'Chinese, GBK, preamble',
    '数据来源：市统计局\n更新日期：2024年3月\n\n地区,年份,人口（万人）,面积\n东湖区,2022,45.6,68.2\n西山区,2022,38.9,112.7\n南岸区,2022,51.2,90.0\n北桥区,2022,27.4,203.5\n',
    '地区¦年份¦人口（万人）¦面积\n东湖区¦2022¦45.6¦68.2\n西山区¦2022¦38.9¦112.7\n南岸区¦2022¦51.2¦90.0\n北桥区¦2022¦27.4¦203.5',
    { encoding: 'gbk' },
  ),
  survey(
    'three header rows: group, name, unit',
    'Station;Air;;Water;\n;Temperature;Humidity;Temperature;Level\n;°C;%;°C;cm\nA1;12.1;80;9.4;210\nA2;12.6;78;9.9;214\nB1;11.0;91;8.7;198\nB2;10.4;93;8.5;196\n',
    'Station¦Air Temperature °C¦Air Humidity %¦Water Temperature °C¦Water Level cm\nA1¦12.1¦80¦9.4¦210\nA2¦12.6¦78¦9.9¦214\nB1¦11.0¦91¦8.7¦198\nB2¦10.4¦93¦8.5¦196',
  ),
  survey(
    'years as the header',
    'Country,2018,2019,2020,2021\nAltania,1.2,1.4,-3.9,2.2\nBorduria,0.8,0.9,-5.1,3.0\nCostaguana,,2.1,-7.7,5.4\nDorne,..,1.7,-2.0,1.9\n',
    'Country¦2018¦2019¦2020¦2021\nAltania¦1.2¦1.4¦-3.9¦2.2\nBorduria¦0.8¦0.9¦-5.1¦3.0\nCostaguana¦¦2.1¦-7.7¦5.4\nDorne¦..¦1.7¦-2.0¦1.9',
  ),
  survey(
    'indicator file: source lines quoted and padded by a trailing comma, empty lines between them',
    '"Data Source","Indicator Bank",\n\n"Last Updated Date","2023-05-10",\n\n"Country Name","Country Code","Indicator","1960","1961","1962",\n"Altania","ALT","Births (per 1,000)","20.1","20.0","19.8",\n"Borduria","BOR","Births (per 1,000)","35.2","","34.9",\n"Costaguana","COS","Births (per 1,000)","","","",\n',
    'Country Name¦Country Code¦Indicator¦1960¦1961¦1962¦\nAltania¦ALT¦Births (per 1,000)¦20.1¦20.0¦19.8¦\nBorduria¦BOR¦Births (per 1,000)¦35.2¦¦34.9¦\nCostaguana¦COS¦Births (per 1,000)¦¦¦¦',
    {
      or: [
        'Country Name¦Country Code¦Indicator¦1960¦1961¦1962\nAltania¦ALT¦Births (per 1,000)¦20.1¦20.0¦19.8\nBorduria¦BOR¦Births (per 1,000)¦35.2¦¦34.9\nCostaguana¦COS¦Births (per 1,000)¦¦¦',
      ],
    },
  ),
  survey(
    'footnote markers and a numbered footer',
    'Sector,Jobs 2021,Jobs 2022\nFarming (1),12000,11800\nFishing,900,870\nMining (2),4100,4000\nServices,88000,91200\n\n(1) Including forestry.\n(2) Including quarries, gravel and sand.\nSource: Labour Office, survey of June 2022\n',
    'Sector¦Jobs 2021¦Jobs 2022\nFarming (1)¦12000¦11800\nFishing¦900¦870\nMining (2)¦4100¦4000\nServices¦88000¦91200',
  ),
  survey(
    'UTF-16 with a byte order mark, tabs',
    'Gemeinde\tEinwohner\tWähler\tUngültig\nAu\t1204\t903\t12\nBüren\t8800\t6120\t88\nCham\t450\t333\t1\nDättwil\t3007\t2210\t19\n',
    'Gemeinde¦Einwohner¦Wähler¦Ungültig\nAu¦1204¦903¦12\nBüren¦8800¦6120¦88\nCham¦450¦333¦1\nDättwil¦3007¦2210¦19',
    { encoding: 'utf-16le' },
  ),
  survey(
    'UTF-16 big end first, no mark, commas',
    'id,name,score\n1,Ann,4.5\n2,Ben,3.9\n3,Cyd,5.0\n4,Dee,2.2\n',
    'id¦name¦score\n1¦Ann¦4.5\n2¦Ben¦3.9\n3¦Cyd¦5.0\n4¦Dee¦2.2',
    { encoding: 'utf-16be-bare' },
  ),
  survey(
    'geometry with commas in quotes, braces',
    'gid,name,geom\n1,Park,"POLYGON((8.1 47.2,8.2 47.2,8.2 47.3,8.1 47.2))"\n2,Lake,"POLYGON((7.1 46.2,7.2 46.2,7.2 46.3,7.1 46.2))"\n3,Hut,"POINT(8.55 47.01)"\n',
    'gid¦name¦geom\n1¦Park¦POLYGON((8.1 47.2,8.2 47.2,8.2 47.3,8.1 47.2))\n2¦Lake¦POLYGON((7.1 46.2,7.2 46.2,7.2 46.3,7.1 46.2))\n3¦Hut¦POINT(8.55 47.01)',
  ),
  survey(
    'Korean, title and unit line above',
    '연도별 출생아 수\n(단위: 명)\n연도,남아,여아\n2019,155000,147000\n2020,139000,133000\n2021,133000,127000\n2022,127000,121000\n',
    '연도¦남아¦여아\n2019¦155000¦147000\n2020¦139000¦133000\n2021¦133000¦127000\n2022¦127000¦121000',
  ),
  survey(
    'Arabic with a byte order mark',
    '\ufeffالمدينة,السكان,السنة\nالميناء,120000,2020\nالواحة,45000,2020\nالجبل,9800,2021\nالساحل,301000,2021\n',
    'المدينة¦السكان¦السنة\nالميناء¦120000¦2020\nالواحة¦45000¦2020\nالجبل¦9800¦2021\nالساحل¦301000¦2021',
  ),
]
