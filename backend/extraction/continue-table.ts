// Goes on with tables of a reply that ended early: finds which one a call means, and drops rows that were there already.
import { findColumn } from '../../shared/table/compute/resolve.ts'
import type { Evidence, Span } from '../../shared/table/evidence.ts'
import type { Cell, Column } from '../../shared/table/table.ts'
import { normaliseHeader } from '../../shared/template/header-name.ts'
import type { EngineEvent, UnfinishedTable } from './engine.ts'
import type { Layout } from './write-layout.ts'

export type Continued = { index: number; table: UnfinishedTable }

export type Continuations = {
  /** The unfinished table that a table of this title and these columns goes on with; each is taken once. */
  take(title: string, columns: Column[]): Continued | null
}

/** How many of the columns have their like among the others. */
const overlap = (columns: Column[], others: Column[]): number =>
  columns.filter(({ name }) => findColumn(name, others) >= 0).length / Math.max(columns.length, others.length, 1)

export function createContinuations(tables: UnfinishedTable[]): Continuations {
  const open = new Map(tables.map((table, index) => [index, table]))
  return {
    take(title, columns) {
      let best: { index: number; points: number } | null = null
      for (const [index, table] of open) {
        const named = normaliseHeader(table.title) === normaliseHeader(title)
        const shared = overlap(columns, table.columns)
        // Other names for all of its columns are still the same table when nothing else could be meant.
        const alike = shared >= 0.5 || (named && columns.length === table.columns.length)
        const points = shared + (named ? 0.5 : 0)
        if (alike && points >= (open.size === 1 ? 0.5 : 0.75) && points > (best?.points ?? 0)) best = { index, points }
      }
      const found = best === null ? null : { index: best.index, table: open.get(best.index)! }
      if (found) open.delete(found.index)
      return found
    },
  }
}

/** Rows as the model orders and names their columns, laid out under the columns that are there. */
export function layoutUnder(layout: Layout, columns: Column[]): Layout {
  const byName = layout.columns.map(({ name }) => findColumn(name, columns))
  const inOrder = byName.every((at) => at < 0) && layout.columns.length === columns.length
  const places = inOrder ? layout.columns.map((_, at) => at) : byName
  return {
    columns,
    formulas: new Map(columns.flatMap(({ formula }, at) => (formula ? [[at, formula] as const] : []))),
    lay(row) {
      const laid = layout.lay(row)
      const raw: unknown[] = columns.map(() => null)
      const extra = [...laid.extra]
      for (const [at, place] of places.entries()) {
        const value = laid.raw[at] ?? null
        if (value === null) continue
        if (place < 0) extra.push(layout.columns[at]!.name)
        else raw[place] ??= value
      }
      return { raw, uneven: laid.uneven, extra }
    },
  }
}

const isSpan = (evidence: Evidence): evidence is Span => typeof evidence === 'object' && evidence !== null

const spansOf = (evidence: Evidence[] | null): string | null => {
  const spans = (evidence ?? []).filter(isSpan)
  return spans.length === 0 ? null : spans.map(({ source, start, end }) => `${source} ${start} ${end}`).join('|')
}

const overlaps = (a: Evidence, b: Evidence): boolean =>
  isSpan(a) && isSpan(b) && a.source === b.source && a.start < b.end && b.start < a.end

/** Whether two rows of equal cells stand in the same place; without places equal cells have to do. */
const samePlace = (a: Evidence[] | null, b: Evidence[] | null): boolean => {
  const both = (a ?? []).map((each, at) => [each, b?.[at] ?? null] as const).filter(([x, y]) => isSpan(x) && isSpan(y))
  return both.length === 0 || both.filter(([x, y]) => overlaps(x, y)).length * 2 >= both.length
}

/**
 * Tells rows that are in the table already. Each row there answers for one repeat only: records that are equal in the
 * text too stay as many as they are.
 */
export function createRepeats({ rows, evidence }: UnfinishedTable) {
  const byCells = new Map<string, number[]>()
  const bySpans = new Map<string, number[]>()
  const gone = new Set<number>()
  const list = (map: Map<string, number[]>, key: string, index: number) => {
    const known = map.get(key)
    if (known) known.push(index)
    else map.set(key, [index])
  }
  for (const [index, row] of rows.entries()) {
    list(byCells, JSON.stringify(row), index)
    const spans = spansOf(evidence?.[index] ?? null)
    if (spans !== null) list(bySpans, spans, index)
  }
  return (row: { cells: Cell[]; evidence: Evidence[] | null }): boolean => {
    const spans = spansOf(row.evidence)
    const alike = byCells.get(JSON.stringify(row.cells)) ?? []
    const index =
      alike.find((at) => !gone.has(at) && samePlace(evidence?.[at] ?? null, row.evidence)) ??
      (spans === null ? undefined : bySpans.get(spans)?.find((at) => !gone.has(at)))
    if (index === undefined) return false
    gone.add(index)
    return true
  }
}

/** What a table that is made anew from a source tells beyond the rows that are there; other tables as they are. */
export function createResume(continuations: Continuations): (event: EngineEvent) => EngineEvent[] {
  let there = 0
  return (event) => {
    if (event.type === 'table-start' && event.edits === undefined) {
      const found = continuations.take(event.title, event.columns)
      there = found?.table.rows.length ?? 0
      return [found ? { ...event, columns: found.table.columns, continues: found.index } : event]
    }
    if (event.type !== 'rows' || there === 0) return [event]
    const rows = event.rows.slice(there)
    const evidence = event.evidence?.slice(there)
    there = Math.max(0, there - event.rows.length)
    return rows.length === 0 ? [] : [{ ...event, rows, ...(evidence ? { evidence } : {}) }]
  }
}
