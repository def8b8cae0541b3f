// Drafts new rows, and changed cells, of a table in the sheet: the part that appending, replacing and merging share.
import { type ChangedCell, cellRuns } from './cell-runs.ts'
import { type Draft, noCounts } from './draft.ts'
import { type Extension, extensionFrame, extensionLooks } from './extend-table.ts'
import type { KnownNow } from './find-known.ts'
import type { KnownPlaces } from './known-columns.ts'
import { totalsChanges } from './known-totals.ts'
import { makeRoom, type Room } from './make-room.ts'
import type { PlanEdit } from './plan-edit.ts'
import type { PlanInput } from './plan-table.ts'
import type { SheetCell } from './sheet-cell.ts'

/**
 * `indexes` are the rows of the fitted table that are new, by their places in it; they go under the last row of the body.
 * `changed` are cells of rows that are there, `origin` the rows of the fitted table that they show. `removed` takes rows away first: the known table, and all rows given, are as it
 * leaves them. `shrunk` is the room of a body that gets shorter, `cleared` what it leaves behind.
 */
export type AddedRows = {
  indexes: number[]
  changed?: ChangedCell[]
  origin: (row: number) => number | null
  removed?: PlanEdit[]
  shrunk?: { room: Room; last: number; cleared: PlanEdit[] }
  looks?: PlanEdit[]
}

/** The draft of what is added and changed. */
export function addRows(
  { fitted, template }: PlanInput,
  known: KnownNow,
  places: KnownPlaces,
  { indexes, changed = [], origin, removed = [], shrunk, looks = [] }: AddedRows,
): Draft {
  const room = shrunk?.room ?? makeRoom(known, indexes.length)
  const rows = { row: room.start, rows: indexes.length }
  const last = shrunk?.last ?? (indexes.length > 0 ? room.start + indexes.length - 1 : known.last)
  const right = known.left + places.width - 1
  const wider: PlanEdit[] =
    right > known.sheet.columns ? [{ kind: 'grow', rows: known.sheet.rows, columns: right }] : []
  const extension: Extension = { fitted, template, known, places, room, rows, last, moves: room.edits }
  const reshaped = indexes.length > 0 || places.added.length > 0 || shrunk !== undefined
  const header = places.added.map(
    (each): ChangedCell => ({ row: known.header, column: each.column, cell: each.fitted.header }),
  )
  const edits: PlanEdit[] = [
    ...removed,
    ...room.edits,
    ...wider,
    ...(shrunk?.cleared ?? []),
    ...looks,
    ...(reshaped ? extensionLooks(extension) : []),
    ...cellRuns([...header, ...changed]),
    ...newCells(places, rows, indexes),
    ...(reshaped ? cellRuns(totalsChanges(known, places, room, fitted)) : []),
    ...(reshaped ? extensionFrame(extension) : []),
  ]
  const bottom = room.totals ?? (shrunk ? last : Math.max(last, known.end))
  return {
    edits,
    sheet_id: known.sheet.id,
    sheet_name: known.sheet.name,
    block: { row: known.header, column: known.left, rows: bottom - known.header + 1, columns: places.width },
    columns: places.columns,
    key: known.anchor.key.length > 0 ? known.anchor.key : fitted.key,
    totals: room.totals !== null,
    counts: { ...noCounts },
    // Moving the totals row and letting its ranges grow is part of adding rows.
    agreed: (row) => row === room.totals || (room.rewritten && row === known.totals),
    origin: (row) => indexes[row - room.start] ?? origin(row),
    placed: places.placed,
    needs: room.needs,
    notes: [...places.notes],
    review: [],
    conflicts: [],
  }
}

/** The cells of new rows, in blocks of neighbouring columns: what a person has put between them stays. */
function newCells({ placed }: KnownPlaces, { row }: { row: number }, indexes: number[]): PlanEdit[] {
  if (indexes.length === 0) return []
  const groups: (typeof placed)[] = []
  for (const each of [...placed].sort((a, b) => a.column - b.column)) {
    const group = groups.at(-1)
    if (group && group.at(-1)!.column + 1 === each.column) group.push(each)
    else groups.push([each])
  }
  return groups.map((group): PlanEdit => {
    const cells = indexes.map((index, at): SheetCell[] => group.map(({ cell }) => cell(index, row + at)))
    return { kind: 'cells', row, column: group[0]!.column, cells }
  })
}
