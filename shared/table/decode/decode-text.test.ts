// Files in the encodings of three decades become the text that was meant.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTables } from '../read.ts'
import { decodeBytes, decodeText } from './decode-text.ts'
import { pageOf } from './decode-text-pages.ts'

const doubleByte = ['shift_jis', 'euc-jp', 'gb18030', 'big5', 'euc-kr']
const encoders = new Map<string, Map<string, number[]>>()

/** The bytes of each character, by decoding every byte and every pair of bytes. */
function encoderOf(encoding: string): Map<string, number[]> {
  const known = encoders.get(encoding)
  if (known) return known
  const map = new Map<string, number[]>()
  const add = (char: string | undefined, bytes: number[]) => {
    if (char && char !== '\ufffd' && !map.has(char)) map.set(char, bytes)
  }
  if (doubleByte.includes(encoding)) {
    const decoder = new TextDecoder(encoding)
    const meaning = (...bytes: number[]) => {
      const chars = [...decoder.decode(Uint8Array.from(bytes))]
      return chars.length === 1 ? chars[0] : undefined
    }
    for (let lead = 0x80; lead < 0x100; lead++) {
      add(meaning(lead), [lead])
      for (let trail = 0x40; trail < 0xff; trail++) add(meaning(lead, trail), [lead, trail])
    }
  } else for (const [index, char] of pageOf(encoding).entries()) add(char, [index + 128])
  encoders.set(encoding, map)
  return map
}

function encode(text: string, encoding: string): Uint8Array {
  const encoder = encoderOf(encoding)
  const bytes: number[] = []
  for (const char of text) {
    const own = char < '\u0080' ? [char.charCodeAt(0)] : encoder.get(char)
    if (!own) throw new Error(`${encoding} has no ${char}`)
    bytes.push(...own)
  }
  return Uint8Array.from(bytes)
}

const utf16 = (text: string, big: boolean) => {
  const bytes = Buffer.from(text, 'utf16le')
  return new Uint8Array(big ? bytes.swap16() : bytes)
}

const utf32 = (text: string, little: boolean) => {
  const points = [...text].map((char) => char.codePointAt(0)!)
  const view = new DataView(new ArrayBuffer(points.length * 4))
  for (const [index, point] of points.entries()) view.setUint32(index * 4, point, little)
  return new Uint8Array(view.buffer)
}

const join = (...parts: (number[] | Uint8Array)[]) => Uint8Array.from(parts.flatMap((part) => [...part]))

