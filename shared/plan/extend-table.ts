// What new rows and columns of a table in the sheet get beside their values, so that they look and work like the rest.
import type { FittedTable } from '../template/fitted-table.ts'
import type { Template } from '../template/template.ts'
import { isDateFormat } from './cell-text.ts'
import type { KnownNow } from './find-known.ts'
import type { KnownPlaces } from './known-columns.ts'
import type { Room } from './make-room.ts'
import { type MovedRows, movedRows } from './moved-rows.ts'
import { columnRuns, lettersOf, type PlacedColumn } from './placed-column.ts'
import type { PlanBlock, PlanEdit } from './plan-edit.ts'
import { conditionEdits } from './render-condition.ts'
import { renderRule } from './render-rule.ts'
import { contains, formatAt, overlaps } from './sheet-window.ts'
import { bodyLooks, headerLooks, plainLook, totalsLooks } from './table-looks.ts'

/** `rows` are the new ones, `last` the last row of the body, both after rows have moved; `first` is the first one then. */
export type Extension = {
  fitted: FittedTable
  template: Template
  known: KnownNow
  places: KnownPlaces
  room: Room
  rows: { row: number; rows: number }
  last: number
  moves: PlanEdit[]
}

const kindOf = (format: string) => (format === '@' ? 'text' : isDateFormat(format) ? 'day' : 'number')

/** The number format that the rows above have, when it suits what the column holds: somebody may have chosen it. */
function formatIn({ known }: Extension) {
  return ({ fitted, column }: PlacedColumn): string => {
    if (known.last < known.first) return fitted.number_format
    const standing = formatAt(known.sheet.window, known.last, column) || 'General'
    return kindOf(standing) === kindOf(fitted.number_format) ? standing : fitted.number_format
  }
}

/** New number formats for the first `rows` rows of the body, where what they hold is of another kind now. */
export function changedFormats(known: KnownNow, { placed, added }: KnownPlaces, rows: number): PlanEdit[] {
  if (rows === 0) return []
  const runs = columnRuns(
    placed.filter((each) => !added.includes(each)),
    { row: known.first, rows },
    ({ fitted, column }) => {
      const standing = formatAt(known.sheet.window, known.first, column) || 'General'
      return kindOf(standing) === kindOf(fitted.number_format) ? null : fitted.number_format
    },
  )
  return runs.map(({ block, what }) => ({ kind: 'look', block, look: { number_format: what } }))
}

/** Looks, before anything is written: text cells have to be text by then. */
export function extensionLooks(extension: Extension): PlanEdit[] {
  const { template, known, places, room, rows, last } = extension
  const { formatting } = template
  const { added, placed } = places
  const edits: PlanEdit[] = []
  const reset = (row: number, count: number) =>
    edits.push({
      ...{ kind: 'look', block: { row, column: known.left, rows: count, columns: known.width }, look: plainLook },
    })
  if (rows.rows > 0) {
    if (room.inserted && known.last < known.first) reset(rows.row, rows.rows)
    else if (room.rewritten && known.totals !== null) reset(known.totals, 1)
    edits.push(
      ...bodyLooks(
        placed.filter((each) => !added.includes(each)),
        rows,
        formatIn(extension),
      ),
    )
  }
  if (added.length > 0) {
    edits.push(...headerLooks(added, known.header, formatting))
    const body = { row: known.first, rows: last - known.first + 1 }
    if (body.rows > 0) edits.push(...bodyLooks(added, body))
  }
  if (room.totals !== null) {
    const columns = room.rewritten ? placed : added
    if (columns.length > 0) edits.push(...totalsLooks(columns, room.totals, formatting))
  }
  return edits
}

/** Rows of a block that have no rule yet; what the person set stays. */
function unruled(block: PlanBlock, ruled: PlanBlock[], { before }: MovedRows): PlanBlock[] {
  const near = ruled.filter((each) => overlaps({ ...each, row: 1, rows: 1 }, { ...block, row: 1, rows: 1 }))
  if (near.length === 0) return [block]
  const runs: PlanBlock[] = []
  for (let row = block.row; row < block.row + block.rows; row++) {
    const was = before(row)
    if (was !== null && near.some((each) => was >= each.row && was < each.row + each.rows)) continue
    const last = runs.at(-1)
    if (last && last.row + last.rows === row) last.rows++
    else runs.push({ ...block, row, rows: 1 })
  }
  return runs
}

function ruleEdits({ fitted, known, places, rows, last, moves }: Extension): PlanEdit[] {
  const moved = movedRows(moves)
  const letters = lettersOf(places.placed, '$')
  return places.placed.flatMap((each): PlanEdit[] => {
    const { rule } = each.fitted
    if (!rule) return []
    const whole = places.added.includes(each)
    const body = whole ? { row: known.first, rows: last - known.first + 1 } : rows
    if (body.rows <= 0) return []
    const blocks = unruled({ ...body, column: each.column, columns: 1 }, known.sheet.ruled, moved)
    return blocks.flatMap((block): PlanEdit[] => {
      const rendered = renderRule(rule, { column: block.column, row: block.row, letters, locale: fitted.locale })
      return rendered ? [{ kind: 'rule', block, rule: rendered }] : []
    })
  })
}

/** Bands and the filter of the table reach over all of its rows and columns. */
function frameEdits({ template, known, places, last }: Extension): PlanEdit[] {
  const { sheet, header, left, width } = known
  const { banding, header: colors } = template.formatting
  const edits: PlanEdit[] = []
  if (last < known.first) return edits
  const wide = (block: PlanBlock) => (block.columns === width ? places.width : block.columns)
  const columns = { row: header, column: left, rows: sheet.rows, columns: width }
  const banded = sheet.banded.find((block) => contains(columns, block))
  if (banding && banded) {
    const block = { ...banded, rows: last - banded.row + 1, columns: wide(banded) }
    edits.push({ kind: 'band', block, header: banded.row === header ? colors.background : null, ...banding })
  }
  const { filter } = sheet
  if (filter && filter.row === header && contains(columns, filter))
    edits.push({ kind: 'filter', block: { ...filter, rows: last - header + 1, columns: wide(filter) } })
  return edits
}

/** Rules, notes, bands, conditional formats and the filter, after everything is written. */
export function extensionFrame(extension: Extension): PlanEdit[] {
  const { fitted, template, known, places, last } = extension
  const { placed, added } = places
  const notes = added.flatMap(({ fitted: { note }, column }): PlanEdit[] =>
    note ? [{ kind: 'note', row: known.header, column, note }] : [],
  )
  const body = { row: known.first, rows: Math.max(0, last - known.first + 1) }
  const { edits: conditions } = conditionEdits(template.formatting.conditional_formats, {
    ...{ placed, ...body, letters: lettersOf(placed, '$'), locale: fitted.locale },
  })
  const frame = frameEdits(extension)
  return [
    ...ruleEdits(extension),
    ...notes,
    ...frame.filter(({ kind }) => kind === 'band'),
    ...conditions,
    ...frame.filter(({ kind }) => kind === 'filter'),
  ]
}
