// Brings the digits, signs, spaces and marks of other scripts to their ASCII form before a cell is parsed.

const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0be6, 0x0c66, 0x0ce6, 0x0e50, 0x1040, 0xff10]
const marks: Record<string, string> = {
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2212': '-',
  '\uff0d': '-',
  '\ufe63': '-',
  '\uff0b': '+',
  '\u2018': "'",
  '\u2019': "'",
  '\u02bc': "'",
  '\u00b4': "'",
  '\uff07': "'",
  '\u066b': '.',
  '\u066c': "'",
  '\u060c': ',',
  '\uff0c': ',',
  '\uff0e': '.',
  '\uff05': '%',
  '\u066a': '%',
  '\uff1a': ':',
  '\uff0f': '/',
  '\uff08': '(',
  '\uff09': ')',
  '\uff04': '$',
  '\uffe5': '¥',
  '\uffe1': '£',
  '\uffe6': '₩',
}

/** Trims the cell and writes non-ASCII digits, signs and spaces in ASCII; other characters stay. */
export function plainDigits(text: string): string {
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) > 127) return rewrite(text).trim()
  }
  return text.trim()
}

/**
 * The same for a running text, unit for unit: the result is as long as the text, so that offsets into the one hold for
 * the other. Invisible direction marks become `\u2060`.
 */
export function plainText(text: string): string {
  let out = ''
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 128 && code !== 9 && code !== 10 && code !== 13) continue
    const char = code < 128 ? ' ' : isInvisible(code) ? '\u2060' : plainChar(text[at]!, code)
    if (char === text[at]) continue
    out += text.slice(from, at) + char
    from = at + 1
  }
  return out + text.slice(from)
}

function rewrite(text: string): string {
  let out = ''
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 128) continue
    const char = isInvisible(code) ? '' : plainChar(text[at]!, code)
    if (char === text[at]) continue
    out += text.slice(from, at) + char
    from = at + 1
  }
  return from === 0 ? text : out + text.slice(from)
}

function plainChar(char: string, code: number): string {
  if (code === 0xa0 || code === 0x202f) return ' '
  // Most letters, and the signs of money, stay as they are.
  if (code < 0x2b0 && code !== 0xb4) return char
  if (code >= 0x20a0 && code < 0x2100) return char
  // Full-width letters, as in ＵＳＤ, lie at a fixed distance.
  if ((code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a))
    return String.fromCharCode(code - 0xfee0)
  for (const zero of zeros) if (code >= zero && code <= zero + 9) return String(code - zero)
  if (code === 0x3000 || (code >= 0x2000 && code <= 0x200a) || code === 0x205f) return ' '
  return marks[char] ?? char
}

// Marks of writing direction, joiners and the byte order mark: nothing of them is seen.
function isInvisible(code: number): boolean {
  return (
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2069) ||
    code === 0x061c ||
    code === 0xfeff
  )
}