/** Cells as lists have them: names, places, goods; and a line of prose. By encoding. */
const words: [string[], string[]][] = [
  [
    ['windows-1252', 'iso-8859-15', 'macintosh', 'IBM850'],
    [
      'Jürgen Weiß',
      'Käthe Schröder',
      'München',
      'Nürnberg',
      'Büromöbel',
      'Größe XL',
      'Straße 12',
      'Kühlschrank',
      'Lieferung für Österreich geprüft, Rückgabe möglich.',
    ],
  ],
  [
    ['windows-1252', 'iso-8859-15', 'macintosh'],
    [
      'Zoé Lefèvre',
      'Béziers',
      'Saint-Étienne',
      'Théière émaillée',
      'Crème brûlée',
      'François',
      'réglé',
      'La livraison a été retardée à cause de la grève.',
    ],
  ],
  [
    ['windows-1252', 'macintosh'],
    [
      'Íñigo Núñez',
      'Málaga',
      'Cañón',
      'Teléfono móvil',
      'Año',
      'Peña',
      'Córdoba',
      '¿Cuándo llegará el camión? Mañana según la programación.',
    ],
  ],
  [
    ['windows-1252'],
    ['João Conceição', 'São Paulo', 'Preço', 'Açúcar', 'Coração', 'Município', 'A reunião não começará às três.'],
  ],
  [['windows-1252'], ['Åsa Öberg', 'Malmö', 'Göteborg', 'Kött', 'Bär och grädde', 'Våren är här för länge sedan.']],
  [
    ['windows-1252'],
    ['Søren Kjær', 'Ærø', 'Rødgrød med fløde', 'Århus', 'Blåbærsyltetøy', 'Vi når færgen i går aftes.'],
  ],
  [['windows-1252'], ['Price £12.50', 'Total €99', 'It’s “new” – really', 'Café Zoë', '20°C', '½ price', 'Smith’s']],
  [
    ['windows-1250', 'iso-8859-2'],
    [
      'Łukasz Żak',
      'Kraków',
      'Łódź',
      'Gdańsk',
      'Częstochowa',
      'Śruba',
      'Książka',
      'Zażółć gęślą jaźń, proszę o wysyłkę później.',
    ],
  ],
  [
    ['windows-1250', 'iso-8859-2'],
    [
      'Jiří Dvořák',
      'Plzeň',
      'České Budějovice',
      'Žluťoučký kůň',
      'Děčín',
      'příští týden',
      'Nábytek',
      'Zboží bude doručeno příští týden.',
    ],
  ],
  [
    ['windows-1250'],
    ['Győr', 'Kőszegi Ágnes', 'Székesfehérvár', 'Hűtőszekrény', 'Üllői út', 'A csomagot jövő héten küldjük el.'],
  ],
  [
    ['windows-1250'],
    [
      'Ștefan'.replace('Ș', 'Ş'),
      'Timişoara',
      'Bucureşti',
      'Braşov',
      'Mărgele',
      'Preţ',
      'Livrarea se va face săptămâna viitoare.',
    ],
  ],
  [
    ['windows-1250'],
    ['Željko Šarić', 'Čačak', 'Đakovo', 'Šibenik', 'Kuća', 'Roba će biti isporučena sljedeći tjedan.'],
  ],
  [
    ['windows-1254'],
    [
      'Ayşe Yıldız',
      'İstanbul',
      'Eskişehir',
      'Çağrı Güneş',
      'Diyarbakır',
      'Buzdolabı',
      'Sipariş yarın öğleden sonra gönderilecek.',
    ],
  ],
  [
    ['windows-1257'],
    ['Jānis Bērziņš', 'Rīga', 'Liepāja', 'Ķekava', 'Sūtījums tiks piegādāts nākamajā nedēļā.', 'Žagarė', 'Šiauliai'],
  ],
  [
    ['windows-1257'],
    ['Rūta Žukauskienė', 'Šiauliai', 'Panevėžys', 'Kėdainiai', 'Siuntą gausite kitą savaitę.', 'Ąžuolas'],
  ],
  [
    ['windows-1251', 'koi8-u', 'iso-8859-5', 'ibm866'],
    [
      'Екатерина Смирнова',
      'Новосибирск',
      'Челябинск',
      'Холодильник',
      'оплачено',
      'Москва',
      'Доставка задерживается до следующей недели.',
    ],
  ],
  [
    ['windows-1251', 'koi8-u'],
    ['Олексій Шевченко', 'Київ', 'Львів', 'Запоріжжя', 'Холодильник', 'Замовлення буде доставлено наступного тижня.'],
  ],
  [
    ['windows-1251'],
    ['Георги Димитров', 'Пловдив', 'Търново', 'Хладилник', 'Пратката ще пристигне следващата седмица.'],
  ],
  [
    ['windows-1253', 'iso-8859-7'],
    ['Γιώργος Παπαδόπουλος', 'Θεσσαλονίκη', 'Πάτρα', 'Ψυγείο', 'Αθήνα', 'Η παραγγελία θα σταλεί την επόμενη εβδομάδα.'],
  ],
  [['windows-1255'], ['משה כהן', 'תל אביב', 'ירושלים', 'חיפה', 'מקרר', 'ההזמנה תישלח בשבוע הבא']],
  [['windows-1256'], ['محمد علي', 'القاهرة', 'الرياض', 'ثلاجة', 'سيتم إرسال الطلب الأسبوع القادم', 'بغداد']],
  [['windows-874'], ['สมชาย ใจดี', 'กรุงเทพมหานคร', 'เชียงใหม่', 'ตู้เย็น', 'สินค้าจะจัดส่งในสัปดาห์หน้า']],
  [
    ['shift_jis', 'euc-jp'],
    ['山口 健一', '大阪市北区', '冷蔵庫', 'ノートパソコン', 'さくら銀行', '納品書', '来週の火曜日までにお届けします。'],
  ],
  [['gb18030'], ['王小明', '上海市浦东新区', '冰箱', '笔记本电脑', '已付款', '订单将于下周二发货。', '成都']],
  [['big5'], ['林雅婷', '臺北市信義區', '冰箱', '筆記型電腦', '已付款', '訂單將於下週二出貨。', '高雄']],
  [
    ['euc-kr'],
    [
      '김민수',
      '서울특별시 강남구',
      '냉장고',
      '노트북 컴퓨터',
      '결제 완료',
      '주문하신 상품은 다음 주에 발송됩니다.',
      '부산',
    ],
  ],
]

