// Compares a table that was made with the one that was expected: rows by their keys, columns by what stands in them.
import type { Cell, ColumnType } from '../shared/table/table.ts'
import type { ExpectedTable } from './conversation.ts'
import type { MadeTable } from './run-conversation.ts'
import { isRight } from './same-cell.ts'

export type Share = { right: number; of: number }

export type Score = {
  cells: Share
  byType: Partial<Record<ColumnType, Share>>
  rows: { expected: number; missing: number; invented: number }
  /** Rows in the order that was asked for. */
  order: Share
  tables: { expected: number; made: number }
  /** Filled cells of the tables made, by where they come from; `read` came from a reader. */
  evidence: { quoted: number; computed: number; unsupported: number; read: number }
  /** Of the cells that can be compared: what was flagged rightly or not, and what is wrong and was not flagged. */
  flags: { unsupportedRight: number; unsupportedWrong: number; quotedWrong: number }
  wrong: string[]
  /** Cells that are right and were flagged all the same. */
  doubted: string[]
}

export const emptyScore = (): Score => ({
  cells: { right: 0, of: 0 },
  byType: {},
  rows: { expected: 0, missing: 0, invented: 0 },
  order: { right: 0, of: 0 },
  tables: { expected: 0, made: 0 },
  evidence: { quoted: 0, computed: 0, unsupported: 0, read: 0 },
  flags: { unsupportedRight: 0, unsupportedWrong: 0, quotedWrong: 0 },
  wrong: [],
  doubted: [],
})

/** For each expected column the made one that holds most of its values over the rows given, or -1. */
function pairColumns(table: ExpectedTable, made: MadeTable, rows: [number, number][], only: number[]): number[] {
  const candidates = only.flatMap((wanted) =>
    made.columns.map((column, at) => {
      const hits = rows.filter(([i, j]) => isRight(table.rows[i]![wanted]!, made.rows[j]![at] ?? null)).length
      const named = column.name.toLowerCase() === table.columns[wanted]!.name.toLowerCase()
      return { wanted, at, points: hits + (named ? 0.5 : 0) }
    }),
  )
  const pairs = table.columns.map(() => -1)
  for (const { wanted, at, points } of candidates.sort((a, b) => b.points - a.points))
    if (points > 0 && pairs[wanted] === -1 && !pairs.includes(at)) pairs[wanted] = at
  return pairs
}

/** Rows that belong together, as indexes of the expected and the made one. */
export function pairRows(table: ExpectedTable, made: MadeTable): [number, number][] {
  const every = table.rows.flatMap((_, i) => made.rows.map((_row, j): [number, number] => [i, j]))
  // Large tables are expected as they stand: all against all would take their square.
  const near = every.length > 100_000 ? every.filter(([i, j]) => i === j) : every
  const keys = pairColumns(table, made, near, table.key)
  const [left, taken, pairs] = [new Set(table.rows.keys()), new Set<number>(), [] as [number, number][]]
  const pair = (fits: (i: number, j: number) => boolean) => {
    for (const i of [...left]) {
      const j = made.rows.findIndex((_, at) => !taken.has(at) && fits(i, at))
      if (j < 0) continue
      left.delete(i)
      taken.add(j)
      pairs.push([i, j])
    }
  }
  const holds = (i: number, j: number, column: number, at: number) =>
    isRight(table.rows[i]![column]!, at < 0 ? null : (made.rows[j]![at] ?? null))
  pair((i, j) => table.key.every((column) => keys[column]! >= 0 && holds(i, j, column, keys[column]!)))
  // A row whose key alone is wrong is a row with a wrong cell, not one missing and another invented.
  const columns = pairColumns(table, made, pairs.length > 0 ? pairs : near, [...table.columns.keys()])
  const others = [...table.columns.keys()].filter((column) => !table.key.includes(column))
  const enough = Math.max(1, Math.ceil(others.length / 2))
  if (others.length > 0)
    pair(
      (i, j) =>
        others.filter((column) => columns[column]! >= 0 && holds(i, j, column, columns[column]!)).length >= enough,
    )
  return pairs.sort(([a], [b]) => a - b)
}

