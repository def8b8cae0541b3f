// Group: rows and columns that fold away together, nested up to eight deep.
import { touch } from '../../workbook/changes.ts'
import type { LineGroup } from '../../workbook/sheet-objects.ts'
import type { Box, Sheet } from '../../workbook/workbook.ts'
import { integer } from '../arguments.ts'
import { enumName, GroupControlTogglePosition, member } from '../enums.ts'
import type { Execution } from '../execution.ts'
import { type RangeState, rangeHandle, type SheetState } from '../kinds.ts'
import { defineKind, type Handle, type Method, type Methods, make, SELF } from '../service.ts'

type Axis = 'row' | 'column'
type GroupState = { sheet: Sheet; axis: Axis; group: LineGroup }

const GroupKind = defineKind<GroupState>('SpreadsheetApp.Group', { document: true })
const deepest = 8

const groupsOf = (sheet: Sheet, axis: Axis) => (axis === 'row' ? sheet.rowGroups : sheet.columnGroups)
const inside = (group: LineGroup, line: number) => line >= group.start && line < group.start + group.count
const span = (axis: Axis, box: Box): [number, number] =>
  axis === 'row' ? [box.row, box.row + box.rows] : [box.column, box.column + box.columns]

function depthAt(sheet: Sheet, axis: Axis, line: number): number {
  return groupsOf(sheet, axis).reduce((depth, group) => (inside(group, line) ? Math.max(depth, group.depth) : depth), 0)
}

/** Sets the groups from how deep each line lies; one that was there before stays collapsed if it was. */
function regroup(sheet: Sheet, axis: Axis, depths: Map<number, number>): void {
  const before = groupsOf(sheet, axis)
  const groups: LineGroup[] = []
  const last = Math.max(0, ...depths.keys())
  for (let depth = 1; depth <= deepest; depth++)
    for (let line = 1; line <= last; line++) {
      if ((depths.get(line) ?? 0) < depth) continue
      const start = line
      while ((depths.get(line + 1) ?? 0) >= depth) line += 1
      const known = before.find((one) => one.depth === depth && inside(one, start))
      groups.push({ start, count: line - start + 1, depth, collapsed: known?.collapsed ?? false })
    }
  if (axis === 'row') sheet.rowGroups = groups
  else sheet.columnGroups = groups
}

function shiftDepth({ sheet, box }: RangeState, axis: Axis, delta: number): void {
  const [from, to] = span(axis, box)
  const depths = new Map<number, number>()
  for (const group of groupsOf(sheet, axis))
    for (let line = group.start; line < group.start + group.count; line++)
      depths.set(line, Math.max(depths.get(line) ?? 0, group.depth))
  for (let line = from; line < to; line++) {
    const depth = Math.max(0, (depths.get(line) ?? 0) + delta)
    if (depth > deepest) throw new Error(`Groups cannot be more than ${deepest} deep.`)
    depths.set(line, depth)
  }
  regroup(sheet, axis, depths)
}

/** Folds a group or unfolds it, which hides or shows its lines. */
function fold(sheet: Sheet, axis: Axis, group: LineGroup, collapsed: boolean): void {
  group.collapsed = collapsed
  const hidden = axis === 'row' ? sheet.hiddenRows : sheet.hiddenColumns
  for (let line = group.start; line < group.start + group.count; line++) {
    if (collapsed) hidden.add(line)
    else hidden.delete(line)
  }
}

function collapse({ sheet, box }: RangeState): void {
  for (const axis of ['row', 'column'] as const) {
    const [from, to] = span(axis, box)
    const groups = groupsOf(sheet, axis)
    const whole = groups.filter((group) => group.start >= from && group.start + group.count <= to)
    const touching = groups.filter((group) => !group.collapsed && group.start < to && group.start + group.count > from)
    const outermost = whole.filter((one) => !whole.some((other) => other.depth < one.depth && inside(other, one.start)))
    const deep = Math.max(...touching.map(({ depth }) => depth))
    const chosen = whole.length > 0 ? outermost : touching.filter((group) => group.depth === deep)
    for (const group of chosen) fold(sheet, axis, group, true)
  }
}

