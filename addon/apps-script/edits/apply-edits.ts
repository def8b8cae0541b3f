// Makes the edits of a plan on a sheet, in their order, with few calls.
import type { PlanEdit } from '../../../shared/plan/plan-edit.ts'
import { automatic } from '../../../shared/template/number-format.ts'
import { blockRange, growSheet, type Sheet } from '../sheets.ts'
import { replacesRule } from '../undo/conditions.ts'
import { applyAnchor } from './apply-anchor.ts'
import { addBand, removeBands } from './apply-bands.ts'
import { areApart, checkCells, type FoundCells, putCells, writeCells } from './apply-cells.ts'
import { applyFormats, applyLooks } from './apply-looks.ts'
import { applyNotes, applyRules } from './apply-rules.ts'
import { applyWidths } from './apply-widths.ts'
import { shared } from './blocks.ts'
import { buildCondition } from './build-condition.ts'
import { clearBlock } from './clear-block.ts'
import { placeFilter } from './move-filter.ts'
import { pastRules } from './past-rules.ts'
import { copyStaged } from './stage-cells.ts'
import type { WritePlace } from './write-place.ts'

type Kind = PlanEdit['kind']
type EditOf<K extends Kind> = Extract<PlanEdit, { kind: K }>

const ofKind = <K extends Kind>(edits: PlanEdit[], kind: K) =>
  edits.filter((edit): edit is EditOf<K> => edit.kind === kind)

/** Edits that the others have to wait for. */
const structural: ReadonlySet<Kind> = new Set(['insert_rows', 'delete_rows', 'grow', 'separate', 'clear'])

/** Runs of edits that can be made kind by kind; a structural one stands alone. */
export function batchEdits(edits: PlanEdit[]): PlanEdit[][] {
  const batches: PlanEdit[][] = []
  let open: PlanEdit[] | null = null
  for (const edit of edits) {
    if (structural.has(edit.kind)) {
      batches.push([edit])
      open = null
    } else if (open) open.push(edit)
    else {
      open = [edit]
      batches.push(open)
    }
  }
  return batches
}

/** Google makes a sheet with 1,000 rows and 26 columns: it need not be asked. */
function growNewSheet(sheet: Sheet, rows: number, columns: number): void {
  if (rows > 1000) sheet.insertRowsAfter(1000, rows - 1000)
  if (columns > 26) sheet.insertColumnsAfter(26, columns - 26)
}

/** Whole rows; new ones look like the row above them. */
function applyStructure({ sheet }: WritePlace, edit: PlanEdit, fresh: boolean): void {
  switch (edit.kind) {
    case 'insert_rows':
      if (edit.before > 1) sheet.insertRowsAfter(edit.before - 1, edit.count)
      else sheet.insertRowsBefore(1, edit.count)
      return
    case 'delete_rows':
      sheet.deleteRows(edit.row, edit.count)
      return
    case 'grow':
      if (fresh) growNewSheet(sheet, edit.rows, edit.columns)
      else growSheet(sheet, { row: 1, column: 1, rows: edit.rows, columns: edit.columns })
      return
    case 'separate':
      for (const block of edit.blocks) blockRange(sheet, block).breakApart()
      return
    case 'clear':
      clearBlock(sheet, edit.block)
  }
}

/** The number format that the looks give a cell; what a new sheet has where they say nothing, unknown on one in use. */
export function plannedFormat(blank: boolean, edits: PlanEdit[]): (row: number, column: number) => string | undefined {
  const looks = ofKind(edits, 'look')
  const formats = looks.filter(({ look }) => look.number_format !== undefined).reverse()
  return (row, column) => {
    const cell = { row, column, rows: 1, columns: 1 }
    const said = formats.find(({ block }) => shared(block, cell))?.look.number_format
    return said ?? (blank ? automatic : undefined)
  }
}