const count = (share: Share, right: boolean) => {
  share.of += 1
  if (right) share.right += 1
}

function countEvidence(made: MadeTable, score: Score) {
  for (const [j, row] of made.rows.entries())
    for (const [at, cell] of row.entries()) {
      const evidence = made.evidence?.[j]?.[at]
      if (cell === null) continue
      if (evidence === undefined || evidence === null) score.evidence.read += 1
      else if (evidence === 'computed') score.evidence.computed += 1
      else if (evidence === 'unsupported') score.evidence.unsupported += 1
      else score.evidence.quoted += 1
    }
}

/** Adds what a table that nobody expected, or that was expected and not made, does to the score. */
export function scoreAlone(table: ExpectedTable | null, made: MadeTable | null, score: Score) {
  if (table) {
    score.tables.expected += 1
    score.rows.expected += table.rows.length
    score.rows.missing += table.rows.length
    for (const { type } of table.columns)
      for (const _ of table.rows) for (const share of sharesOf(score, type)) count(share, false)
    score.wrong.push(`the table ${table.columns.map(({ name }) => name).join(', ')} is missing`)
  }
  if (made) {
    score.tables.made += 1
    score.rows.invented += made.rows.length
    countEvidence(made, score)
    score.wrong.push(`the table “${made.title}” was not asked for`)
  }
}

function sharesOf(score: Score, type: ColumnType): Share[] {
  score.byType[type] ??= { right: 0, of: 0 }
  return [score.cells, score.byType[type]]
}

/** Adds the comparison of two tables to the score. */
export function scoreTable(table: ExpectedTable, made: MadeTable, score: Score) {
  const pairs = pairRows(table, made)
  const columns = pairColumns(table, made, pairs, [...table.columns.keys()])
  score.tables.expected += 1
  score.tables.made += 1
  score.rows.expected += table.rows.length
  score.rows.missing += table.rows.length - pairs.length
  score.rows.invented += made.rows.length - pairs.length
  countEvidence(made, score)
  const found = new Map(pairs)
  const show = (cell: Cell | undefined) => JSON.stringify(cell ?? null)
  for (const [i, cells] of table.rows.entries()) {
    const j = found.get(i)
    if (j === undefined) score.wrong.push(`row ${cells.map(([cell]) => show(cell)).join(' ')} is missing`)
    for (const [column, wanted] of cells.entries()) {
      const { type, name } = table.columns[column]!
      const at = columns[column]!
      const got = j === undefined || at < 0 ? null : (made.rows[j]![at] ?? null)
      const right = j !== undefined && (at >= 0 || wanted.includes(null)) && isRight(wanted, got)
      for (const share of sharesOf(score, type)) count(share, right)
      if (j === undefined) continue
      if (!right) score.wrong.push(`${name} of ${show(cells[table.key[0]!]?.[0])}: ${show(wanted[0])} is ${show(got)}`)
      const evidence = at < 0 ? null : made.evidence?.[j]?.[at]
      if (evidence === 'unsupported' && right)
        score.doubted.push(`${name} of ${show(cells[table.key[0]!]?.[0])}: ${show(got)}`)
      if (evidence === 'unsupported') score.flags[right ? 'unsupportedRight' : 'unsupportedWrong'] += 1
      else if (!right && typeof evidence === 'object' && evidence !== null) score.flags.quotedWrong += 1
    }
  }
  for (const [j, row] of made.rows.entries())
    if (![...found.values()].includes(j)) score.wrong.push(`row ${row.map(show).join(' ')} is invented`)
  if (table.ordered)
    for (const [index, [, j]] of pairs.entries()) count(score.order, index === 0 || j > pairs[index - 1]![1])
}
