// Plans a merge by key: only what the table changed since the sheet got it last goes in, and what both changed is asked.
import { assumeBase } from '../merge/assume-base.ts'
import type { Conflict } from '../merge/keyed.ts'
import { mergeTables } from '../merge/merge.ts'
import { sameValue } from '../merge/same-value.ts'
import { fitTable } from '../template/fit-table.ts'
import type { FittedTable } from '../template/fitted-table.ts'
import { addRows } from './add-rows.ts'
import { cellText } from './cell-text.ts'
import type { Draft } from './draft.ts'
import { findKnown, type KnownNow } from './find-known.ts'
import { type KeyedRows, keyRows } from './keyed-rows.ts'
import { type KnownPlaces, placeInKnown } from './known-columns.ts'
import { conflictId, describeConflict } from './merge-conflicts.ts'
import { countOwnTotal } from './own-total-row.ts'
import type { SheetValue } from './place.ts'
import { type PlacedColumn, placeColumns } from './placed-column.ts'
import type { Need } from './plan-preview.ts'
import { PlanRefusal } from './plan-refusal.ts'
import type { PlanInput } from './plan-table.ts'
import { removableRows, removalEdits, withoutRows } from './remove-rows.ts'
import { keyTexts } from './row-key.ts'
import { cellAt, formatAt, valueAt } from './sheet-window.ts'

const detailsShown = 20

/** The columns that name a row: those that were asked for, those of the table in the sheet, or the template's. */
function keyColumns({ target, fitted }: PlanInput, known: KnownNow, { placed, added }: KnownPlaces): PlacedColumn[] {
  const asked = target.kind === 'merge' ? (target.by ?? []) : []
  const keys = asked.length > 0 ? asked : known.anchor.key.length > 0 ? known.anchor.key : fitted.key
  const columns = keys.flatMap((key) => {
    const column = known.columns.find((each) => each.key === key)?.column
    return placed.find((each) => !added.includes(each) && (each.column === column || each.fitted.key === key)) ?? []
  })
  if (keys.length > 0 && columns.length === keys.length) return columns
  const missing = keys.length > 0 ? ' One of the columns that do is missing in the sheet or in the table.' : ''
  throw new PlanRefusal(
    'no_key',
    'Nothing names the rows, so they cannot be merged.',
    `Choose one or more columns whose values name a row, such as an order number.${missing} Or replace the table, or add the rows at its end.`,
  )
}

type Sides = { ours: KeyedRows; theirs: KeyedRows; base: KeyedRows | null }

/** What the version that the sheet got last would look like in the sheet as it is now. */
function baseRows(input: PlanInput, columns: PlacedColumn[], keys: PlacedColumn[], ours: KeyedRows): KeyedRows | null {
  const { base, template, decisions, fitted } = input
  if (!base) return null
  const all = { ...decisions, review: { all: 'in' as const, rows: {} } }
  const was: FittedTable = fitTable({ table: base, template, locale: fitted.locale, decisions: all })
  const places = columns.flatMap(({ fitted: { key }, column }) => {
    const its = was.columns.find((each) => each.key === key)
    return its ? [{ fitted: its, column }] : []
  })
  const { placed } = placeColumns(was, places)
  const values = keys.map(({ fitted: { key } }) => placed.find((each) => each.fitted.key === key)?.fitted.values)
  if (values.some((each) => each === undefined)) return null
  return keyRows({
    columns: placed,
    keys: values.map((each) => each ?? []),
    count: was.rows,
    place: (index) => index,
    cell: ({ cell }, index, key) => cell(index, ours.at.get(key) ?? 0),
  })
}

/** The keys of the rows that were decided to stay out. */
function leftKeys(keys: PlacedColumn[]): string[] {
  const values = keys.map(({ fitted: { left_values } }) => left_values)
  return keyTexts(values, values[0]?.length ?? 0).filter((key) => key !== '')
}

function keySides(input: PlanInput, known: KnownNow, columns: PlacedColumn[], keys: PlacedColumn[]): Sides {
  const { window } = known.sheet
  const rows: number[] = []
  for (let row = known.first; row <= known.last; row++)
    if (columns.some(({ column }) => cellAt(window, row, column) !== null)) rows.push(row)
  const ours = keyRows({
    columns,
    keys: keys.map(({ column }) => rows.map((row) => valueAt(window, row, column))),
    count: rows.length,
    place: (index) => rows[index]!,
    cell: ({ column }, index) => cellAt(window, rows[index]!, column),
  })
  const theirs = keyRows({
    columns,
    keys: keys.map(({ fitted }) => fitted.values),
    count: input.fitted.rows,
    place: (index) => index,
    cell: ({ cell }, index, key) => cell(index, ours.at.get(key) ?? 0),
  })
  const base = baseRows(input, columns, keys, ours)
  // A row that was decided to stay out was not deleted: what the sheet has of it stays.
  for (const key of leftKeys(keys)) {
    if (theirs.at.has(key)) continue
    for (const side of [ours, base]) {
      side?.at.delete(key)
      side?.keyed.rows.delete(key)
    }
  }
  return { ours, theirs, base }
}

