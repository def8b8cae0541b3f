// Readable names for the named ranges of written tables, as Sheets allows them.

const longest = 100

/** What Sheets takes for a cell or for a truth value. */
const taken = /^(?:[A-Za-z]{1,3}\d+|[Rr]\d*[Cc]\d*|[Rr]\d*|[Cc]\d*|true|false)$/i

function cleanName(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, longest)
    .replace(/_+$/, '')
  if (plain === '') return 'Table'
  return /^\d/.test(plain) || taken.test(plain) ? `Table_${plain}` : plain
}

/** A name made from the title that no named range of the spreadsheet has; letters, digits and underscores. */
export function uniqueRangeName(title: string, names: string[]): string {
  const name = cleanName(title)
  const used = new Set(names.map((each) => each.toLowerCase()))
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name}_${number}`
    if (!used.has(candidate.toLowerCase())) return candidate
  }
}
