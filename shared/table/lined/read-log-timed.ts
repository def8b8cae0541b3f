// Reads a log line that opens with a time: level, thread, process and source follow in any order, then the message.
import type { LogEntry } from './read-log-shapes.ts'

const stamp = String.raw`\d{4}[-/.]\d\d[-/.]\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?: ?(?:Z|[+-]\d\d:?\d\d|UTC|GMT|BST|CES?T|EE[ST]T|MSK|IST|JST|[ECMP][SD]T)(?=[\s\]|,]))?|\d\d[/.]\d\d[/.]\d{2,4},? \d\d:\d\d:\d\d(?:[.,]\d+)?|[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d(?:\.\d+)? \d{4}|\d\d[/-][A-Z][a-z]{2}[/-]\d{4}[: ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?: [+-]\d{4})?`
const full = new RegExp(String.raw`^(?:\[(${stamp})\]|(${stamp}))(?:\s*[-|:]\s+|\s+|(?=\[))`)
const clock = /^(?:\[(\d\d:\d\d:\d\d(?:[.,]\d{1,6})?)\]|(\d\d:\d\d:\d\d(?:[.,]\d{1,6})?))(?:\s*[-|]\s+|\s+|(?=\[))/
const names =
  'TRACE|DEBUG|INFO|INFORMATION|NOTICE|WARN|WARNING|ERROR|ERR|FATAL|CRITICAL|CRIT|SEVERE|ALERT|EMERG|VERBOSE|PANIC|FINE|FINER|FINEST|CONFIG|LOG|STATEMENT|DETAIL|HINT'
const level = new RegExp(
  String.raw`^(?:\[\s*((?:${names}))\s*\]|\(((?:${names}))\)|((?:${names}))(?=[\s:\[\](|-]))(?::|\s*\|)?\s*(?:- )?`,
  'i',
)
const moduleLevel = new RegExp(String.raw`^[\w-]+:(?:${names})$`, 'i')
const bracket = /^\[([^\]\n]{1,80})\]:?\s*(?:- )?/
const pid = /^(?:\((\d{1,7})\)|(\d{1,7})(?= (?:---|\[|[A-Z]{4,}\b)))(?::\s*|\s+(?:---\s+)?)/
const source = /^([\w$][\w$./:#@-]{1,80}?)(?:\s+-\s+|\s*: +)/

/** The line's cells, or null when it opens with no time. */
export function readTimed(line: string): LogEntry | null {
  const first = line.charCodeAt(0)
  // A digit, a bracket or a capital letter opens every time.
  if (!((first >= 48 && first <= 57) || first === 91 || (first >= 65 && first <= 90))) return null
  const day = full.exec(line)
  const match = day ?? clock.exec(line)
  if (!match) return null
  const cells = new Map([['time', match[1] ?? match[2] ?? '']])
  let rest = line.slice(match[0].length)
  for (let turn = 0; turn < 6 && rest !== ''; turn++) {
    const read = nextPart(rest, cells)
    if (!read) break
    cells.set(read.name, read.text)
    rest = rest.slice(read.length)
    // A source ends the head of the line, but for a level right behind it.
    if (cells.has('source') && (cells.has('level') || read.name !== 'source' || !level.test(rest))) break
  }
  cells.set('message', rest)
  const sure = day !== null && cells.has('level')
  return { cells, kind: day ? 'full' : 'clock', sure }
}

type Part = { name: string; text: string; length: number }

function nextPart(rest: string, cells: Map<string, string>): Part | null {
  const word = cells.has('level') ? null : level.exec(rest)
  // "Error: …" in the words of a message is no level.
  if (word && (word[1] || word[2] || /^[A-Z]+$/.test(word[3]!) || cells.size === 1)) {
    return { name: 'level', text: word[1] ?? word[2] ?? word[3]!, length: word[0].length }
  }
  const number = cells.has('pid') ? null : pid.exec(rest)
  if (number) return { name: 'pid', text: number[1] ?? number[2]!, length: number[0].length }
  const inside = bracket.exec(rest)
  if (inside) {
    const leveled = !cells.has('level') && moduleLevel.test(inside[1]!)
    if (leveled) return { name: 'level', text: inside[1]!, length: inside[0].length }
    const digits = /^(?:pid )?\d{1,7}(?::tid \d+)?$/.test(inside[1]!) && !cells.has('pid')
    const name = digits ? 'pid' : cells.has('thread') ? 'context' : 'thread'
    return cells.has(name) ? null : { name, text: inside[1]!.trim(), length: inside[0].length }
  }
  const logger = source.exec(rest)
  if (!logger || /^https?$/.test(logger[1]!)) return null
  return { name: 'source', text: logger[1]!, length: logger[0].length }
}
