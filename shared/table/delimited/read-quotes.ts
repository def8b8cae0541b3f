// Finds where a quoted cell closes, and tells quotes that open cells from quotes that are ordinary characters.
import type { Dialect } from './read-dialect.ts'

/**
 * A function from the offset of an opening quote to that of its closing one, or -1 when the quote opens nothing.
 * Lone quotes may be looked for only so often: the allowance keeps a text full of them linear.
 */
export function closingQuotes(text: string, from: number, to: number, dialect: Dialect): (open: number) => number {
  const { delimiter, quote: sign } = dialect
  const mark = delimiter.charCodeAt(0)
  const quote = sign.charCodeAt(0)
  const escaping = dialect.escape ? dialect.escape.charCodeAt(0) : -1
  const lineEnd = dialect.lineEnd ?? '\n'
  const isEnd = (code: number) => code === 10 || code === 13 || code === lineEnd.charCodeAt(0)
  // Between single quotes, a lone one is an apostrophe.
  const apostrophes = sign === "'"
  let allowance = 8 * (to - from) + 1000

  // A quote in the middle is tolerated within its line, but then the cell may not go on to the next.
  const pastStray = (open: number, first: number): number => {
    let lone = 1
    let last = first
    if (text.slice(open, first).includes(lineEnd)) return -1
    // "No," she said: the first quote is closed by the next, and neither bounds the cell. 5" is a length.
    if (!apostrophes && text.charCodeAt(first + 1) === 32 && /[^\s\d]/.test(text[first - 1]!)) return -1
    const line = text.indexOf(lineEnd, first)
    const limit = line < 0 || line > to ? to : line
    allowance -= limit - open
    for (
      let found = text.indexOf(sign, first + 1);
      found >= 0 && found < limit;
      found = text.indexOf(sign, found + 1)
    ) {
      allowance -= found - last + 1
      if (allowance < 0) return -1
      const before = text.charCodeAt(found - 1)
      if (escaping >= 0 && before === escaping) continue
      if (text.charCodeAt(found + 1) === quote) {
        found++
        continue
      }
      if (closes(found)) {
        // "Tape" 5m,2" is two cells; "5" pipe",2 and "he said "no, never" then",2 are quoted as a whole.
        return !apostrophes && lone % 2 === 1 && text.slice(last, found).includes(delimiter) ? -1 : found
      }
      if (before === mark) return -1
      lone++
      last = found
    }
    return -1
  }

  const closes = (found: number): boolean => {
    let next = found + 1
    while (next < to && text.charCodeAt(next) === 32 && mark !== 32) next++
    return next >= to || text.charCodeAt(next) === mark || isEnd(text.charCodeAt(next))
  }

  return (open) => {
    let at = open + 1
    for (;;) {
      const found = text.indexOf(sign, at)
      allowance -= (found < 0 ? to : found) - at + 1
      if (found < 0 || found >= to || allowance < 0) return -1
      if (escaping >= 0 && text.charCodeAt(found - 1) === escaping && text.charCodeAt(found - 2) !== escaping)
        at = found + 1
      else if (escaping < 0 && found + 1 < to && text.charCodeAt(found + 1) === quote) at = found + 2
      else if (closes(found)) return found
      else {
        const before = text.charCodeAt(found - 1)
        return before === mark || isEnd(before) ? -1 : pastStray(open, found)
      }
    }
  }
}
