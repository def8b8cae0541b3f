// Turns the bytes of a pasted or uploaded file into text.

/**
 * Decodes bytes: a byte order mark decides, then UTF-16 by its zero bytes, then UTF-8 if it is valid, else Windows-1252.
 * Never throws; the offsets of a read table count in the text returned here.
 */
export function decodeText(bytes: Uint8Array): string {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return decode(bytes.subarray(3), 'utf-8')
  if (a === 0xff && b === 0xfe) return decode(bytes.subarray(2), 'utf-16le')
  if (a === 0xfe && b === 0xff) return decode(bytes.subarray(2), 'utf-16be')
  const wide = wideEncoding(bytes)
  if (wide) return decode(bytes, wide)
  return decodeStrictly(bytes) ?? decode(bytes, 'windows-1252')
}

function decode(bytes: Uint8Array, encoding: string): string {
  if (typeof TextDecoder === 'undefined') return decodeStrictly(bytes) ?? latin1(bytes)
  return new TextDecoder(encoding).decode(bytes)
}

function decodeStrictly(bytes: Uint8Array): string | null {
  try {
    if (typeof TextDecoder !== 'undefined') return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // Apps Script has no TextDecoder, but its URI decoding is a strict UTF-8 decoder.
    let escaped = ''
    for (const byte of bytes) escaped += `%${byte.toString(16).padStart(2, '0')}`
    return decodeURIComponent(escaped)
  } catch {
    return null
  }
}

function latin1(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}

// Western text in UTF-16 has a zero in every other byte; plain text in any 8-bit encoding has none.
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = Math.min(bytes.length, 1024) & ~1
  if (sample < 4) return null
  let even = 0
  let odd = 0
  for (let i = 0; i < sample; i += 2) {
    if (bytes[i] === 0) even++
    if (bytes[i + 1] === 0) odd++
  }
  const half = sample / 2
  if (odd > half * 0.4 && even < half * 0.1) return 'utf-16le'
  if (even > half * 0.4 && odd < half * 0.1) return 'utf-16be'
  return null
}
