// Brings the digits, signs, spaces and marks of other scripts to their ASCII form before a cell is parsed.

const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50, 0xff10]
const marks: Record<string, string> = {
  '\u2212': '-',
  '\uff0d': '-',
  '\ufe63': '-',
  '\uff0b': '+',
  '\u2019': "'",
  '\u02bc': "'",
  '\u066b': '.',
  '\u066c': "'",
  '\uff0c': ',',
  '\uff0e': '.',
  '\uff05': '%',
  '\u066a': '%',
  '\uff1a': ':',
  '\uff0f': '/',
  '\uff08': '(',
  '\uff09': ')',
}

/** Trims the cell and writes non-ASCII digits, signs and spaces in ASCII; other characters stay. */
export function plainDigits(text: string): string {
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) > 127) return rewrite(text)
  }
  return text.trim()
}

function rewrite(text: string): string {
  let out = ''
  for (const char of text) {
    const code = char.charCodeAt(0)
    if (code < 128) {
      out += char
      continue
    }
    const zero = zeros.find((start) => code >= start && code <= start + 9)
    if (zero !== undefined) out += String(code - zero)
    else if (/\s/.test(char)) out += ' '
    else if (/[\u200e\u200f\u061c\u2066-\u2069\u202a-\u202e]/.test(char)) continue
    else out += marks[char] ?? char
  }
  return out.trim()
}
