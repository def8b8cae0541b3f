// Plans a table that stands nowhere yet: on a sheet of its own, or with its first header cell at a place.
import { usualWidth } from '../template/column-width.ts'
import type { FittedTable } from '../template/fitted-table.ts'
import { uniqueSheetName } from '../template/sheet-name.ts'
import type { Template } from '../template/template.ts'
import { type Draft, lostNote, noCounts, planColumn } from './draft.ts'
import type { PlaceSheet } from './place.ts'
import { columnRuns, lettersOf, type PlacedColumn, placeColumns } from './placed-column.ts'
import type { PlanBlock, PlanEdit } from './plan-edit.ts'
import { PlanRefusal } from './plan-refusal.ts'
import type { PlanInput } from './plan-table.ts'
import { isRightToLeft } from './reading-direction.ts'
import { conditionEdits } from './render-condition.ts'
import { renderRule } from './render-rule.ts'
import type { SheetCell } from './sheet-cell.ts'
import { overlaps } from './sheet-window.ts'
import { bodyLooks, headerLooks, plainLook, totalsLooks } from './table-looks.ts'
import { totalsCells } from './table-totals.ts'

/** Header, body and totals of a table with its corner at a place. */
type Laid = { placed: PlacedColumn[]; block: PlanBlock; body: { row: number; rows: number }; totalsRow: number | null }

function layOut(fitted: FittedTable, row: number, column: number): Laid & { lost: string[] } {
  const places = fitted.columns.map((each, at) => ({ fitted: each, column: column + at }))
  const body = { row: row + 1, rows: fitted.rows }
  const totalsRow = fitted.totals === null ? null : row + 1 + fitted.rows
  const block = { row, column, rows: 1 + fitted.rows + (totalsRow === null ? 0 : 1), columns: fitted.columns.length }
  return { ...placeColumns(fitted, places), block, body, totalsRow }
}

function cellsOf({ placed, block, body }: Laid, fitted: FittedTable): SheetCell[][] {
  const cells: SheetCell[][] = [placed.map((each) => each.fitted.header)]
  for (let index = 0; index < body.rows; index++) {
    const row: SheetCell[] = new Array(placed.length)
    for (let at = 0; at < placed.length; at++) row[at] = placed[at]!.cell(index, body.row + index)
    cells.push(row)
  }
  if (fitted.totals !== null) {
    const rows = { first: body.row, last: body.row + body.rows - 1 }
    cells.push(totalsCells(placed, fitted.totals, rows, fitted.locale))
  }
  if (cells.length !== block.rows) throw new Error('The cells of a table do not fill its block.')
  return cells
}

/** Rules of the template for the body, but where the place has rules of the person's already: those stay. */
function ruleEdits(
  { placed, body }: Laid,
  locale: string,
  ruled: PlanBlock[],
): { edits: PlanEdit[]; kept: string[]; lost: string[] } {
  const edits: PlanEdit[] = []
  const kept: string[] = []
  const lost: string[] = []
  const letters = lettersOf(placed, '$')
  if (body.rows === 0) return { edits, kept, lost }
  for (const { fitted, column } of placed) {
    if (!fitted.rule) continue
    const block = { ...body, column, columns: 1 }
    if (ruled.some((each) => overlaps(each, block))) kept.push(fitted.header)
    else {
      const rule = renderRule(fitted.rule, { column, row: body.row, letters, locale })
      if (rule) edits.push({ kind: 'rule', block, rule })
      else lost.push(fitted.header)
    }
  }
  return { edits, kept, lost }
}

/** What a sheet of its own gets beside the table: nobody else has arranged anything there. */
function sheetEdits({ placed, block, body }: Laid, fitted: FittedTable, { layout, formatting }: Template): PlanEdit[] {
  const edits: PlanEdit[] = []
  if (layout.filter && body.rows > 0) edits.push({ kind: 'filter', block: { ...block, rows: body.rows + 1 } })
  const frozenColumns = Math.min(layout.frozen_columns, placed.length - 1)
  if (layout.frozen_rows > 0 || frozenColumns > 0)
    edits.push({ kind: 'freeze', rows: Math.min(layout.frozen_rows, block.rows), columns: frozenColumns })
  for (const run of columnRuns(placed, { row: 1, rows: 1 }, (column) => column.fitted.width))
    if (run.what !== usualWidth)
      edits.push({ kind: 'width', column: run.block.column, count: run.block.columns, pixels: run.what })
  if (!formatting.gridlines) edits.push({ kind: 'gridlines', shown: false })
  if (isRightToLeft(fitted)) edits.push({ kind: 'right_to_left' })
  return edits
}

