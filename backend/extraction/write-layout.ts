// Lays the rows that a model writes, lists or objects, into one order of columns; nothing in a row is dropped unsaid.
import * as z from 'zod'
import { columnKeys } from '../../shared/table/build-table.ts'
import { type Column, ColumnType } from '../../shared/table/table.ts'
import { normaliseHeader } from '../../shared/template/header-name.ts'
import type { Template } from '../../shared/template/template.ts'
import { moreKey } from './strict-schema.ts'

/** `raw` has one value for each column; `extra` names values of the row that no column takes. */
export type Laid = { raw: unknown[]; uneven: boolean; extra: string[] }

/** `formulas` are what the model or the template wrote, unread, by the column's place. */
export type Layout = { columns: Column[]; formulas: Map<number, string>; lay(row: unknown): Laid }

export type Declared = { name: string; type: ColumnType | null; currency: string | null; formula: string | null }

const synonyms: Record<string, ColumnType> = {
  string: 'text',
  str: 'text',
  integer: 'number',
  int: 'number',
  float: 'number',
  decimal: 'number',
  money: 'currency',
  percentage: 'percent',
  bool: 'boolean',
  timestamp: 'datetime',
}

const DeclaredColumn = z.union([
  z.string().transform((name) => ({ name, type: undefined, currency: undefined, formula: undefined })),
  z.object({
    name: z.string(),
    type: z.preprocess(
      (value) => (typeof value === 'string' ? (synonyms[value.toLowerCase()] ?? value.toLowerCase()) : value),
      ColumnType.optional().catch('text'),
    ),
    currency: z
      .string()
      .regex(/^[A-Za-z]{3}$/)
      .nullish()
      .catch(null),
    formula: z.string().trim().max(2000).nullish().catch(null),
  }),
])

const mostColumns = 1000
const DeclaredColumns = z.array(DeclaredColumn).max(mostColumns)

/** What `columns` or `more_columns` says; null when it cannot be read. A column without a type gets null. */
export function readDeclared(value: unknown): Declared[] | null {
  const list = typeof value === 'string' ? tryParse(value) : value
  const read = DeclaredColumns.safeParse(list)
  if (!read.success) return null
  return read.data.map(({ name, type, currency, formula }, index) => ({
    name: name.trim().slice(0, 1000) || `Column ${index + 1}`,
    type: type ?? null,
    currency: currency?.toUpperCase() ?? null,
    formula: formula || null,
  }))
}

export function tryParse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A row's own object when it has its cells one level down, as `{"cells": […]}`. */
const unwrap = (row: unknown): unknown => {
  if (!isRecord(row)) return row
  const names = Object.keys(row)
  const only = names.length === 1 ? row[names[0]!] : undefined
  return Array.isArray(only) && /^(cells|values|row|data)$/i.test(names[0]!) ? only : row
}

const toColumns = (declared: Declared[], taken: Column[]): Column[] => {
  const names = declared.map(({ name }) => name)
  const keys = columnKeys([...taken.map(({ key }) => key), ...names]).slice(taken.length)
  return declared.map(({ name, type, currency }, index) => ({
    key: keys[index]!,
    name,
    type: type ?? 'text',
    ...(type === 'currency' && currency ? { currency } : {}),
  }))
}

/** Values of the first row that no column takes become columns of their own; of later rows they are told. */
const strayColumns = (row: unknown, places: Map<string, number>, list: string | null): Declared[] =>
  isRecord(row)
    ? Object.keys(row)
        .filter((key) => key !== list && placeOf(places, key) === undefined && row[key] !== null)
        .map((name) => ({ name: name.slice(0, 1000), type: null, currency: null, formula: null }))
    : []

const placeOf = (places: Map<string, number>, key: string) => places.get(key) ?? places.get(normaliseHeader(key))

/**
 * The layout under the columns of `template`, if any, then those that were declared (`columns`, or `more_columns` beside
 * a template). `first` is the first row, when there is one.
 */
export function createLayout(template: Template | null, declared: Declared[], first: unknown): Layout {
  const own = template?.layout.columns ?? []
  const base: Column[] = own.map(({ key, header, type }) => ({ key, name: header, type }))
  const list = template ? moreKey(template) : null
  const columns = [...base, ...toColumns(declared, base)]
  const places = new Map<string, number>()
  const name = (word: string, index: number) => {
    const plain = normaliseHeader(word)
    if (!places.has(word)) places.set(word, index)
    if (plain && !places.has(plain)) places.set(plain, index)
  }
  for (const [index, column] of columns.entries()) name(column.key, index)
  for (const [index, column] of columns.entries()) name(column.name, index)
  for (const [index, { aliases }] of own.entries()) for (const alias of aliases) name(alias, index)

  const stray = strayColumns(unwrap(first), places, list).slice(0, mostColumns - columns.length)
  columns.push(...toColumns(stray, columns))
  for (const [index, column] of stray.entries()) name(column.name, columns.length - stray.length + index)

  const formulas = new Map<number, string>()
  for (const [index, { formula }] of [...own, ...declared].entries()) if (formula) formulas.set(index, formula)

  const layObject = (row: Record<string, unknown>): Laid => {
    const raw: unknown[] = columns.map(() => null)
    const extra: string[] = []
    for (const [key, value] of Object.entries(row)) {
      if (key === list && Array.isArray(value)) {
        value.forEach((each, index) => {
          if (base.length + index < columns.length) raw[base.length + index] ??= each
          else if (each !== null) extra.push(`${key} ${index + 1}`)
        })
        continue
      }
      const at = placeOf(places, key)
      if (at === undefined || (raw[at] !== null && value !== null)) {
        if (value !== null && value !== '' && raw[at ?? -1] !== value) extra.push(key)
      } else raw[at] ??= value
    }
    return { raw, uneven: false, extra }
  }

  const layList = (row: unknown[]): Laid => {
    // Beside a template the values of `more_columns` may come as a list at the end of the list.
    const last = row.at(-1)
    const flat =
      template && row.length === base.length + 1 && Array.isArray(last) ? [...row.slice(0, -1), ...last] : row
    const over = flat.slice(columns.length).filter((value) => value !== null && value !== '')
    const raw = columns.map((_, index) => flat[index] ?? null)
    return { raw, uneven: flat.length !== columns.length, extra: over.map((value) => String(value)) }
  }

  const lay = (row: unknown): Laid => {
    const inner = unwrap(row)
    if (Array.isArray(inner)) return layList(inner)
    return isRecord(inner) ? layObject(inner) : layList([inner])
  }
  return { columns, formulas, lay }
}
