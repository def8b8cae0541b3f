// Folds words to one form, so that case, accents and the Turkish i never hide a name, and hashes them for quick look-ups.

// Letters that no normalisation takes apart.
const special: Record<string, string> = { ı: 'i', ł: 'l', ø: 'o', đ: 'd', ς: 'σ' }

const latinToCyrillicEnd = 0x530
const fullEnd = 0x1f00
const foldedCodes = new Uint16Array(fullEnd)
for (let code = 0; code < fullEnd; code++) {
  if (code === latinToCyrillicEnd) code = 0x1e00
  const lower = String.fromCharCode(code).toLowerCase().normalize('NFD')[0]!
  foldedCodes[code] = (special[lower] ?? lower).charCodeAt(0)
}
for (let code = latinToCyrillicEnd; code < 0x1e00; code++) foldedCodes[code] = code

/** Lower case without accents: `März` and `MARZ` fold to `marz`, `KASIM` and `Kasım` to `kasim`. */
export function foldWord(word: string): string {
  for (let at = 0; at < word.length; at++) {
    if (word.charCodeAt(at) < 128) continue
    return word
      .toLowerCase()
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/[ıłøđς]/g, (letter) => special[letter]!)
      .normalize('NFC')
  }
  return word.toLowerCase()
}

/** The folded form of one UTF-16 code unit. */
export function foldCode(code: number): number {
  return code < fullEnd ? foldedCodes[code]! : code
}

export const hashSeed = 7

/** Adds one folded code unit to a hash that starts at `hashSeed`. */
export function hashStep(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0
}

/** The hash of a word as `hashStep` builds it over the word's folded code units. */
export function hashWord(word: string): number {
  let hash = hashSeed
  for (let at = 0; at < word.length; at++) hash = hashStep(hash, foldCode(word.charCodeAt(at)))
  return hash
}
