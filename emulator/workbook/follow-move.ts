// Lets what lies over cells go along when they move: rules, bands, filters, protections, tables and names.
import { encloses, overlaps } from './cells.ts'
import { intersection } from './copy.ts'
import { shiftFormula } from './formula-references.ts'
import type { Box, ConditionalRule, Filter, Sheet, Workbook } from './workbook.ts'

/** Where a rectangle goes: null when it is gone, itself when it stays. */
export type Move = (box: Box) => Box | null
type Place = { sheet: Sheet; box: Box }

/** Moves everything on a sheet whose rectangle `move` says goes elsewhere on it. */
export function followShift(workbook: Workbook, sheet: Sheet, move: Move): void {
  const moveAll = (boxes: Box[]) => boxes.map(move).filter((box) => box !== null)
  sheet.merges = moveAll(sheet.merges)
  sheet.conditionalRules = sheet.conditionalRules
    .map((rule) => ({ ...rule, ranges: moveAll(rule.ranges) }))
    .filter((rule) => rule.ranges.length > 0)
  sheet.bandings = moved(sheet.bandings, move)
  sheet.tables = moved(sheet.tables, move)
  sheet.protections = sheet.protections.flatMap((one) => {
    const box = one.box && move(one.box)
    return one.box && !box ? [] : [Object.assign(one, { box, unprotected: moveAll(one.unprotected) })]
  })
  if (sheet.filter) sheet.filter = movedFilter(sheet.filter, move)
  sheet.filterViews = sheet.filterViews.flatMap((view) => movedFilter(view, move) ?? [])
  workbook.namedRanges = workbook.namedRanges.flatMap((named) =>
    named.sheetId === sheet.id ? moved([named], move) : [named],
  )
}

/** Moves what lies wholly within cells that are cut and pasted; of conditional formats, the part that does. */
export function followCut(workbook: Workbook, from: Place, to: Place): void {
  const [down, right] = [to.box.row - from.box.row, to.box.column - from.box.column]
  const along = (box: Box): Box => ({ ...box, row: box.row + down, column: box.column + right })
  const isCut = ({ box }: { box: Box | null }) => box !== null && encloses(from.box, box)
  // Moved in place: scripts hold on to these objects.
  const cut = <T extends { box: Box | null }>(all: T[]) =>
    all.filter(isCut).map((one) => Object.assign(one, { box: one.box && along(one.box) }))
  const merges = from.sheet.merges.filter((merge) => encloses(from.box, merge))
  from.sheet.merges = from.sheet.merges.filter((merge) => !merges.includes(merge))
  to.sheet.merges = [...to.sheet.merges.filter((merge) => !overlaps(merge, to.box)), ...merges.map(along)]
  const [bandings, protections] = [cut(from.sheet.bandings), cut(from.sheet.protections)]
  const others = <T extends object>(all: T[], gone: T[]) => all.filter((one) => !gone.includes(one))
  from.sheet.bandings = others(from.sheet.bandings, bandings)
  to.sheet.bandings = [...to.sheet.bandings, ...bandings]
  from.sheet.protections = others(from.sheet.protections, protections)
  to.sheet.protections = [...to.sheet.protections, ...protections]
  const { filter } = from.sheet
  if (filter && isCut(filter) && from.sheet === to.sheet)
    from.sheet.filter = movedFilter(filter, (box) => (encloses(from.box, box) ? along(box) : box))
  for (const named of workbook.namedRanges)
    if (named.sheetId === from.sheet.id && isCut(named))
      Object.assign(named, { sheetId: to.sheet.id, box: along(named.box) })
  cutConditionalRules(from, to, along)
}

function cutConditionalRules(from: Place, to: Place, along: (box: Box) => Box): void {
  const taken: [ConditionalRule, Box[]][] = from.sheet.conditionalRules.map((rule) => [
    rule,
    rule.ranges.map((box) => intersection(box, from.box)).filter((box) => box !== null),
  ])
  from.sheet.conditionalRules = from.sheet.conditionalRules.map((rule) => without(rule, from.box))
  to.sheet.conditionalRules = to.sheet.conditionalRules.map((rule) => without(rule, to.box))
  for (const [index, [rule, parts]] of taken.entries()) {
    if (parts.length === 0) continue
    const stays = from.sheet.conditionalRules[index]!
    if (from.sheet === to.sheet && stays.ranges.length === 0) stays.ranges = parts.map(along)
    else to.sheet.conditionalRules.push({ ...anchoredAt(rule, parts[0]!), ranges: parts.map(along) })
  }
  for (const sheet of new Set([from.sheet, to.sheet]))
    sheet.conditionalRules = sheet.conditionalRules.filter((rule) => rule.ranges.length > 0)
}

/** A custom formula is written for the first cell of its rule. */
function anchoredAt(rule: ConditionalRule, box: Box): ConditionalRule {
  const [first] = rule.ranges
  if (rule.kind !== 'boolean' || rule.type !== 'CUSTOM_FORMULA' || !first) return rule
  return { ...rule, args: [shiftFormula(String(rule.args[0]), box.row - first.row, box.column - first.column)] }
}

function without(rule: ConditionalRule, hole: Box): ConditionalRule {
  if (!rule.ranges.some((box) => overlaps(box, hole))) return rule
  const ranges = rule.ranges.flatMap((box) => remains(box, hole))
  return { ...(ranges[0] ? anchoredAt(rule, ranges[0]) : rule), ranges }
}

/** What is left of a rectangle around a hole, from above down. */
function remains(box: Box, hole: Box): Box[] {
  const inner = intersection(box, hole)
  if (!inner) return [box]
  const [bottom, right] = [inner.row + inner.rows, inner.column + inner.columns]
  return [
    { ...box, rows: inner.row - box.row },
    { ...inner, column: box.column, columns: inner.column - box.column },
    { ...inner, column: right, columns: box.column + box.columns - right },
    { ...box, row: bottom, rows: box.row + box.rows - bottom },
  ].filter(({ rows, columns }) => rows > 0 && columns > 0)
}

function moved<T extends { box: Box }>(items: T[], move: Move): T[] {
  return items.flatMap((item) => {
    const box = move(item.box)
    return box ? [Object.assign(item, { box })] : []
  })
}

/** A filter keeps its criteria by column, which go with it. */
function movedFilter<T extends Filter>(filter: T, move: Move): T | null {
  const box = move(filter.box)
  if (!box || box === filter.box) return box && filter
  const right = box.column - filter.box.column
  const criteria = Object.entries(filter.criteria).map(([column, one]) => [Number(column) + right, one])
  const sortSpecs = filter.sortSpecs?.map((spec) => ({ ...spec, column: spec.column + right }))
  return Object.assign(filter, { box, criteria: Object.fromEntries(criteria), ...(sortSpecs ? { sortSpecs } : {}) })
}
