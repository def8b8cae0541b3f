// Tells the ruling lines of drawn tables from their rows, and tables from diagrams.
import type { Line } from '../surroundings/read-lines.ts'

export type BoxLine = Line & {
  kind: 'rule' | 'row'
  /** Where the drawing begins on the line. */
  from: number
  /** The drawing itself, without indent and trailing blanks. */
  body: string
  /** Which border of a Unicode frame a ruling line is. */
  edge: 'top' | 'bottom' | null
  /** Whether the line is framed on both sides. */
  framed: boolean
  /** Words that stand inside a border. */
  label?: string
}

export const bars = '|│┃║┆┇┊┋╎╏'
const joints = `+${inRange(0x250c, 0x254b)}${inRange(0x2552, 0x2570)}`
const dashes = '=~─━═┄┅┈┉╌╍-'

// The corners and crossings of all weights.
function inRange(from: number, to: number): string {
  return String.fromCharCode(...Array.from({ length: to - from + 1 }, (_, at) => from + at))
}

const asciiRule = /^[+|][-=~+:| ]*[+|]$/
const openRule = /^:?[-=~]{1,}:?(?:\+[-=~]+)+$/
const drawnRule = new RegExp(`^[${joints}${bars} ${dashes}]+$`, 'u')
const labelled = new RegExp(
  `^([┌╭╔┏])[┬╦┳${dashes}]+\\s*([^${joints}${bars}${dashes}]{1,80}?)\\s*[┬╦┳${dashes}]+[┐╮╗┓]$`,
  'u',
)
const hasBar = new RegExp(`[${bars}]`, 'u')

/** The number of columns a ruling line parts. */
export function columnsOf(rule: BoxLine): number {
  return boundsOf(rule).length - 1
}

/** The places of a ruling line's joints, outer edges included; places count on the whole line. */
export function boundsOf(rule: BoxLine): number[] {
  const places: number[] = []
  for (let at = 0; at < rule.body.length; at++) {
    if (joints.includes(rule.body[at]!) || bars.includes(rule.body[at]!)) places.push(rule.from + at)
  }
  return rule.framed ? places : [-1, ...places, Number.POSITIVE_INFINITY]
}

/** What a line is in a drawn table, or null when it is no part of one. */
export function classify(line: Line): BoxLine | null {
  const lead = /^[ \t>]*/.exec(line.text)![0].length
  const body = line.text.slice(lead).trimEnd()
  if (body === '') return null
  const base = { ...line, from: lead, body, edge: null }
  const first = body[0]!
  const last = body.at(-1)!
  const ends = (char: string) => joints.includes(char) || bars.includes(char)
  if (isRule(body)) {
    const edge = /^[┌╭╔┏╒╓]/.test(body) ? 'top' : /^[└╰╚┗╘╙]/.test(body) ? 'bottom' : null
    return { ...base, kind: 'rule', edge, framed: ends(first) && ends(last) }
  }
  const label = labelled.exec(body)?.[2]
  if (label) return { ...base, kind: 'rule', edge: 'top', framed: true, label }
  if (/^\+[-=+ ]{2,}\+$/.test(body)) return { ...base, kind: 'row', framed: true }
  if (!hasBar.test(body)) return null
  return { ...base, kind: 'row', framed: bars.includes(first) && bars.includes(last) }
}

function isRule(body: string): boolean {
  if (body.length > 20_000) return false
  if (openRule.test(body)) return true
  // Blanks inside a border mark cells that reach over several rows, and then a bar opens or closes the line; without
  // blanks an opening bar is Org mode's.
  if (asciiRule.test(body)) {
    if (!body.includes('+') || !/[-=~]{2}|\+[-=~]\+/.test(body)) return false
    return body.includes(' ') ? body[0] === '|' || body.endsWith('|') : body[0] === '+'
  }
  if (!/[─━═┄┅┈┉╌╍]{2}/.test(body) || !drawnRule.test(body)) return false
  return !/[┐╮╗┓┘╯╝┛] +\S/.test(body)
}

/** Whether drawn lines are boxes with arrows between them, or a tree, rather than a table. */
export function isDiagram(run: BoxLine[]): boolean {
  const odd = run.filter(
    (line) =>
      line.kind === 'row' &&
      /[│┃║|][─━═-]{1,}[>►▶→]?|[─━═]{2}|[<◄◀←]-{1,}|-{2,}>/.test(line.body) &&
      !/[│┃║|] *-+ *[│┃║|]/.test(line.body),
  )
  return odd.length > 0 && odd.length >= run.length * 0.1
}
