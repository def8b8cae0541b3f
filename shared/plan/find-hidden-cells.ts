// Finds cells of a sheet that hold something which nobody can see.

/**
 * What a block of cells looks like, row by row; `hidden_rows` and `hidden_columns` count from 0 within it. Colours are `#rrggbb`, an empty text
 * or null is the sheet's own.
 */
export type CellLooks = {
  values: unknown[][]
  colors: (string | null)[][]
  backgrounds: (string | null)[][]
  sizes: number[][]
  formats: string[][]
  hidden_rows: ReadonlySet<number>
  hidden_columns: ReadonlySet<number>
}

export type HiddenCell = {
  row: number
  column: number
  why: 'color' | 'size' | 'format' | 'row' | 'column'
}

/** Below this ratio of their brightness, a text and what is behind it look the same. Black on white is 21. */
const leastContrast = 1.3
const leastSize = 2

function brightness(color: string): number | null {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color)
  if (!match) return null
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((part) => {
    const share = Number.parseInt(part, 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** How far apart red, green and blue are: colours of one brightness may differ well. */
function distance(one: string, other: string): number {
  const parts = (color: string) => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
  const [a, b] = [parts(one), parts(other)]
  return Math.max(...a.map((part, at) => Math.abs(part - (b[at] ?? 0))))
}

/** Whether a text of this colour can hardly be told from what is behind it. */
export function isUnseen(color: string | null, background: string | null): boolean {
  const [text, behind] = [color || '#000000', background || '#ffffff']
  const [one, other] = [brightness(text), brightness(behind)]
  if (one === null || other === null) return false
  const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
  return contrast < leastContrast && distance(text, behind) < 48
}

/** Whether a number format shows nothing of what is in the cell, such as `;;;`; each kind of value has its own part. */
export function showsNothing(format: string, value: unknown): boolean {
  if (format.trim() === '' || !format.includes(';')) return /^(?:""|\s)+$/.test(format) && format !== ''
  const parts =
    format.match(/(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\[])*(?:;|$)/g)?.map((part) => part.replace(/;$/, '')) ?? []
  const empty = (at: number) => (parts[at] ?? '').replace(/\[[^\]]*\]|""|\s/g, '') === ''
  if (typeof value === 'string') return parts.length > 4 - 1 && empty(3)
  if (typeof value !== 'number') return false
  if (value > 0) return empty(0)
  return value < 0 ? empty(1) : empty(parts.length > 3 ? 2 : 0)
}

/** The filled cells of a block that cannot be seen, each with the first reason. */
export function findHiddenCells(looks: CellLooks): HiddenCell[] {
  const found: HiddenCell[] = []
  looks.values.forEach((cells, row) => {
    cells.forEach((value, column) => {
      if (value === null || value === undefined || value === '') return
      const why = reason(looks, value, row, column)
      if (why) found.push({ row, column, why })
    })
  })
  return found
}

function reason(looks: CellLooks, value: unknown, row: number, column: number): HiddenCell['why'] | null {
  if (looks.hidden_rows.has(row)) return 'row'
  if (looks.hidden_columns.has(column)) return 'column'
  if (isUnseen(looks.colors[row]?.[column] ?? null, looks.backgrounds[row]?.[column] ?? null)) return 'color'
  if ((looks.sizes[row]?.[column] ?? 10) <= leastSize) return 'size'
  return showsNothing(looks.formats[row]?.[column] ?? '', value) ? 'format' : null
}
