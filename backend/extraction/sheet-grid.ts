// A worksheet as it was read: the text of each cell, and beside it what the workbook says that the cell is.
import type { StatedType } from '../../shared/table/read-table.ts'

/** What a cell is, as a small number: a worksheet may have ten million of them. Money is `moneyKind` of its currency. */
export const kinds = { empty: 0, text: 1, number: 2, percent: 3, date: 4, time: 5, datetime: 6, boolean: 7 } as const

/** One cell's text and kind. */
export type ReadCell = { text: string; kind: number }
export const emptyCell: ReadCell = { text: '', kind: kinds.empty }

/** Rows and columns count from 0; both ends belong to it. */
export type Box = { top: number; left: number; bottom: number; right: number }

export type SheetGrid = {
  name: string
  hidden: boolean
  /** Row by row; a row may be shorter than others. */
  texts: string[][]
  kinds: number[][]
  merges: Box[]
  /** Ranges that the workbook itself calls tables. */
  tables: { name: string; box: Box }[]
  /** Rows that stay in sight at the top, which are headers then. */
  frozenRows: number
  hiddenRows: number
  hiddenColumns: number
  errors: number
  formulasWithoutValue: number
}

const firstMoney = 1000
const letterA = 65

/** The kind of money in the currency of an ISO 4217 code. */
export function moneyKind(currency: string): number {
  return [...currency].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - letterA, 0) + firstMoney
}

/** The type that a kind stands for; null for an empty cell. */
export function typeOfKind(kind: number): StatedType | null {
  if (kind >= firstMoney) {
    const number = kind - firstMoney
    const letters = [Math.floor(number / 676), Math.floor(number / 26) % 26, number % 26]
    return { type: 'currency', currency: String.fromCharCode(...letters.map((letter) => letter + letterA)) }
  }
  switch (kind) {
    case kinds.text:
      return { type: 'text' }
    case kinds.number:
      return { type: 'number' }
    case kinds.percent:
      return { type: 'percent' }
    case kinds.date:
      return { type: 'date' }
    case kinds.time:
      return { type: 'time' }
    case kinds.datetime:
      return { type: 'datetime' }
    case kinds.boolean:
      return { type: 'boolean' }
    default:
      return null
  }
}

/** A number without exponent, in the 15 digits that spreadsheets keep: 0.1 + 0.2 is 0.3. */
export function plainNumber(value: number): string {
  const text = String(Number(value.toPrecision(15)))
  if (!text.includes('e')) return text
  if (Math.abs(value) >= 1) return BigInt(Math.round(value)).toString()
  const [digits, exponent] = text.replace(/^-|\./g, '').split('e-') as [string, string]
  return `${value < 0 ? '-' : ''}0.${'0'.repeat(Number(exponent) - 1)}${digits}`
}

/** `0.15` as `15%`. */
export const percentText = (value: number): string => `${plainNumber(Number((value * 100).toPrecision(14)))}%`

/** A span of time: a time of day as long as it is less than one. */
export function elapsed(ms: number): ReadCell {
  const seconds = Math.round(ms / 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  const text = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return { text, kind: seconds < 86_400 ? kinds.time : kinds.text }
}
