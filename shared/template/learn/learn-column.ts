// One column of a template from a column of the sheet.
import type { ColumnType } from '../../table/table.ts'
import { columnWidth } from '../column-width.ts'
import { numberFormat } from '../number-format.ts'
import type { TemplateColumn } from '../template.ts'
import type { LearnedType } from './learn-type.ts'
import { type FormulaPlace, readFormula } from './read-formula.ts'
import { mostOf, type SourceCell, type SourceColumn } from './read-source.ts'

export type ColumnSource = {
  column: SourceColumn
  learned: LearnedType
  place: Omit<FormulaPlace, 'row'>
  /** The sheet's number of the first row under the header. */
  body: number
  /** In pixels, where somebody has set it. */
  width: number | undefined
}

/** Enough rows to say that a column is never empty, or never the same twice, on purpose. */
const tellingRows = 5
/** Reading more formulas than this of a column tells nothing new. */
const formulasRead = 300

const alignments: Partial<Record<ColumnType, TemplateColumn['align']>> = {
  text: 'left',
  email: 'left',
  url: 'left',
  boolean: 'center',
}

/** Names of what tells rows apart. */
const keyName =
  /(^|[^\p{L}])(id|ids|no|nr|nº|n°|key|sku|ean|gtin|isbn|uuid|ref|code|código|codice|kod)($|[^\p{L}])|(number|nummer|numéro|número|numero|référence)($|[^\p{L}])|番号|编号|번호|[a-z]ID$|^#$/iu

/** The formula that repeats down the column, and a sentence about one that a template cannot repeat. */
function learnFormula({ column, place, body }: ColumnSource): { formula?: string; note?: string } {
  const filled = column.body.flatMap((cell, row) =>
    cell.value === null && cell.formula === '' ? [] : [{ ...cell, row }],
  )
  const computed = filled.filter(({ formula }) => formula !== '').slice(0, formulasRead)
  if (computed.length === 0) return {}
  const read = computed.map(({ formula, row }) => readFormula(formula, { ...place, row: body + row }))
  const found = mostOf(read, 0.9)
  const most = filled.filter(({ formula }) => formula !== '').length >= filled.length / 2
  if (found != null && most) return { formula: found }
  const [first] = computed
  const what = `${first?.formula.slice(0, 80)}${(first?.formula.length ?? 0) > 80 ? '…' : ''}`
  if (found != null)
    return { note: `“${column.header}” has formulas in some rows only, so the template does not compute it.` }
  return {
    note: `“${column.header}” has formulas that a template cannot repeat, such as ${what}. Its values are taken from the table.`,
  }
}

const isGeneral = (format: string) => format === '' || /^general$/i.test(format)

function learnFormat(cells: SourceCell[], { column, learned, place }: ColumnSource): string | undefined {
  const { type } = learned
  if (type === 'text' || type === 'email' || type === 'url' || type === 'boolean') return undefined
  const format = mostOf(cells.map((cell) => cell.format))
  if (format === undefined || isGeneral(format) || format === '@') return undefined
  const values = cells.map(({ value }) => value)
  // A format that comes by itself stays free to follow the values.
  const usual = numberFormat({ type, name: column.header, currency: learned.currency, locale: place.locale }, values)
  return format === usual ? undefined : format.slice(0, 200)
}

const totals: [RegExp, NonNullable<TemplateColumn['total']>][] = [
  [/\bSUM\(|SUBTOTAL\((?:9|109)\b/i, 'sum'],
  [/\bAVERAGE\(|SUBTOTAL\((?:1|101)\b/i, 'average'],
  [/\bCOUNTA?\(|SUBTOTAL\((?:[23]|10[23])\b/i, 'count'],
  [/\bMIN\(|SUBTOTAL\((?:5|105)\b/i, 'min'],
  [/\bMAX\(|SUBTOTAL\((?:4|104)\b/i, 'max'],
]

function isUnique({ header, body }: SourceColumn): boolean {
  const values = body.flatMap(({ value }) => (value === null ? [] : [String(value)]))
  return (
    values.length >= 3 &&
    values.length === body.length &&
    new Set(values).size === values.length &&
    keyName.test(header)
  )
}

/** The column, and sentences about what of it a template cannot say. `unique` is known for tables that were written before. */
export function learnColumn(source: ColumnSource, unique: boolean | null): { column: TemplateColumn; notes: string[] } {
  const { column, learned, width } = source
  const { type, currency } = learned
  const { body, head, total } = column
  const filled = body.filter(({ value }) => value !== null)
  const cells = filled.length > 0 ? filled : body
  const { formula, note } = learnFormula(source)
  const format = learnFormat(cells, source)
  const align = mostOf(cells.map((cell) => cell.align))
  const wrap = mostOf(cells.map((cell) => cell.wrap))
  const full = body.length >= tellingRows && filled.length === body.length && formula === undefined
  const automatic = columnWidth(
    column.header,
    cells.map(({ value }) => value),
    format ?? '',
  )
  const wide = width !== undefined && width !== automatic ? Math.min(2000, Math.max(20, width)) : undefined
  const sum = totals.find(([pattern]) => pattern.test(total?.formula ?? ''))?.[1]
  return {
    column: {
      ...{ key: column.key, header: column.header, type, aliases: [] },
      ...(wide === undefined ? {} : { width: wide }),
      ...(align === undefined || align === (alignments[type] ?? 'right') ? {} : { align }),
      ...(wrap === undefined || wrap === 'overflow' ? {} : { wrap }),
      ...(format === undefined ? {} : { number_format: format }),
      ...(currency === undefined ? {} : { currency }),
      ...(formula === undefined ? {} : { formula }),
      required: full,
      unique: unique ?? isUnique(column),
      ...(sum === undefined ? {} : { total: sum }),
      ...(head.note?.trim() ? { note: head.note.trim().slice(0, 1000) } : {}),
    },
    notes: note === undefined ? [] : [note],
  }
}
