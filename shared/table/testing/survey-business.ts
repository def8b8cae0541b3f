// Files like those that banks, shops and business software write, with the tables they stand for.
import { join, quoteJoin, type SurveyCase, survey } from './gold.ts'
import { seeded } from './random.ts'

const random = seeded(23)

const bookings = Array.from({ length: 36 }, (_, i) => [
  `${String(1 + (i % 28)).padStart(2, '0')}.0${1 + (i % 6)}.2024`,
  `${String(2 + (i % 26)).padStart(2, '0')}.0${1 + (i % 6)}.2024`,
  ['Lastschrift', 'Überweisung', 'Gehalt', 'Kartenzahlung'][i % 4]!,
  ['Stadtwerke Nordhafen', 'Bäckerei Öhm; Filiale 2', 'Muster GmbH', 'Kaufhaus'][i % 4]!,
  `Rg. ${1000 + i}`,
  `${i % 4 === 2 ? '' : '-'}${random.int(3)}.${100 + random.int(899)},${10 + random.int(89)}`,
  'EUR',
])
const bookingsHeader = ['Buchungstag', 'Wertstellung', 'Art', 'Empfänger', 'Zweck', 'Betrag', 'Währung']

const items = Array.from({ length: 30 }, (_, i) => [
  String(i + 1),
  `="00${420 + i}"`,
  `Bolt M${4 + (i % 8)} x ${20 + i} mm`,
  String(random.int(500)),
  `${random.int(20)}.${10 + random.int(89)}`,
])

const ledger = Array.from({ length: 120 }, (_, i) => [
  String(4000 + (i % 9) * 100),
  `2024-${String(1 + (i % 12)).padStart(2, '0')}-15`,
  i % 2 ? `${100 + random.int(900)}.00` : '',
  i % 2 ? '' : `${100 + random.int(900)}.50`,
  ['rent', 'power, gas', 'travel', 'post'][i % 4]!,
])
const ledgerHeader = ['account', 'date', 'debit', 'credit', 'text']
const paged = (rows: string[][]): string =>
  [0, 40, 80]
    .map((at, page) => `Page ${page + 1}\n${quoteJoin([ledgerHeader, ...rows.slice(at, at + 40)], ',')}\n`)
    .join('')

