// Proves that the one value meant is found inside running text, with its place, in many languages.
import { describe, expect, it } from 'vitest'
import { findValues, parseCell, parseColumnCell } from '../infer.ts'

describe('parseCell with a type finds an amount in running text', () => {
  it.each<[string, string | undefined, number, string]>([
    ['Price: $119.00', 'en-US', 119, 'USD'],
    ['ab 1.299,– € inkl. MwSt.', 'de', 1299, 'EUR'],
    ['1 500 руб.', 'ru', 1500, 'RUB'],
    ['Rs. 1,20,000/- only', 'en-IN', 120000, 'INR'],
    ['about USD 3.5k a month', undefined, 3500, 'USD'],
    ['¥12,800(税込)', 'ja', 12800, 'JPY'],
    ['12€50', 'fr', 12.5, 'EUR'],
    ['pris 3 400,50 kr', 'sv', 3400.5, 'SEK'],
    ["nur CHF 1'234.50", 'de-CH', 1234.5, 'CHF'],
    ['The price is $ 52,000', undefined, 52000, 'USD'],
    ['24 GB RAM, 149 €', 'de', 149, 'EUR'],
    ['it costs 12 euros and takes 30 minutes', 'en', 12, 'EUR'],
    ['costó 1.250,50 dólares', 'es', 1250.5, 'USD'],
    ['cena 1 299,00 zł brutto', 'pl', 1299, 'PLN'],
    ['стоит 12 тыс. рублей', 'ru', 12000, 'RUB'],
    ['fiyat 1.250,75 TL KDV dahil', 'tr', 1250.75, 'TRY'],
    ['가격은 12,000원입니다', 'ko', 12000, 'KRW'],
    ['售价1.2万元左右', 'zh', 12000, 'CNY'],
    ['約3億円の売上', 'ja', 3e8, 'JPY'],
    ['1万2000円', 'ja', 12000, 'JPY'],
    ['السعر ١٬٢٣٤٫٥٠ ر.س. فقط', 'ar', 1234.5, 'SAR'],
    ['कीमत ₹१,२३,४५६', 'hi', 123456, 'INR'],
    ['कीमत 500 रुपये है', 'hi', 500, 'INR'],
    ['R$ 1.234,56 à vista', 'pt-BR', 1234.56, 'BRL'],
    ['US $ 75 million of bonds', 'en', 75e6, 'USD'],
    ['20 Canadian dollars', 'en', 20, 'CAD'],
    ['30 Schweizer Franken', 'de', 30, 'CHF'],
    ['2 millions d’euros', 'fr', 2e6, 'EUR'],
    ['KWD 1.250', 'en', 1.25, 'KWD'],
    ['R15 999,00 incl. VAT', undefined, 15999, 'ZAR'],
    ['ค่าส่ง ฿1,200 บาท', 'th', 1200, 'THB'],
    ['chỉ 150.000 ₫', 'vi', 150000, 'VND'],
  ])('%s', (text, locale, value, currency) => {
    expect(parseCell(text, { type: 'currency', locale })).toMatchObject({ type: 'currency', value, currency })
    expect(parseCell(`… ${text} …`, { type: 'currency', locale })).toMatchObject({ value, currency })
  })

  it('prefers an amount with a currency, then the price of today, then the first', () => {
    const amount = (text: string) => parseCell(text, { type: 'currency', locale: 'en-US' })?.value
    expect(amount('Order 12345: total 45.60 EUR')).toBe(45.6)
    expect(amount('Sale! Was $30 now $19.99')).toBe(19.99)
    expect(amount('99,99 EURO 79,99 EURO')).toBe(99.99)
    expect(amount('2 pieces, price 119.00')).toBe(119)
    expect(parseCell('119.00', { type: 'currency' })).toEqual({ type: 'currency', value: 119 })
    expect(amount('no price at all')).toBeUndefined()
  })
})

