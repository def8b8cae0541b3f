// Cuts a stretch of text into the records of one delimiter, quotes obeyed where they are truly quotes.
import { closingQuotes } from './read-quotes.ts'

/** Records as parallel lists: where each stands and how many fields it has (0 for an empty line). */
export type Records = { start: number[]; end: number[]; fields: number[]; quoted: boolean[] }

const quote = 34

/**
 * Scans from `from` to `to`. A quote opens a field only at its start (after spaces at most) and only if it is closed
 * right before a delimiter or line end; any other quote is an ordinary character.
 */
export function scanRecords(text: string, from: number, to: number, delimiter: string): Records {
  const records: Records = { start: [], end: [], fields: [], quoted: [] }
  const mark = delimiter.charCodeAt(0)
  const finder = closingQuotes(text, from, to, { delimiter, quote: '"', escape: '', spaced: false })
  let at = from
  while (at < to) {
    const start = at
    let fields = 1
    let quoted = false
    let blank = true
    let fresh = true
    for (; at < to; at++) {
      const code = text.charCodeAt(at)
      if (code === 10 || code === 13) break
      if (code === mark) {
        fields++
        fresh = true
        blank = false
      } else if (code === quote && fresh) {
        const close = finder(at)
        if (close >= 0) {
          at = close
          quoted = true
        }
        fresh = false
        blank = false
      } else if (code !== 32 && code !== 9) {
        fresh = false
        blank = false
      }
    }
    records.start.push(start)
    records.end.push(at)
    records.fields.push(blank ? 0 : fields)
    records.quoted.push(quoted)
    if (text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10) at++
    at++
  }
  return records
}
