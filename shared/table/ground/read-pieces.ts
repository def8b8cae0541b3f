// Cuts the sentences and lines out of a text one by one, each when it is asked for.
import { indexWords, type WordIndex } from './index-words.ts'
import { readLevels } from './read-levels.ts'
import { type Marks, readMarks } from './read-marks.ts'
import { readShapes } from './read-shapes.ts'

/** A sentence, a line or a paragraph, where it begins, and what it consists of. */
export type Piece = { start: number; text: string; words: WordIndex; marks: Marks | null; isSentence: boolean }

export type Pieces = {
  /** The piece that begins at or behind an offset; null at the end of the text and where a piece is too long. */
  from(offset: number): Piece | null
  /** The piece around an offset; null where a piece is too long. */
  around(offset: number): Piece | null
  /** The paragraph around an offset, between empty lines; null where it is too long. */
  paragraph(offset: number): Piece | null
}

const longest = 600
const longestParagraph = 1500

/** The pieces of a text; the last few stay known. */
export function createPieces(text: string): Pieces {
  const known = new Map<number, Piece | null>()
  const paragraphs = new Map<number, Piece>()
  const pieceAt = (start: number): Piece | null => {
    let piece = known.get(start)
    if (piece === undefined) {
      const end = pieceEnd(text, start)
      piece = end > start && end - start <= longest ? cutPiece(text, start, end) : null
      if (known.size > 50) known.clear()
      known.set(start, piece)
    }
    return piece
  }
  return {
    from: (offset) => pieceAt(pieceStart(text, offset)),
    around(offset) {
      const start = startAround(text, offset)
      return start < 0 ? null : pieceAt(start)
    },
    paragraph(offset) {
      const [start, end] = paragraphAround(text, offset)
      if (end - start > longestParagraph) return null
      let piece = paragraphs.get(start)
      if (!piece) {
        piece = cutPiece(text, start, end, false)
        if (paragraphs.size > 50) paragraphs.clear()
        paragraphs.set(start, piece)
      }
      return piece
    },
  }
}

/** The piece between two offsets. */
export function cutPiece(text: string, start: number, end: number, isSentence = true): Piece {
  const own = text.slice(start, end)
  return { start, text: own, words: indexWords(own), marks: null, isSentence }
}

/** The marks of a piece, read when they are first asked for. */
export function marksOf(piece: Piece): Marks {
  if (!piece.marks) {
    const levels = readLevels(piece.words)
    piece.marks = readMarks(piece.words, levels, readShapes(piece.words, levels))
  }
  return piece.marks
}

const isSpace = (code: number) => code === 32 || (code >= 9 && code <= 13)

function pieceStart(text: string, from: number): number {
  let at = from
  while (at < text.length && isSpace(text.charCodeAt(at))) at++
  return at
}

// Where the piece around an offset begins, below 0 when that is too far to see.
function startAround(text: string, offset: number): number {
  const seen = Math.max(0, offset - longest)
  const line = text.slice(seen, offset).lastIndexOf('\n')
  let start = line >= 0 || seen === 0 ? pieceStart(text, seen + line + 1) : -1
  for (let at = start < 0 ? seen : start; ; at = start) {
    const end = pieceEnd(text, at)
    if (end > offset || end >= text.length) return start
    start = pieceStart(text, end)
  }
}

const emptyLine = /\n[^\S\n]*\n/g

// From the empty line before an offset to the one behind it, or a little further than a paragraph may reach.
function paragraphAround(text: string, offset: number): [number, number] {
  const from = Math.max(0, offset - longestParagraph - 1)
  let start = from
  for (const match of text.slice(from, offset).matchAll(emptyLine)) start = from + match.index + match[0].length
  const behind = text.slice(offset, offset + longestParagraph + 1)
  const end = behind.search(emptyLine)
  return [start, offset + (end < 0 ? behind.length : end)]
}

// Up to the end of the line, or of a sentence that another one follows; a point behind a short word may be its own.
function pieceEnd(text: string, start: number): number {
  let letters = 0
  const furthest = Math.min(text.length, start + longest + 1)
  for (let at = start; at < furthest; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || code === 13) return at
    if (code === 0x3002 || code === 0xff01 || code === 0xff1f) return at + 1
    const stop = code === 33 || code === 63 || (code === 46 && letters > 3)
    if (stop && text.charCodeAt(at + 1) === 32 && opensSentence(text, at + 2)) return at + 1
    letters = code === 32 ? 0 : letters + 1
  }
  return furthest
}

function opensSentence(text: string, at: number): boolean {
  const char = String.fromCodePoint(text.codePointAt(at) ?? 32)
  return char.toUpperCase() === char
}
