// Takes a text apart into words, digit runs and meaningful signs, each with its place and normal form.
import { foldToken } from './fold-token.ts'
import { finish } from './steps.ts'

/** What a token is; every character of a script without word spaces is a token. */
export const Kind = { word: 1, digits: 2, dense: 3, sign: 4 } as const

/** The tokens of a text in order. Punctuation, quotes, brackets and markup between them are no tokens. */
export type Words = {
  text: string
  count: number
  starts: Int32Array
  ends: Int32Array
  kinds: Uint8Array
  keys: string[]
}

const dense =
  '\\u0e01-\\u0e4e\\u0e81-\\u0ecd\\u1000-\\u103f\\u1780-\\u17d3\\u3005-\\u3007\\u3041-\\u3096\\u30a1-\\u30ff\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}'
const unseen = '\\u00ad\\u0640\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufe00-\\ufe0f\\ufeff'
const token = new RegExp(
  [
    `(\\p{Nd}+)`,
    `([${dense}]\\p{M}*|[\\uff66-\\uff9d][\\uff9e\\uff9f]?)`,
    `((?:(?![${dense}\\uff66-\\uff9f])[\\p{L}\\p{M}${unseen}])+)`,
    `(\\p{RI}{2}|\\p{Extended_Pictographic}(?:\\ufe0f|\\p{EMod}|\\u20e3|\\u200d\\p{Extended_Pictographic})*|[\\p{No}\\p{Nl}\\p{Sc}%‰&+@=<>°§♂♀✓✔✗✘☐☑☒]|(?<=[\\p{L}])#|(?<![\\p{L}\\p{N}\\p{Pd}\\u2212]\\s?)[-\\u2212\\u2013\\ufe63\\uff0d](?=[.,]?\\p{Nd}))`,
  ].join('|'),
  'uy',
)
const onlyUnseen = new RegExp(`^[${unseen}]+$`, 'u')

// What an ASCII character begins; what follows from more than itself is left to the expression.
const Ascii = { none: 0, word: 1, digits: 2, sign: 4, open: 8 } as const
const asciiKinds = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code)
  if (/[A-Za-z]/.test(char)) return Ascii.word
  if (/\d/.test(char)) return Ascii.digits
  if (/[%&+@=<>$]/.test(char)) return Ascii.sign
  return /[-#]/.test(char) ? Ascii.open : Ascii.none
})

/** Reads the tokens of a text; equal normal forms are one string. */
export function readWords(text: string): Words {
  return finish(wordReading(text))
}

const stepLength = 50_000

/** The same in steps. */
export function* wordReading(text: string): Generator<void, Words> {
  const starts: number[] = []
  const ends: number[] = []
  const kinds: number[] = []
  const keys: string[] = []
  const known = new Map<string, string>()
  const add = (start: number, end: number, kind: number) => {
    const raw = text.slice(start, end)
    let key = known.get(raw)
    if (key === undefined) {
      key = kind === Kind.sign ? signKey(raw) : onlyUnseen.test(raw) ? '' : foldToken(raw)
      known.set(raw, key)
    }
    if (key === '') return
    starts.push(start)
    ends.push(end)
    kinds.push(kind)
    keys.push(key)
  }
  let pause = stepLength
  for (let at = 0; at < text.length; ) {
    if (at > pause) {
      pause = at + stepLength
      yield
    }
    const code = text.charCodeAt(at)
    if (code < 128) {
      const kind = asciiKinds[code]!
      if (kind === Ascii.none) {
        at++
        continue
      }
      let end = at + 1
      if (kind !== Ascii.sign) while (asciiKinds[text.charCodeAt(end)] === kind) end++
      // A run that goes on in other characters is read whole.
      if (kind !== Ascii.open && (kind === Ascii.sign || end >= text.length || text.charCodeAt(end) < 128)) {
        add(at, end, kind === Ascii.word ? Kind.word : kind === Ascii.digits ? Kind.digits : Kind.sign)
        at = end
        continue
      }
    }
    token.lastIndex = at
    const match = token.exec(text)
    if (!match) {
      at += text.codePointAt(at)! > 0xffff ? 2 : 1
      continue
    }
    const end = at + match[0].length
    add(at, end, match[3] ? Kind.word : match[1] ? Kind.digits : match[2] ? Kind.dense : Kind.sign)
    at = end
  }
  return {
    text,
    count: keys.length,
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    kinds: Uint8Array.from(kinds),
    keys,
  }
}

function signKey(raw: string): string {
  if (/^[-\u2212\u2013\ufe63\uff0d]$/.test(raw)) return '-'
  return /^[½⅓⅔¼¾⅕⅛⅜⅝⅞]$/.test(raw) ? raw : foldToken(raw)
}
