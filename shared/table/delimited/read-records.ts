// Cuts a stretch of text into the records of one delimiter, quotes obeyed where they are truly quotes.

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
  const finder = quoteFinder(text, from, to, mark)
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

/** The cells of one record, quotes removed; `trimmed` drops the spaces around unquoted cells. */
export function splitRecord(record: string, delimiter: string, trimmed: boolean): string[] {
  const cells: string[] = []
  const finder = quoteFinder(record, 0, record.length, delimiter.charCodeAt(0))
  let at = 0
  for (;;) {
    let open = at
    while (record.charCodeAt(open) === 32) open++
    const close = record.charCodeAt(open) === quote ? finder(open) : -1
    if (close >= 0) cells.push(record.slice(open + 1, close).replaceAll('""', '"'))
    const found = record.indexOf(delimiter, close >= 0 ? close : at)
    const stop = found < 0 ? record.length : found
    if (close < 0) {
      const cell = record.slice(at, stop)
      cells.push(trimmed ? cell.trim() : cell)
    }
    if (found < 0) return cells
    at = stop + delimiter.length
  }
}

// Finds the closing quote of the field that opens at a position, or -1. Lone quotes may be looked for only so often:
// the allowance keeps a text full of them linear.
function quoteFinder(text: string, from: number, to: number, mark: number): (open: number) => number {
  let allowance = 8 * (to - from) + 1000
  return (open) => {
    let at = open + 1
    let lineEnd = -1
    let lone = 0
    let last = -1
    for (;;) {
      const found = text.indexOf('"', at)
      allowance -= (found < 0 ? to : found) - at + 1
      if (found < 0 || found >= to || allowance < 0) return -1
      if (text.charCodeAt(found + 1) === quote && found + 1 < to) {
        at = found + 2
        continue
      }
      let next = found + 1
      while (next < to && text.charCodeAt(next) === 32) next++
      const after = text.charCodeAt(next)
      if (next >= to || after === mark || after === 10 || after === 13) {
        // "Tape" 5m,2" is two fields; "5" pipe",2 and "he said "no, never" then",2 are quoted as a whole.
        return lone % 2 === 1 && text.slice(last, found).includes(String.fromCharCode(mark)) ? -1 : found
      }
      lone++
      last = found
      // A quote in the middle: tolerated within the line, but then the field may not go on to the next.
      const before = text.charCodeAt(found - 1)
      if (before === mark || before === 10 || before === 13) return -1
      if (lineEnd < 0) {
        lineEnd = open
        while (lineEnd < found && text.charCodeAt(lineEnd) !== 10) lineEnd++
        if (lineEnd < found) return -1
        const line = text.indexOf('\n', found)
        lineEnd = line < 0 || line > to ? to : line
        allowance -= lineEnd - found
      }
      if (found > lineEnd) return -1
      at = found + 1
    }
  }
}
