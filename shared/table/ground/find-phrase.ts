// Finds the places where a text states a phrase: the same words in the same order, whole, with nothing but marks between.
import { mayStandBetween } from './check-gap.ts'
import { isWhole } from './check-whole.ts'
import type { WordIndex } from './index-words.ts'
import { readWords, type Words } from './read-words.ts'
import { type Form, formsBefore, formsBehind } from './word-forms.ts'

/** A run of tokens of the text, from the first to the last, and its offsets. */
export type Place = { first: number; last: number; start: number; end: number }

/** Every place of a text value, in order: as it is written, else with what hangs on its first or last word. */
export function findText(index: WordIndex, value: string): Place[] {
  const phrase = readWords(value)
  if (phrase.count === 0) return findSigns(index, value)
  const exact = findPhrase(index, phrase)
  if (exact.length > 0) return exact
  const last = phrase.count - 1
  const found = [
    ...findForms(index, phrase, 0, formsBefore(phrase.keys[0]!)),
    ...findForms(index, phrase, last, formsBehind(phrase.keys[last]!)),
  ]
  return found.sort((a, b) => a.start - b.start)
}

/** Every place of the phrase as it is, in order. */
export function findPhrase(index: WordIndex, phrase: Words): Place[] {
  if (phrase.count === 0) return []
  const rarest = rarestToken(index, phrase)
  if (rarest < 0) return []
  const found: Place[] = []
  for (const at of index.places.get(phrase.keys[rarest]!)!) {
    const first = at - rarest
    const last = first + phrase.count - 1
    if (!isAt(index, phrase, first, last) || !isWhole(index, first, last, phrase.keys[0]!)) continue
    found.push({ first, last, start: index.starts[first]!, end: index.ends[last]! })
  }
  return found
}

function findForms(index: WordIndex, phrase: Words, at: number, forms: Form[]): Place[] {
  return forms.flatMap(({ key, before, behind }) => {
    if (!index.places.has(key)) return []
    return findPhrase(index, { ...phrase, keys: phrase.keys.with(at, key) }).map((place) => {
      // Only where nothing was folded away do the lengths of the forms hold for the text.
      const whole = index.ends[place.first + at]! - index.starts[place.first + at]! === key.length
      return whole ? { ...place, start: place.start + before, end: place.end - behind } : place
    })
  })
}

function rarestToken(index: WordIndex, phrase: Words): number {
  let rarest = -1
  let fewest = Number.POSITIVE_INFINITY
  for (let at = 0; at < phrase.count; at++) {
    const places = index.places.get(phrase.keys[at]!)?.length ?? 0
    if (places === 0) return -1
    if (places < fewest) {
      fewest = places
      rarest = at
    }
  }
  return rarest
}

function isAt(index: WordIndex, phrase: Words, first: number, last: number): boolean {
  if (first < 0 || last >= index.count) return false
  for (let at = 0; at < phrase.count; at++) if (index.keys[first + at] !== phrase.keys[at]) return false
  for (let at = 1; at < phrase.count; at++) if (!mayStandBetween(index, first + at, phrase, at)) return false
  return true
}

// A value without any word is looked for as it is.
function findSigns(index: WordIndex, value: string): Place[] {
  const signs = value.trim()
  if (signs === '') return []
  const start = index.text.indexOf(signs)
  if (start < 0) return []
  let first = 0
  while (first + 1 < index.count && index.starts[first + 1]! <= start) first++
  return [{ first, last: first, start, end: start + signs.length }]
}
