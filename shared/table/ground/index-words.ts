// Knows where each word of a text stands, so that a phrase is looked up and not searched for.
import { type Words, wordReading } from './read-words.ts'
import { finish } from './steps.ts'

export type WordIndex = Words & {
  /** The places of a normal form, in order. */
  places: Map<string, number[]>
}

/** Reads a text once and lists the places of every normal form. */
export function indexWords(text: string): WordIndex {
  return finish(wordIndexing(text))
}

/** The same in steps. */
export function* wordIndexing(text: string): Generator<void, WordIndex> {
  const words = yield* wordReading(text)
  const places = new Map<string, number[]>()
  for (let at = 0; at < words.count; at++) {
    const key = words.keys[at]!
    const known = places.get(key)
    if (known) known.push(at)
    else places.set(key, [at])
  }
  return { ...words, places }
}