/** Without an earlier version, what the table has counts as new, and what only the sheet has stays. */
function mergeSides({ ours, theirs, base }: Sides) {
  const from = base?.keyed ?? assumeBase(ours.keyed, theirs.keyed)
  return mergeTables({ base: from, ours: ours.keyed, theirs: theirs.keyed })
}

/** The merge as the sheet gets it: rows by their places, cells as they are written. */
type Outcome = {
  changed: { row: number; index: number; placed: PlacedColumn }[]
  updated: number
  fresh: number[]
  removed: number[]
  matched: number
  out: number
}

function settle(
  { ours, theirs, base }: Sides,
  { merged, conflicts }: ReturnType<typeof mergeSides>,
  columns: PlacedColumn[],
  added: PlacedColumn[],
  known: KnownNow,
  chosen: (conflict: Conflict) => 'sheet' | 'table' | null,
  isOut: (index: number) => boolean,
): Outcome {
  const { window } = known.sheet
  const rowChoices = new Map(conflicts.filter(({ column }) => column === null).map((each) => [each.key, chosen(each)]))
  const taken = new Set(conflicts.filter((each) => each.column !== null && chosen(each) === 'table').map(conflictId))
  const outcome: Outcome = { changed: [], updated: 0, fresh: [], removed: [], matched: 0, out: 0 }
  for (const [key, index] of theirs.at) {
    const row = ours.at.get(key)
    if (isOut(index)) {
      outcome.out++
      continue
    }
    if (row === undefined) {
      if (!merged.rows.has(key)) continue
      if (!rowChoices.has(key) || rowChoices.get(key) === 'table') outcome.fresh.push(index)
      continue
    }
    outcome.matched++
    const before = outcome.changed.length
    const [now, was] = [merged.rows.get(key), ours.keyed.rows.get(key)]
    for (const placed of columns) {
      const { fitted, column, cell } = placed
      const same = now === was || now?.[fitted.key] === was?.[fitted.key]
      if (same && !(taken.size > 0 && taken.has(conflictId({ key, column: fitted.key })))) continue
      const written = cell(index, row)
      // Without an earlier version, a formula of the person's that gives what the table says is as good.
      const plain = typeof written !== 'object' ? written : null
      if (!base && plain !== null && sameValue(valueAt(window, row, column), plain)) continue
      outcome.changed.push({ row, index, placed })
    }
    if (outcome.changed.length > before) outcome.updated++
    for (const placed of added) if (placed.cell(index, row) !== null) outcome.changed.push({ row, index, placed })
  }
  for (const [key, row] of ours.at) {
    if (theirs.at.has(key)) continue
    if (!merged.rows.has(key) || rowChoices.get(key) === 'table') outcome.removed.push(row)
  }
  return outcome
}

const rows = (count: number, one: string, many: string) => (count === 1 ? `1 row ${one}` : `${count} rows ${many}`)

function sideNotes({ ours, theirs }: Sides): string[] {
  const notes: string[] = []
  if (ours.repeated > 0)
    notes.push(
      `${rows(ours.repeated, 'of the sheet repeats', 'of the sheet repeat')} a key: each is taken for the one in the same order.`,
    )
  if (theirs.repeated > 0)
    notes.push(
      `${rows(theirs.repeated, 'of the table repeats', 'of the table repeat')} a key: each is taken for the one in the same order.`,
    )
  if (ours.unnamed > 0)
    notes.push(
      `${rows(ours.unnamed, 'of the sheet has', 'of the sheet have')} no key and stay as they are.`.replace(
        '1 row of the sheet has no key and stay as they are',
        '1 row of the sheet has no key and stays as it is',
      ),
    )
  if (theirs.unnamed > 0)
    notes.push(
      `${rows(theirs.unnamed, 'of the table has', 'of the table have')} no key: new, unless the sheet has the same row.`,
    )
  return notes
}

