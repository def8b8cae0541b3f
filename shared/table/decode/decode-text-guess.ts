// Decides between the encodings that were used before UTF-8, by how plausible the text is that each of them makes.
import { fits, type Sort, sortOf } from './decode-text-context.ts'
import { scoreEastAsian } from './decode-text-east-asian.ts'
import { type Language, languages, rarity } from './decode-text-languages.ts'
import { pageOf } from './decode-text-pages.ts'
import { telltaleLines } from './decode-text-sample.ts'

export type EncodingGuess = { encoding: string; confident: boolean }

type Candidate = { encoding: string; language: string; score: number }

// Two hundred to one, for evidence that is less independent than the sum of its logarithms takes it for.
const sureMargin = 5.3
/** What a locale is worth: about as much as one telling letter. */
const localeWeight = 2.5

/** The most plausible encoding of bytes that are not UTF-8, by the name that decodePage knows. */
export function guessEncoding(bytes: Uint8Array, locale?: string): EncodingGuess {
  const sample = telltaleLines(bytes)
  const home = locale?.toLowerCase().split(/[-_]/)[0] ?? ''
  const ranked = rankEncodings(
    sample,
    home === 'no' || home === 'nn' ? 'nb' : home === 'bs' || home === 'sl' ? 'hr' : home,
  )
  const best = ranked[0]!
  const used = usedBytes(sample)
  const rival = ranked.find(
    (other) => other.encoding !== best.encoding && !sameText(best.encoding, other.encoding, used),
  )
  const confident = best.score - (rival?.score ?? Number.NEGATIVE_INFINITY) >= sureMargin
  return { encoding: best.encoding, confident }
}

function rankEncodings(sample: Uint8Array, home: string): Candidate[] {
  const scored: Candidate[] = []
  for (const [encoding, own] of byEncoding(languages)) {
    const page = pageOf(encoding)
    const counts = new Uint32Array(128)
    const context = scoreContext(sample, page, counts)
    for (const language of own) {
      const score = context + scoreLetters(counts, page, language) + (rarity[encoding] ?? 0)
      scored.push({ encoding, language: language.code, score })
    }
  }
  for (const east of scoreEastAsian(sample)) scored.push(east)
  for (const candidate of scored) {
    if (candidate.language === home) candidate.score += localeWeight
  }
  return scored.sort((a, b) => b.score - a.score)
}

function byEncoding(all: Language[]): Map<string, Language[]> {
  const map = new Map<string, Language[]>()
  for (const language of all) {
    for (const encoding of language.encodings) map.set(encoding, [...(map.get(encoding) ?? []), language])
  }
  return map
}

/** How well the characters beyond ASCII stand among their neighbours; counts them by byte on the way. */
function scoreContext(sample: Uint8Array, page: string[], counts: Uint32Array): number {
  const sorts: Sort[] = Array.from({ length: 256 }, (_, byte) =>
    sortOf(byte < 128 ? String.fromCharCode(byte) : (page[byte - 128] ?? '\ufffd')),
  )
  const gap = sortOf(' ')
  let score = 0
  for (let at = 0; at < sample.length; at++) {
    const byte = sample[at]!
    if (byte < 0x80) continue
    counts[byte - 128]!++
    const before = at > 0 ? sorts[sample[at - 1]!]! : gap
    const after = at + 1 < sample.length ? sorts[sample[at + 1]!]! : gap
    score += fits(before, sorts[byte]!, after)
  }
  return score
}

const symbols = '\u00a0€–’£°“”§«»„·…—®©™²½‘ºª¼³¾µ±×¿¡•†´¨‹›¹÷№¥¢¬¦¶‚ˆ˜¯'
const symbolShare = 0.15
const restShare = 0.02
const capitals = 0.15
const weights = new Map<Language, Map<string, number>>()

function letterWeights(language: Language): Map<string, number> {
  let own = weights.get(language)
  if (own) return own
  own = new Map()
  const letters = [...language.letters]
  const raw = letters.map((_, rank) => Math.exp((-3.2 * rank) / Math.max(letters.length, 10)))
  const total = raw.reduce((sum, weight) => sum + weight, 0) * (1 + capitals)
  for (const [rank, letter] of letters.entries()) {
    const share = ((1 - symbolShare - restShare) * raw[rank]!) / total
    const capital = language.code === 'tr' && letter === 'ı' ? 'İ' : letter.toUpperCase()
    own.set(letter, Math.log(share))
    if (capital !== letter && capital.length === 1) own.set(capital, Math.log(share * capitals))
  }
  const marks = [...symbols]
  const markTotal = marks.reduce((sum, _, rank) => sum + Math.exp(-rank / 12), 0)
  for (const [rank, mark] of marks.entries()) {
    if (!own.has(mark)) own.set(mark, Math.log((symbolShare * Math.exp(-rank / 12)) / markTotal))
  }
  weights.set(language, own)
  return own
}

function scoreLetters(counts: Uint32Array, page: string[], language: Language): number {
  const own = letterWeights(language)
  const rest = Math.log(restShare / 150)
  let score = 0
  for (const [index, count] of counts.entries()) {
    if (count > 0) score += count * (own.get(page[index]!) ?? rest)
  }
  return score
}

function usedBytes(sample: Uint8Array): number[] {
  const seen = new Set<number>()
  for (const byte of sample) if (byte > 0x7f) seen.add(byte)
  return [...seen]
}

const doubleByte = new Set(['shift_jis', 'euc-jp', 'gb18030', 'big5', 'euc-kr'])

/** Whether two encodings mean the same by all the bytes that occur: then it does not matter which it is. */
function sameText(one: string, other: string, used: number[]): boolean {
  if (doubleByte.has(one) || doubleByte.has(other)) return false
  const [left, right] = [pageOf(one), pageOf(other)]
  return used.every((byte) => left[byte - 128] === right[byte - 128])
}
