// Plans into a sheet in memory, the way the writers do: fit, read the place, plan.
import type { Table } from '../../table/table.ts'
import { fitTable } from '../../template/fit-table.ts'
import { Template, type TemplateInput } from '../../template/template.ts'
import { areaToRead } from '../area-to-read.ts'
import { planTable } from '../plan-table.ts'
import { Decisions, type Target } from '../target.ts'
import { knownIn, readPlace, type SimSheet } from './sim-sheet.ts'

export type PlanRequest = {
  table: Table
  template: Template
  target: Target
  decisions?: Parameters<typeof Decisions.parse>[0]
  base?: Table | null
  operation_id?: string
}

export const tableId = 'table-0001'

/** The plan and its preview for a sheet; the first table of a test gets the id `tableId`. */
export function planIn(sheet: SimSheet, { table, template, target, base = null, ...more }: PlanRequest) {
  const decisions = Decisions.parse(more.decisions ?? {})
  const fitted = fitTable({ table, template, locale: sheet.locale, decisions })
  const known = 'anchor_id' in target ? knownIn(sheet, target.anchor_id) : null
  return planTable({
    ...{ fitted, template, target, decisions, base, source: null },
    place: readPlace(sheet, areaToRead(fitted, target, known), known),
    ...{ operation_id: more.operation_id ?? 'operation-1', new_id: tableId, now: '2026-11-22T09:00:00.000Z' },
  })
}

/** A template with usual values for all that is not said. */
export function templateOf(
  columns: TemplateInput['layout']['columns'],
  more: {
    layout?: Partial<TemplateInput['layout']>
    formatting?: Partial<TemplateInput['formatting']>
    rules?: TemplateInput['validation_rules']
  } = {},
): Template {
  return Template.parse({
    ...{ id: 'test', name: 'Test', description: '', version: 1 },
    layout: { columns, frozen_rows: 1, frozen_columns: 0, filter: true, totals_label: null, ...more.layout },
    formatting: {
      header: { background: '#111111', color: '#ffffff' },
      banding: { first: '#ffffff', second: '#eeeeee' },
      ...more.formatting,
    },
    validation_rules: more.rules ?? [],
  })
}

/** A table on a new sheet: its cells row by row, its fitted columns, and what the person is told. */
export function planNew(
  table: Table,
  template: Template,
  locale = 'en_US',
  more: { name?: string; taken?: string[] } = {},
) {
  const decisions = Decisions.parse({})
  const fitted = fitTable({ table, template, locale, decisions })
  const target: Target = { kind: 'new_sheet', ...(more.name ? { name: more.name } : {}) }
  const place = { locale, sheet_names: more.taken ?? ['Sheet1'], range_names: [], sheet: null, known: null }
  const { plan, preview } = planTable({
    ...{ fitted, template, target, decisions, base: null, source: null, place },
    ...{ operation_id: 'operation-1', new_id: tableId, now: '2026-11-22T09:00:00.000Z' },
  })
  const cells = plan.edits.find((edit) => edit.kind === 'cells')?.cells ?? []
  return { plan, preview, cells, columns: fitted.columns, notes: preview.notes, fitted }
}