const plainCells = ['SKU-4471', 'ok', 'pending', 'anna@example.com', 'North', '2026-03-01', 'Max', '12.50']

/** Numbers that look random and are the same in every run. */
function dice(seed: number): (most: number) => number {
  let state = seed
  return (most) => {
    state = (state * 48271) % 2147483647
    return Math.floor((state / 2147483647) * most)
  }
}

function csv(cells: string[], size: number, plainPercent: number, pick: (most: number) => number): string {
  let text = 'id;name;note;amount\r\n'
  for (let row = 1; text.length < size; row++) {
    const cell = () => (pick(100) < plainPercent ? plainCells[pick(plainCells.length)]! : cells[pick(cells.length)]!)
    text += `${1000 + row};${cell()};${cell()};${pick(9999) / 100}\r\n`
  }
  return text
}

describe('bytes without a mark', () => {
  it('are read in the encoding they were written in, 95 times of 100 at least, and a wrong one is called a guess', () => {
    const pick = dice(20261122)
    const wrong: string[] = []
    let total = 0
    let sureAndWrong = 0
    for (const [encodings, cells] of words) {
      for (const encoding of encodings) {
        for (const size of [200, 600, 2_000, 20_000]) {
          for (const plainPercent of [0, 60, 85]) {
            const text = csv(cells, size, plainPercent, pick)
            const read = decodeBytes(encode(text, encoding))
            total++
            if (read.text === text) continue
            wrong.push(`${encoding} as ${read.encoding}`)
            if (read.confident) sureAndWrong++
          }
        }
      }
    }
    expect(total).toBeGreaterThan(450)
    expect([wrong.length / total < 0.05, wrong]).toEqual([true, wrong])
    expect(sureAndWrong / total).toBeLessThan(0.01)
  })

  it('are decided by the locale where they do not decide themselves, and said to be guessed', () => {
    const bytes = encode('nazwa;kod\nńandu;1\n', 'windows-1250')
    expect(decodeBytes(bytes, { locale: 'pl-PL' })).toMatchObject({ text: 'nazwa;kod\nńandu;1\n', confident: false })
    expect(decodeBytes(bytes, { locale: 'es-ES' })).toMatchObject({ text: 'nazwa;kod\nñandu;1\n', confident: false })
  })

  it('may be 16 or 32 bits wide, in any script', () => {
    const texts = [
      'a,b\n1,2\n',
      'имя;город\nАня;Омск\n',
      '名前,値段\nりんご,120\n',
      'المدينة,الاسم\nالقاهرة,علي\n',
      '이름,도시\n철수,서울\n',
      '姓名,城市\n王芳,北京\n',
    ]
    for (const text of texts) {
      expect(decodeBytes(utf16(text, false))).toEqual({ text, encoding: 'UTF-16LE', confident: true })
      expect(decodeBytes(utf16(text, true))).toEqual({ text, encoding: 'UTF-16BE', confident: true })
      expect(decodeBytes(utf32(text, true))).toEqual({ text, encoding: 'UTF-32LE', confident: true })
      expect(decodeBytes(utf32(text, false))).toEqual({ text, encoding: 'UTF-32BE', confident: true })
    }
  })

  it('may be Japanese by escapes, and coloured output is none of it', () => {
    const bytes = join([0x1b, 0x24, 0x42, 0x34, 0x41, 0x3b, 0x7a, 0x1b, 0x28, 0x42], Buffer.from(',abc\n'))
    expect(decodeBytes(bytes)).toMatchObject({ text: '漢字,abc\n', encoding: 'ISO-2022-JP' })
    expect(decodeText(Buffer.from('\u001b[31mred\u001b[0m,1\n'))).toBe('\u001b[31mred\u001b[0m,1\n')
  })

  it('keep their NULs when they are 8 bits wide', () => {
    expect(decodeText(Buffer.from('a,b\u0000\nc,\u0000\u0000d\n'))).toBe('a,b\u0000\nc,\u0000\u0000d\n')
    const text = 'Müller\u0000\nKöln\u0000x\n'
    expect(decodeText(encode(text, 'windows-1252'))).toBe(text)
  })
})