export const businessCases: SurveyCase[] = [
  survey(
    'bank statement: key-value lines at the top, every cell quoted, decimal commas, Windows-1252',
    `"Kontonummer:";"XX00 0000 0000 0000"\n"Zeitraum:";"01.01.2024 bis 30.06.2024"\n"Kontostand vom 30.06.2024:";"1.204,55 EUR"\n\n${quoteJoin([bookingsHeader, ...bookings], ';', { all: true })}`,
    { header: bookingsHeader, rows: bookings },
    { encoding: 'windows-1252' },
  ),
  survey(
    'bank statement: preamble, CRLF, closing line with the balance',
    'Umsatzanzeige;Datei erzeugt am: 03.04.2024 08:15\r\n;Letztes Update: aktuell\r\n\r\nKunde;Eva Beispiel\r\nSaldo;3.456,78;EUR\r\n\r\nBuchung;Auftraggeber;Text;Saldo;Betrag\r\n02.04.2024;Laden A;Einkauf;3.456,78;-12,50\r\n01.04.2024;Firma B;Gehalt;3.469,28;2.100,00\r\n28.03.2024;Laden C;Einkauf;1.369,28;-45,10\r\n27.03.2024;Laden A;Einkauf;1.414,38;-8,99\r\n',
    'Buchung¦Auftraggeber¦Text¦Saldo¦Betrag\n02.04.2024¦Laden A¦Einkauf¦3.456,78¦-12,50\n01.04.2024¦Firma B¦Gehalt¦3.469,28¦2.100,00\n28.03.2024¦Laden C¦Einkauf¦1.369,28¦-45,10\n27.03.2024¦Laden A¦Einkauf¦1.414,38¦-8,99',
  ),
  survey(
    'card statement: all quoted, amounts with thousands, trailing comma',
    '"Date","Payee","Category","Amount",\n"03/14/2024","Corner Shop","Food","-1,204.33",\n"03/15/2024","Book, Nook","Books","-23.00",\n"03/16/2024","Payroll","Income","4,500.00",\n',
    'Date¦Payee¦Category¦Amount¦\n03/14/2024¦Corner Shop¦Food¦-1,204.33¦\n03/15/2024¦Book, Nook¦Books¦-23.00¦\n03/16/2024¦Payroll¦Income¦4,500.00¦',
    {
      or: [
        'Date¦Payee¦Category¦Amount\n03/14/2024¦Corner Shop¦Food¦-1,204.33\n03/15/2024¦Book, Nook¦Books¦-23.00\n03/16/2024¦Payroll¦Income¦4,500.00',
      ],
    },
  ),
  survey(
    'thousands separators unquoted in a semicolon file with dots',
    'SKU;Units;Revenue\nA-1;1,204;$12,345.60\nA-2;998;$9,000.00\nB-7;12,400;$101,222.10\nC-3;15;$88.80\n',
    'SKU¦Units¦Revenue\nA-1¦1,204¦$12,345.60\nA-2¦998¦$9,000.00\nB-7¦12,400¦$101,222.10\nC-3¦15¦$88.80',
  ),
  survey(
    'first line names the separator',
    'sep=;\nartikel;menge;preis\nSchraube;100;0,05\nMutter;200;0,03\nScheibe;500;0,01\n',
    'artikel¦menge¦preis\nSchraube¦100¦0,05\nMutter¦200¦0,03\nScheibe¦500¦0,01',
  ),
  survey(
    'separator line with a tab, CRLF',
    'sep=\t\r\nname\tqty\tnote\r\nBolt\t5\ta, b\r\nNut\t7\tc, d\r\nPin\t9\te, f\r\n',
    'name¦qty¦note\nBolt¦5¦a, b\nNut¦7¦c, d\nPin¦9¦e, f',
  ),
  survey(
    'codes kept as text with ="…"',
    join([['#', 'code', 'item', 'stock', 'price'], ...items], ','),
    { header: ['#', 'code', 'item', 'stock', 'price'], rows: items },
    {
      or: [
        {
          header: ['#', 'code', 'item', 'stock', 'price'],
          rows: items.map((row) => row.map((cell) => /^="(?<text>.*)"$/v.exec(cell)?.groups?.text ?? cell)),
        },
      ],
    },
  ),
  survey('page breaks: page lines and the header again', paged(ledger), { header: ledgerHeader, rows: ledger }),
  survey(
    'header repeated in the middle without a page line',
    'nr;kunde;betrag\n1;Adler;12,00\n2;Berg;14,50\n3;Clar;9,99\nnr;kunde;betrag\n4;Dorn;1,00\n5;Esche;7,25\n6;Fink;8,10\n',
    'nr¦kunde¦betrag\n1¦Adler¦12,00\n2¦Berg¦14,50\n3¦Clar¦9,99\n4¦Dorn¦1,00\n5¦Esche¦7,25\n6¦Fink¦8,10',
  ),
  survey(
    'report with filters above and a count below',
    'Open Invoices\nCompany: Brightwater Ltd\nAs of: 2024-05-31\nStatus = Open, Currency = EUR\n\nInvoice,Customer,Due,Amount\nR-1001,Alder & Co,2024-04-30,120.00\nR-1004,"Birch, Inc",2024-05-15,99.50\nR-1009,Cedar,2024-05-20,2410.00\nR-1011,Dogwood,2024-06-01,15.00\n\n4 rows\n',
    'Invoice¦Customer¦Due¦Amount\nR-1001¦Alder & Co¦2024-04-30¦120.00\nR-1004¦Birch, Inc¦2024-05-15¦99.50\nR-1009¦Cedar¦2024-05-20¦2410.00\nR-1011¦Dogwood¦2024-06-01¦15.00',
  ),
  survey(
    'totals row at the end, padded',
    'Region,Q1,Q2,Q3,Q4\nNorth,10,12,9,14\nSouth,20,18,22,25\nEast,7,7,8,6\nWest,13,15,11,17\nTotal,50,52,50,62\n',
    'Region¦Q1¦Q2¦Q3¦Q4\nNorth¦10¦12¦9¦14\nSouth¦20¦18¦22¦25\nEast¦7¦7¦8¦6\nWest¦13¦15¦11¦17\nTotal¦50¦52¦50¦62',
    { or: ['Region¦Q1¦Q2¦Q3¦Q4\nNorth¦10¦12¦9¦14\nSouth¦20¦18¦22¦25\nEast¦7¦7¦8¦6\nWest¦13¦15¦11¦17'] },
  ),
  survey(
    'addresses with newlines in quotes, CRLF rows',
    'id,company,address,phone\r\n1,Alder,"12 Quay Road\nOld Harbour\nNH 1204",0044 20 0000\r\n2,"Birch, Inc","Suite 5\n88 Mill Lane",+1 (555) 0100\r\n3,Cedar,"1 Park",\r\n',
    'id¦company¦address¦phone\n1¦Alder¦12 Quay Road⏎Old Harbour⏎NH 1204¦0044 20 0000\n2¦Birch, Inc¦Suite 5⏎88 Mill Lane¦+1 (555) 0100\n3¦Cedar¦1 Park¦',
  ),
  survey(
    'inch marks unquoted',
    'part,size,qty\nPipe 5" steel,5",10\nPipe 3/4" brass,3/4",25\nElbow,1",7\nTee 2" x 1",2",4\n',
    'part¦size¦qty\nPipe 5" steel¦5"¦10\nPipe 3/4" brass¦3/4"¦25\nElbow¦1"¦7\nTee 2" x 1"¦2"¦4',
  ),
  survey(
    'quotes closed too early',
    'id,title,year\n1,"Big" Book,1999\n2,"The Sea" and Me,2004\n3,Plain,2011\n4,"Quoted, whole",2012\n',
    'id¦title¦year\n1¦"Big" Book¦1999\n2¦"The Sea" and Me¦2004\n3¦Plain¦2011\n4¦Quoted, whole¦2012',
    { or: ['id¦title¦year\n1¦Big Book¦1999\n2¦The Sea and Me¦2004\n3¦Plain¦2011\n4¦Quoted, whole¦2012'] },
  ),
  survey(
    'whole record quoted in some rows',
    'name,city,amount\nAnn,Old Town,12\n"Ben,New Town,14"\nCyd,Harbour,15\n"Dee,Hill,16"\n',
    'name¦city¦amount\nAnn¦Old Town¦12\nBen¦New Town¦14\nCyd¦Harbour¦15\nDee¦Hill¦16',
  ),
  survey(
    'every record quoted as a whole, inner quotes doubled',
    '"id,name,note"\n"1,Ann,""a, b"""\n"2,Ben,""c"""\n"3,Cyd,plain"\n',
    'id¦name¦note\n1¦Ann¦a, b\n2¦Ben¦c\n3¦Cyd¦plain',
  ),
  survey(
    'two tables, an empty line and a title between them',
    'Orders\nid,item,qty\n1,Bolt,5\n2,Nut,7\n3,Pin,9\n4,Cap,11\n\nSuppliers\nname,city\nAlder,Harbour\nBirch,Hill\n',
    'id¦item¦qty\n1¦Bolt¦5\n2¦Nut¦7\n3¦Pin¦9\n4¦Cap¦11',
    { others: ['name¦city\nAlder¦Harbour\nBirch¦Hill'] },
  ),
  survey(
    'the last column is free text with commas, unquoted',
    'id,date,remark\n1,2024-01-02,Arrived late, box damaged, accepted\n2,2024-01-03,Fine\n3,2024-01-04,Returned, see mail\n4,2024-01-05,Fine\n5,2024-01-08,Fine, thanks\n6,2024-01-09,Open\n',
    'id¦date¦remark\n1¦2024-01-02¦Arrived late, box damaged, accepted\n2¦2024-01-03¦Fine\n3¦2024-01-04¦Returned, see mail\n4¦2024-01-05¦Fine\n5¦2024-01-08¦Fine, thanks\n6¦2024-01-09¦Open',
    {
      or: [
        'id¦date¦remark\n1¦2024-01-02¦Arrived late¦ box damaged¦ accepted\n2¦2024-01-03¦Fine\n3¦2024-01-04¦Returned¦ see mail\n4¦2024-01-05¦Fine\n5¦2024-01-08¦Fine¦ thanks\n6¦2024-01-09¦Open',
      ],
    },
  ),
  survey(
    'Spanish ledger, semicolons, blank line after the header',
    'Cuenta;Descripción;Debe;Haber\n\n4300;Clientes;1.250,00;\n5720;Bancos;;1.250,00\n6290;Otros servicios;80,35;\n4720;IVA soportado;16,87;\n',
    'Cuenta¦Descripción¦Debe¦Haber\n4300¦Clientes¦1.250,00¦\n5720¦Bancos¦¦1.250,00\n6290¦Otros servicios¦80,35¦\n4720¦IVA soportado¦16,87¦',
  ),
  survey(
    'Turkish price list, Windows-1254, semicolons',
    'Ürün;Birim;Fiyat\nÇay;kg;145,50\nŞeker;kg;32,90\nİncir;adet;4,25\nFındık;kg;310,00\n',
    'Ürün¦Birim¦Fiyat\nÇay¦kg¦145,50\nŞeker¦kg¦32,90\nİncir¦adet¦4,25\nFındık¦kg¦310,00',
    { encoding: 'windows-1254' },
  ),
  survey(
    'group rows inside: a department name alone on its line',
    'Employee,Grade,Salary\nKitchen,,\nAnn,3,2100\nBen,2,1900\nService,,\nCyd,4,2500\nDee,1,1700\n',
    'Employee¦Grade¦Salary\nKitchen¦¦\nAnn¦3¦2100\nBen¦2¦1900\nService¦¦\nCyd¦4¦2500\nDee¦1¦1700',
  ),
]
