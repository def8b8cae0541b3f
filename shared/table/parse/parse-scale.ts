// Knows the words and letters that multiply the number before them: 1.2k, 3M, 4 lakh, 1,2 Mio., 5万.
import { foldWord } from './parse-fold.ts'
import { parseLocale } from './parse-locale.ts'

// Words that mean one power of ten wherever they are read.
const powers: [number, string][] = [
  [2, 'hundred sau सौ শত 百'],
  [
    3,
    'millier milliers tysiaca χιλ χιλιαδες χιλιαδα אלף אלפים хил хиляди k tsd tausend thousand thousands mille mil mila tys tysiac tysiace tysiecy тыс тысяч тысячи тысяча тис тисяч тисячі bin rb ribu ribuan हज़ार हजार ہزار হা হাজার ألف آلاف الف الاف هزار 千 천 tusen tusind duizend tisic tisice tis พัน nghin ngan ezer tuhatta mii',
  ],
  [4, '万 萬 만 หมื่น'],
  [5, 'lakh lakhs lac lacs लाख লাখ লা لاکھ แสน'],
  [
    6,
    'miliona мільйона εκ εκατ εκατομμυρια מיליון милиона milion mio mln mn million millions millionen millones millon milhao milhoes milioni milione mi млн миллион миллиона миллионов мільйон мільйони мільйонів milyon milion milions miliony milionow miljoen miljoner millioner mill milj miljoonaa jt juta مليون ملايين مليونا میلیون ملین मिलियन মিলিয়ন ล้าน trieu millio milionu milioane',
  ],
  [7, 'crore crores cr करोड़ क॰ কোটি কো کروڑ'],
  [8, '億 亿 억'],
  [
    9,
    'δισ δισεκατομμυρια מיליארד милиарда miljardia miliardu mrd mld mlrd mlr mia md bn milliard milliards milliarde milliarden miliarde miliardi miliardo miliard miliardow miliardy miljard miljarder milliarder millardos миллиард миллиарда миллиардов млрд мільярд мільярди мільярдів milyar mr miliar مليار مليارات بليون میلیارد ارب अरब अ॰ ty ty\u0309 miliardu milliard bilhao bilhoes bi',
  ],
  [11, 'खरब ख॰ کھرب'],
  [
    12,
    'bilioes biliao biliona bilionu трильйона trilioane billio biljoonaa bilj τρισ τρισεκατομμυρια טריליון трилиона bio bln billionen billones billon bilhões bln bilion biliony bilionow biljoen biljoner billioner biliony trilhao trilhoes tri triliun trilyon trilion trillion trillions трлн триллион триллиона триллионов трильйон трильйонів ترليون تريليون تریلیون 兆 조 万亿 萬億',
  ],
]
const words = new Map<string, number>()
for (const [power, names] of powers) {
  for (const name of names.split(' ')) if (!words.has(foldWord(name))) words.set(foldWord(name), power)
}
words.set('billion', 9).set('billions', 9).set('พันล้าน', 9).set('หมื่นล้าน', 10).set('แสนล้าน', 11).set('ล้านล้าน', 12)

// The same letters mean something else in some languages.
const local: Record<string, Record<string, number>> = {
  tr: { b: 3, tn: 12 },
  id: { m: 9, t: 12 },
  vi: { n: 3, tr: 6, t: 9, nt: 12, ty: 9 },
  fr: { bn: 12, g: 9, billion: 12, billions: 12 },
  es: { b: 12 },
  de: { billion: 12 },
  pt: { bi: 9, mm: 9 },
  sv: { tn: 3, bn: 12, t: 3 },
  da: { t: 3, billion: 12 },
  fi: { t: 3 },
  nb: { bill: 12 },
  cs: { mil: 6, bil: 12 },
  ro: { mil: 6, tril: 12 },
  hu: { b: 12, e: 3 },
}
// Capital letters that read as a scale in any language; a small m is a metre or a minute.
const letters: Record<string, number> = { K: 3, M: 6, B: 9 }
const looseLetters: Record<string, number> = { m: 6, b: 9, T: 12, t: 12, L: 5, tn: 12, mM: 9 }

// Short scales that are units or words elsewhere: 5 mi are miles, 5 md are days.
const homonyms: Record<string, string> = {
  mi: 'pt',
  bi: 'pt',
  tri: 'pt',
  md: 'fr sv',
  mr: 'tr',
  ty: 'vi',
  mia: 'da',
  bin: 'tr',
  ko: 'bn',
  mn: 'sv tr en',
  cr: 'en hi',
  mill: 'nb no nn',
}

/** Every scale word, folded. */
export const scaleWords: string[] = [
  ...words.keys(),
  ...Object.values(local).flatMap(Object.keys),
  ...[...Object.keys(letters), ...Object.keys(looseLetters)].map(foldWord),
  'de',
]

/**
 * The power of ten of `k`, `Mio.`, `lakh crore` and the like; null when the words say something else.
 * `loose` also takes `m`, `b` and `t`, which stand beside money more often than beside bare numbers.
 */
export function scaleOf(text: string, locale?: string, loose = false): number | null {
  if (text.length > 30) return null
  const { language, region } = parseLocale(locale)
  const spaced = text.startsWith(' ')
  // 14 k may be carats; who writes 1,2 k for 1,200 writes no English.
  if (!loose && spaced && text.length === 2 && (language === '' || language === 'en')) return null
  if (
    !loose &&
    spaced &&
    Object.hasOwn(homonyms, foldWord(text.trim())) &&
    !homonyms[foldWord(text.trim())]!.includes(language || '?')
  ) {
    return null
  }
  let power = 0
  for (const part of text.trim().split(' ')) {
    const bare = part.endsWith('.') ? part.slice(0, -1) : part
    if (bare === 'de' || bare === '') continue
    const own = scaleOfWord(bare, language, region, loose)
    if (own === null) return null
    power += own
  }
  return power > 0 && power <= 15 ? power : null
}

function scaleOfWord(word: string, language: string, region: string, loose: boolean): number | null {
  const folded = foldWord(word)
  const here = local[language]?.[folded]
  if (here !== undefined && !(language === 'pt' && folded === 'bi' && region === 'PT' && word === 'Bi')) return here
  if (region === 'PT' && word === 'Bi') return 12
  if (region === 'IN' && (word === 'L' || word === 'T')) return word === 'L' ? 5 : 3
  if (Object.hasOwn(letters, word)) return letters[word]!
  if (loose && Object.hasOwn(looseLetters, word)) return looseLetters[word]!
  if (word.length === 1 && /[a-jl-z]/i.test(word)) return null
  return words.get(folded) ?? words.get(word) ?? null
}
