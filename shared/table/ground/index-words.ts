// Knows where each word of a text stands, so that a phrase is looked up and not searched for.
import { readWords, type Words } from './read-words.ts'

export type WordIndex = Words & {
  /** The places of a normal form, in order. */
  places: Map<string, number[]>
}

/** Reads a text once and lists the places of every normal form. */
export function indexWords(text: string): WordIndex {
  const words = readWords(text)
  const places = new Map<string, number[]>()
  for (let at = 0; at < words.count; at++) {
    const key = words.keys[at]!
    const known = places.get(key)
    if (known) known.push(at)
    else places.set(key, [at])
  }
  return { ...words, places }
}