describe('parseCell with a type finds a number in running text', () => {
  it.each<[string, string | undefined, number]>([
    ['180.25ml', undefined, 180.25],
    ['2 million people', 'en', 2e6],
    ['1,234,567 items', 'en', 1234567],
    ['about 40k users', 'en', 40000],
    ['-1 degrees', 'en', -1],
    ['1 1/2 cups', 'en', 1.5],
    ['½ cup', 'en', 0.5],
    ['1.234,5 Stück', 'de', 1234.5],
    ['около 1 234,5 кг', 'ru', 1234.5],
    ['3 lakh voters', 'en-IN', 300000],
    ['٣٫٥ كيلو', 'ar', 3.5],
    ['約1万5000人', 'ja', 15000],
    ['२५० ग्राम', 'hi', 250],
  ])('%s', (text, locale, value) => {
    expect(parseCell(text, { type: 'number', locale })?.value).toBe(value)
  })

  it('takes no part of a date, a version, an address or a word for one', () => {
    for (const text of ['on 2026-03-05', 'at 14:05', 'version 1.2.3', '192.168.0.1', 'room A4', 'the 3rd']) {
      expect(parseCell(text, { type: 'number' }), text).toBeNull()
    }
  })
})

describe('parseCell with a type finds a date in running text', () => {
  it.each<[string, string, string]>([
    ["I'll be back on 04/Jan/2016", 'en', '2016-01-04'],
    ['le 3 mars 2026 à 14h30', 'fr', '2026-03-03'],
    ['会议在2026年3月5日下午3点', 'zh', '2026-03-05'],
    ['am 15.04.2026 um 10 Uhr', 'de', '2026-04-15'],
    ['12 de marzo del 2026', 'es', '2026-03-12'],
    ['５月３日２０２６年', 'ja', '2026-05-03'],
    ['the 3rd of March, 2026', 'en', '2026-03-03'],
    ['due by 2026-03-05.', 'en', '2026-03-05'],
    ['يوم ٥ مارس ٢٠٢٦', 'ar', '2026-03-05'],
    ['встреча 5 марта 2026 года в Москве', 'ru', '2026-03-05'],
    ['5 Mart 2026 Perşembe günü', 'tr', '2026-03-05'],
    ['2026년 3월 5일에 만나요', 'ko', '2026-03-05'],
    ['५ मार्च २०२६ को', 'hi', '2026-03-05'],
    ['em 5 de março de 2026', 'pt-BR', '2026-03-05'],
    ['vào ngày 5 tháng 3 năm 2026', 'vi', '2026-03-05'],
    ['วันที่ 5 มีนาคม 2569', 'th', '2026-03-05'],
    ['sent Sat Dec 20 14:01:02 2008', 'en', '2008-12-20'],
    ['the meeting (5/3/2026) was', 'en-GB', '2026-03-05'],
    ['令和8年3月5日', 'ja', '2026-03-05'],
  ])('%s', (text, locale, value) => {
    expect(parseCell(text, { type: 'date', locale })).toMatchObject({ type: 'date', value })
  })

  it('finds moments and times, and no date without a year', () => {
    expect(parseCell('le 3 mars 2026 à 14h30', { type: 'datetime', locale: 'fr' })?.value).toBe('2026-03-03T14:30:00')
    expect(parseCell('we start at 9:30 am sharp', { type: 'time' })?.value).toBe('09:30:00')
    for (const text of ['see you on May 5', 'call 555-1234', '3-5 days', 'chapter 1.2.3']) {
      expect(parseCell(text, { type: 'date' }), text).toBeNull()
    }
  })
})

describe('findValues', () => {
  it('says where each value stands', () => {
    const text = 'Paid 1.234,50\u00a0€ on 5. März 2026 and \u200f$20\u200f later, 19 % off: https://a.io/x (ada@b.org).'
    const spans = (type: Parameters<typeof findValues>[1]) =>
      findValues(text, type, { locale: 'de' }).map(({ start, end, value }) => [text.slice(start, end), value])
    expect(spans('currency')).toContainEqual(['1.234,50\u00a0€', 1234.5])
    expect(spans('currency')).toContainEqual(['$20', 20])
    expect(spans('date')).toEqual([['5. März 2026', '2026-03-05']])
    expect(spans('percent')).toEqual([['19 %', 0.19]])
    expect(spans('url')).toEqual([['https://a.io/x', 'https://a.io/x']])
    expect(spans('email')).toEqual([['ada@b.org', 'ada@b.org']])
  })

  it('leaves cells strict where nobody asks for one value', () => {
    expect(parseCell('Price: $119.00')?.type).toBe('text')
    expect(parseCell('call me on 3 May 2026')?.type).toBe('text')
    const column = { name: 'when', type: 'date' } as const
    expect(parseColumnCell('call me on 3 May 2026', column)).toEqual({ value: 'call me on 3 May 2026', ok: false })
  })
})
