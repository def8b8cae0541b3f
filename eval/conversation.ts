// The shape of a conversation of the evaluation: what is said, which tables are expected, and an answer written by hand.
import type { Cell, Column, ColumnType } from '../shared/table/table.ts'
import type { Answer } from './answer.ts'

/** A table that a turn has to give. `key` names the columns by which its rows are found again. */
export type ExpectedTable = {
  columns: Column[]
  key: number[]
  /** A cell lists all values that are right: people abbreviate, and so may a table. */
  rows: Cell[][][]
  /** Whether the rows have to come in this order. */
  ordered: boolean
}

export type Turn = {
  says: string
  files?: { name: string; text: string }[]
  range?: { a1: string; columns: Column[]; rows: Cell[][] }
  template?: string
  locale?: string
  /** None: nothing in the turn makes a table. */
  tables: ExpectedTable[]
  /** What a model might say, written by hand; wrong on purpose where `mistakes` of the conversation says so. */
  answer: Answer
}

/** `mistakes` says in words what is wrong in the recorded answers. */
export type Conversation = { genre: string; language: string; mistakes?: string; turns: Turn[] }

const numeric = new Set<ColumnType>(['number', 'currency', 'percent'])

/** `Item*¦Qty:number¦Price:currency EUR`: text is what needs no saying, a star marks the key. */
export function readHeader(line: string): { columns: Column[]; key: number[] } {
  const parts = line.split('¦').map((part) => part.trim())
  const columns = parts.map((part, index): Column => {
    const [name = '', rest = 'text'] = part.replace('*', '').split(':')
    const [type = 'text', currency] = rest.split(' ')
    return { key: `c${index + 1}`, name, type: type as ColumnType, ...(currency ? { currency } : {}) }
  })
  const stars = parts.flatMap((part, index) => (part.includes('*') ? [index] : []))
  return { columns, key: stars.length > 0 ? stars : [0] }
}

function readCell(text: string, type: ColumnType, first: boolean): Cell {
  if (text === '') return null
  if (type === 'boolean') return text === 'true'
  if (!numeric.has(type)) return text
  const value = Number(text)
  // What a person would have left as words is right in a column of numbers too.
  if (Number.isNaN(value) && !first) return text
  if (Number.isNaN(value)) throw new Error(`${text} is no number`)
  return value
}

/** A header and one line for each row; cells stand between bars, other right values after a tilde. */
export function expected(notation: string, ordered = false): ExpectedTable {
  const [head = '', ...lines] = notation.trim().split('\n')
  const { columns, key } = readHeader(head)
  const rows = lines.map((line) => {
    const cells = line.split('¦')
    if (cells.length !== columns.length) throw new Error(`${cells.length} cells in ${line}`)
    return cells.map((cell, index) =>
      cell.split('~').map((text, at) => readCell(text.trim(), columns[index]!.type, at === 0)),
    )
  })
  return { columns, key, rows, ordered }
}

/** The columns and rows of a selected range, in the same notation. */
export function selected(a1: string, notation: string): NonNullable<Turn['range']> {
  const { columns, rows } = expected(notation)
  return { a1, columns, rows: rows.map((cells) => cells.map(([cell]) => cell ?? null)) }
}
