// Scores the double-byte encodings of Chinese, Japanese and Korean by how common the characters are that they give.
import { commonHangul, commonKanji, commonSimplified, commonTraditional } from './decode-text-common.ts'

type Tier = { share: number; size: number; chars: Set<string> }
type Scheme = { encoding: string; language: string; tiers: Tier[]; rarity: number }

/** Two bytes that mean something, but nothing that anybody writes. */
const strange = Math.log(2e-7)
const broken = -16

/** One score for each encoding and language, comparable with those of single bytes: logarithms of likelihoods. */
export function scoreEastAsian(sample: Uint8Array): { encoding: string; language: string; score: number }[] {
  const texts = new Map<string, string>()
  return schemes().map(({ encoding, language, tiers, rarity }) => {
    let text = texts.get(encoding)
    if (text === undefined) {
      text = new TextDecoder(encoding).decode(sample)
      texts.set(encoding, text)
    }
    return { encoding, language, score: rarity + scoreText(text, tiers) }
  })
}

function scoreText(text: string, tiers: Tier[]): number {
  const known = new Map<string, number>()
  let score = 0
  for (const char of text) {
    if (char < '\u0080') continue
    let own = known.get(char)
    if (own === undefined) {
      const tier = tiers.find(({ chars }) => chars.has(char))
      own = char === '\ufffd' ? broken : tier ? Math.log(tier.share / tier.size) : strange
      known.set(char, own)
    }
    score += own
  }
  return score
}

const between = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCharCode(from + index))

/** The characters of some rows of a double-byte set: where standards keep common and rare ones apart. */
function rows(encoding: string, from: number, to: number, trails: [number, number][]): string[] {
  const bytes: number[] = []
  for (let lead = from; lead <= to; lead++) {
    for (const [first, last] of trails) for (let trail = first; trail <= last; trail++) bytes.push(lead, trail)
  }
  return [...new TextDecoder(encoding).decode(Uint8Array.from(bytes))].filter((char) => char !== '\ufffd')
}

const tier = (share: number, chars: Iterable<string>): Tier => {
  const set = new Set(chars)
  return { share, size: set.size, chars: set }
}

let made: Scheme[] | null = null

function schemes(): Scheme[] {
  if (made) return made
  const signs = '，。、：；（）？！《》“”‘’【】「」『』・～—…％＋－／＆　￥＃＝'
  const full = between(0xff10, 0xff5a)
  const high: [number, number][] = [[0xa1, 0xfe]]
  const kana = [
    tier(0.36, between(0x3041, 0x3093)),
    tier(0.2, [...between(0x30a1, 0x30f6), 'ー']),
    tier(0.06, signs),
    tier(0.02, full),
  ]
  const jis = rows('euc-jp', 0xb0, 0xcf, high)
  const japanese = [
    ...kana,
    tier(0.24, commonKanji),
    tier(0.11, jis),
    tier(0.005, rows('euc-jp', 0xd0, 0xf4, high)),
    tier(0.002, between(0xff61, 0xff9f)),
    tier(0.002, rows('euc-jp', 0xa1, 0xa2, high)),
  ]
  // Voicing marks follow every fifth sign; small signs and brackets are few.
  const halfWidth = [
    tier(0.2, 'ﾞﾝ'),
    tier(0.5, [...between(0xff70, 0xff9e), 'ｯｭｮ'].join('').replace(/[ﾝﾞ]/g, '')),
    ...japanese,
  ]
  const simplified = [
    tier(0.06, signs),
    tier(0.5, commonSimplified),
    tier(0.4, rows('gb18030', 0xb0, 0xd7, high)),
    tier(0.015, rows('gb18030', 0xd8, 0xf7, high)),
    tier(0.01, full),
    tier(0.002, rows('gb18030', 0xa1, 0xa3, high)),
    tier(0.0005, between(0x3041, 0x30f6)),
  ]
  const low: [number, number] = [0x40, 0x7e]
  const traditional = [
    tier(0.06, signs),
    tier(0.5, commonTraditional),
    tier(0.4, rows('big5', 0xa4, 0xc5, [low, [0xa1, 0xfe]])),
    tier(0.015, rows('big5', 0xc9, 0xf9, [low, [0xa1, 0xfe]])),
    tier(0.01, full),
    tier(0.002, rows('big5', 0xa1, 0xa3, [low, [0xa1, 0xfe]])),
  ]
  const korean = [
    tier(0.62, commonHangul),
    tier(0.33, rows('euc-kr', 0xb0, 0xc8, high)),
    tier(0.02, signs),
    tier(0.01, full),
    tier(0.004, rows('euc-kr', 0xca, 0xfd, high)),
    tier(0.003, rows('euc-kr', 0xa1, 0xa3, high)),
    tier(0.002, between(0xac00, 0xd7a3)),
    tier(0.0005, between(0x3041, 0x30f6)),
  ]
  made = [
    { encoding: 'shift_jis', language: 'ja', tiers: japanese, rarity: 0 },
    { encoding: 'shift_jis', language: 'ja', tiers: halfWidth, rarity: -6 },
    { encoding: 'euc-jp', language: 'ja', tiers: japanese, rarity: -0.5 },
    { encoding: 'gb18030', language: 'zh', tiers: simplified, rarity: 0 },
    { encoding: 'big5', language: 'zh', tiers: traditional, rarity: 0 },
    { encoding: 'euc-kr', language: 'ko', tiers: korean, rarity: 0 },
  ]
  return made
}
