// Reads numbers that are written as words: three, twenty-five, two dozen, 三十五.
import { articles, isNumberWord, numberWords } from './number-words.ts'
import type { TextValue } from './read-values.ts'

const scales: Record<string, number> = {
  hundred: 100,
  hundert: 100,
  cent: 100,
  cien: 100,
  ciento: 100,
  cento: 100,
  honderd: 100,
  сто: 100,
  thousand: 1000,
  tausend: 1000,
  mille: 1000,
  mil: 1000,
  duizend: 1000,
  тысяча: 1000,
  тысячи: 1000,
  тысяч: 1000,
  million: 1e6,
  millionen: 1e6,
  millions: 1e6,
  billion: 1e9,
  dozen: 12,
  dutzend: 12,
  douzaines: 12,
  docenas: 12,
}

/** Numbers in words, several words adding up where they stand together; articles rank last of all. */
export function readNumberWords(plain: string): TextValue[] {
  const found: TextValue[] = []
  let run: { start: number; end: number; total: number; current: number; words: number } | null = null
  const flush = () => {
    if (run) found.push({ start: run.start, end: run.end, value: run.total + run.current, rank: -2 })
    run = null
  }
  const lower = plain.toLowerCase()
  // Few letters change their length with their case; where one does, the offsets would not hold.
  const text = lower.length === plain.length ? lower : plain
  for (const match of text.matchAll(/[\p{L}\p{M}]+|\d+/gu)) {
    const word = match[0]
    const end = match.index + word.length
    const value = isNumberWord(word, text) ? numberWords.get(word) : undefined
    const scale = Object.hasOwn(scales, word) ? scales[word]! : undefined
    const joined: boolean =
      run !== null && /^(?:[ -]| and )$/.test(plain.slice((run as { end: number }).end, match.index))
    if (run !== null && !joined && !/^(?:and|und|et|y|e|en)$/.test(word)) flush()
    const open = run as { start: number; end: number; total: number; current: number; words: number } | null
    if (scale !== undefined && open) {
      open.current = Math.max(1, open.current) * scale
      if (scale >= 1000) {
        open.total += open.current
        open.current = 0
      }
      open.end = end
    } else if (value !== undefined && open && joined && value < 10 && open.current >= 20 && open.current % 10 === 0) {
      open.current += value
      open.end = end
    } else if (value !== undefined) {
      flush()
      if (articles.has(word)) found.push({ start: match.index, end, value, rank: -9 })
      else run = { start: match.index, end, total: 0, current: value, words: 1 }
    } else if (scale !== undefined) {
      found.push({ start: match.index, end, value: scale, rank: -3 })
    } else if (!/^(?:and|und|et|y|e|en)$/.test(word)) flush()
  }
  flush()
  return found
}

const figures: Record<string, number> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const powers: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 万: 10000, 萬: 10000 }

/** Chinese numerals of two and more; 一 alone is a word like any other. */
export function readEasternNumber(plain: string): TextValue[] {
  const found: TextValue[] = []
  for (const match of plain.matchAll(/(?<![第周星期\d])[〇零一二两兩三四五六七八九十百千万萬]+(?![月日号曜])/gu)) {
    const value = easternValue(match[0])
    if (value === null || match[0] === '一') continue
    found.push({ start: match.index, end: match.index + match[0].length, value, rank: match[0].length > 1 ? -2 : -3 })
  }
  return found
}

/** The value of a Chinese numeral, or null when it is none. */
export function easternValue(numeral: string): number | null {
  if (/^[〇零一二三四五六七八九]{2,}$/.test(numeral)) return Number([...numeral].map((sign) => figures[sign]).join(''))
  let total = 0
  let section = 0
  let figure = 0
  for (const sign of numeral) {
    const power = powers[sign]
    if (power === undefined) {
      figure = figures[sign] ?? 0
      continue
    }
    if (power === 10000) {
      total += (section + figure || 1) * power
      section = 0
    } else section += (figure || 1) * power
    figure = 0
  }
  return total + section + figure
}
