// Reads facts written as "Name: Ada" lines: one block is one row, blocks with the same names are the rows of one table.

import { type ReadTable, squareUp } from '../read-table.ts'
import { isCode } from '../surroundings/read-code.ts'
import { type Line, linesOf, type Span } from '../surroundings/read-lines.ts'

type Fact = { key: string; value: string }
/** `headings` are lines such as "Order 2" between this block and the one before. */
type Block = { facts: Fact[]; first: Line; last: Line; listed: boolean; headings: Line[] }

// A name is short and starts with a letter; the colon is followed by a space.
const fact =
  /^(?:(?:[-*•+]|\d{1,3}[.)])\s+)?(?:\*\*|__)?(\p{L}[^:：|\t]{0,38}?)(?:\*\*|__)?\s?(?:[:：](?:\*\*|__)?(?:\s+|$|(?<=：)))(.*)$/u
// `Rent = 900 EUR`, `Rent .... 900 EUR`, `Rent -> 900 EUR`; a lower-case name alone before an equals sign is a variable.
const otherFact =
  /^(?:[-*•+]\s+)?((?!\p{Ll}[\p{L}\p{N}_.]*\s=)\p{L}[^:：|\t=.]{0,38}?)\s*(?:\s=\s|\.{4,}|\s(?:->|→)\s)\s*(\S.*)$/u
const typeName =
  /^(?:u?int\d*|float\d*|double|str|string|number|bool|boolean|any|void|object|bytes|char|unknown|null|undefined|Date|Optional|list|dict|set|tuple|Array|Record|Map|Promise)\b(?:\[.*\]|<.*>|\?)?(?:\s*[|=].*)?[;,]?$/
const mailNames = new Set(
  'from to cc bcc subject date sent reply-to von an betreff gesendet datum de à objet envoyé para asunto enviado fecha da a oggetto inviato assunto от кому тема'.split(
    ' ',
  ),
)
const remarks =
  /^(?:note|notes|p\.?s|tip|hint|warning|caution|important|todo|fixme|hinweis|achtung|wichtig|nota|attention|remarque|ejemplo|example|e\.g|q|a|question|answer|frage|antwort|re|fwd|aw|wg)$/i

/** Key-value tables: single blocks of three facts and more, repeated blocks of two and more. */
export function readKeyValues(text: string, span: Span): ReadTable[] {
  const found: ReadTable[] = []
  let run: Block[] = []
  const flush = () => {
    if (run.length > 0) {
      const table = run.length === 1 && isFrontMatter(text, run[0]!) ? null : build(run)
      if (table) found.push(table)
    }
    run = []
  }
  for (const block of blocksOf(linesOf(text, span.start, span.end))) {
    if (block === null || !isFacts(block)) {
      flush()
      continue
    }
    if (run.length > 0 && !sameNames(run[0]!, block)) flush()
    run.push(block)
  }
  flush()
  return found
}

