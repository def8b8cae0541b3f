// Finds what a text holds that nobody can see: a source may say something else to a program than to a person.

/**
 * `start` and `end` are offsets in UTF-16 units. `kind`: signs without a width, marks that turn the reading direction,
 * invisible letters that spell a text, control characters, or private ones. `reads` is the text that they spell, where they do.
 */
export type HiddenText = {
  start: number
  end: number
  kind: 'no-width' | 'direction' | 'spelled' | 'control' | 'private'
  reads: string | null
}

const candidates =
  /[\u{e0000}-\u{e007f}]+|(?:[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}])+|(?:[\u200b-\u200d\u2060-\u2064\u206a-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb]|[\u115f\u1160\u180e]|\u034f|\u17b4|\u17b5)+|[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]+|(?![\t\n\r])\p{Cc}+|\p{Co}+/gu

const joining = /[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}]/u
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
/** Scripts that mark where a word ends by a space without a width. */
const spaceless =
  /[\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Javanese}\p{Script=Balinese}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

const before = (text: string, at: number) => [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? ''
const after = (text: string, at: number) => [...text.slice(at, at + 2)][0] ?? ''

/** Tags spell ASCII, one letter each. */
const readTags = (run: string) =>
  [...run]
    .map((sign) => String.fromCodePoint(Math.max(0, (sign.codePointAt(0) ?? 0) - 0xe0000)))
    .join('')
    .replace(/[^ -~]/g, '')

/** Variation selectors spell bytes, 256 of them. */
function readSelectors(run: string): string | null {
  const bytes = [...run].map((sign) => {
    const code = sign.codePointAt(0) ?? 0
    return code >= 0xe0100 ? code - 0xe0100 + 16 : code - 0xfe00
  })
  try {
    const text = decodeURIComponent(bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''))
    return /[^\p{Cc}]/u.test(text) ? text : null
  } catch {
    return null
  }
}

/** What a run of signs hides; null where the script, or a picture, needs it as it is. */
function judge(text: string, run: string, start: number): Omit<HiddenText, 'start' | 'end'> | null {
  const [left, right] = [before(text, start), after(text, start + run.length)]
  const code = run.codePointAt(0) ?? 0
  if (code >= 0xe0000 && code <= 0xe007f) {
    // A flag of a region is a black flag with tags, closed by one.
    const isFlag = left === '\u{1f3f4}' && run.endsWith('\u{e007f}') && run.length <= 16
    return isFlag ? null : { kind: 'spelled', reads: readTags(run) || null }
  }
  if ((code >= 0xfe00 && code <= 0xfe0f) || code >= 0xe0100) {
    if (code >= 0xf0000) return { kind: 'private', reads: null }
    const single = [...run].length === 1
    return single && left.trim() !== '' ? null : { kind: 'spelled', reads: readSelectors(run) }
  }
  if (/\p{Cc}/u.test(run)) return { kind: 'control', reads: null }
  if (/\p{Co}/u.test(run)) return { kind: 'private', reads: null }
  if (/^[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/.test(run)) {
    const marksOnly = /^[\u200e\u200f\u061c]+$/.test(run)
    return marksOnly && rightToLeft.test(text) ? null : { kind: 'direction', reads: null }
  }
  if (run === '\ufeff' && start === 0) return null
  if (run === '\u200c' || run === '\u200d') {
    const latin = /[A-Za-z0-9]/
    if (joining.test(left) && joining.test(right) && !(latin.test(left) && latin.test(right))) return null
  }
  if (run === '\u200b' && (spaceless.test(left) || spaceless.test(right))) return null
  // Blank Braille cells stand between others.
  if (/^\u2800+$/.test(run) && /[\u2801-\u28ff]/.test(left + right)) return null
  return { kind: 'no-width', reads: null }
}

/** Every place of the text that hides something, in its order. Linear in the text; what scripts and pictures need is none. */
export function findHiddenText(text: string): HiddenText[] {
  const found: HiddenText[] = []
  for (const match of text.matchAll(candidates)) {
    const judged = judge(text, match[0], match.index)
    if (judged) found.push({ start: match.index, end: match.index + match[0].length, ...judged })
  }
  return found
}
