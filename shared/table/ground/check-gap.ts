// Decides whether what stands between two words of a text can stand there in a phrase that has something else.
import { Kind, type Words } from './read-words.ts'

/** The text between a token and the one before it. */
export function gapBefore(words: Words, at: number): string {
  return words.text.slice(words.ends[at - 1]!, words.starts[at]!)
}

/** Whether the gap before a token of the text fits the gap before the same token of the phrase. */
export function mayStandBetween(text: Words, at: number, phrase: Words, own: number): boolean {
  const gap = gapBefore(text, at)
  const wanted = gapBefore(phrase, own)
  if (gap === wanted) return true
  if (phrase.kinds[own] === Kind.digits && phrase.kinds[own - 1] === Kind.digits)
    return joinsDigits(gap, wanted, phrase)
  if (gap.length > 40 || /\n[^\S\n]*\n/.test(gap)) return false
  // A sentence ends between the words unless the first is an abbreviation or the phrase has the mark too.
  if (/[!?;。！？；।]/.test(gap) && !/[!?;。！？；।]/.test(wanted)) return false
  if (/\.\s/.test(gap) && !wanted.includes('.')) return text.ends[at - 1]! - text.starts[at - 1]! <= 3
  return true
}

// Between two runs of digits the mark is part of the number, and another mark makes another number.
function joinsDigits(gap: string, wanted: string, phrase: Words): boolean {
  const own = plainMark(gap)
  const asked = plainMark(wanted)
  if (own === asked) return true
  if (own.length > 2 || asked.length > 2 || own === '' || asked === '') return isLong(phrase) && own.length < 4
  if (/^[.,]$/.test(own) && /^[.,]$/.test(asked)) return phrase.count === 2
  // 12/05/2020 and 12-05-2020; telephone numbers.
  return digitRuns(phrase) >= 3 && /^[/.,-]$/.test(own) && /^[/.,-]$/.test(asked) ? true : isLong(phrase)
}

function plainMark(gap: string): string {
  return gap
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000\s]+/g, ' ')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
}

function digitRuns(phrase: Words): number {
  let runs = 0
  for (let at = 0; at < phrase.count; at++) if (phrase.kinds[at] === Kind.digits) runs++
  return runs
}

// Seven digits and more in groups are a telephone or account number: its groups are a matter of taste.
function isLong(phrase: Words): boolean {
  let digits = 0
  for (let at = 0; at < phrase.count; at++) {
    if (phrase.kinds[at] === Kind.digits) digits += phrase.keys[at]!.length
    else if (phrase.kinds[at] !== Kind.sign) return false
  }
  return digits >= 7
}