// Null stands for other text between blocks. A name that comes again starts the next block.
function blocksOf(lines: Line[]): (Block | null)[] {
  const blocks: (Block | null)[] = []
  let headings: Line[] = []
  let open: Block | null = null
  let names = new Set<string>()
  for (const line of lines) {
    const source = line.text.trim()
    const above = open?.facts.at(-1)
    // An indented line under a fact goes on with its value.
    if (open && above && goesOn(line, open)) {
      above.value += above.value === '' ? source : `\n${source}`
      open.last = line
      continue
    }
    const read = source.length > 0 && source.length <= 500 ? parseFact(source) : null
    if (!read) {
      open = null
      if (source !== '' && !/^(?:[-=*_]{3,}|(?:#+\s*)?(?:\p{L}+\s)?#?\d{1,4}[.:)]?)$/u.test(source)) blocks.push(null)
      else if (/\d/.test(source)) headings.push(line)
      continue
    }
    // "Here are the figures:" introduces the facts.
    if (!open && read.value === '') {
      blocks.push(null)
      headings = []
      continue
    }
    const key = read.key.toLowerCase()
    if (!open || (names.has(key) && key === open.facts[0]!.key.toLowerCase())) {
      open = { facts: [], first: line, last: line, listed: /^[-*•+]\s/.test(source), headings }
      headings = []
      names = new Set()
      blocks.push(open)
    }
    names.add(key)
    open.facts.push(read)
    open.last = line
  }
  return blocks
}

function goesOn(line: Line, open: Block): boolean {
  const indent = (text: string) => text.length - text.trimStart().length
  const source = line.text.trim()
  if (source === '' || source.length > 500 || indent(line.text) < indent(open.last.text) + 2) return false
  return open.last.end + 2 >= line.start && !/^[-*•+]\s/.test(source) && parseFact(source) === null
}

function parseFact(source: string): Fact | null {
  const match = fact.exec(source) ?? (isCode(source) ? null : otherFact.exec(source))
  if (!match) return null
  const key = match[1]!.replace(/[*_]+$/, '').trim()
  const value = /^\S*\*\*/.test(source) ? match[2]!.trim().replace(/\s*\\$/, '') : match[2]!.trim()
  if (key.split(/\s+/).length > 4 || /["{}()[\]<>;,.]$|^https?$/.test(key) || remarks.test(key)) return null
  return { key, value }
}

function isFacts(block: Block): boolean {
  const { facts } = block
  if (facts.length < 2) return false
  const names = new Set(facts.map(({ key }) => key.toLowerCase()))
  // A chat repeats its speakers; facts have one value for a name.
  if (names.size < facts.length) return false
  const filled = facts.filter(({ value }) => value !== '')
  if (filled.length < facts.length * 0.6) return false
  if (facts.filter(({ key }) => mailNames.has(key.toLowerCase())).length >= facts.length * 0.6) return false
  if (facts.some(({ value }) => /[{[(,;`]$/.test(value) || /^[{[|>`'"]/.test(value))) return false
  // "- fix: handle empty input" tells what was done; it is no fact.
  const small = facts.filter(({ key, value }) => /^\p{Ll}[\p{Ll}\d()-]*$/u.test(key) && /\s/.test(value)).length
  if (block.listed && small >= facts.length * 0.5) return false
  if (
    isNumbered(facts) ||
    isTalk(facts) ||
    facts.filter(({ value }) => typeName.test(value)).length >= facts.length * 0.6
  )
    return false
  const longest = block.listed ? 5 : 10
  const wordy = filled.filter(({ value }) => isSentence(value, longest)).length
  return wordy <= filled.length * 0.25
}

// "Chapter 1: The harbour": numbers of parts, not names of facts.
function isNumbered(facts: Fact[]): boolean {
  const shapes = new Set(facts.map(({ key }) => key.replace(/\d+|[一二三四五六七八九十]+/g, '9')))
  if (shapes.size === 1 && [...shapes][0]!.includes('9')) return true
  const first = new Set(facts.map(({ key }) => key.split(' ', 1)[0]))
  return facts.length > 2 && first.size === 1 && facts.every(({ key, value }) => key.includes(' ') && !/\d/.test(value))
}

// What ends like a sentence is said, however short; a pair of single letters is an example; a list of phrases is prose.
function isTalk(facts: Fact[]): boolean {
  const said = facts.filter(
    ({ value }) =>
      /\p{L}.*[.!?。！？]["”»]?$/u.test(value) && !/\b(?:Ltd|Inc|Co|Corp|St|Jr|Sr|No|a\.m|p\.m)\.$/i.test(value),
  )
  const loose = facts.filter(({ value }) => /^\p{Ll}[\p{L}']*(?:,\s|\s\p{L}[\p{L}']*,?\s\p{L})/u.test(value)).length
  if (said.length >= facts.length * 0.5 || loose >= facts.length * 0.6) return true
  return facts.every(({ key, value }) => key.length < 2 && value.length < 2)
}

// The facts between two lines of dashes at the head of a page are about the page.
function isFrontMatter(text: string, block: Block): boolean {
  const before = text.slice(Math.max(0, block.first.start - 6), block.first.start)
  return /(?:^|\n)---\r?\n$/.test(before) && /^\r?\n---/.test(text.slice(block.last.end, block.last.end + 6))
}

function isSentence(value: string, longest: number): boolean {
  const dense = value.match(/[\u3040-\u30ff\u3400-\u9fff]/g)?.length ?? 0
  const words = value.split(/\s+/).length + dense / 2
  return words > longest || value.includes('](') || (words >= 4 && /[.!?。！？]["”»)]?$/.test(value))
}

function sameNames(a: Block, b: Block): boolean {
  const names = new Set(a.facts.map(({ key }) => key.toLowerCase()))
  const shared = b.facts.filter(({ key }) => names.has(key.toLowerCase())).length
  return (
    shared >= 2 &&
    shared >= Math.min(a.facts.length, b.facts.length) * 0.6 &&
    a.facts[0]!.key.toLowerCase() === b.facts[0]!.key.toLowerCase()
  )
}

function build(run: Block[]): ReadTable | null {
  if (run.length === 1 && run[0]!.facts.length < 3) return null
  const header: string[] = []
  const columns = new Map<string, number>()
  const rows = run.map((block) => {
    const row: string[] = []
    for (const { key, value } of block.facts) {
      const known = columns.get(key.toLowerCase()) ?? header.push(key) - 1
      columns.set(key.toLowerCase(), known)
      row[known] = value
    }
    return Array.from(row, (value) => value ?? '')
  })
  const { first } = run[0]!
  const { last } = run.at(-1)!
  const start = first.start + first.text.length - first.text.trimStart().length
  const skipped = run
    .slice(1)
    .flatMap((block) => block.headings)
    .map(({ start: from, end }) => ({ start: from, end, reason: 'a heading between records' }))
  return {
    ...squareUp(header, rows),
    format: 'key-values',
    start,
    end: last.start + last.text.trimEnd().length,
    ...(skipped.length > 0 ? { skipped } : {}),
  }
}
