// Requests about grouped rows and columns. Groups are how deep each line is nested.
import { touch } from '../../workbook/changes.ts'
import type { LineGroup } from '../../workbook/sheet-objects.ts'
import type { Sheet } from '../../workbook/workbook.ts'
import { badRequest } from '../api-error.ts'
import { demandFields, fieldOf, readMask } from '../cell-data/field-mask.ts'
import { type Lines, lineTotal, readLines } from '../cell-data/grid-range.ts'
import { groupJson } from '../cell-data/sheet-objects.ts'
import type { Handlers } from './request.ts'

const deepest = 8

function groupsOf(sheet: Sheet, axis: Lines['axis']): LineGroup[] {
  return axis === 'row' ? sheet.rowGroups : sheet.columnGroups
}

function setGroups(sheet: Sheet, axis: Lines['axis'], groups: LineGroup[]): void {
  if (axis === 'row') sheet.rowGroups = groups
  else sheet.columnGroups = groups
}

/** How deep every line is, changed by `by` within the asked ones, as groups again: lines next to each other join. */
function regrouped({ sheet, axis, start, count }: Lines, by: number): LineGroup[] {
  const before = groupsOf(sheet, axis)
  const depths = new Map<number, number>()
  const deepen = (from: number, lines: number, more: number) => {
    for (let line = from; line < from + lines; line++) depths.set(line, Math.max(0, (depths.get(line) ?? 0) + more))
  }
  for (const group of before) deepen(group.start, group.count, 1)
  deepen(start, count, by)
  const lines = [...depths].filter(([, depth]) => depth > 0).sort(([one], [other]) => one - other)
  const groups: LineGroup[] = []
  for (let depth = 1; depth <= deepest + 1; depth++)
    for (const [line, deep] of lines) {
      if (deep < depth) continue
      const last = groups.at(-1)
      if (last?.depth === depth && last.start + last.count === line) last.count += 1
      else groups.push({ start: line, count: 1, depth, collapsed: false })
    }
  for (const group of groups)
    group.collapsed = before.some((one) => one.collapsed && one.depth === group.depth && one.start === group.start)
  return groups.sort((one, other) => one.depth - other.depth || one.start - other.start)
}

function readGroupLines(lines: Lines): Lines {
  const size = lineTotal(lines.sheet, lines.axis)
  if (lines.start + lines.count - 1 > size)
    throw badRequest(`range.endIndex is larger than current grid size (${size})`)
  return lines
}

function reply(sheet: Sheet, axis: Lines['axis']): object {
  const groups = groupsOf(sheet, axis).map((group) => groupJson(sheet, axis, group))
  return groups.length > 0 ? { dimensionGroups: groups } : {}
}

export const groupRequests: Handlers = {
  addDimensionGroup: ({ book }, { range }) => {
    const lines = readGroupLines(readLines(book, range))
    const groups = regrouped(lines, 1)
    if (groups.some(({ depth }) => depth > deepest))
      throw badRequest(`Cannot create a group deeper than ${deepest} levels.`)
    const { sheet, axis } = lines
    setGroups(sheet, axis, groups)
    if (axis === 'row') sheet.rowGroupControlAfter = true
    else sheet.columnGroupControlAfter = true
    touch(book)
    return reply(sheet, axis)
  },

  deleteDimensionGroup: ({ book }, { range }) => {
    const lines = readGroupLines(readLines(book, range))
    const { sheet, axis, start, count } = lines
    const isGrouped = groupsOf(sheet, axis).some((one) => one.start < start + count && start < one.start + one.count)
    if (!isGrouped) throw badRequest('No dimension group exists over the specified range.')
    setGroups(sheet, axis, regrouped(lines, -1))
    touch(book)
    return reply(sheet, axis)
  },

  updateDimensionGroup: ({ book }, { dimensionGroup = {}, fields }) => {
    const mask = readMask(fields)
    demandFields(mask, ['range', 'depth', 'collapsed'])
    const { sheet, axis, start, count } = readLines(book, dimensionGroup.range, 'dimensionGroup.range')
    const isAsked = (one: LineGroup) =>
      one.start === start && one.count === count && one.depth === (dimensionGroup.depth ?? 0)
    const known = groupsOf(sheet, axis).find(isAsked)
    if (!known) throw badRequest('No dimension group exists with the specified range and depth.')
    if (fieldOf(mask, 'collapsed')) {
      const collapsed = dimensionGroup.collapsed ?? false
      setGroups(
        sheet,
        axis,
        groupsOf(sheet, axis).map((one) => (one === known ? { ...one, collapsed } : one)),
      )
      const hidden = axis === 'row' ? sheet.hiddenRows : sheet.hiddenColumns
      for (let line = start; line < start + count; line++) {
        if (collapsed) hidden.add(line)
        else hidden.delete(line)
      }
    }
    touch(book)
    return undefined
  },
}
