// The parts of a parsed pattern.
import type { CharTest } from './char-class.ts'

/** Places between characters. */
export type Assertion = 'start' | 'end' | 'line-start' | 'line-end' | 'word' | 'not-word'

/** `max` is null when there is no end. */
export type PatternNode =
  | { kind: 'char'; test: CharTest }
  | { kind: 'assert'; at: Assertion }
  | { kind: 'all'; parts: PatternNode[] }
  | { kind: 'any'; options: PatternNode[] }
  | { kind: 'repeat'; of: PatternNode; min: number; max: number | null }

/** A pattern that RE2 would refuse; the message is a sentence part that says why. */
export class PatternError extends Error {}
