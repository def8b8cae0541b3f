// Sets and takes away validation rules and notes.
import type { PlanEdit } from '../../../shared/plan/plan-edit.ts'
import type { SheetRule } from '../../../shared/plan/sheet-rule.ts'
import { blockRange, type Sheet } from '../sheets.ts'
import { applyPaints, type Paint, paintGrid } from './apply-looks.ts'
import { aroundAll } from './blocks.ts'
import { buildRule } from './build-rule.ts'
import { datesOf } from './sheet-date.ts'
import type { WritePlace } from './write-place.ts'

type RuleEdit = Extract<PlanEdit, { kind: 'rule' }>
type NoteEdit = Extract<PlanEdit, { kind: 'note' }>

/** A formula is relative to the first cell of the range it is set on, so such a rule is set on its whole block. */
const relative = (rule: SheetRule | null) => rule?.kind === 'formula'

export function applyRules(place: WritePlace, edits: RuleEdit[]): void {
  const { sheet } = place
  const dates = datesOf(sheet)
  const paints = edits.map(({ block, rule }): Paint<SheetRule | null> => ({ block, value: rule }))
  const [onBlock, anywhere] = [
    paints.filter(({ value }) => relative(value)),
    paints.filter(({ value }) => !relative(value)),
  ]
  // A later rule wins over an earlier one, also over a formula's.
  const ordered = onBlock.length > 0 && anywhere.length > 0 && !place.blank
  applyPaints<SheetRule | null>(
    place,
    ordered ? [] : anywhere,
    null,
    (blocks, rule) => {
      for (const block of blocks) setRule(sheet, block, rule, dates)
    },
    (whole, grid) => {
      const built = new Map<SheetRule, GoogleAppsScript.Spreadsheet.DataValidation>()
      const ruleOf = (rule: SheetRule | null) => {
        if (!rule) return null
        const known = built.get(rule) ?? buildRule(rule, dates)
        built.set(rule, known)
        return known
      }
      blockRange(sheet, whole).setDataValidations(grid.map((row) => row.map(ruleOf)))
    },
  )
  for (const { block, value } of ordered ? paints : onBlock) setRule(sheet, block, value, dates)
}

function setRule(
  sheet: Sheet,
  block: RuleEdit['block'],
  rule: SheetRule | null,
  dates: ReturnType<typeof datesOf>,
): void {
  const range = blockRange(sheet, block)
  if (rule) range.setDataValidation(buildRule(rule, dates))
  else range.clearDataValidations()
}

/** Notes of neighbours in one call; on a sheet that is in use the notes between them are read and stay. */
export function applyNotes({ sheet, blank }: WritePlace, edits: NoteEdit[]): void {
  if (edits.length === 0) return
  const paints = edits.map(({ row, column, note }) => ({ block: { row, column, rows: 1, columns: 1 }, value: note }))
  const whole = aroundAll(paints.map(({ block }) => block))
  const range = blockRange(sheet, whole)
  if (whole.rows * whole.columns > edits.length * 20) {
    for (const { block, value } of paints) blockRange(sheet, block).setNote(value)
    return
  }
  const notes = paintGrid<string | null>(paints, whole, null)
  const before = blank || notes.every((row) => row.every((note) => note !== null)) ? [] : range.getNotes()
  range.setNotes(notes.map((row, r) => row.map((note, c) => note ?? before[r]?.[c] ?? '')))
}
