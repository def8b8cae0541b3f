// Addresses as people read them.
import { expect, test } from 'vitest'
import { addressInSheet, blockAddress, cellAddress } from './a1.ts'

test.each([
  [1, 'A'],
  [26, 'Z'],
  [27, 'AA'],
  [702, 'ZZ'],
  [703, 'AAA'],
])('column %i is %s', (column, letters) => expect(cellAddress(5, column)).toBe(`${letters}5`))

test('one cell is no range', () => expect(blockAddress({ row: 2, column: 2, rows: 1, columns: 1 })).toBe('B2'))

test.each([
  ['Orders', 'Orders!A1'],
  ['Q1 orders', "'Q1 orders'!A1"],
  ["Ann's", "'Ann''s'!A1"],
  ['A1', "'A1'!A1"],
])('sheet %s', (name, address) => expect(addressInSheet(name, 'A1')).toBe(address))
