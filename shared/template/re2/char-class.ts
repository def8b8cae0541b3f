// The named sets of characters of RE2, as tests of a code point.

export type CharTest = (code: number) => boolean

const between = (from: number, to: number) => (code: number) => code >= from && code <= to
const isDigit = between(48, 57)
const isUpper = between(65, 90)
const isLower = between(97, 122)
const isAlpha = (code: number) => isUpper(code) || isLower(code)
const isAlnum = (code: number) => isAlpha(code) || isDigit(code)

/** Words are ASCII in RE2, whatever the language. */
export const isWord: CharTest = (code) => isAlnum(code) || code === 95
const isSpace: CharTest = (code) => code === 32 || code === 9 || code === 10 || code === 12 || code === 13

const posix: Record<string, CharTest> = {
  alnum: isAlnum,
  alpha: isAlpha,
  ascii: between(0, 127),
  blank: (code) => code === 32 || code === 9,
  cntrl: (code) => code < 32 || code === 127,
  digit: isDigit,
  graph: between(33, 126),
  lower: isLower,
  print: between(32, 126),
  punct: (code) => between(33, 126)(code) && !isAlnum(code),
  space: (code) => isSpace(code) || code === 11,
  upper: isUpper,
  word: isWord,
  xdigit: (code) => isDigit(code) || between(65, 70)(code) || between(97, 102)(code),
}

const perl: Record<string, CharTest> = { d: isDigit, s: isSpace, w: isWord }

export const not =
  (test: CharTest): CharTest =>
  (code) =>
    !test(code)

/** `\d`, `\S` and their like by their letter, or null. */
export function perlClass(letter: string): CharTest | null {
  const lower = letter.toLowerCase()
  if (!Object.hasOwn(perl, lower)) return null
  return lower === letter ? (perl[lower] ?? null) : not(perl[lower]!)
}

/** `[:alpha:]` and `[:^alpha:]` by the name between the colons, or null. */
export function posixClass(name: string): CharTest | null {
  const bare = name.replace(/^\^/, '')
  if (!Object.hasOwn(posix, bare)) return null
  return bare === name ? (posix[bare] ?? null) : not(posix[bare]!)
}

/** `\pN`, `\p{Greek}`, `\p{^Lu}` by the name: a general category or a script. Null when Unicode has none of that name. */
export function unicodeClass(name: string): CharTest | null {
  const bare = name.replace(/^\^/, '')
  if (!/^[A-Za-z_]{1,40}$/.test(bare)) return null
  if (bare === 'Any') return bare === name ? () => true : () => false
  const property = bare.length <= 2 ? `\\p{General_Category=${bare}}` : `\\p{Script=${bare}}`
  try {
    const pattern = new RegExp(property, 'u')
    const test = (code: number) => pattern.test(String.fromCodePoint(code))
    return bare === name ? test : not(test)
  } catch {
    return null
  }
}

function singleCode(text: string): number | null {
  const code = text.codePointAt(0)
  return code !== undefined && String.fromCodePoint(code) === text ? code : null
}

/** The same test without regard to case. */
export function folded(test: CharTest): CharTest {
  return (code) => {
    if (test(code)) return true
    const text = String.fromCodePoint(code)
    const lower = singleCode(text.toLowerCase())
    const upper = singleCode(text.toUpperCase())
    return (lower !== null && test(lower)) || (upper !== null && test(upper))
  }
}
