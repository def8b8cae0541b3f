// The keys that move in a grid, and that they stop at its edges.
import { expect, test } from 'vitest'
import { moveInGrid } from './move-in-grid.ts'

const size = { rows: 120, columns: 4, page: 50 }
const press = (key: string, row: number, column: number, ctrlKey = false) =>
  moveInGrid({ key, ctrlKey, metaKey: false }, { row, column }, size)

test('arrows go one on, Home and End to the ends of the row, with Control to the ends of the table', () => {
  expect(press('ArrowDown', 0, 1)).toEqual({ row: 1, column: 1 })
  expect(press('ArrowRight', 0, 3)).toEqual({ row: 0, column: 3 })
  expect(press('ArrowLeft', 5, 0)).toEqual({ row: 5, column: 0 })
  expect(press('ArrowUp', 5, 2, true)).toEqual({ row: 0, column: 2 })
  expect(press('Home', 5, 2)).toEqual({ row: 5, column: 0 })
  expect(press('End', 5, 2, true)).toEqual({ row: 119, column: 3 })
  expect(press('PageDown', 100, 2)).toEqual({ row: 119, column: 2 })
  expect(press('a', 1, 1)).toBeNull()
})
