// Headers in the forms in which they are compared.

/** Nothing is to be done about these but their case; most headers and aliases are such. */
const plainWords = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/

/** A header reduced to what is compared: lower case, no accents, words apart by one space. */
export function normaliseHeader(header: string): string {
  if (plainWords.test(header)) return header.toLowerCase()
  return header
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/([\p{L}\p{N}])['’]/gu, '$1 ')
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim()
}

/** Units and currencies in a header say how it is written, not what it is. */
const units = /\b(eur|usd|gbp|chf|jpy|euro|euros|dollar|dollars|pcs|stk|kg)\b/g
const smallWords = /\b(in|en|a|the|de|of)\b/g

/** A header in the two forms that are compared: its letters without spaces and units, and its words that matter. */
export type HeaderName = { joined: string; words: string[] }

export function headerName(header: string): HeaderName {
  // Names of programs write unitPrice.
  const normal = normaliseHeader(header.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
  const bare = normal.replace(units, ' ')
  return {
    joined: (bare.trim() || normal).replace(/ /g, ''),
    words: bare.replace(smallWords, ' ').split(' ').filter(Boolean),
  }
}

/** A word more or less may be another thing: `Last order date` is no `Order date`, `Net price` no `Price`. */
export function sameWords(a: string[], b: string[]): boolean {
  return a.length > 0 && a.length === b.length && a.every((word) => b.includes(word))
}
