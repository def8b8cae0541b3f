// Kinds of column types, and values as the sheet holds them.
import { fractionOfTime, serialOfDate, serialOfDateTime } from '../../table/compute/serial.ts'
import type { Cell, Column, ColumnType } from '../../table/table.ts'
import type { TemplateColumn } from '../template.ts'

export const isText = (type: ColumnType): boolean => type === 'text' || type === 'email' || type === 'url'
export const isNumber = (type: ColumnType): boolean => type === 'number' || type === 'currency' || type === 'percent'
export const isDay = (type: ColumnType): boolean => type === 'date' || type === 'datetime'

/** What a cell of a type holds, for sentences. */
export const holds: Record<ColumnType, string> = {
  text: 'text',
  number: 'numbers',
  currency: 'amounts of money',
  percent: 'percentages',
  date: 'days',
  time: 'times',
  datetime: 'days with times',
  boolean: 'yes or no',
  email: 'e-mail addresses',
  url: 'web addresses',
}

/** The template's columns as those of a table, for what reads expressions. */
export const asColumns = (columns: readonly TemplateColumn[]): Column[] =>
  columns.map(({ key, header, type, formula }) => ({
    key,
    name: header,
    type,
    ...(formula === undefined ? {} : { formula }),
  }))

/** A value as a cell of the type holds it, or undefined when it is none of the type. */
export function valueOfType(value: Cell, type: ColumnType): Cell | undefined {
  if (isText(type)) return String(value)
  if (isNumber(type)) return typeof value === 'number' ? value : undefined
  if (type === 'boolean') return typeof value === 'boolean' ? value : undefined
  if (typeof value !== 'string') return undefined
  const serial =
    type === 'date' ? serialOfDate(value) : type === 'time' ? fractionOfTime(value) : serialOfDateTime(value)
  return serial ?? undefined
}
