// Finds the numerals of a running text: digits with their grouping and decimal marks, and what stands around them.

/** `digits` is the numeral itself; `joined` when it goes on as a date, a time, a range or a version; `glued` to a word. */
export type Numeral = {
  start: number
  end: number
  digits: string
  joined: string
  glued: boolean
  negative: boolean
}

const numeral =
  /(?<!\d)(?:\d{1,3}(?:(?: \d{3}(?!\d))+|(?:'\d{3}(?!\d))+|(?:,\d{3}(?!\d))+|(?:\.\d{3}(?!\d))+)(?:[.,]\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)(?:\.\d+)?|\d+(?:[.,]\d+)?|(?<![\d.,])[.,]\d+)/g

// 1万2000 and 3億5千万: each part with its own scale, added up.
const compound = /^(?:\d[\d,]*(?:\.\d+)?\s?[兆조億亿억万萬만千천百백]+\s?){1,5}(?:\d[\d,]*)?/u
const eastern: Record<string, number> = {
  兆: 1e12,
  조: 1e12,
  億: 1e8,
  亿: 1e8,
  억: 1e8,
  万: 1e4,
  萬: 1e4,
  만: 1e4,
  千: 1e3,
  천: 1e3,
  百: 100,
  백: 100,
}

/** Every numeral of a text that went through plainText, in order. */
export function findNumerals(plain: string): Numeral[] {
  const found: Numeral[] = []
  let from = 0
  for (const match of plain.matchAll(numeral)) {
    const start = match.index
    if (start < from) continue
    const sum = /[兆조億亿억万萬만千천百백]\s?\d/u.test(plain.slice(start, start + 40))
      ? addUp(plain.slice(start, start + 60))
      : null
    if (sum) {
      from = start + sum.length
      found.push({
        start,
        end: from,
        digits: String(sum.value),
        joined: '',
        glued: false,
        negative: plain[start - 1] === '-',
      })
      continue
    }
    const end = start + match[0].length
    const before = lastSeen(plain, start - 1)
    const next = plain[end] ?? ''
    const behind = plain[end + 1] ?? ''
    let joined = ''
    if (/[.,:/-]/.test(next) && isDigit(behind)) joined = next
    else if (start > 1 && /[.,:/-]/.test(before) && isDigit(lastSeen(plain, start - 2))) joined = before
    const negative = before === '-' && !isDigit(plain[start - 2] ?? '') && !/\p{L}/u.test(plain[start - 2] ?? '')
    found.push({ start, end, digits: match[0], joined, glued: /[A-Za-z_]/.test(before), negative })
  }
  return found
}

function addUp(text: string): { value: number; length: number } | null {
  const match = compound.exec(text)
  if (!match) return null
  const all = match[0].trimEnd()
  if (!/\d$|[千천百백][兆조億亿억万萬만]$/.test(all) && (all.match(/\d[\d,.]*/g) ?? []).length < 2) return null
  let total = 0
  // What stands before 億 or 万 counts as a whole: 2千万 is 2,000 times 10,000.
  let pending = 0
  for (const [, digits = '', signs = ''] of all.matchAll(/(\d[\d,]*(?:\.\d+)?)?\s?([兆조億亿억万萬만千천百백])?/gu)) {
    const value = digits === '' ? 0 : Number(digits.replaceAll(',', ''))
    const power = eastern[signs] ?? 1
    if (power >= 1e4) {
      total += (pending + value || 1) * power
      pending = 0
    } else if (digits !== '') pending += value * power
  }
  return { value: Math.round((total + pending) * 1e6) / 1e6, length: all.length }
}

function isDigit(char: string): boolean {
  return char >= '0' && char <= '9'
}

// The character at a place, or the one before it when that is an invisible mark.
function lastSeen(plain: string, at: number): string {
  let seen = at
  while (plain[seen] === '\u2060') seen--
  return plain[seen] ?? ''
}
