// Kinds, counts and the way from one value that is not in the text to the next.
import { expect, test } from 'vitest'
import type { Evidence } from '../../shared/table/evidence.ts'
import { formulaWords, kindOf, namingColumn, nextPlace, recount, shownCounts, unsupportedCells } from './evidence.ts'
import { tableView } from './testing/fake-app.ts'

const span: Evidence = { source: 'message:1', start: 0, end: 3 }
const evidence: (Evidence[] | null)[] = [[span, 'unsupported', null], null, ['confirmed', 'computed', 'unsupported']]
const rows = [
  ['a', 1, null],
  ['b', 2, 3],
  ['c', 4, 5],
]
const receipt = { state: 'complete' as const, rows_seen: null, rows_extracted: 3, cells_unread: 0, notes: [] }

test('a cell is what its evidence says, and a row without any was read as it stands', () => {
  const kinds = rows.map((row, at) => row.map((_, column) => kindOf({ rows, evidence }, { row: at, column })))
  expect(kinds).toEqual([
    ['quoted', 'unsupported', 'empty'],
    ['read', 'read', 'read'],
    ['confirmed', 'computed', 'unsupported'],
  ])
})

test('the next one follows the cell that is looked at, and the first comes after the last', () => {
  const places = unsupportedCells(evidence)
  expect(places).toHaveLength(2)
  expect(nextPlace(places, null)).toEqual({ row: 0, column: 1 })
  expect(nextPlace(places, { row: 0, column: 1 })).toEqual({ row: 2, column: 2 })
  expect(nextPlace(places, { row: 1, column: 0 })).toEqual({ row: 2, column: 2 })
  expect(nextPlace(places, { row: 2, column: 2 })).toEqual({ row: 0, column: 1 })
  expect(nextPlace([], null)).toBeNull()
})

test('counts come from the receipt, and move with what a person decides', () => {
  const counted = { ...receipt, cells_quoted: 4, cells_computed: 1, cells_unsupported: 2 }
  const table = tableView({ rows, evidence, source: null, receipt: counted })
  expect(shownCounts(table)).toEqual({ quoted: 4, computed: 1, unsupported: 2 })
  const kept = { ...table, evidence: [[span, 'confirmed', null] as Evidence[], null, evidence[2] ?? null] }
  expect(shownCounts(recount(kept, table))).toEqual({ quoted: 5, computed: 1, unsupported: 1 })
})

test('nothing is counted under a table that was read as it stands', () => {
  expect(shownCounts(tableView({ rows, receipt: { ...receipt, cells_quoted: 9 } }))).toBeNull()
  expect(shownCounts(tableView({ rows, receipt: { ...receipt, cells_quoted: 9, cells_computed: 3 } }))).not.toBeNull()
})

test('a row is named by its first filled cell, a formula by the names of its columns', () => {
  expect(namingColumn({ rows: [[null, '', 'x']] }, 0)).toBe(2)
  expect(namingColumn({ rows: [[null]] }, 0)).toBe(-1)
  const columns = [
    { key: 'unit_price', name: 'Unit price' },
    { key: 'qty', name: 'Menge' },
  ]
  expect(formulaWords('ROUND(unit_price * qty, 2) & "qty"', columns)).toBe('ROUND(Unit price * Menge, 2) & "qty"')
})
