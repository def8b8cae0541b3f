// Inserts, deletes and moves rows or columns: cells, merges, rules, names, objects and formula references move with them.
import { touch } from './changes.ts'
import { shiftFormula } from './formula-references.ts'
import {
  type Axis,
  deletion,
  insertion,
  move,
  type Shift,
  shiftBox,
  shiftBoxes,
  shiftGridRanges,
  shiftKeys,
  shiftReferences,
} from './line-shift.ts'
import { rewriteFormulas } from './rewrite-formulas.ts'
import type { EmbeddedObject, FilterView, JsonObject, LineGroup, SortSpec, Table } from './sheet-objects.ts'
import type { ConditionalRule, FilterCriteria, Sheet, Workbook } from './workbook.ts'

export type { Axis } from './line-shift.ts'

/** Puts `count` empty rows or columns before `start`. */
export function insertLines(workbook: Workbook, sheet: Sheet, axis: Axis, start: number, count: number): void {
  if (axis === 'row') sheet.maxRows += count
  else sheet.maxColumns += count
  const frozen = axis === 'row' ? sheet.frozenRows : sheet.frozenColumns
  shiftAll(workbook, sheet, insertion(axis, start, count))
  if (start <= frozen) setFrozen(sheet, axis, frozen + count)
}

/** Takes `count` rows or columns out, from `start` on. */
export function deleteLines(workbook: Workbook, sheet: Sheet, axis: Axis, start: number, count: number): void {
  if (axis === 'row') sheet.maxRows -= count
  else sheet.maxColumns -= count
  const frozen = axis === 'row' ? sheet.frozenRows : sheet.frozenColumns
  shiftAll(workbook, sheet, deletion(axis, start, count))
  if (start <= frozen) setFrozen(sheet, axis, frozen - Math.min(count, frozen - start + 1))
}

/** Moves `count` rows or columns from `start` on to before the line that now is `destination`. */
export function moveLines(
  workbook: Workbook,
  sheet: Sheet,
  axis: Axis,
  start: number,
  count: number,
  destination: number,
): void {
  shiftAll(workbook, sheet, move(axis, start, count, destination))
}

function setFrozen(sheet: Sheet, axis: Axis, frozen: number): void {
  if (axis === 'row') sheet.frozenRows = frozen
  else sheet.frozenColumns = frozen
}

function shiftAll(workbook: Workbook, sheet: Sheet, shift: Shift): void {
  sheet.rows =
    shift.axis === 'row'
      ? shiftKeys(sheet.rows, shift)
      : new Map(
          [...sheet.rows]
            .map(([row, line]) => [row, shiftKeys(line, shift)] as const)
            .filter(([, line]) => line.size > 0),
        )
  shiftLines(sheet, shift)
  sheet.merges = shiftBoxes(sheet.merges, shift).filter((box) => box.rows * box.columns > 1)
  sheet.bandings = withBoxes(sheet.bandings, shift)
  sheet.protections = sheet.protections.flatMap((one) => {
    const box = one.box && shiftBox(one.box, shift)
    return one.box && !box ? [] : [Object.assign(one, { box, unprotected: shiftBoxes(one.unprotected, shift) })]
  })
  sheet.conditionalRules = sheet.conditionalRules
    .map((rule) => ({ ...anchoredWhereItStays(rule, shift), ranges: shiftBoxes(rule.ranges, shift) }))
    .filter((rule) => rule.ranges.length > 0)
  sheet.filter = (sheet.filter && withBoxes([sheet.filter], shift).map((one) => filtering(one, shift))[0]) ?? null
  sheet.filterViews = withBoxes(sheet.filterViews, shift).map((one) => filtering(one, shift))
  sheet.tables = sheet.tables.flatMap((table) => shiftedTable(table, shift))
  sheet.selection = shiftBoxes(sheet.selection, shift)
  if (sheet.selection.length === 0) sheet.selection = [{ row: 1, column: 1, rows: 1, columns: 1 }]
  workbook.namedRanges = workbook.namedRanges.flatMap((named) =>
    named.sheetId === sheet.id ? withBoxes([named], shift) : [named],
  )
  for (const holder of workbook.sheets) {
    holder.charts = holder.charts.map((chart) => shiftedObject(chart, holder, sheet, shift))
    holder.slicers = holder.slicers.map((slicer) => shiftedObject(slicer, holder, sheet, shift))
  }
  shiftMetadata(workbook, sheet, shift)
  rewriteFormulas(workbook, {
    formula: (text, holder) => shiftReferences(text, holder, sheet, shift),
    place: (sheetId, box) => ({ sheetId, box: (sheetId === sheet.id && shiftBox(box, shift)) || box }),
  })
  touch(workbook)
}

