// Reads UTF-8: strictly, cut off in its last character, or with a few bytes broken.

/** The text, if all of it is UTF-8; a character that was cut off at the very end becomes U+FFFD. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  const whole = strictly(bytes)
  if (whole !== null) return whole
  const start = startOfCut(bytes)
  // Without any other character beyond ASCII, a lone byte at the end is no sign of UTF-8.
  if (start < 0 || !bytes.subarray(0, start).some((byte) => byte > 0x7f)) return null
  const text = strictly(bytes.subarray(0, start))
  return text === null ? null : `${text}\ufffd`
}

/** UTF-8 by the strict decoder that hides in URI decoding, for places without TextDecoder such as Apps Script. */
export function decodeUtf8Plainly(bytes: Uint8Array): string | null {
  try {
    let escaped = ''
    for (const byte of bytes) escaped += `%${byte.toString(16).padStart(2, '0')}`
    return decodeURIComponent(escaped)
  } catch {
    return null
  }
}

/**
 * What bytes that are no valid UTF-8 are: `damaged` when nearly all characters beyond ASCII are whole, `mixed` when most
 * are, so that some lines must be UTF-8, `foreign` else. Valid sequences hardly ever come about by chance in other encodings.
 */
export function judgeUtf8(bytes: Uint8Array): 'damaged' | 'mixed' | 'foreign' {
  const { whole, broken } = countSequences(bytes, 0, bytes.length)
  // Of longer texts, one in a hundred may be broken; of shorter ones a single character.
  if (whole >= 4 && (broken <= whole / 100 || broken === 1)) return 'damaged'
  return whole >= 4 && broken <= whole ? 'mixed' : 'foreign'
}

/** Whole and broken characters beyond ASCII; gives up early on what is clearly no UTF-8. */
export function countSequences(bytes: Uint8Array, from: number, to: number): { whole: number; broken: number } {
  let whole = 0
  let broken = 0
  for (let at = from; at < to; at++) {
    const length = lengthBy(bytes[at]!)
    if (length === 1) continue
    let seen = 1
    while (seen < length && at + seen < to && (bytes[at + seen]! & 0xc0) === 0x80) seen++
    if (length > 1 && seen === length) whole++
    else if (++broken > 1000 && whole < broken / 10) break
    at += seen - 1
  }
  return { whole, broken }
}

function strictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function startOfCut(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!
    if ((byte & 0xc0) === 0x80) continue
    return lengthBy(byte) > back ? bytes.length - back : -1
  }
  return -1
}

/** How long the sequence is that a byte opens; 0 for a byte that opens none. */
function lengthBy(byte: number): number {
  if (byte < 0x80) return 1
  if (byte < 0xc2 || byte > 0xf4) return 0
  return byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4
}
