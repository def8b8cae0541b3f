// Holds what a draft writes against the rules that the sheet has for those cells already.
import type { FaultyRow, FittedTable, RowFault } from '../template/fitted-table.ts'
import { decisionOf } from '../template/review-rows.ts'
import { blockAddress, cellAddress } from './a1.ts'
import type { Draft } from './draft.ts'
import { placeFault } from './keep-place-rule.ts'
import { movedRows } from './moved-rows.ts'
import type { PlaceSheet, RuledBlock, SheetValue } from './place.ts'
import type { PlanBlock, PlanEdit } from './plan-edit.ts'
import type { Need } from './plan-preview.ts'
import type { Decisions } from './target.ts'

const shown = 20

/** The rule of the sheet that is in force where a cell is written; new rows take on that of the row above them. */
function ruleFinder(ruled: RuledBlock[], edits: PlanEdit[]): (row: number, column: number) => RuledBlock | undefined {
  const { before } = movedRows(edits)
  const cleared = edits.flatMap((edit) => (edit.kind === 'clear' ? [edit.block] : []))
  const byColumn = new Map<number, RuledBlock[]>()
  for (const block of ruled)
    for (let column = block.column; column < block.column + block.columns; column++)
      byColumn.set(column, [...(byColumn.get(column) ?? []), block])
  const standing = (row: number): number => {
    let at = row
    while (at > 1 && before(at) === null) at--
    return before(at) ?? 0
  }
  let [known, was] = [0, 0]
  return (row, column) => {
    const near = byColumn.get(column)
    if (!near || cleared.some((block) => holds(block, row, column))) return undefined
    if (row !== known) [known, was] = [row, standing(row)]
    return near.find((block) => was >= block.row && was < block.row + block.rows)
  }
}

const holds = (block: PlanBlock, row: number, column: number) =>
  row >= block.row && row < block.row + block.rows && column >= block.column && column < block.column + block.columns

/** Cells that are told one by one, as the blocks of one column that they make. */
function columnBlocks(cells: { row: number; column: number }[]): PlanBlock[] {
  const blocks: PlanBlock[] = []
  for (const { row, column } of [...cells].sort((a, b) => a.column - b.column || a.row - b.row)) {
    const last = blocks.at(-1)
    if (last && last.column === column && last.row + last.rows === row) last.rows++
    else blocks.push({ row, column, rows: 1, columns: 1 })
  }
  return blocks
}

type Found = {
  rows: Map<number, { faults: RowFault[]; must: boolean }>
  past: { row: number; column: number }[]
  refused: string[]
  unknown: Map<string, { row: number; column: number }[]>
  warned: Set<string>
}

/** Goes over all that is written to cells with rules. */
function findBroken(
  { edits, origin, placed }: Draft,
  { source_rows, columns }: FittedTable,
  ruled: RuledBlock[],
): Found {
  const found: Found = { rows: new Map(), past: [], refused: [], unknown: new Map(), warned: new Set() }
  const ruleAt = ruleFinder(ruled, edits)
  const replaced = edits.flatMap((edit) => (edit.kind === 'rule' ? [edit.block] : []))
  const fittedAt = new Map(placed.map(({ fitted, column }) => [column, columns.indexOf(fitted)]))
  const check = (row: number, column: number, cell: SheetValue | { formula: string }) => {
    const rule = ruleAt(row, column)?.rule
    if (!rule || cell === null || cell === '') return
    const index = origin(row)
    const at = fittedAt.get(column) ?? -1
    // What a formula will show was worked out for the rows of the table; of others it is not known.
    const value = typeof cell !== 'object' ? cell : index === null ? null : (columns[at]?.values[index] ?? null)
    const { strict, demand } = rule
    const unknown = demand.kind === 'unknown'
    const fault = unknown ? null : placeFault(value, demand)
    if (!unknown && fault === null) return
    if (strict) found.past.push({ row, column })
    // The template's own rule comes in its place.
    if (replaced.some((block) => holds(block, row, column))) return
    if (unknown && !strict) found.warned.add(demand.says)
    else if (unknown) {
      const cells = found.unknown.get(demand.says) ?? []
      cells.push({ row, column })
      found.unknown.set(demand.says, cells)
    } else if (index !== null && at >= 0) {
      const source = source_rows[index] ?? index
      const known = found.rows.get(source) ?? { faults: [], must: false }
      known.faults.push({ column: at, says: fault ?? '' })
      known.must ||= strict
      found.rows.set(source, known)
    } else if (strict) found.refused.push(`${cellAddress(row, column)}: “${String(value)}” ${fault}`)
  }
  for (const edit of edits)
    if (edit.kind === 'cells')
      edit.cells.forEach((cells, r) => {
        for (let c = 0; c < cells.length; c++) check(edit.row + r, edit.column + c, cells[c] ?? null)
      })
  return found
}

function needOf({ refused, unknown }: Found): Need | null {
  const unchecked = [...unknown].map(([says, cells]) => ({ says, cells }))
  const count = refused.length + unchecked.reduce((sum, { cells }) => sum + cells.length, 0)
  if (count === 0) return null
  const what =
    unchecked.length === 0
      ? `${count === 1 ? '1 cell that a rule of the sheet refuses' : `${count} cells that rules of the sheet refuse`}`
      : refused.length === 0
        ? `${count === 1 ? '1 cell with a rule of the sheet that' : `${count} cells with rules of the sheet that`} cannot be checked here`
        : `${count} cells that rules of the sheet refuse, or whose rules cannot be checked here`
  const details = [
    ...refused,
    ...unchecked.map(({ says, cells }) => `${columnBlocks(cells).slice(0, 5).map(blockAddress).join(', ')}: ${says}`),
  ]
  return { kind: 'rules', count, says: `Write ${what}. The rules stay.`, details: details.slice(0, shown) }
}

/**
 * `faulty` are rows of the table that break a rule of the sheet where the draft puts them, `need` what else a person has to agree to, and
 * `past` the edit that both make necessary.
 */
export type PlaceReview = { faulty: FaultyRow[]; need: Need | null; past: PlanEdit | null; notes: string[] }

const nothing: PlaceReview = { faulty: [], need: null, past: null, notes: [] }

/** Pure, and no work where nothing has a rule. */
export function reviewPlace(
  draft: Draft,
  fitted: FittedTable,
  sheet: PlaceSheet | null,
  review: Decisions['review'],
): PlaceReview {
  if (!sheet || sheet.ruled.length === 0) return nothing
  const found = findBroken(draft, fitted, sheet.ruled)
  const faulty = [...found.rows]
    .sort(([a], [b]) => a - b)
    .map(([row, { faults, must }]): FaultyRow => ({ row, faults, must, decision: decisionOf(review, row) }))
  const warned = [...found.warned].filter((says) => says !== '')
  return {
    faulty,
    need: needOf(found),
    past: found.past.length > 0 ? { kind: 'past_rules', blocks: columnBlocks(found.past) } : null,
    notes: warned.map((says) => `A rule of the sheet that only warns cannot be checked here: ${says.slice(0, 200)}`),
  }
}

/** The edit goes before the first cells, after all that moves or empties any. */
export function withPast(edits: PlanEdit[], past: PlanEdit | null): PlanEdit[] {
  const first = edits.findIndex(({ kind }) => kind === 'cells')
  return past && first >= 0 ? [...edits.slice(0, first), past, ...edits.slice(first)] : edits
}
