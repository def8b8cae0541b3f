// Decides which columns a fitted table has, in which order, and where each takes its values from.
import { expressionKeys } from '../table/compute.ts'
import { formulaOrder } from '../table/compute-columns.ts'
import type { Column, ColumnType, Table } from '../table/table.ts'
import { isCompatible, mapColumns, normaliseHeader } from './map-columns.ts'
import type { Template, TemplateColumn } from './template.ts'

/** A formula over the keys of the template's columns, or over those of the table's own. */
export type ChosenFormula = { expression: string; over: 'template' | 'table' }

/**
 * A column to be: `index` is its place in the table's rows, `formula` computes it, neither leaves it empty. With both,
 * the table has the values of the formula already.
 */
export type ChosenColumn = {
  template: TemplateColumn | null
  source: Column | null
  index: number
  formula: ChosenFormula | null
  type: ColumnType
  header: string
}

export type ChosenColumns = { columns: ChosenColumn[]; mapping: Record<string, string>; notes: string[] }

/** The template's own word for a column is said, so that a wrong guess is seen before anything is written. */
function renameNote(columns: ChosenColumn[]): string | null {
  const renamed = columns.flatMap(({ source, header }) =>
    source?.name && normaliseHeader(source.name) !== normaliseHeader(header) ? [`“${source.name}” → “${header}”`] : [],
  )
  return renamed.length > 0 ? `Renamed by the template: ${renamed.join(', ')}.` : null
}

const quoted = (names: string[]) => names.map((name) => `“${name}”`).join(', ')

/** The keys a formula stands on, or null when it cannot be read. */
function inputsOf(formula: string): string[] | null {
  try {
    return expressionKeys(formula)
  } catch {
    return null
  }
}

/** Keys of template columns that will hold something: data, or a formula whose inputs hold something themselves. */
function findWritten(columns: TemplateColumn[], mapping: Map<string, string>): Set<string> {
  const written = new Set(mapping.keys())
  for (;;) {
    const before = written.size
    for (const { key, formula } of columns) {
      const inputs = formula === undefined ? null : inputsOf(formula)
      if (inputs?.every((input) => input !== key && written.has(input))) written.add(key)
    }
    if (written.size === before) return written
  }
}

/**
 * The template's columns that the table has data or inputs for, then the table's own that the template does not know:
 * nothing of the table is dropped. `mapping` has the table column's key by template key.
 */
export function chooseColumns(table: Table, template: Template): ChosenColumns {
  const wanted = template.layout.columns
  const mapping = mapColumns(wanted, table.columns)
  const written = findWritten(wanted, mapping)
  const notes: string[] = []
  const usable = new Set(formulaOrder(table.columns).order)
  const ownFormula = (index: number): ChosenFormula | null => {
    const expression = usable.has(index) ? table.columns[index]?.formula : undefined
    return expression === undefined ? null : { expression, over: 'table' }
  }
  const columns: ChosenColumn[] = []
  const left: string[] = []

  for (const each of wanted) {
    const index = table.columns.findIndex(({ key }) => key === mapping.get(each.key))
    const source = table.columns[index] ?? null
    if (!written.has(each.key) && !each.required) {
      left.push(each.header)
      continue
    }
    const expression = source === null && written.has(each.key) ? each.formula : undefined
    const formula = expression === undefined ? ownFormula(index) : ({ expression, over: 'template' } as const)
    const type = source && !isCompatible(each.type, source.type) ? source.type : each.type
    columns.push({ template: each, source, index, formula, type, header: each.header })
  }
  const known = new Set(mapping.values())
  const extra = table.columns.flatMap((source, index) => (known.has(source.key) ? [] : [{ source, index }]))
  for (const { source, index } of extra) {
    const header = source.name || source.key
    columns.push({ template: null, source, index, formula: ownFormula(index), type: source.type, header })
  }

  const renamed = renameNote(columns)
  if (renamed) notes.push(renamed)
  if (left.length > 0) notes.push(`Left out, because the table has nothing for them: ${quoted(left)}.`)
  if (wanted.length > 0 && extra.length > 0) {
    notes.push(
      `Kept at the end, because the template does not know them: ${quoted(extra.map(({ source }) => source.name))}.`,
    )
  }
  return { columns, mapping: Object.fromEntries(mapping), notes }
}
