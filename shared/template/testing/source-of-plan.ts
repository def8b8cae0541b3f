// What would be read of a sheet that a plan was carried out in, for learning a template back.

import type { SheetCell } from '../../plan/sheet-cell.ts'
import { Decisions } from '../../plan/target.ts'
import { planIn } from '../../plan/testing/plan-in.ts'
import { emptySheet } from '../../plan/testing/sim-sheet.ts'
import type { Table } from '../../table/table.ts'
import { fitTable } from '../fit-table.ts'
import { type LearnCell, LearnSource } from '../learn-source.ts'
import type { Template } from '../template.ts'

/** Computed cells have the values that fitting worked out for them. */
export function sourceOfPlan(template: Template, table: Table, locale: string): LearnSource {
  const sheet = emptySheet(1, 1, locale)
  const { plan } = planIn(sheet, { table, template, target: { kind: 'new_sheet' } })
  const fitted = fitTable({ table, template, locale, decisions: Decisions.parse({}) })
  const { block } = plan
  const grid = <T>(make: () => T) =>
    Array.from({ length: block.rows }, () => Array.from({ length: block.columns }, make))
  const written = grid<SheetCell>(() => null)
  const cells = grid<LearnCell>(() => ({}))
  const formats = grid(() => 'General')
  const source = LearnSource.parse({ name: '', locale, values: [[]] })
  for (const edit of plan.edits) {
    if (edit.kind === 'cells')
      edit.cells.forEach((line, r) => {
        line.forEach((cell, c) => {
          written[edit.row - 1 + r]![edit.column - 1 + c] = cell
        })
      })
    if (edit.kind === 'look' || edit.kind === 'rule')
      for (let r = edit.block.row - 1; r < edit.block.row - 1 + edit.block.rows; r++)
        for (let c = edit.block.column - 1; c < edit.block.column - 1 + edit.block.columns; c++) {
          const cell = cells[r]?.[c]
          if (!cell) continue
          if (edit.kind === 'rule') {
            if (edit.rule) cell.rule = edit.rule
            continue
          }
          const { number_format, align, wrap, bold, color, background } = edit.look
          if (number_format !== undefined) formats[r]![c] = number_format
          Object.assign(cell, { ...(align && { align }), ...(wrap && { wrap }), ...(bold && { bold }) })
          if (color !== undefined) cell.color = color
          if (background) cell.background = background
        }
    if (edit.kind === 'note') cells[edit.row - 1]![edit.column - 1]!.note = edit.note
    if (edit.kind === 'band')
      source.bands = { header: edit.header, first: edit.first, second: edit.second, footer: null }
    if (edit.kind === 'condition') source.conditions.unshift({ blocks: edit.blocks, condition: edit.condition })
    if (edit.kind === 'filter') source.filter = true
    if (edit.kind === 'freeze') [source.frozen_rows, source.frozen_columns] = [edit.rows, edit.columns]
    if (edit.kind === 'width') for (let at = 0; at < edit.count; at++) source.widths[edit.column - 1 + at] = edit.pixels
    if (edit.kind === 'gridlines') source.gridlines = edit.shown
    if (edit.kind === 'anchor') source.anchor = edit.anchor
  }
  const valueAt = (cell: SheetCell, row: number, at: number) => {
    if (typeof cell !== 'object' || cell === null) return cell
    const value = fitted.columns[at]?.values[row - 1]
    return typeof value === 'object' || value === undefined ? 0 : value
  }
  return LearnSource.parse({
    ...source,
    values: written.map((line, row) => line.map((cell, at) => valueAt(cell, row, at))),
    formulas: written.map((line) =>
      line.map((cell) => (typeof cell === 'object' && cell !== null ? cell.formula : '')),
    ),
    formats,
    cells,
    widths: Array.from({ length: block.columns }, (_, at) => source.widths[at] ?? 100),
  })
}
