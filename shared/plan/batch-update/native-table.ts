// A plan's bands, filter, lists and checkboxes as one native table of Google Sheets.
import { type Block, blockAddress } from '../a1.ts'
import type { PlanEdit } from '../plan-edit.ts'
import type { SheetPlan } from '../sheet-plan.ts'
import type { Batch } from './compile-edit.ts'
import { colorStyle, gridRange } from './grid-range.ts'
import type { TableColumnProperties } from './request.ts'
import { ruleCondition } from './validation.ts'

type Rule = Extract<PlanEdit, { kind: 'rule' }>

/** Header names that a native table can have: none empty, none twice. */
function namesColumns(headers: string[]): boolean {
  const names = headers.map((header) => header.trim().toLowerCase())
  return names.every((name) => name !== '') && new Set(names).size === names.length
}

/** Whether a rule can be the type of a whole column: a drop-down list or a checkbox. */
function typesColumn({ rule, block }: Rule, table: Block): boolean {
  const whole = block.columns === 1 && block.row === table.row + 1 && block.rows === table.rows - 1
  const inside = block.column >= table.column && block.column < table.column + table.columns
  return whole && inside && (rule?.kind === 'list' || rule?.kind === 'checkbox')
}

function columnType({ rule }: Rule, locale: string): Pick<TableColumnProperties, 'columnType' | 'dataValidationRule'> {
  if (rule?.kind !== 'list') return { columnType: 'BOOLEAN' }
  return { columnType: 'DROPDOWN', dataValidationRule: { condition: ruleCondition(rule, locale) } }
}

/**
 * The edits that are left when the rest is a native table, which is added to the batch once its cells are written. Where
 * there is a table already, nothing is banded, or two columns have the same name, all edits stay.
 */
export function withNativeTable(plan: SheetPlan, batch: Batch): PlanEdit[] {
  const band = plan.edits.find((edit) => edit.kind === 'band')
  const anchor = plan.edits.find((edit) => edit.kind === 'anchor')
  const fresh = plan.target.kind === 'new_sheet' || plan.target.kind === 'at_cell'
  if (!band || band.header === null || !anchor || !fresh) return plan.edits
  const headers = anchor.anchor.columns.map(({ header }) => header)
  if (headers.length !== band.block.columns || !namesColumns(headers)) return plan.edits

  const types = plan.edits.filter((edit) => edit.kind === 'rule').filter((rule) => typesColumn(rule, band.block))
  const columnProperties = headers.map((columnName, columnIndex): TableColumnProperties => {
    const rule = types.find(({ block }) => block.column === band.block.column + columnIndex)
    return { columnIndex, columnName, ...(rule ? columnType(rule, batch.locale) : {}) }
  })
  const id = batch.newId(`table ${blockAddress(band.block)}`)
  const table = {
    tableId: String(id),
    name: `${anchor.anchor.range_name}_table`,
    range: gridRange(batch.sheet.id, band.block),
    rowsProperties: {
      headerColorStyle: colorStyle(band.header),
      firstBandColorStyle: colorStyle(band.first),
      secondBandColorStyle: colorStyle(band.second),
    },
    columnProperties,
  }
  batch.later.push({ addTable: { table } })
  return plan.edits.filter((edit) => {
    if (edit === band || edit.kind === 'filter') return false
    return edit.kind !== 'rule' || !types.includes(edit)
  })
}