/** New ones come first, each in place of its like. */
function applyConditions({ sheet, blank }: WritePlace, edits: EditOf<'condition'>[]): void {
  if (edits.length === 0) return
  // Each goes before those that are there by then, so the last comes first.
  const rules = edits.map(({ blocks, condition }) => buildCondition(sheet, blocks, condition)).reverse()
  const before = blank ? [] : sheet.getConditionalFormatRules()
  sheet.setConditionalFormatRules([...rules, ...before.filter((old) => !rules.some((rule) => replacesRule(rule, old)))])
}

function applySheetLooks({ sheet, blank }: WritePlace, edits: PlanEdit[]): void {
  const freeze = ofKind(edits, 'freeze').at(-1)
  if (freeze && (freeze.rows > 0 || !blank)) sheet.setFrozenRows(freeze.rows)
  if (freeze && (freeze.columns > 0 || !blank)) sheet.setFrozenColumns(freeze.columns)
  applyWidths(sheet, ofKind(edits, 'width'), blank)
  const gridlines = ofKind(edits, 'gridlines').at(-1)
  if (gridlines && !(gridlines.shown && blank)) sheet.setHiddenGridlines(!gridlines.shown)
  if (ofKind(edits, 'right_to_left').length > 0) sheet.setRightToLeft(true)
}

/** Number formats alone, which have to be there before the values. */
export function applyPlannedFormats(place: WritePlace, edits: PlanEdit[]): void {
  applyFormats(place, ofKind(edits, 'look'))
}

/** Values and formulas: written and read back, or copied from where they were put together. */
function applyContents(place: WritePlace, edits: PlanEdit[], staged: Sheet | null): FoundCells[] {
  const cells = ofKind(edits, 'cells')
  if (!staged) return writeCells(place, cells, plannedFormat(place.blank, edits))
  if (staged.getSheetId() !== place.sheet.getSheetId()) copyStaged(staged, place.sheet, cells)
  return []
}

function applyBatch(place: WritePlace, edits: PlanEdit[], staged: Sheet | null): FoundCells[] {
  const looks = ofKind(edits, 'look')
  if (staged?.getSheetId() !== place.sheet.getSheetId()) applyFormats(place, looks)
  // On a sheet in use, what went wrong is told before more is changed; on a new one reading comes last, and settles all.
  const cells = ofKind(edits, 'cells')
  const late = place.blank && !staged && areApart(cells) ? putCells(place, cells, plannedFormat(true, edits)) : null
  const past = ofKind(edits, 'past_rules')
  const found = late ? [] : pastRules(place, past, () => applyContents(place, edits, staged))
  applyLooks(place, looks)
  applyRules(place, ofKind(edits, 'rule'))
  applyNotes(place, ofKind(edits, 'note'))
  for (const { block, ...colors } of ofKind(edits, 'band')) {
    if (!place.blank) removeBands(place.sheet, block)
    addBand(place.sheet, { block, across: false, footer: null, ...colors })
  }
  applyConditions(place, ofKind(edits, 'condition'))
  for (const { block } of ofKind(edits, 'filter').slice(-1)) placeFilter(place.sheet, block, place.blank)
  applySheetLooks(place, edits)
  for (const edit of ofKind(edits, 'anchor')) applyAnchor(place, edit)
  return late ? checkCells(place, late) : found
}

/** Whether a batch is one edit that moves, parts or empties cells. */
const isStructural = ([edit]: PlanEdit[]) => edit !== undefined && structural.has(edit.kind)

/**
 * Makes the edits. `onStructure` is told before each structural edit how many of them are done. Answers with what the
 * sheet holds in the cells that were written last, where nothing moved them since. `staged` has the contents already,
 * at their addresses; it may be the sheet itself.
 */
export function applyEdits(
  place: WritePlace,
  edits: PlanEdit[],
  staged: Sheet | null,
  onStructure: (done: number) => void,
): FoundCells[] {
  let found: FoundCells[] = []
  let done = 0
  for (const batch of batchEdits(edits)) {
    if (isStructural(batch)) {
      onStructure(done++)
      for (const edit of batch) applyStructure(place, edit, place.blank && staged === null)
      found = []
    } else found.push(...applyBatch(place, batch, staged))
  }
  return found
}