/** A custom formula is written for the first cell of its rule: where that goes, it is written for the first that stays. */
function anchoredWhereItStays(rule: ConditionalRule, shift: Shift): ConditionalRule {
  const [first] = rule.ranges
  if (rule.kind !== 'boolean' || rule.type !== 'CUSTOM_FORMULA' || !first) return rule
  const rows = shift.axis === 'row'
  for (const { row, column, rows: height, columns: width } of rule.ranges) {
    const start = rows ? row : column
    for (let line = start; line < start + (rows ? height : width); line++) {
      if (shift.line(line) === null) continue
      const [down, right] = rows ? [line - first.row, column - first.column] : [row - first.row, line - first.column]
      if (down === 0 && right === 0) return rule
      return { ...rule, args: [shiftFormula(String(rule.args[0]), down, right)] }
    }
  }
  return rule
}

function withBoxes<T extends { box: Sheet['merges'][number] }>(items: T[], shift: Shift): T[] {
  return items.flatMap((item) => {
    const box = shiftBox(item.box, shift)
    // The same object: scripts hold on to it.
    return box ? [Object.assign(item, { box })] : []
  })
}

/** Sizes, hidden lines and groups of the axis that moves. */
function shiftLines(sheet: Sheet, shift: Shift): void {
  const moved = (lines: Set<number>) => new Set([...lines].map(shift.line).filter((line) => line !== null))
  if (shift.axis === 'row') {
    sheet.rowHeights = shiftKeys(sheet.rowHeights, shift)
    sheet.hiddenRows = moved(sheet.hiddenRows)
    sheet.rowGroups = shiftedGroups(sheet.rowGroups, shift)
  } else {
    sheet.columnWidths = shiftKeys(sheet.columnWidths, shift)
    sheet.hiddenColumns = moved(sheet.hiddenColumns)
    sheet.columnGroups = shiftedGroups(sheet.columnGroups, shift)
  }
}

function shiftedGroups(groups: LineGroup[], shift: Shift): LineGroup[] {
  return groups.flatMap((group) => {
    const span = shift.span(group.start, group.start + group.count - 1)
    return span ? [{ ...group, start: span[0], count: span[1] - span[0] + 1 }] : []
  })
}

function filtering<
  T extends { criteria: Record<number, FilterCriteria>; sortSpecs?: SortSpec[] } & Partial<FilterView>,
>(filter: T, shift: Shift): T {
  if (shift.axis === 'row') return filter
  const criteria = Object.entries(filter.criteria).flatMap(([column, one]) => {
    const to = shift.line(Number(column))
    return to === null ? [] : [[to, one]]
  })
  const sortSpecs = filter.sortSpecs?.flatMap((spec) => {
    const column = shift.line(spec.column)
    return column === null ? [] : [{ ...spec, column }]
  })
  return Object.assign(filter, { criteria: Object.fromEntries(criteria), ...(sortSpecs ? { sortSpecs } : {}) })
}

function shiftedTable(table: Table, shift: Shift): Table[] {
  const box = shiftBox(table.box, shift)
  if (!box) return []
  if (shift.axis === 'row') return [{ ...table, box }]
  const columns: Table['columns'] = Array.from({ length: box.columns }, (_, index) => ({ name: `Column ${index + 1}` }))
  table.columns.forEach((column, index) => {
    const to = shift.line(table.box.column + index)
    if (to !== null && to >= box.column && to < box.column + box.columns) columns[to - box.column] = column
  })
  return [{ ...table, box, columns }]
}

function shiftedObject(object: EmbeddedObject, holder: Sheet, sheet: Sheet, shift: Shift): EmbeddedObject {
  const spec = shiftGridRanges(object.spec, sheet.id, shift) as JsonObject
  if (holder !== sheet || !object.overlay) return { ...object, spec }
  const { row, column } = object.overlay
  const anchor = shift.axis === 'row' ? { row: shift.line(row) ?? row } : { column: shift.line(column) ?? column }
  return { ...object, spec, overlay: { ...object.overlay, ...anchor } }
}

function shiftMetadata(workbook: Workbook, sheet: Sheet, shift: Shift): void {
  const type = shift.axis === 'row' ? 'ROW' : 'COLUMN'
  workbook.metadata = workbook.metadata.flatMap((entry) => {
    const at = entry.at
    if (at.type !== type || at.sheetId !== sheet.id) return [entry]
    const span = shift.span(at.start, at.start + at.count - 1)
    return span ? [{ ...entry, at: { ...at, start: span[0], count: span[1] - span[0] + 1 } }] : []
  })
}
