// How many records a text announces: by a count before a list, or by the marks of the list itself; null when unsure.
import { asianLead, counters, leadIn, noRecords, numberWords, weakLeadIn } from './announced-words.ts'

/** `noun` is what is counted, in lower case, when the text says it. */
export type Announcement = { rows: number; noun: string | null }

const most = 100_000

const words = [...numberWords.keys()].filter((word) => /^\p{L}+$/u.test(word) && word.length > 1)
const number = `\\d{1,3}(?:[,.’'\\u00a0]\\d{3})+|\\d{1,6}|${words.join('|')}`
const asianNumber = '[0-9０-９]{1,6}|[一二三四五六七八九十]{1,3}'

const countOf = (written: string): number => {
  const known = numberWords.get(written.toLowerCase())
  if (known !== undefined) return known
  const digits = written.normalize('NFKC').replace(/[,.’' \u00a0]/g, '')
  if (/^\d+$/.test(digits)) return Number(digits)
  const tens = /^([二三四五六七八九]?)十([一二三四五六七八九]?)$/.exec(written)
  if (!tens) return Number.NaN
  return (tens[1] ? numberWords.get(tens[1])! : 1) * 10 + (tens[2] ? (numberWords.get(tens[2]) ?? 1) : 0)
}

const word = "\\p{L}[\\p{L}\\p{M}’'-]*"
const gap = '[ \\t\\u00a0]+'
/** "the following 7 people", "these twelve orders": the words before the count say that they are here. */
const led = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${leadIn})${gap}(${number})${gap}((?:${word}${gap}){0,2}?)(${word})`,
  'giu',
)
/** A short word may be one of another language: at the start of a sentence only longer ones are numbers. */
const longNumber = number
  .split('|')
  .filter((each) => !/^\p{L}{1,3}$/u.test(each))
  .join('|')
/** "12 new orders:", "We have three lamps below:": the sentence begins with the count and ends in a colon. */
const closed = new RegExp(
  `(?:^|[.!?\\n][ \\t]*)(?:(?:${weakLeadIn})${gap})?(${longNumber})${gap}((?:${word}${gap}){0,3}?)(${word})(?:${gap}[^.!?:：\\n]{0,60})?[:：]`,
  'giu',
)
/** "以下の5件", "共 12 名", "다음 7건". */
const asian = new RegExp(`(?:${asianLead})[のは有계로]{0,2}\\s?(${asianNumber})\\s?(${counters})`, 'gu')

/** A dated or numbered thing: "these 2024 figures" counts no figures. */
const isYear = (written: string, value: number) => /^\d{4}$/.test(written) && value >= 1900 && value <= 2100

function fromSentences(text: string): Announcement[] {
  const found: Announcement[] = []
  const add = (written: string, between: string, noun: string) => {
    const rows = countOf(written)
    const counted = noun.toLowerCase()
    if (!(rows >= 1 && rows <= most) || isYear(written, rows)) return
    if (noRecords.test(counted) || between.split(/\s+/).some((word) => noRecords.test(word))) return
    found.push({ rows, noun: counted })
  }
  for (const [, written = '', between = '', noun = ''] of text.matchAll(led)) add(written, between, noun)
  for (const [, written = '', between = '', noun = ''] of text.matchAll(closed)) add(written, between, noun)
  for (const [, written = ''] of text.matchAll(asian)) {
    const rows = countOf(written)
    if (rows >= 1 && rows <= most) found.push({ rows, noun: null })
  }
  return found
}

const numbered = /^[ \t>]*(?:\(?(\d{1,5})[.)．、]|#(\d{1,5})[:.)]?|[^\S\n]*第?(\d{1,5})[件、号])\s+\S/u
const bulleted = /^([ \t]*)(?:[-*•‣◦▪–—]|☐|☑|✓|・|●|○)\s+\S/u
/** The first word of a line that labels a block of facts, as in "Order 12", "Name: …". */
const labelled = /^[ \t]*([\p{L}][\p{L}\p{M} ./_-]{0,30}?)\s*[:：]\s*\S/u

/** A list numbered 1…n, without a gap, that is the only one of its kind. */
function fromNumbers(lines: string[]): number | null {
  const runs: number[] = []
  for (const line of lines) {
    const match = numbered.exec(line)
    if (!match) continue
    const value = Number(match[1] ?? match[2] ?? match[3])
    if (value === 1) runs.push(1)
    else if (runs.length > 0 && value === runs.at(-1)! + 1) runs[runs.length - 1] = value
    else return null
  }
  return runs.length === 1 && runs[0]! >= 2 ? runs[0]! : null
}

/** Bullets of one depth, in one block; a list with a list inside says nothing of which is meant. */
function fromBullets(lines: string[]): number | null {
  let count = 0
  let depth: string | null = null
  let closedAt = false
  for (const line of lines) {
    const match = bulleted.exec(line)
    if (match) {
      if (closedAt || (depth !== null && match[1] !== depth)) return null
      depth = match[1]!
      count += 1
    } else if (count > 0 && line.trim() !== '' && !/^\s/.test(line)) closedAt = true
  }
  return count >= 2 ? count : null
}

/** Blocks that begin with the same label, each with at least two labels: as many as there are. */
function fromBlocks(lines: string[]): number | null {
  const counts = new Map<string, number>()
  let first: string | null = null
  for (const line of lines) {
    const label = labelled.exec(line)?.[1]?.toLowerCase()
    if (!label) continue
    first ??= label
    counts.set(label, (counts.get(label) ?? 0) + 1)
  }
  const blocks = first === null ? 0 : (counts.get(first) ?? 0)
  const others = [...counts].filter(([label]) => label !== first)
  const agreeing = others.filter(([, count]) => count === blocks).length
  return blocks >= 2 && agreeing >= 1 && others.every(([, count]) => count <= blocks) ? blocks : null
}

/** Longer texts announce nothing that a count of theirs would be known by. */
const longestText = 400_000

/** Everything in the text that says how many records there are. */
export function findAnnouncements(text: string): Announcement[] {
  if (text.length > longestText) return []
  const said = fromSentences(text)
  if (said.length > 0) return said
  const lines = text.split(/\r?\n/)
  const marked = fromNumbers(lines) ?? fromBlocks(lines) ?? fromBullets(lines)
  return marked === null ? [] : [{ rows: marked, noun: null }]
}

/** How many records the text announces, or null when it does not say, or says several things. */
export function announcedRows(text: string): number | null {
  const counts = new Set(findAnnouncements(text).map(({ rows }) => rows))
  return counts.size === 1 ? [...counts][0]! : null
}

const stem = (word: string) => word.toLowerCase().slice(0, Math.max(3, Math.min(5, word.length - 1)))

/**
 * Matches tables of one reply with what the text announces: by the noun in the table's title, else the only count there
 * is, for the first table alone.
 */
export function createAnnouncements(text: () => string): (title: string) => number | null {
  let found: Announcement[] | null = null
  let asked = 0
  return (title) => {
    found ??= findAnnouncements(text())
    asked += 1
    const named = found.filter(
      ({ noun }) =>
        noun !== null &&
        title
          .toLowerCase()
          .split(/[^\p{L}]+/u)
          .some((word) => word.startsWith(stem(noun))),
    )
    const rows = new Set((named.length > 0 ? named : asked === 1 ? found : []).map((each) => each.rows))
    return rows.size === 1 ? [...rows][0]! : null
  }
}
