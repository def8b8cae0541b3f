// Everything that is known of how a text is built, read once when a row is first looked at.
import type { Classes } from './align-marks.ts'
import type { Look } from './find-peers.ts'
import type { WordIndex } from './index-words.ts'
import { type Levels, readLevels } from './read-levels.ts'
import { type Marks, readMarks } from './read-marks.ts'
import { readShapes } from './read-shapes.ts'
import type { Stanzas } from './read-stanzas.ts'
import { joinSubjects } from './read-subjects.ts'
import type { Parts } from './split-records.ts'

/** A text with its breaks, shapes and marks. */
export type Land = {
  words: WordIndex
  levels: Levels
  shapes: Uint8Array
  marks: Marks
  classes: Classes | null
  parts: Parts | null
  stanzas: Stanzas | null
  looks: (Look | undefined)[]
}

/** Tokens from the first to the last, both included. */
export type Stretch = { first: number; last: number }

/** Reads the build of a text in steps. */
export function* landReading(words: WordIndex): Generator<void, Land> {
  const levels = readLevels(words)
  yield
  const shapes = readShapes(words, levels)
  yield
  const marks = readMarks(words, levels, shapes)
  yield
  const land = { words, levels, shapes, marks, classes: null, parts: null, stanzas: null, looks: [] }
  joinSubjects(words, levels, marks)
  return land
}

/** The tokens under a span; at least one. */
export function stretchOf(words: WordIndex, start: number, end: number): Stretch {
  const first = Math.min(firstAbove(words.ends, start), words.count - 1)
  let last = first
  while (last + 1 < words.count && words.starts[last + 1]! < end) last++
  return { first, last }
}

/** The number of values, in ascending order, that are not above a limit. */
export function firstAbove(values: ArrayLike<number>, limit: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (values[middle]! <= limit) low = middle + 1
    else high = middle
  }
  return low
}

/** How far two stretches are apart; 0 when they touch or overlap. */
export function wayBetween({ levels }: Land, a: Stretch, b: Stretch): number {
  if (a.last < b.first) return levels.way[b.first]! - levels.way[a.last]!
  if (b.last < a.first) return levels.way[a.first]! - levels.way[b.last]!
  return 0
}

/** The number of stretches, in order, that begin before a token. */
export function firstFrom(stretches: Stretch[], token: number): number {
  let low = 0
  let high = stretches.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (stretches[middle]!.first < token) low = middle + 1
    else high = middle
  }
  return low
}
