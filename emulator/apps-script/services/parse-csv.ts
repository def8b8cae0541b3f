// Utilities.parseCsv: delimited text as rows of texts.

/** Every row of the text; quotes may hold delimiters, line ends and doubled quotes. */
export function parseCsv(text: string, delimiter = ','): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let field = ''
  let at = 0
  const endRow = () => {
    row.push(field)
    rows.push(row)
    row = []
    field = ''
  }
  while (at < text.length) {
    const sign = text[at]!
    if (sign === '"' && field === '') {
      const end = closing(text, at + 1)
      if (end < 0) throw new Error('Could not parse text.')
      field = text.slice(at + 1, end).replaceAll('""', '"')
      at = end + 1
      continue
    }
    if (text.startsWith(delimiter, at)) {
      row.push(field)
      field = ''
      at += delimiter.length
      continue
    }
    if (sign === '\n' || sign === '\r') {
      endRow()
      at += text.startsWith('\r\n', at) ? 2 : 1
      continue
    }
    field += sign
    at += 1
  }
  if (row.length > 0 || field !== '') endRow()
  return rows
}

function closing(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] !== '"') continue
    if (text[at + 1] !== '"') return at
    at += 1
  }
  return -1
}
