// Finds the places where a text states a phrase: the same words in the same order, whole, with nothing but marks between.
import { mayStandBetween } from './check-gap.ts'
import { isWhole } from './check-whole.ts'
import type { WordIndex } from './index-words.ts'
import { readWords, type Words } from './read-words.ts'

/** A run of tokens of the text, from the first to the last. */
export type Place = { first: number; last: number }

/** Every place of the phrase, in order. */
export function findPhrase(index: WordIndex, phrase: Words): Place[] {
  if (phrase.count === 0) return []
  const rarest = rarestToken(index, phrase)
  if (rarest < 0) return []
  const found: Place[] = []
  for (const at of index.places.get(phrase.keys[rarest]!)!) {
    const place = matchAt(index, phrase, at - rarest)
    if (place && isWhole(index, place, phrase)) found.push(place)
  }
  return found
}

/** Every place of a text value, in order. */
export function findText(index: WordIndex, value: string): Place[] {
  return findPhrase(index, readWords(value))
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

function matchAt(index: WordIndex, phrase: Words, first: number): Place | null {
  const last = first + phrase.count - 1
  if (first < 0 || last >= index.count) return null
  for (let at = 0; at < phrase.count; at++) if (index.keys[first + at] !== phrase.keys[at]) return null
  for (let at = 1; at < phrase.count; at++) if (!mayStandBetween(index, first + at, phrase, at)) return null
  return { first, last }
}
