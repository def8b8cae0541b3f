// Finds the title line that stands directly above a table.

const greeting =
  /^(?:hi|hello|hey|dear|good|thanks|thank|please|hallo|liebe|lieber|guten|sehr|moin|danke|bonjour|salut|cher|chère|hola|buenos|querid[oa]|ciao|olá|bom|caro|cara|привет|здравствуйте|cześć|dzień|merhaba|hej|hei)(?:$|[^\p{L}])/iu

/** Whether a line opens a letter: `Hi Ada,`. */
export function isGreeting(line: string): boolean {
  return greeting.test(line.trim()) && line.length < 60
}

/** The title above `start`, not looking past `floor`, or undefined when the line above is prose or there is none. */
export function titleAbove(text: string, floor: number, start: number): string | undefined {
  const above = lineBefore(text, floor, start)
  if (!above) return undefined
  const direct = cleanTitle(above.text)
  if (above.text.trim() !== '') return direct
  // Over a blank line only a heading, or the short line that opens the whole text, is surely the table's.
  const heading = lineBefore(text, floor, above.start)?.text ?? ''
  if (/^\s*#{1,6}\s|^\s*\*\*[^*]+\*\*:?\s*$/.test(heading)) return cleanTitle(heading)
  const opening = above.start - heading.length <= floor + 2
  return opening && /^\p{Lu}[^,]*$/u.test(heading) && !greeting.test(heading) && heading.split(' ').length <= 6
    ? cleanTitle(heading)
    : undefined
}

/** A line without heading marks, emphasis and colon, if it is short enough and no sentence. */
export function cleanTitle(line: string): string | undefined {
  if (line.length > 200) return undefined
  const marked = line.trim().replace(/^#{1,6}\s+|\s+#+$/g, '')
  if (/^(?:`{3}|~{3}|[-=*_]{3,}$)/.test(marked)) return undefined
  const title = marked.replace(/^(\*\*|__)(.*)\1(:?)$/, '$2$3').replace(/\s*[:：]$/, '')
  const words = title.split(/\s+/).length
  if (title === '' || title.length > 80 || words > 10 || /[.!?;,。]$/.test(title)) return undefined
  if (words > 3 && /^\p{Ll}/u.test(title)) return undefined
  // "Here are the orders you asked for:" introduces; it does not name.
  return title !== marked && words > 5 && !/^\s*(?:#|\*\*)/.test(line) ? undefined : title
}

function lineBefore(text: string, floor: number, start: number): { text: string; start: number } | null {
  let end = start
  if (end > floor && text[end - 1] === '\n') end--
  if (end > floor && text[end - 1] === '\r') end--
  if (end === start || end <= floor) return null
  // A title is short: a longer line is not searched to its beginning.
  const limit = Math.max(floor, end - 300)
  let from = end
  while (from > limit && text[from - 1] !== '\n' && text[from - 1] !== '\r') from--
  return { text: text.slice(from, end), start: from }
}
