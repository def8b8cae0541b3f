// Carries out a plan over the rows of a source: what can be done row by row streams through, the rest waits for the last.

import type { FormulaDialect } from '../../shared/table/compute/render.ts'
import { createRowFiller, type RowFiller } from '../../shared/table/compute-columns.ts'
import type { Cell } from '../../shared/table/table.ts'
import type { SourceTable } from './engine.ts'
import { sameKey, sortRows } from './table-order.ts'
import { inPieces, type Row, readRows } from './table-rows.ts'
import type { UsePlan } from './use-table-plan.ts'

/** What became of the rows on their way. */
export type RowCounts = {
  seen: number
  /** Rows that each condition left out; a row counts at the first that did not fit. */
  unfit: number[]
  kept: number
  repeated: number
  grouped: number
  beyond: number
  total: string | null
  fillers: { filler: RowFiller; names: string[] }[]
}

const widen = (row: Row, filler: RowFiller, width: number): Row => {
  if (filler.computed.length === 0) return row
  const cells = [...row.cells, ...new Array<Cell>(width - row.cells.length).fill(null)]
  filler.fill(cells)
  const evidence = cells.map((_, at) => row.evidence?.[at] ?? null)
  for (const at of filler.computed) evidence[at] = cells[at] === null ? null : 'computed'
  return { cells, evidence }
}

const project = (row: Row, places: number[]): Row => ({
  cells: places.map((at) => row.cells[at] ?? null),
  evidence: row.evidence && places.map((at) => row.evidence?.[at] ?? null),
})

/** The index of the first condition that does not fit, or -1 for a row that stays. */
function unfitting(cells: Cell[], { conditions, match }: UsePlan['where']): number {
  if (conditions.length === 0) return -1
  if (match === 'all') return conditions.findIndex(({ at, fits }) => !fits(cells[at] ?? null))
  return conditions.some(({ at, fits }) => fits(cells[at] ?? null)) ? -1 : 0
}

/** Runs `plan` over the rows of `source`; `counts` is filled in on the way. */
export async function* useRows(
  source: SourceTable,
  plan: UsePlan,
  counts: RowCounts,
  dialect: FormulaDialect | undefined,
): AsyncGenerator<Row[]> {
  const { columns, group, where, having, after } = plan
  const filler = createRowFiller(columns.wide, dialect)
  counts.fillers.push({ filler, names: columns.wide.map(({ name }) => name) })
  counts.unfit = where.conditions.map(() => 0)
  const known = new Set<string>()
  const grouper = group?.create()
  const places = plan.out.map(({ at }) => at)
  const waiting: Row[] = []
  let held: Row | null = null
  let told = 0

  const fits = (row: Row, conditions: UsePlan['where'], unfit: number[]): boolean => {
    const at = unfitting(row.cells, conditions)
    if (at < 0) return true
    unfit[at] = (unfit[at] ?? 0) + 1
    return false
  }
  const isNew = ({ cells }: Row): boolean => {
    if (plan.distinct.length === 0) return true
    const key = sameKey(cells, plan.distinct)
    if (known.has(key)) {
      counts.repeated += 1
      return false
    }
    known.add(key)
    return true
  }
  const within = (rows: Row[]): Row[] => {
    const room = plan.limit === null ? rows.length : Math.max(0, plan.limit - told)
    if (rows.length > room) counts.beyond += rows.length - room
    told += Math.min(rows.length, room)
    return rows.slice(0, room).map((row) => project(row, places))
  }
  const admit = (row: Row): Row | null => {
    const whole = widen(row, filler, columns.wide.length)
    if (!fits(whole, where, counts.unfit)) return null
    counts.kept += 1
    return whole
  }

  for await (const chunk of readRows(source)) {
    counts.seen += chunk.length
    if (grouper && group) {
      for (const row of chunk) {
        if (held) {
          group.watch.see(held.cells)
          const kept = admit(held)
          if (kept) grouper.add(kept)
        }
        held = row
      }
      continue
    }
    const rows = chunk.flatMap((row) => admit(row) ?? []).filter(isNew)
    if (plan.sort.length > 0) for (const row of rows) waiting.push(row)
    else {
      const out = within(rows)
      if (out.length > 0) yield out
    }
  }

  if (grouper && group) {
    if (held && group.watch.isTotal(held.cells)) counts.total = String(held.cells.find((cell) => cell !== null))
    else if (held) {
      const kept = admit(held)
      if (kept) grouper.add(kept)
    }
    const second = createRowFiller(after.wide, dialect)
    counts.fillers.push({ filler: second, names: after.wide.map(({ name }) => name) })
    const grouped = grouper.rows()
    counts.grouped = grouped.length
    const unfit = having.conditions.map(() => 0)
    for (const row of grouped) {
      const whole = widen(row, second, after.wide.length)
      if (fits(whole, having, unfit) && isNew(whole)) waiting.push(whole)
    }
    counts.unfit = [...counts.unfit, ...unfit]
  }
  if (waiting.length === 0) return
  const sorted = plan.sort.length > 0 ? await sortRows(waiting, ({ cells }) => cells, plan.sort, plan.locale) : waiting
  for await (const piece of inPieces(sorted)) {
    const out = within(piece)
    if (out.length > 0) yield out
  }
}