const quoted = (names: string[]) => names.map((name) => `“${name}”`).join(', ')

function targetSheet({ target, place }: PlanInput): PlaceSheet | null {
  if (target.kind === 'new_sheet') return null
  if (!place.sheet) throw new PlanRefusal('gone', 'The chosen sheet is no longer there.', 'Choose another place.')
  return place.sheet
}

/** The plan for a new sheet or a cell; at a cell, the sheet around stays as it is. */
export function planNewTable(input: PlanInput): Draft {
  const { fitted, template, target, place } = input
  const sheet = targetSheet(input)
  const [row, column] = target.kind === 'at_cell' ? [target.row, target.column] : [1, 1]
  const laid = layOut(fitted, row, column)
  const { placed, block, body, totalsRow } = laid
  const { formatting } = template
  const { edits: rules, kept, lost } = ruleEdits(laid, fitted.locale, sheet?.ruled ?? [])
  const last = { row: row + block.rows - 1, column: column + block.columns - 1 }

  const edits: PlanEdit[] = []
  if (!sheet || sheet.rows < last.row || sheet.columns < last.column)
    edits.push({ kind: 'grow', rows: last.row, columns: last.column })
  if (sheet) edits.push({ kind: 'look', block, look: plainLook })
  edits.push(...headerLooks(placed, row, formatting))
  const below = { row: row + 1, rows: block.rows - 1 }
  if (below.rows > 0) edits.push(...bodyLooks(placed, below))
  if (totalsRow !== null) edits.push(...totalsLooks(placed, totalsRow, formatting))
  edits.push({ kind: 'cells', row, column, cells: cellsOf(laid, fitted) })
  edits.push(...rules)
  for (const each of placed)
    if (each.fitted.note) edits.push({ kind: 'note', row, column: each.column, note: each.fitted.note })
  if (formatting.banding && body.rows > 0)
    edits.push({
      ...{ kind: 'band', block: { ...block, rows: body.rows + 1 }, header: formatting.header.background },
      ...formatting.banding,
    })
  const conditions = conditionEdits(formatting.conditional_formats, {
    ...{ placed, ...body, letters: lettersOf(placed, '$'), locale: fitted.locale },
  })
  edits.push(...conditions.edits)
  if (!sheet) edits.push(...sheetEdits(laid, fitted, template))

  const name = target.kind === 'new_sheet' && target.name ? target.name : fitted.title || template.name
  const notes = lostNote(laid.lost)
  if (kept.length > 0) notes.push(`The rules that are already in the place stay: ${quoted(kept)}.`)
  if (lost.length > 0) notes.push(`Rules that the spreadsheet cannot hold are left out: ${quoted(lost)}.`)
  if (conditions.lost > 0)
    notes.push(
      conditions.lost === 1
        ? '1 conditional format is left out: the spreadsheet cannot hold it.'
        : `${conditions.lost} conditional formats are left out: the spreadsheet cannot hold them.`,
    )
  if (sheet && edits[0]?.kind === 'grow') notes.push('The sheet will be made larger: it ends before the table does.')
  return {
    edits,
    sheet_id: sheet?.id ?? null,
    sheet_name: sheet?.name ?? uniqueSheetName(name, place.sheet_names),
    block,
    columns: placed.map(planColumn),
    key: fitted.key,
    totals: totalsRow !== null,
    counts: { ...noCounts, rows_new: fitted.rows + (fitted.own_total ? 1 : 0) },
    agreed: () => false,
    origin: (at) => (at >= body.row && at < body.row + body.rows ? at - body.row : null),
    placed,
    needs: [],
    notes,
    review: [],
    conflicts: [],
  }
}
