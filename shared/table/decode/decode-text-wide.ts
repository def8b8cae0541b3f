// Recognises UTF-16 and UTF-32 that carry no byte order mark, and decodes UTF-32.

const sampleBytes = 16_384
/** The upper byte of kana, which is the digit 0 among single bytes. */
const kana = 0x30

/** The encoding of bytes with zeros among them, if they are 16 or 32 bits wide; null for plain text that holds NULs. */
export function wideEncoding(bytes: Uint8Array): 'UTF-16LE' | 'UTF-16BE' | 'UTF-32LE' | 'UTF-32BE' | null {
  const sample = bytes.subarray(0, sampleBytes)
  if (isUtf32(sample, true)) return 'UTF-32LE'
  if (isUtf32(sample, false)) return 'UTF-32BE'
  const length = sample.length & ~1
  let even = 0
  let odd = 0
  for (let at = 0; at < length; at += 2) {
    if (sample[at] === 0) even++
    if (sample[at + 1] === 0) odd++
  }
  const half = length / 2
  // Text in Latin letters has a zero in every other byte.
  if (odd > half * 0.4 && even < half * 0.1) return 'UTF-16LE'
  if (even > half * 0.4 && odd < half * 0.1) return 'UTF-16BE'
  // Other scripts have them in digits, spaces and line ends alone, always on the same side.
  if (bytes.length % 2 === 1) return null
  if (odd > 0 && even === 0 && readsAsWide(sample, 1)) return 'UTF-16LE'
  if (even > 0 && odd === 0 && readsAsWide(sample, 0)) return 'UTF-16BE'
  return null
}

/** UTF-32 with replacement characters for what is none. */
export function decodeUtf32(bytes: Uint8Array, little: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: string[] = []
  let points: number[] = []
  for (let at = 0; at + 3 < bytes.length; at += 4) {
    const point = view.getUint32(at, little)
    points.push(point > 0x10ffff || (point >= 0xd800 && point < 0xe000) ? 0xfffd : point)
    if (points.length < 4096) continue
    parts.push(String.fromCodePoint(...points))
    points = []
  }
  parts.push(String.fromCodePoint(...points), bytes.length % 4 > 0 ? '\ufffd' : '')
  return parts.join('')
}

function isUtf32(sample: Uint8Array, little: boolean): boolean {
  const length = sample.length & ~3
  if (length < 8) return false
  const [zero, plane] = little ? [3, 2] : [0, 1]
  for (let at = 0; at < length; at += 4) {
    if (sample[at + zero] !== 0 || sample[at + plane]! > 0x10) return false
    if (sample[at + 1] === 0 && sample[at + 2] === 0 && sample[at + 3 - zero] === 0) return false
  }
  return true
}

// Pairs of bytes are characters of a text when they are assigned, stay with few scripts, and are no two ASCII letters.
function readsAsWide(sample: Uint8Array, high: number): boolean {
  let units = 0
  let plain = 0
  let odd = 0
  let ascii = 0
  let surrogate = false
  for (let at = 0; at + 1 < sample.length; at += 2) {
    const top = sample[at + high]!
    const low = sample[at + 1 - high]!
    units++
    const trails = top >= 0xdc && top < 0xe0
    if (surrogate !== trails) odd++
    surrogate = top >= 0xd8 && top < 0xdc
    if (top === 0) {
      if ((low < 0x20 && low !== 9 && low !== 10 && low !== 13) || (low >= 0x7f && low < 0xa0)) odd++
      else ascii++
    } else if (top >= 0x20 && top < 0x7f && top !== kana && low >= 0x20 && low < 0x7f) plain++
    else if ((top >= 0xe0 && top < 0xf9) || (top >= 0x12 && top < 0x1e) || (top === 0xff && low > 0xf0)) odd++
  }
  if (surrogate) odd--
  return ascii > 0 && odd <= units * 0.02 && plain <= (units - ascii) * 0.4 && ascii >= units * 0.002
}
