// Turns the raw values of a written row into typed cells, and keeps count of what could not be read.
import { parseCell, parseColumnCell } from '../../shared/table/infer.ts'
import type { Cell, Column } from '../../shared/table/table.ts'
import { measuredNumber, saidNumber, saidTime } from './write-said.ts'

/** `cells` are typed; `texts` is what the model wrote of each, as text, for finding it in the sources. */
export type TypedRow = { cells: Cell[]; texts: (string | null)[] }

export type CellReader = {
  read(raw: unknown[]): TypedRow
  /** Cells that stayed text in a column of another type. */
  unread(): number
  notes(): string[]
}

const isDate = (column: Column) => column.type === 'date' || column.type === 'datetime'

/** Lists of plain values are joined; anything deeper stays JSON text rather than being lost. */
function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value
  if (Array.isArray(value) && value.every((each) => typeof each !== 'object' || each === null))
    return value.filter((each) => each !== null).join(', ')
  return JSON.stringify(value)
}

/** Whether the currency of a column without one is told by its first amount; amounts in others then stay as written. */
const needsCurrency = (column: Column) => column.type === 'currency' && !column.currency

/** `columns` may get the currency that the first row states. */
export function createCellReader(columns: Column[], locale: string | undefined): CellReader {
  const openDates = new Set<Column>()
  const currencies = new Map<Column, string>()
  /** What the numbers of a column are measured in, by the first of them; empty when that one does not say. */
  const units = new Map<Column, string>()
  let unread = 0

  const otherCurrency = (text: string, column: Column): boolean => {
    const currency = parseCell(text, { type: 'currency', locale })?.currency
    if (!currency) return false
    const seen = currencies.get(column)
    if (!seen) currencies.set(column, currency)
    return seen !== undefined && seen !== currency
  }

  /** What stays text under the column's type may be a number or an hour that is said, or a number with its measure. */
  const readSaid = (text: string, column: Column): number | string | null => {
    if (column.type === 'time') return saidTime(text)
    if (column.type !== 'number' && column.type !== 'currency') return null
    const said = saidNumber(text)
    if (said !== null || column.type === 'currency') return said
    const measured = measuredNumber(text)
    const known = units.get(column)
    if (!measured || (known !== undefined && known !== measured.unit)) return null
    const { value } = parseColumnCell(measured.number, column, { locale })
    if (typeof value !== 'number') return null
    units.set(column, measured.unit)
    return value
  }

  const readCell = (value: unknown, text: string | null, column: Column): Cell => {
    if (text === null) return null
    // A number of JSON needs no reading, and must not get another one by a locale.
    if (typeof value === 'number' && (column.type === 'number' || column.type === 'currency')) return value
    if (typeof value === 'boolean' && column.type === 'boolean') return value
    const { value: cell, ok } = parseColumnCell(text, column, { locale })
    const said = ok ? null : readSaid(text, column)
    if (said !== null) return said
    if (!ok || (cell !== null && needsCurrency(column) && otherCurrency(text, column))) {
      unread += 1
      return ok ? text : cell
    }
    if (
      isDate(column) &&
      !openDates.has(column) &&
      !/^\s*\d{4}\D/.test(text) &&
      parseCell(text, { type: column.type, locale })?.ambiguous
    )
      openDates.add(column)
    return cell
  }

  return {
    read(raw) {
      const cells: Cell[] = []
      const texts: (string | null)[] = []
      for (let at = 0; at < columns.length; at += 1) {
        const text = textOf(raw[at])
        texts.push(text)
        const cell = readCell(raw[at], text, columns[at]!)
        cells.push(cell)
        if (typeof cell === 'number' && !units.has(columns[at]!)) units.set(columns[at]!, '')
      }
      return { cells, texts }
    },
    unread: () => unread,
    notes() {
      const found: string[] = []
      for (const column of openDates) {
        found.push(`A date in “${column.name}” does not say whether day or month comes first; check it.`)
      }
      for (const [{ name }, unit] of units) if (unit !== '') found.push(`The numbers of “${name}” are in ${unit}.`)
      if (unread > 0)
        found.push(`${unread} ${unread === 1 ? 'cell was' : 'cells were'} kept as text because of its writing.`)
      return found
    },
  }
}

/** The currency that a text states, to be the column's when the first row brings it. */
export const currencyIn = (text: string, locale: string | undefined): string | undefined =>
  parseCell(text, { type: 'currency', locale })?.currency
