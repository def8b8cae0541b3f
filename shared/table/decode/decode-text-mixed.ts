// Reads text that was put together from UTF-8 and another encoding, line by line, as logs and appended exports are.
import { guessEncoding } from './decode-text-guess.ts'
import { decodePage } from './decode-text-pages.ts'
import { countSequences } from './decode-text-utf8.ts'

const sampleBytes = 65_536
/** No file was put together from more pieces; one that was made so would take all memory. */
const mostRuns = 50_000

/** The text, and the encoding of the lines that are not UTF-8; null for bytes that change from line to line without end. */
export function decodeMixed(bytes: Uint8Array, locale?: string): { text: string; other: string } | null {
  const runs = findRuns(bytes)
  if (!runs) return null
  const sample: number[] = []
  for (const { start, end, utf8 } of runs) {
    if (utf8 || sample.length >= sampleBytes) continue
    for (const byte of bytes.subarray(start, Math.min(end, start + sampleBytes))) sample.push(byte)
  }
  const other = guessEncoding(Uint8Array.from(sample), locale).encoding
  const parts = runs.map(({ start, end, utf8 }) => decodePage(bytes.subarray(start, end), utf8 ? 'utf-8' : other))
  return { text: parts.join(''), other }
}

/** Neighbouring lines of one kind; ASCII goes with what it follows. */
function findRuns(bytes: Uint8Array): { start: number; end: number; utf8: boolean }[] | null {
  const runs: { start: number; end: number; utf8: boolean }[] = []
  for (let start = 0; start < bytes.length; ) {
    const feed = bytes.indexOf(0x0a, start)
    const end = feed < 0 ? bytes.length : feed + 1
    const { whole, broken } = countSequences(bytes, start, end)
    const last = runs.at(-1)
    const utf8 = whole + broken === 0 && last ? last.utf8 : broken === 0
    if (last && last.utf8 === utf8) last.end = end
    else if (runs.push({ start, end, utf8 }) > mostRuns) return null
    start = end
  }
  return runs
}
