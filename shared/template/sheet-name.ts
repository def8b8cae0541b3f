// Names for new sheets: readable, allowed everywhere, and not taken.

const longest = 100

/** The first characters of a name; half of a pair of surrogates does not stay. */
function cutTo(name: string, length: number): string {
  return name
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, '')
    .trim()
}

/** Without what spreadsheet programs refuse in a sheet's name; `Table` when nothing is left. */
function cleanName(wanted: string): string {
  const name = wanted
    .replace(/[\p{Cc}[\]*?:/\\]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s']+|[\s']+$/g, '')
  return /[^\p{C}\p{Z}]/u.test(name) ? cutTo(name, longest) : 'Table'
}

/** The wanted name, or the first of `Orders 2`, `Orders 3`, … that no sheet has. Names differ by more than case. */
export function uniqueSheetName(wanted: string, taken: string[]): string {
  const name = cleanName(wanted)
  const used = new Set(taken.map((each) => each.toLowerCase()))
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? '' : ` ${number}`
    const candidate = `${cutTo(name, longest - suffix.length)}${suffix}`
    if (!used.has(candidate.toLowerCase())) return candidate
  }
}