describe('UTF-8', () => {
  it('is recognised when it was cut inside its last character', () => {
    const bytes = Buffer.from('naïve,漢字')
    expect(decodeBytes(bytes.subarray(0, -1))).toEqual({ text: 'naïve,漢\ufffd', encoding: 'UTF-8', confident: true })
  })

  it('with a broken byte stays UTF-8', () => {
    const line = Buffer.from('Größe,Łódź,日本\n')
    const bytes = join(line, line, line, [0xfc, 0x0a], line)
    expect(decodeText(bytes)).toBe(`${`${line}`.repeat(3)}\ufffd\n${line}`)
  })

  it('with lines of another encoding among it has both read', () => {
    const [modern, old] = ['Größe;Łódź;日本\n', 'Müller;Köln;früher\n']
    const bytes = join(Buffer.from(modern.repeat(3)), encode(old.repeat(2), 'windows-1252'), Buffer.from(modern))
    const text = modern.repeat(3) + old.repeat(2) + modern
    expect(decodeBytes(bytes)).toEqual({ text, encoding: 'UTF-8 and Windows-1252', confident: false })
  })

  it('loses nothing when all of it is read at once, however large', () => {
    const bytes = Buffer.from('id,name\n'.repeat(2_000_000))
    const began = performance.now()
    expect(decodeText(bytes)).toHaveLength(bytes.length)
    expect(performance.now() - began).toBeLessThan(1000)
  })
})

describe('a byte order mark', () => {
  it('decides and is dropped, so that offsets count in the text', () => {
    const text = 'name,city\nŁukasz,Łódź\n'
    const marked = [
      join([0xef, 0xbb, 0xbf], Buffer.from(text)),
      join([0xff, 0xfe], utf16(text, false)),
      join([0xfe, 0xff], utf16(text, true)),
      join([0xff, 0xfe, 0, 0], utf32(text, true)),
      join([0, 0, 0xfe, 0xff], utf32(text, false)),
    ]
    for (const bytes of marked) {
      expect(decodeBytes(bytes)).toMatchObject({ text, confident: true })
      expect(readTables(bytes)[0]).toMatchObject({ start: 0, rows: [['Łukasz', 'Łódź']] })
    }
  })

  it('of UTF-8 before text that is none does not spoil it', () => {
    const text = 'Größe;Preis\nklein;5\n'
    expect(decodeText(join([0xef, 0xbb, 0xbf], encode(text, 'windows-1252')))).toBe(text)
  })
})

describe('any bytes', () => {
  it('become text, in every locale', () => {
    const someBytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc
        .array(fc.constantFrom(0, 10, 0x1b, 0x24, 0x42, 0x41, 0x81, 0xa4, 0xc3, 0xd8, 0xe9, 0xfe, 0xff), {
          maxLength: 60,
        })
        .map((list) => Uint8Array.from(list)),
    )
    fc.assert(
      fc.property(someBytes, fc.constantFrom(undefined, 'de', 'ja-JP', 'x', ''), (bytes, locale) => {
        const read = decodeBytes(bytes, locale === undefined ? {} : { locale })
        expect(typeof read.text).toBe('string')
        expect(read.encoding).not.toBe('')
      }),
      { numRuns: 300 * Number(process.env.STRESS ?? 1) },
    )
  })

  it('that are UTF-8 are never taken for anything else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        fc.pre(!['\u0000', '\u001b', '\ufeff'].some((char) => text.includes(char)))
        expect(decodeBytes(Buffer.from(text))).toEqual({ text, encoding: 'UTF-8', confident: true })
      }),
    )
  })
})
