// The shape of a text with the records it states, and the notation in which such texts are written.
import type { Cell, Column, ColumnType } from '../../table.ts'

export type Place = { start: number; end: number }

/** `places[row][column]` says where the text states that cell; a cell that stands nowhere is null and has none. */
export type GroundingCase = {
  name: string
  genre: string
  language: string
  text: string
  columns: Column[]
  rows: Cell[][]
  places: Place[][][]
}

/** Types whose values are numbers. */
export const numeric = new Set<ColumnType>(['number', 'currency', 'percent'])

/** `name, qty:number, price:currency EUR`: text is what needs no saying. */
export function columnsOf(notation: string): Column[] {
  return notation.split(',').map((part) => {
    const [name = '', rest = 'text'] = part.trim().split(':')
    const [type = 'text', currency] = rest.split(' ')
    return { key: name, name, type: type as ColumnType, ...(currency ? { currency } : {}) }
  })
}

function readCell(text: string, type: ColumnType): Cell {
  if (type === 'boolean') return text === 'true'
  if (!numeric.has(type)) return text
  const value = Number(text)
  if (Number.isNaN(value)) throw new Error(`not a number: ${text}`)
  return value
}

/**
 * A case written as its text, every stated cell marked with its row and column, and with its value where that is not
 * what the text says: `⟦1a Anna⟧ took ⟦1b 1.200,50 €→1200.5⟧`. A cell that several rows share bears all their marks.
 */
export function marked(genre: string, language: string, columns: string | Column[], notation: string): GroundingCase {
  const heads = typeof columns === 'string' ? columnsOf(columns) : columns
  const rows: Cell[][] = []
  const places: Place[][][] = []
  let text = ''
  let at = 0
  for (const mark of notation.matchAll(/⟦((?:\d+[a-z])+) ([^⟧→]*)(?:→([^⟧]*))?⟧/g)) {
    text += notation.slice(at, mark.index)
    at = mark.index + mark[0].length
    const [, cells = '', said = '', meant] = mark
    const place = { start: text.length, end: text.length + said.length }
    for (const [, number, letter = ''] of cells.matchAll(/(\d+)([a-z])/g)) {
      const row = Number(number) - 1
      const column = letter.charCodeAt(0) - 97
      const head = heads[column]
      if (!head) throw new Error(`no column ${letter} in ${notation}`)
      while (rows.length <= row) {
        rows.push(heads.map(() => null))
        places.push(heads.map(() => []))
      }
      rows[row]![column] = readCell(meant ?? said, head.type)
      places[row]![column]!.push(place)
    }
    text += said
  }
  text += notation.slice(at)
  if (/[⟦⟧]/.test(text) || rows.length === 0) throw new Error(`wrong marks: ${text}`)
  return { name: `${genre} ${language}: ${text.slice(0, 40)}`, genre, language, text, columns: heads, rows, places }
}
