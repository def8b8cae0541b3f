// Finds lines that come again and again in the same order of shapes, as in receipts: a name, its numbers, a name …
import type { Land } from './read-land.ts'
import { Level } from './read-levels.ts'
import { Shape } from './read-shapes.ts'

/** The number of the stanza that each token stands in, counted through the text, -1 where lines do not repeat. */
export type Stanzas = { at: Int32Array; runs: Int32Array }

type Line = { first: number; last: number; shape: number; block: boolean }

const longestStanza = 6
const Has = { digits: 1, letters: 2, number: 4 } as const

/** Reads the stanzas of a text. */
export function readStanzas(land: Land): Stanzas {
  const { words } = land
  const at = new Int32Array(words.count).fill(-1)
  const runs = new Int32Array(words.count).fill(-1)
  const lines = linesOf(land)
  let stanza = 0
  for (let from = 0; from < lines.length; ) {
    const run = runFrom(lines, from)
    if (!run) {
      from++
      continue
    }
    const first = opening(lines, from, run.end, run.length)
    for (let line = first; line < run.end; line++) {
      if (line > first && (line - first) % run.length === 0) stanza++
      at.fill(stanza, lines[line]!.first, lines[line]!.last + 1)
      runs.fill(from, lines[line]!.first, lines[line]!.last + 1)
    }
    stanza++
    from = run.end
  }
  return { at, runs }
}

function linesOf({ words, levels, shapes }: Land): Line[] {
  const lines: Line[] = []
  for (let token = 0; token < words.count; token++) {
    const level = token === 0 ? Level.block : levels.before[token]!
    // Also a line that goes on about the same thing is one.
    const isNew =
      level >= Level.line || (level > 0 && /\n/.test(words.text.slice(words.ends[token - 1]!, words.starts[token]!)))
    const shape = shapes[token] === Shape.digits ? Has.digits : Has.letters
    const line = isNew ? undefined : lines.at(-1)
    if (line) {
      line.last = token
      line.shape |= shape
    } else {
      const opens = shape === Has.digits ? Has.number : 0
      lines.push({ first: token, last: token, shape: shape | opens, block: level === Level.block })
    }
  }
  return lines
}

// The shortest order of shapes that comes at least twice from a line on, and where it ends.
function runFrom(lines: Line[], from: number): { length: number; end: number } | null {
  for (let length = 2; length <= longestStanza; length++) {
    let end = from
    while (end + length < lines.length && lines[end]!.shape === lines[end + length]!.shape) end++
    const several = lines.slice(from, from + length).some(({ shape }) => shape !== lines[from]!.shape)
    if (end - from >= length && several) return { length, end: end + length }
  }
  return null
}

// Whole stanzas from the beginning of a block on are as they stand; others begin with a name behind numbers.
function opening(lines: Line[], from: number, end: number, length: number): number {
  if (lines[from]!.block && (end - from) % length === 0) return from
  for (let line = Math.max(from, 1); line < from + length; line++) {
    if (lines[line]!.block) return line
    if ((lines[line]!.shape & Has.digits) === 0 && (lines[line - 1]!.shape & Has.digits) !== 0) return line
  }
  return from
}

/** 1 where two tokens stand in the same stanza, -1 where in another one of the same lines, else 0. */
export function sameStanza({ at, runs }: Stanzas, one: number, other: number): number {
  if (at[one]! < 0 || at[other]! < 0 || runs[one] !== runs[other]) return 0
  return at[one] === at[other] ? 1 : -1
}
