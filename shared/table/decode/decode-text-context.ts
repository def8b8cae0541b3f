// Scores how plausible characters stand next to each other: letters by letters, money signs by digits, no controls.

/** A character's part in a text: what may stand beside it depends on it. */
export type Role =
  | 'lower'
  | 'upper'
  | 'letter'
  | 'mark'
  | 'digit'
  | 'money'
  | 'apostrophe'
  | 'quote'
  | 'symbol'
  | 'gap'
  | 'bad'
  | 'ink'

export type Sort = { role: Role; script: 'latin' | 'other' | 'none'; ascii: boolean }

const sorts = new Map<string, Sort>()

export function sortOf(char: string): Sort {
  let sort = sorts.get(char)
  if (!sort) {
    sort = sortAnew(char)
    sorts.set(char, sort)
  }
  return sort
}

/** The first that matches is a character's role; a character that no line matches is a symbol. */
const roles: [RegExp, Role][] = [
  [/\p{M}/v, 'mark'],
  [/[ªº]/v, 'symbol'],
  [/\p{Ll}/v, 'lower'],
  [/\p{Lu}/v, 'upper'],
  [/\p{L}/v, 'letter'],
  [/\p{Nd}/v, 'digit'],
  [/[€£¥₪฿]/v, 'money'],
  [/’/v, 'apostrophe'],
  [/[‘“”„‚«»‹›–—…]/v, 'quote'],
  [/[\s\p{ASCII}\u00ad]/v, 'gap'],
  [/[\u2500-\u25ff]/v, 'ink'],
  [/[\p{Cc}\p{Co}\ufffd]/v, 'bad'],
]

function sortAnew(char: string): Sort {
  const role = roles.find(([pattern]) => pattern.test(char))?.[1] ?? 'symbol'
  const lettered = role !== 'symbol' && /[\p{L}\p{M}]/v.test(char)
  const script = lettered ? (/\p{Script=Latin}/v.test(char) ? 'latin' : 'other') : 'none'
  return { role, script, ascii: char < '\u0080' }
}

const isLetter = (sort: Sort) => sort.role === 'lower' || sort.role === 'upper' || sort.role === 'letter'

/** The logarithm of how likely `own`, a character beyond ASCII, is between its neighbours, against one at ease there. */
export function fits(before: Sort, own: Sort, after: Sort): number {
  if (own.role === 'bad') return -14
  if (own.role === 'ink') return before.role === 'ink' || after.role === 'ink' ? -1 : -4
  if (own.role === 'mark') return (isLetter(before) || before.role === 'mark') && before.script !== 'none' ? 0 : -6
  const words = (isLetter(before) ? 1 : 0) + (isLetter(after) ? 1 : 0)
  if (own.role === 'money') return words > 0 ? -3.5 : before.role === 'digit' || after.role === 'digit' ? 1 : -0.5
  if (own.role === 'apostrophe') return words === 2 ? -0.3 : -0.8
  if (own.role === 'quote') return words === 2 ? -4.5 : -0.3
  if (own.role === 'symbol' || own.role === 'digit') return words === 2 ? -5 : words === 1 ? -1.5 : -0.3
  if (own.role === 'gap') return words === 2 ? -3.5 : -0.5
  let score = 0
  // Words keep to one script, and to capitals at their beginning or throughout.
  for (const other of [before, after]) {
    if (!isLetter(other)) continue
    if (other.script !== own.script) score -= 5
  }
  if (before.role === 'lower' && own.role === 'upper') score -= 5.5
  if (own.role === 'lower' && after.role === 'upper') score -= 4
  if (own.role === 'upper' && before.role !== 'upper' && after.role === 'upper') score -= 0.7
  if (own.role === 'upper' && words === 0) score -= 1
  if (before.role === 'digit') score -= 1.5
  if (own.script === 'latin') {
    if (words === 0) score -= 2.5
    // Few words have two letters beyond ASCII side by side.
    if (isLetter(before) && !before.ascii) score -= 1.5
  } else if (own.script === 'other' && !((isLetter(before) || before.role === 'mark') && !before.ascii)) {
    if (!((isLetter(after) || after.role === 'mark') && !after.ascii)) score -= 3
  }
  return score
}
