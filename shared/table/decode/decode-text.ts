// Turns the bytes of a pasted or uploaded file into text.
import { guessEncoding } from './decode-text-guess.ts'
import { decodeMixed } from './decode-text-mixed.ts'
import { decodePage, latin1, spokenName } from './decode-text-pages.ts'
import { decodeUtf8, decodeUtf8Plainly, judgeUtf8 } from './decode-text-utf8.ts'
import { decodeUtf32, wideEncoding } from './decode-text-wide.ts'

/** `encoding` is a name that people know, such as `UTF-8` or `Windows-1252`; `confident` is false for a mere guess. */
export type DecodedText = { text: string; encoding: string; confident: boolean }

/** `locale` (such as `pl-PL`) decides between encodings that fit equally well. */
export type DecodeOptions = { locale?: string }

/** The text of some bytes; see decodeBytes. Never throws; the offsets of a read table count in the text returned here. */
export function decodeText(bytes: Uint8Array, options: DecodeOptions = {}): string {
  return decodeBytes(bytes, options).text
}

/**
 * Decodes bytes, in this order: byte order mark, UTF-16 and UTF-32 by their zero bytes, ISO-2022-JP by its escapes,
 * UTF-8 when it is valid or nearly so, else the most plausible of the older encodings. Never throws.
 */
export function decodeBytes(bytes: Uint8Array, options: DecodeOptions = {}): DecodedText {
  return marked(bytes, options) ?? plain(bytes, options)
}

function plain(bytes: Uint8Array, options: DecodeOptions): DecodedText {
  if (typeof TextDecoder === 'undefined') return withoutDecoder(bytes)
  const wide = bytes.includes(0) ? wideEncoding(bytes) : null
  if (wide) return { text: decodeWide(bytes, wide), encoding: wide, confident: true }
  if (hasJapaneseEscape(bytes)) {
    return { text: decode(bytes, 'iso-2022-jp'), encoding: 'ISO-2022-JP', confident: true }
  }
  const text = decodeUtf8(bytes)
  if (text !== null) return { text, encoding: 'UTF-8', confident: true }
  const judged = judgeUtf8(bytes)
  const mixed = judged === 'mixed' ? decodeMixed(bytes, options.locale) : null
  if (mixed) return { text: mixed.text, encoding: `UTF-8 and ${spokenName(mixed.other)}`, confident: false }
  if (judged !== 'foreign') return { text: decode(bytes, 'utf-8'), encoding: 'UTF-8', confident: false }
  const { encoding, confident } = guessEncoding(bytes, options.locale)
  return { text: decodePage(bytes, encoding), encoding: spokenName(encoding), confident }
}

function marked(bytes: Uint8Array, options: DecodeOptions): DecodedText | null {
  const [a, b, c, d] = bytes
  const wide = wideMark(bytes)
  if (wide)
    return { text: decodeWide(bytes.subarray(wide.size), wide.encoding), encoding: wide.encoding, confident: true }
  if (typeof TextDecoder === 'undefined') return null
  if (a === 0x84 && b === 0x31 && c === 0x95 && d === 0x33) {
    return { text: decode(bytes.subarray(4), 'gb18030'), encoding: 'GB18030', confident: true }
  }
  if (a !== 0xef || b !== 0xbb || c !== 0xbf) return null
  const rest = bytes.subarray(3)
  // Some programs put the mark of UTF-8 before text that is none; then the text decides.
  return plain(rest, options)
}

function wideMark([a, b, c, d]: Uint8Array): { encoding: string; size: number } | null {
  if (a === 0xff && b === 0xfe) {
    return c === 0 && d === 0 ? { encoding: 'UTF-32LE', size: 4 } : { encoding: 'UTF-16LE', size: 2 }
  }
  if (a === 0xfe && b === 0xff) return { encoding: 'UTF-16BE', size: 2 }
  return a === 0 && b === 0 && c === 0xfe && d === 0xff ? { encoding: 'UTF-32BE', size: 4 } : null
}

function decodeWide(bytes: Uint8Array, encoding: string): string {
  if (encoding.startsWith('UTF-32')) return decodeUtf32(bytes, encoding === 'UTF-32LE')
  if (typeof TextDecoder !== 'undefined') return decode(bytes, encoding)
  let text = ''
  const high = encoding === 'UTF-16LE' ? 1 : 0
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    text += String.fromCharCode((bytes[at + high]! << 8) | bytes[at + 1 - high]!)
  }
  return text
}

// A mark inside was dropped by its own rules before: what is left of one belongs to the text.
function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
}

function withoutDecoder(bytes: Uint8Array): DecodedText {
  const [a, b, c] = bytes
  const rest = a === 0xef && b === 0xbb && c === 0xbf ? bytes.subarray(3) : bytes
  const text = decodeUtf8Plainly(rest)
  if (text !== null) return { text, encoding: 'UTF-8', confident: true }
  return { text: latin1(rest), encoding: 'ISO-8859-1', confident: false }
}

/** ESC $ B, ESC $ @, ESC ( J and ESC ( I change the character set in Japanese mail; colours of a terminal do not look so. */
function hasJapaneseEscape(bytes: Uint8Array): boolean {
  let left = 1000
  for (let at = bytes.indexOf(0x1b); at >= 0 && left > 0; at = bytes.indexOf(0x1b, at + 1), left--) {
    const [set, final] = [bytes[at + 1], bytes[at + 2]]
    if (set === 0x24 && (final === 0x42 || final === 0x40)) return true
    if (set === 0x28 && (final === 0x4a || final === 0x49)) return true
  }
  return false
}
