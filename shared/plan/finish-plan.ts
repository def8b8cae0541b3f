// Makes a plan and its preview of a draft: what stands in the way, what changes, and the digest of it all.
import type { FaultyRow, FittedTable } from '../template/fitted-table.ts'
import { blockAddress } from './a1.ts'
import type { TableAnchor } from './anchor.ts'
import { digestOf } from './digest.ts'
import type { Draft } from './draft.ts'
import { findChanges } from './find-changes.ts'
import { checkProtected, findNeeds, separateEdit } from './find-needs.ts'
import type { Place, SheetWindow } from './place.ts'
import type { PlanEdit } from './plan-edit.ts'
import type { PlanPreview, ReviewRow } from './plan-preview.ts'
import { PlanRefusal } from './plan-refusal.ts'
import type { PlanInput } from './plan-table.ts'
import { uniqueRangeName } from './range-name.ts'
import type { SheetPlan } from './sheet-plan.ts'

const itemsShown = 100
const limits = { cells: 10_000_000, columns: 18_278 }

/** What the sheet keeps about the table; the same table keeps its id and its range's name. */
function anchorOf(draft: Draft, input: PlanInput): TableAnchor {
  const { place, fitted, template, source, operation_id, now, new_id } = input
  const known = place.known?.anchor
  const title = fitted.title || draft.sheet_name
  return {
    id: known?.id ?? new_id,
    range_name: known?.range_name ?? uniqueRangeName(title, place.range_names),
    title: known?.title ?? title,
    source,
    template: { id: template.id, version: template.version },
    operation_id,
    written_at: now,
    columns: draft.columns.map(({ key, header, from }) => ({ key, header, from })),
    key: draft.key,
    totals: draft.totals,
  }
}

/** An anchor without what differs from one write to the next. */
const lastingPart = (anchor: TableAnchor) => ({ ...anchor, id: '', operation_id: '', written_at: '' })

/** Whether the sheet keeps about the table already what it would be told. */
function isKnown(anchor: TableAnchor, draft: Draft, { known }: Place): boolean {
  if (!known) return false
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
  return same(known.block, draft.block) && same(lastingPart(known.anchor), lastingPart(anchor))
}

/** What stands in a window; what formulas give may change by the hour and counts for nothing. */
const contentsOf = ({ row, column, values, formulas }: SheetWindow) => [
  row,
  column,
  values.map((cells, r) => cells.map((value, c) => formulas[r]?.[c] || value)),
]

/** The rows to look at, those that only the place shows to be faulty among them. */
function reviewOf(fitted: FittedTable, more: FaultyRow[]): PlanPreview['review'] {
  const rows = new Map(fitted.faulty.map((each) => [each.row, each]))
  for (const each of more) {
    const known = rows.get(each.row)
    rows.set(
      each.row,
      known ? { ...known, faults: [...known.faults, ...each.faults], must: known.must || each.must } : each,
    )
  }
  const all = more.length > 0 ? [...rows.values()].sort((a, b) => a.row - b.row) : [...rows.values()]
  const first = all.slice(0, itemsShown).map(({ row, faults, must, decision }): ReviewRow => {
    const said = faults.map(({ column, says }) => ({
      ...{ header: fitted.columns[column]?.header ?? '', value: fitted.shown(row, column), says },
    }))
    return { row, cells: fitted.describe(row), faults: said, must, decision }
  })
  return { count: all.length, undecided: all.filter(({ must, decision }) => must && decision === null).length, first }
}

function checkLimits({ block }: Draft, place: Place): void {
  const rows = Math.max(place.sheet?.rows ?? 0, block.row + block.rows - 1)
  const columns = Math.max(place.sheet?.columns ?? 0, block.column + block.columns - 1)
  if (columns > limits.columns || rows * columns > limits.cells)
    throw new PlanRefusal(
      'too_large',
      'The table is too large for a spreadsheet.',
      `It would have ${rows} rows and ${columns} columns; Google allows ${limits.cells} cells and ${limits.columns} columns. Use fewer rows.`,
    )
}

function hiddenNote({ block }: Draft, place: Place): string[] {
  const hidden = (place.sheet?.hidden_rows ?? []).filter((row) => row >= block.row && row < block.row + block.rows)
  if (hidden.length === 0) return []
  const count = hidden.length === 1 ? '1 row of the place is' : `${hidden.length} rows of the place are`
  return [`${count} hidden, by a filter or by hand. What is written there is not seen until they are shown.`]
}

/** The order of edits is kept; separating merged cells goes first, what the sheet keeps about the table last. */
export function finishPlan(draft: Draft, input: PlanInput): { plan: SheetPlan; preview: PlanPreview } {
  const { fitted, target, place } = input
  checkLimits(draft, place)
  const separate = separateEdit(draft.edits, place.sheet)
  const edits: PlanEdit[] = separate ? [separate, ...draft.edits] : draft.edits
  const whole = { ...draft, edits }
  const warnings = checkProtected(edits, place.sheet)
  const changes = findChanges(whole, place.sheet)
  const needs = findNeeds(whole, fitted, place.sheet, changes)
  const anchor = anchorOf(draft, input)
  const idle = edits.length === 0 && isKnown(anchor, draft, place)
  const said: PlanEdit[] = idle ? [] : [{ kind: 'anchor', block: draft.block, anchor }]
  const { sheet_id, sheet_name, block, columns, totals } = draft
  const counts = { ...draft.counts, rows_left_out: draft.counts.rows_left_out + fitted.left_out }
  const plan: SheetPlan = {
    ...{ target, sheet_id, sheet_name, block, columns, totals, own_total: fitted.own_total, counts },
    edits: [...edits, ...said],
  }
  const state = place.sheet
    ? [contentsOf(place.sheet.window), draft.review.map(({ row, faults }) => [row, faults])]
    : null
  const lasting = { ...plan, edits: [...edits, lastingPart(anchor)] }
  const preview: PlanPreview = {
    digest: digestOf([lasting, needs, state]),
    ...{ target, sheet_name, new_sheet: sheet_id === null, range: blockAddress(block), counts },
    matches: fitted.columns.map(({ key, header, from, from_name, computed, how, sure }) => ({
      ...{ key, header, from, from_name, computed, how, sure },
    })),
    unused: fitted.unused,
    totals,
    changes: { count: changes.count, first: changes.first },
    needs,
    formulas: fitted.offered,
    review: reviewOf(fitted, draft.review),
    conflicts: {
      count: draft.conflicts.length,
      undecided: draft.conflicts.filter(({ decision }) => decision === null).length,
      first: draft.conflicts.slice(0, itemsShown),
    },
    notes: [...fitted.notes, ...draft.notes, ...warnings, ...hiddenNote(draft, place)],
  }
  return { plan, preview }
}
