// Rules that a sheet has already hold for both writers alike: what they refuse is looked at, and goes in or stays out.
import { expect, it } from 'vitest'
import { putCell } from '../../emulator/workbook/cells.ts'
import type { Validation, Workbook } from '../../emulator/workbook/workbook.ts'
import type { Decisions } from '../../shared/plan/target.ts'
import type { Cell, Table } from '../../shared/table/table.ts'
import { plainTable } from '../../shared/template/built-in/plain-table.ts'
import { openBoth } from './testing/both-writers.ts'

const strict = { allowInvalid: false, helpText: null }

/** One rule of each kind, for columns B to L; the last row breaks all that can be told. */
const rules: [string, Omit<Validation, 'allowInvalid' | 'helpText'>, Cell, Cell][] = [
  ['List', { type: 'VALUE_IN_LIST', args: [['a', 'b', '7'], true] }, 'b', 'c'],
  [
    'Range',
    { type: 'VALUE_IN_RANGE', args: [{ sheetId: 0, box: { row: 1, column: 15, rows: 3, columns: 1 } }, true] },
    'x',
    'z',
  ],
  ['Check', { type: 'CHECKBOX', args: ['ja', 'nein'] }, 'ja', 'TRUE'],
  ['Least', { type: 'NUMBER_GREATER_THAN_OR_EQUAL_TO', args: [1.5] }, 1.5, 1.25],
  ['Between', { type: 'NUMBER_BETWEEN', args: [1, 10] }, 10, 11],
  ['Other', { type: 'NUMBER_NOT_EQUAL_TO', args: [0] }, 1, 0],
  ['Day', { type: 'DATE_ON_OR_AFTER', args: [46_023] }, '2026-01-01', '2025-12-31'],
  ['Mail', { type: 'TEXT_IS_VALID_EMAIL', args: [] }, 'a@b.example', 'nobody'],
  ['Link', { type: 'TEXT_IS_VALID_URL', args: [] }, 'https://a.example/', 'nowhere'],
  ['Part', { type: 'TEXT_CONTAINS', args: ['ok'] }, 'all ok', 'no'],
  ['Formula', { type: 'CUSTOM_FORMULA', args: ['=LEN(L3)<4'] }, 'abc', 'abcd'],
]
const key = { key: 'k', name: 'Key', type: 'text' } as const
const typeOf = (cell: Cell): 'number' | 'boolean' | 'text' =>
  typeof cell === 'number' ? 'number' : typeof cell === 'boolean' ? 'boolean' : 'text'
const tableOf = (rows: Cell[][]): Table => ({
  title: 'Checked',
  columns: [
    key,
    ...rules.map(([name, , kept]) => ({
      key: name.toLowerCase(),
      name,
      type: name === 'Day' ? ('date' as const) : typeOf(kept),
    })),
  ],
  rows,
})
const kept = rules.map(([, , good]) => good)
const broken = rules.map(([, , , bad]) => bad)

function fill(book: Workbook, allowInvalid = false): void {
  const sheet = book.sheets[0]!
  for (const [at, text] of ['x', 'y', 7].entries()) putCell(book, sheet, at + 1, 15, { value: text })
  rules.forEach(([, rule], at) => {
    for (let row = 3; row <= 12; row++)
      putCell(book, sheet, row, at + 2, { value: null, validation: { ...rule, ...strict, allowInvalid } })
  })
}

const decided = (all: 'in' | 'out' | null): Decisions => ({
  ...{ mapping: {}, review: { all, rows: {} } },
  conflicts: { all: null, cells: {} },
})
const source = { conversation_id: null, table_id: 'table-1', version: 1 }
const plain = ({ digest: _digest, ...preview }: object & { digest: string }) => preview

it.each([
  ['in', 'en_US', false],
  ['out', 'de_DE', false],
  ['in', 'ar_EG', false],
  [null, 'fr_FR', true],
] as const)('rows go %s in %s, the rules stay (only warning: %s)', async (all, locale, warns) => {
  const both = await openBoth({ locale, fill: (book) => fill(book, warns) })
  const rows = [
    ['one', ...kept],
    ['two', ...broken],
    ['three', ...kept],
  ]
  const given = { template: plainTable, decisions: decided(all), source, base: null }
  const told = await both.write({ kind: 'at_cell', sheet_id: 0, row: 2, column: 1 }, { ...given, table: tableOf(rows) })
  const faults = told.script.preview.review.first.flatMap((each) => each.faults.map(({ header }) => header))
  expect(faults.filter((header) => header !== 'Formula')).toEqual(rules.slice(0, -1).map(([name]) => name))
  const more = [
    ['four', ...kept],
    ['five', ...broken],
    ['six', ...kept],
  ]
  const again = await both.write({ kind: 'append', known: 0 }, { ...given, table: tableOf(more) })
  for (const { script, rest } of [told, again]) expect(plain(rest.preview)).toEqual(plain(script.preview))
  const { script, rest } = both.compared()
  expect(rest).toEqual(script)
  const cells = both.script.sheets[0]!
  const names = [3, 4, 5, 6, 7, 8].map((row) => cells.rows.get(row)?.get(1)?.value ?? null)
  expect(names).toEqual(
    all === 'out' ? ['one', 'three', 'four', 'six', null, null] : ['one', 'two', 'three', 'four', 'five', 'six'],
  )
  for (let row = 3; row <= 12; row++)
    rules.forEach(([, { type }], at) => {
      expect(cells.rows.get(row)?.get(at + 2)?.validation).toMatchObject({ type, allowInvalid: warns })
    })
  await both.close()
})
