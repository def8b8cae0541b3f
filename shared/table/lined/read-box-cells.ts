// Cuts the lines of a drawn table into cells by its bars and by the places of its joints.
import { type BoxLine, bars } from './read-box-lines.ts'

export type BoxCells = {
  cells: string[]
  source: string
  /** The cells with their blanks. */
  raw: string[]
  /** Whether one cell fills the whole width. */
  spread: boolean
}

/** The cells of a line between the places `bounds`; a cell over several columns is repeated in each. */
export function cellsAt(line: BoxLine, bounds: number[]): BoxCells {
  const columns = bounds.length - 1
  const inner = line.framed ? line.body.slice(1, -1) : line.body
  const raw = splitAtBars(inner)
  const source = line.body
  // A rule under some of the columns only: its joints part it like bars.
  if (line.body.startsWith('+') && line.framed) {
    const parts = atPlaces(line, bounds) ?? raw
    return { cells: parts.map((cell) => cell.trim()), raw: parts, source, spread: false }
  }
  if (raw.length === columns) return { cells: raw.map((cell) => cell.trim()), raw, source, spread: false }
  if (raw.length === 1 && line.framed) {
    const text = raw[0]!.trim()
    return { cells: bounds.slice(1).map(() => text), raw, source, spread: true }
  }
  const placed = atPlaces(line, bounds)
  if (placed) return { cells: placed.map((cell) => cell.trim()), raw: placed, source, spread: false }
  return { cells: raw.map((cell) => cell.trim()), raw, source, spread: false }
}

function splitAtBars(inner: string): string[] {
  const cells: string[] = []
  let from = 0
  for (let at = 0; at < inner.length; at++) {
    if (!bars.includes(inner[at]!)) continue
    cells.push(inner.slice(from, at))
    from = at + 1
  }
  cells.push(inner.slice(from))
  return cells
}

// Bars between the joints are text; joints without a bar are spanned.
function atPlaces(line: BoxLine, bounds: number[]): string[] | null {
  const text = line.text
  const isBar = (at: number) => at < 0 || at >= text.length || bars.includes(text[at]!) || text[at] === '+'
  if (!isBar(bounds[0]!) || !isBar(Math.min(bounds.at(-1)!, text.length))) return null
  const cells: string[] = []
  let from = 0
  for (let at = 1; at < bounds.length; at++) {
    if (!isBar(bounds[at]!)) continue
    const cell = text.slice(bounds[from]! + 1, Math.min(bounds[at]!, text.length))
    for (let column = from; column < at; column++) cells.push(cell)
    from = at
  }
  return cells.length === bounds.length - 1 ? cells : null
}

/**
 * Several lines of one row as one. Where the next line's first word would still have fitted, the break was meant
 * and stays (`breaks`); else the line was only wrapped.
 */
export function joinLines(lines: BoxCells[], breaks: boolean): string[] {
  const width = Math.max(...lines.map((line) => line.cells.length))
  return Array.from({ length: width }, (_, column) => {
    let text = ''
    let room = 0
    for (const line of lines) {
      const part = line.cells[column] ?? ''
      if (part === '') continue
      const meant = breaks && text !== '' && room > part.split(' ', 1)[0]!.length
      text += text === '' ? part : `${meant ? '\n' : ' '}${part}`
      room = (line.raw[column]?.length ?? 0) - part.length - 2
    }
    return text
  })
}
