// Finds the columns of lined-up text by the places that stay blank in every line.

type Piece = { text: string; from: number; to: number }

/** The cells of each line, or null when the gaps do not line up as columns do. */
export function alignedRows(lines: string[]): string[][] | null {
  const pieces = lines.map(cutAtGaps)
  if (
    pieces.some((line) => line.length > 200) ||
    pieces.flat().filter((piece) => /[,;]$/.test(piece.text)).length > pieces.length
  )
    return null
  const columns = gutters(pieces)
  if (columns.length < 2) return null
  const rows = pieces.map((line) => place(line, columns))
  return isAligned(pieces, columns, rows) ? rows : null
}

function cutAtGaps(line: string): Piece[] {
  const pieces: Piece[] = []
  let places = 0
  let seen = 0
  for (const match of line.matchAll(/\S+(?: \S+)*/g)) {
    const from = places + columnsIn(line.slice(seen, match.index))
    places = from + columnsIn(match[0])
    seen = match.index + match[0].length
    pieces.push({ text: match[0], from, to: places })
  }
  return pieces
}

// East Asian characters take two places on the screen.
function columnsIn(text: string): number {
  let places = 0
  for (const char of text)
    places += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(char)
      ? 2
      : 1
  return places
}

// Stretches that some line fills, parted by places that all lines leave blank.
function gutters(pieces: Piece[][]): { from: number; to: number }[] {
  const spans = pieces.flat().sort((a, b) => a.from - b.from)
  const columns: { from: number; to: number }[] = []
  for (const { from, to } of spans) {
    const open = columns.at(-1)
    if (open && from < open.to + 1) open.to = Math.max(open.to, to)
    else columns.push({ from, to })
  }
  return columns
}

function place(line: Piece[], columns: { from: number; to: number }[]): string[] {
  const row = columns.map(() => '')
  let at = 0
  for (const piece of line) {
    while (columns[at]!.to < piece.to) at++
    row[at] = row[at] === '' ? piece.text : `${row[at]}  ${piece.text}`
  }
  return row
}

// Real columns start or end at one place in most lines, and most of their cells are filled.
function isAligned(pieces: Piece[][], columns: { from: number; to: number }[], rows: string[][]): boolean {
  const even = rows.filter((row) => row.filter((cell) => cell !== '').length >= Math.ceil(columns.length * 0.5)).length
  if (even < rows.length * 0.8 || rows.flat().some((cell) => cell.includes('  '))) return false
  const words = rows
    .flat()
    .filter((cell) => cell !== '')
    .map((cell) => cell.split(' ').length)
  if (words.reduce((sum, count) => sum + count, 0) / words.length > 6) return false
  let aligned = 0
  for (const column of columns) {
    const inside = pieces.flatMap((line) => line.filter((piece) => piece.from >= column.from && piece.to <= column.to))
    if (inside.length < rows.length * 0.3) continue
    const left = inside.filter((piece) => piece.from === column.from).length
    const right = inside.filter((piece) => piece.to === column.to).length
    if (Math.max(left, right) >= inside.length * 0.7) aligned++
  }
  return aligned >= Math.max(2, columns.length * 0.7)
}
