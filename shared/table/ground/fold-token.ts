// Brings one word, digit run or sign to the form in which writings of the same thing are equal.

// Nothing of these is seen: soft hyphen, joiners, marks of direction, byte order mark, variation selectors, tatweel.
const unseen = /[\ufe00-\ufe0f]|\u034f|[\u00ad\u061c\u0640\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g
// Vowel points are written or left out at will in Arabic and Hebrew.
const points = /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0652\u0670]/g
// The same letter on another keyboard.
const twins: Record<string, string> = { ß: 'ss', ς: 'σ', ی: 'ي', ک: 'ك', ە: 'ه', i̇: 'i', ſ: 's' }
const twin = /ß|ς|ی|ک|ە|ſ|i\u0307/g
const digit = /\p{Nd}/gu

/** The normal form of a token: compatibility form, lower case, ASCII digits, without what nobody sees. */
export function foldToken(token: string): string {
  for (let at = 0; at < token.length; at++) {
    if (token.charCodeAt(at) < 128) continue
    const seen = token.replace(unseen, '').normalize('NFKD').toLowerCase().normalize('NFKC')
    return seen
      .replace(points, '')
      .replace(twin, (letter) => twins[letter]!)
      .replace(digit, digitOf)
  }
  return token.toLowerCase()
}

// Every block of decimal digits begins with its zero at a multiple of ten places after the last digit that is none.
function digitOf(char: string): string {
  const code = char.codePointAt(0)!
  if (code < 128) return char
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  // Blocks that touch one another are not in everyday use.
  return String((code - zero) % 10)
}
