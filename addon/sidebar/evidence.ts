// What the sidebar says about where a cell comes from: its kind, the counts under a table, the next cell to look at.
import type { Evidence } from '../../shared/table/evidence.ts'
import type { Column } from '../../shared/table/table.ts'
import type { TableView } from './transcript.ts'

/** `read`: cut out of its source as it stands, with its whole row. */
export type CellKind = 'quoted' | 'computed' | 'unsupported' | 'confirmed' | 'read' | 'empty'

export type CellCounts = { quoted: number; computed: number; unsupported: number }

/** A cell by its place in the table, both counted from 0. */
export type CellPlace = { row: number; column: number }

type Grounded = Pick<TableView, 'rows' | 'evidence'>

export function evidenceAt(
  { evidence }: Pick<TableView, 'evidence'>,
  { row, column }: CellPlace,
): Evidence | undefined {
  return evidence[row]?.[column]
}

export function kindOf(table: Grounded, place: CellPlace): CellKind {
  const value = table.rows[place.row]?.[place.column]
  if (value === null || value === undefined || value === '') return 'empty'
  const evidence = evidenceAt(table, place)
  if (evidence === null || evidence === undefined) return 'read'
  return typeof evidence === 'string' ? evidence : 'quoted'
}

/** Adds the cells of more rows to the counts; a cell that the person said to keep counts as quoted, as in the receipt. */
export function countCells(counts: CellCounts, rows: readonly (Evidence[] | null)[]): CellCounts {
  const sum = { ...counts }
  for (const row of rows) {
    for (const evidence of row ?? []) {
      if (evidence === 'computed' || evidence === 'unsupported') sum[evidence] += 1
      else if (evidence !== null) sum.quoted += 1
    }
  }
  return sum
}

const none: CellCounts = { quoted: 0, computed: 0, unsupported: 0 }

/** The table with its counts moved by what has changed in the evidence of its rows since `before`. */
export function recount(table: TableView, before: Pick<TableView, 'evidence'>): TableView {
  const was = countCells(none, before.evidence)
  const is = countCells(none, table.evidence)
  const moved = (kind: keyof CellCounts, count: number) => Math.max(0, count + is[kind] - was[kind])
  const { cells, receipt } = table
  return {
    ...table,
    cells: {
      quoted: moved('quoted', cells.quoted),
      computed: moved('computed', cells.computed),
      unsupported: moved('unsupported', cells.unsupported),
    },
    receipt: receipt && {
      ...receipt,
      cells_quoted: moved('quoted', receipt.cells_quoted ?? 0),
      cells_computed: moved('computed', receipt.cells_computed ?? 0),
      cells_unsupported: moved('unsupported', receipt.cells_unsupported ?? 0),
    },
  }
}

/**
 * The counts worth showing, from the receipt as soon as there is one; null for a table that was read as it stands, where
 * the rows seen and extracted say it all.
 */
export function shownCounts({ receipt, cells, source }: TableView): CellCounts | null {
  const counts =
    receipt?.cells_quoted === undefined
      ? cells
      : {
          quoted: receipt.cells_quoted,
          computed: receipt.cells_computed ?? 0,
          unsupported: receipt.cells_unsupported ?? 0,
        }
  const { quoted, computed, unsupported } = counts
  const said = source === null ? quoted + computed + unsupported : computed + unsupported
  return said > 0 ? counts : null
}

/** The cells that stand in no source, row by row. */
export function unsupportedCells(evidence: readonly (Evidence[] | null)[]): CellPlace[] {
  return evidence.flatMap((cells, row) =>
    (cells ?? []).flatMap((cell, column) => (cell === 'unsupported' ? [{ row, column }] : [])),
  )
}

/** In reading order; everything comes after null. */
export function isAfter({ row, column }: CellPlace, other: CellPlace | null): boolean {
  return other === null || row > other.row || (row === other.row && column > other.column)
}

/** The first of them after `after`; at the end it begins again. */
export function nextPlace(places: readonly CellPlace[], after: CellPlace | null): CellPlace | null {
  return places.find((place) => isAfter(place, after)) ?? places[0] ?? null
}

/** The column of a row's first filled cell, which names the row for people ("Order 0043"); -1 in a row without any. */
export function namingColumn({ rows }: Pick<TableView, 'rows'>, row: number): number {
  return rows[row]?.findIndex((cell) => cell !== null && cell !== '') ?? -1
}

/** A column's formula in the names that people see, for the keys it is stored with. */
export function formulaWords(formula: string, columns: readonly Pick<Column, 'key' | 'name'>[]): string {
  const names = new Map(columns.map(({ key, name }) => [key, name]))
  // Texts in quotes stay as they are; a name is a key only as a whole.
  return formula.replace(/"(?:[^"]|"")*"|\[([^\]]+)\]|[\p{L}_][\p{L}\p{N}_.]*/gu, (word, inner?: string) => {
    const key = inner ?? word
    const name = names.get(key)
    return name === undefined ? word : name
  })
}