function expand({ sheet, box }: RangeState): void {
  for (const axis of ['row', 'column'] as const) {
    const [from, to] = span(axis, box)
    for (const group of groupsOf(sheet, axis))
      if (group.collapsed && group.start <= to && group.start + group.count >= from) fold(sheet, axis, group, false)
  }
}

export const rangeGroups: Methods<RangeState> = {
  shiftRowGroupDepth: (range, args, run) => {
    shiftDepth(range, 'row', integer(args, 0))
    return changed(run)
  },
  shiftColumnGroupDepth: (range, args, run) => {
    shiftDepth(range, 'column', integer(args, 0))
    return changed(run)
  },
  collapseGroups: (range, _args, run) => {
    collapse(range)
    return changed(run)
  },
  expandGroups: (range, _args, run) => {
    expand(range)
    return changed(run)
  },
}

function changed(run: Execution): typeof SELF {
  touch(run.workbook)
  return SELF
}

function sheetMethods(axis: Axis): Methods<SheetState> {
  const name = axis === 'row' ? 'Row' : 'Column'
  const all =
    (collapsed: (group: LineGroup, depth: number) => boolean | null): Method<SheetState> =>
    ({ sheet }, args, run) => {
      for (const group of groupsOf(sheet, axis)) {
        const wanted = collapsed(group, args.length > 0 ? integer(args, 0) : 0)
        if (wanted !== null) fold(sheet, axis, group, wanted)
      }
      return changed(run)
    }
  return {
    [`get${name}Group`]: ({ sheet }, args) => {
      const [line, depth] = [integer(args, 0), integer(args, 1)]
      const group = groupsOf(sheet, axis).find((one) => one.depth === depth && inside(one, line))
      if (!group) throw new Error(`A group doesn't exist at index ${line} and depth ${depth}`)
      return make(GroupKind, { sheet, axis, group })
    },
    [`get${name}GroupDepth`]: ({ sheet }, args) => depthAt(sheet, axis, integer(args, 0)),
    [`collapseAll${name}Groups`]: all(() => true),
    [`expandAll${name}Groups`]: all(() => false),
    [`expand${name}GroupsUpToDepth`]: all((group, depth) => group.depth > depth),
    [`get${name}GroupControlPosition`]: ({ sheet }) => controlPosition(sheet, axis),
    [`set${name}GroupControlPosition`]: ({ sheet }, args, run) => {
      const after = enumName(args, 0, GroupControlTogglePosition) === 'AFTER'
      if (axis === 'row') sheet.rowGroupControlAfter = after
      else sheet.columnGroupControlAfter = after
      return changed(run)
    },
  }
}

function controlPosition(sheet: Sheet, axis: Axis): Handle | null {
  const after = axis === 'row' ? sheet.rowGroupControlAfter : sheet.columnGroupControlAfter
  return member(GroupControlTogglePosition, after ? 'AFTER' : 'BEFORE')
}

export const sheetGroups: Methods<SheetState> = { ...sheetMethods('row'), ...sheetMethods('column') }

Object.assign(GroupKind.methods, {
  getDepth: ({ group }) => group.depth,
  isCollapsed: ({ group }) => group.collapsed,
  getControlIndex: ({ sheet, axis, group }) => {
    const after = axis === 'row' ? sheet.rowGroupControlAfter : sheet.columnGroupControlAfter
    return after ? group.start + group.count : group.start - 1
  },
  getRange: ({ sheet, axis, group }) =>
    axis === 'row'
      ? rangeHandle(sheet, { row: group.start, rows: group.count, column: 1, columns: sheet.maxColumns })
      : rangeHandle(sheet, { row: 1, rows: sheet.maxRows, column: group.start, columns: group.count }),
  collapse: ({ sheet, axis, group }, _args, run) => {
    fold(sheet, axis, group, true)
    return changed(run)
  },
  expand: ({ sheet, axis, group }, _args, run) => {
    fold(sheet, axis, group, false)
    return changed(run)
  },
  remove: ({ sheet, axis, group }, _args, run) => {
    fold(sheet, axis, group, false)
    const { start, count } = group
    const box =
      axis === 'row'
        ? { row: start, rows: count, column: 1, columns: 1 }
        : { row: 1, rows: 1, column: start, columns: count }
    shiftDepth({ sheet, box }, axis, -1)
    touch(run.workbook)
  },
} satisfies Methods<GroupState>)
