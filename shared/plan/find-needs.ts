// What a plan does to things of the person's, each of which needs an explicit yes.
import type { FittedTable } from '../template/fitted-table.ts'
import { blockAddress } from './a1.ts'
import type { Draft } from './draft.ts'
import type { FoundChanges } from './find-changes.ts'
import { movedRows } from './moved-rows.ts'
import type { PlaceSheet } from './place.ts'
import type { PlanBlock, PlanEdit } from './plan-edit.ts'
import type { Need } from './plan-preview.ts'
import { PlanRefusal } from './plan-refusal.ts'
import { contains, overlaps } from './sheet-window.ts'
import { editBlocks } from './touched-cells.ts'

const detailsShown = 20

/** Blocks of the place that something of the plan lies on, at the rows where they are before it. */
function hitBy(blocks: PlanBlock[], edits: PlanEdit[], which: (edit: PlanEdit) => boolean): PlanBlock[] {
  if (blocks.length === 0) return []
  const { after } = movedRows(edits)
  const written = edits.filter(which).flatMap(editBlocks)
  return blocks.filter((block) => {
    const row = after(block.row)
    if (row === null) return false
    const last = after(block.row + block.rows - 1) ?? row
    const moved = { ...block, row, rows: Math.max(1, last - row + 1) }
    return written.some((each) => overlaps(each, moved))
  })
}

/** The edit that separates the merged cells in the plan's way, if there are any. */
export function separateEdit(
  edits: PlanEdit[],
  sheet: PlaceSheet | null,
): Extract<PlanEdit, { kind: 'separate' }> | null {
  const blocks = hitBy(sheet?.merged ?? [], edits, ({ kind }) => kind === 'cells' || kind === 'clear')
  return blocks.length > 0 ? { kind: 'separate', blocks } : null
}

/** Throws where the person may not edit what the plan changes; tells what only warns. */
export function checkProtected(edits: PlanEdit[], sheet: PlaceSheet | null): string[] {
  if (!sheet) return []
  const hit = sheet.protected.filter(
    ({ block }) => hitBy([block], edits, () => true).length > 0 || splits(edits, block),
  )
  const closed = hit.find(({ may_edit }) => !may_edit)
  if (closed)
    throw new PlanRefusal(
      'protected',
      'This part of the spreadsheet is protected.',
      `${blockAddress(closed.block)} may only be edited by others. Nothing was changed. Choose another place, or ask the owner to let you edit it.`,
    )
  const warned = hit.filter(({ warning_only }) => warning_only).map(({ block }) => blockAddress(block))
  return warned.length > 0 ? [`Sheets warns before ${warned.slice(0, 5).join(', ')} is edited by hand.`] : []
}

/** Rows that are put into a protected block, or taken out of it. */
function splits(edits: PlanEdit[], { row, rows }: PlanBlock): boolean {
  return edits.some((edit) => {
    if (edit.kind === 'insert_rows') return edit.before > row && edit.before < row + rows
    return edit.kind === 'delete_rows' && edit.row < row + rows && row < edit.row + edit.count
  })
}

const plural = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`)

/** All needs of a draft, its own first. */
export function findNeeds(draft: Draft, fitted: FittedTable, sheet: PlaceSheet | null, changes: FoundChanges): Need[] {
  const needs: Need[] = []
  if (changes.overwrites > 0) {
    const says = `Overwrite ${plural(changes.overwrites, 'filled cell', 'filled cells')}. Undo brings ${changes.overwrites === 1 ? 'it' : 'them'} back.`
    needs.push({ kind: 'overwrite', count: changes.overwrites, says, details: changes.firstOverwrites })
  }
  needs.push(...draft.needs)
  const separate = draft.edits.find((edit) => edit.kind === 'separate')
  if (separate) {
    const count = separate.blocks.length
    const says = `Separate ${plural(count, 'merged cell', 'merged cells')}.`
    needs.push({ kind: 'separate', count, says, details: separate.blocks.slice(0, detailsShown).map(blockAddress) })
  }
  const bands = draft.edits.filter((edit) => edit.kind === 'band').map(({ block }) => block)
  const replaced = (sheet?.banded ?? []).filter((each) => bands.some((block) => overlaps(block, each)))
  const foreign = replaced.filter((each) => !contains(draft.block, each))
  if (foreign.length > 0) {
    const says = `Take the alternating colours of ${plural(foreign.length, 'other block', 'other blocks')} away.`
    needs.push({
      kind: 'resize',
      count: foreign.length,
      says,
      details: foreign.slice(0, detailsShown).map(blockAddress),
    })
  }
  if (fitted.asked.length > 0) {
    const says = `Write ${plural(fitted.asked.length, 'column', 'columns')} with a formula that should be looked at first.`
    const details = fitted.asked.map(({ header, formula, reasons }) => `“${header}”: ${formula} ${reasons.join(' ')}`)
    needs.push({ kind: 'formula', count: fitted.asked.length, says, details })
  }
  return needs
}
