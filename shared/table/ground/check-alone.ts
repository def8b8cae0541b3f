// Tells whether a sentence states one record alone: nothing beside its values could be a value of another.
import { numberWords } from './number-words.ts'
import { Mark } from './read-marks.ts'
import { marksOf, type Piece } from './read-pieces.ts'
import { functionWords } from './read-shapes.ts'
import { Kind, type Words } from './read-words.ts'

/** Whether a piece has no other value of the kinds that the `covered` tokens have. */
export function statesAlone(piece: Piece, covered: Uint8Array): boolean {
  return isExhausted(piece.words, covered) || isAlone(piece, covered)
}

// Nothing is left that could be a value of another record: no digits, no names, nothing in a script without capitals.
function isExhausted(words: Words, covered: Uint8Array): boolean {
  let distinct = false
  for (let at = 0; at < words.count; at++) {
    const kind = words.kinds[at]
    if (covered[at]) distinct ||= kind !== Kind.word || isCapital(words, at)
    else if (kind === Kind.digits || kind === Kind.dense) return false
    else if (kind === Kind.sign) {
      if (/[\p{Sc}%\p{No}\p{Nl}]/u.test(words.keys[at]!)) return false
    } else if (numberWords.has(words.keys[at]!) || !isOrdinary(words, at)) return false
  }
  return distinct
}

// What else the piece states is of other kinds; the only name of a sentence's row may have others beside it.
function isAlone(piece: Piece, covered: Uint8Array): boolean {
  const { count, firsts, lasts, kinds } = marksOf(piece)
  const own = new Uint8Array(Mark.address + 1)
  const others = new Uint8Array(Mark.address + 1)
  for (let mark = 0; mark < count; mark++) {
    const kind = kinds[mark] === Mark.decimal ? Mark.integer : kinds[mark]!
    const within = covered[firsts[mark]!] === 1 || covered[lasts[mark]!] === 1
    if (within) own[kind]!++
    else others[kind]!++
  }
  if (own.every((found) => found === 0)) return false
  return own.every(
    (found, kind) => found === 0 || others[kind] === 0 || (kind === Mark.name && found === 1 && piece.isSentence),
  )
}

function isCapital({ text, starts }: Words, at: number): boolean {
  const code = text.charCodeAt(starts[at]!)
  if (code < 128) return code <= 90
  const char = String.fromCodePoint(text.codePointAt(starts[at]!)!)
  return char.toLowerCase() !== char
}

// A word in small letters, or one that names nothing: "On", "The", "Price:".
function isOrdinary(words: Words, at: number): boolean {
  const { text, starts, ends, keys } = words
  const code = text.charCodeAt(starts[at]!)
  if (code >= 97 && code <= 122) return true
  if (code >= 128) {
    const char = String.fromCodePoint(text.codePointAt(starts[at]!)!)
    if (char.toUpperCase() !== char) return true
    if (char.toLowerCase() === char) return false
  }
  return text.charCodeAt(ends[at]!) === 58 || functionWords.has(keys[at]!)
}