/** Merges the table into the one that is in the sheet. Rows that are `out` (by their places in the table) change nothing in it. */
export function planMerge(input: PlanInput, out: ReadonlySet<number>): Draft {
  const { fitted, decisions } = input
  const known = findKnown(input.place, { typed: true })
  const places = placeInKnown(fitted, known, known.end + fitted.rows + 1)
  const columns = places.placed.filter((each) => !places.added.includes(each))
  const keys = keyColumns(input, known, places)
  const sides = keySides(input, known, columns, keys)
  const { ours, theirs, base } = sides
  const merge = mergeSides(sides)
  const { window } = known.sheet

  const conflicts = merge.conflicts.map((conflict) => {
    const { key, column } = conflict
    const each = columns.find(({ fitted: { key: id } }) => id === column)
    const [row, index, past] = [ours.at.get(key), theirs.at.get(key), base?.at.get(key)]
    const format = each && row !== undefined ? formatAt(window, row, each.column) || each.fitted.number_format : ''
    const plain = (value: unknown): SheetValue => {
      if (value === null || typeof value === 'object' || value === undefined) return null
      if (typeof value === 'string') return value.replace(/^'/, '')
      return typeof value === 'number' || typeof value === 'boolean' ? value : null
    }
    const whole = (side: unknown, values: SheetValue[]): SheetValue =>
      side === null
        ? null
        : values
            .filter((value) => value !== null)
            .slice(0, 4)
            .join(', ')
    const sheetRow = columns.map((each) => (row === undefined ? null : valueAt(window, row, each.column)))
    const tableRow = columns.map(({ fitted: { values } }) => (index === undefined ? null : (values[index] ?? null)))
    const header = each ? (known.columns.find((one) => one.column === each.column)?.header ?? each.fitted.header) : null
    const told = each
      ? { base: plain(conflict.base), sheet: plain(conflict.ours), table: plain(conflict.theirs) }
      : {
          base: past === undefined ? null : whole(conflict.base, Object.values(conflict.base ?? {}).map(plain)),
          ...{ sheet: whole(conflict.ours, sheetRow), table: whole(conflict.theirs, tableRow) },
        }
    return describeConflict(
      conflict,
      { ...told, header, text: (value) => cellText(value, format) },
      decisions.conflicts,
    )
  })
  const decisionOf = new Map(conflicts.map(({ id, decision }) => [id, decision]))
  const outcome = settle(
    sides,
    merge,
    columns,
    places.added,
    known,
    (conflict) => decisionOf.get(conflictId(conflict)) ?? null,
    (index) => out.has(fitted.source_rows[index] ?? -1),
  )

  const own = new Set(columns.map(({ column }) => column))
  const removable = removableRows(known, outcome.removed, own)
  const { known: left, after } = withoutRows(known, removable)
  const kept = outcome.removed.length - removable.size
  const sources = new Map(outcome.changed.map(({ row, index }) => [after(row), index]))
  const draft = addRows(input, left, places, {
    indexes: outcome.fresh,
    origin: (row) => sources.get(row) ?? null,
    changed: outcome.changed.map(({ row, index, placed: { column, cell } }) => ({
      ...{ row: after(row), column, cell: cell(index, after(row)) },
    })),
    removed: removalEdits(removable),
  })
  if (removable.size > 0) draft.needs.unshift(removeNeed(removable, ours, known, window.row + window.values.length))
  const addedColumns = new Set(places.added.map(({ column }) => column))
  const totalsAgreed = draft.agreed
  if (base) draft.agreed = (row, column) => !addedColumns.has(column) || totalsAgreed(row, column)
  draft.key = known.anchor.key.length > 0 ? known.anchor.key : keys.map(({ fitted: { key } }) => key)
  draft.conflicts = conflicts
  const cells = outcome.changed.filter(({ placed }) => !addedColumns.has(placed.column)).length
  const absent = fitted.rows - outcome.matched - outcome.fresh.length
  draft.counts = {
    ...{ rows_new: outcome.fresh.length, rows_updated: outcome.updated },
    ...{ rows_unchanged: outcome.matched - outcome.updated, rows_removed: removable.size },
    ...{ rows_left_out: absent, cells_updated: cells },
  }
  draft.notes.push(...sideNotes(sides))
  const undecided = conflicts.filter(({ header, decision }) => header === null && decision !== 'table').length
  if (absent > undecided + outcome.out)
    draft.notes.push(
      `${rows(absent - undecided - outcome.out, 'was deleted in the sheet and stays', 'were deleted in the sheet and stay')} deleted.`,
    )
  if (kept > 0)
    draft.notes.push(
      `${rows(kept, 'is no longer in the table, but stays', 'are no longer in the table, but stay')}: something else stands beside.`,
    )
  countOwnTotal(draft, fitted.own_total, 'rows_unchanged')
  return draft
}

function removeNeed(removed: Set<number>, ours: KeyedRows, { sheet }: KnownNow, end: number): Need {
  const names = new Map([...ours.at].map(([key, row]) => [row, key.split('\u001e')[0] || `row ${row}`]))
  const details = [...removed].slice(0, detailsShown).map((row) => `Row ${row}: ${names.get(row) ?? ''}`)
  if (sheet.below) details.push(`What stands below row ${end - 1} moves up.`)
  const says =
    removed.size === 1
      ? 'Delete 1 row of the sheet: the table has it no longer.'
      : `Delete ${removed.size} rows of the sheet: the table has them no longer.`
  return { kind: 'remove', count: removed.size, says, details }
}
