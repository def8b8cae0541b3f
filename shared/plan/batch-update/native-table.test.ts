import { describe, expect, it } from 'vitest'
import type { PlanEdit } from '../plan-edit.ts'
import { anchor, block, compile, range, standing } from './testing/compile.ts'

describe('a native table', () => {
  const table: PlanEdit[] = [
    { kind: 'band', block, header: '#112233', first: '#ffffff', second: '#eeeeee' },
    { kind: 'filter', block },
    {
      kind: 'rule',
      block: { row: 3, column: 4, rows: 3, columns: 1 },
      rule: { kind: 'list', values: ['x'], strict: true },
    },
    { kind: 'rule', block: { row: 3, column: 3, rows: 3, columns: 1 }, rule: { kind: 'email', strict: true } },
    { kind: 'anchor', block, anchor },
  ]

  it('takes the place of bands, filter and lists', () => {
    const made = compile(table, { native_table: true })
    expect(made.map((request) => Object.keys(request)[0])).toEqual([
      'setDataValidation',
      'addTable',
      'addNamedRange',
      'createDeveloperMetadata',
    ])
    expect(made[1]).toMatchObject({
      addTable: {
        table: {
          range,
          columnProperties: [
            { columnIndex: 0, columnName: 'A' },
            { columnIndex: 1, columnName: 'B', columnType: 'DROPDOWN' },
          ],
        },
      },
    })
  })

  it('is not made where two columns have the same name', () => {
    const columns = anchor.columns.map((column) => ({ ...column, header: 'Same' }))
    const edits: PlanEdit[] = [...table.slice(0, -1), { kind: 'anchor', block, anchor: { ...anchor, columns } }]
    expect(compile(edits, { native_table: true }).map((request) => Object.keys(request)[0])).toContain('addBanding')
  })

  it('grows where there is one already', () => {
    const sheet = { ...standing.sheet!, tables: [{ id: 't1', block: { ...block, rows: 2 } }] }
    expect(compile(table.slice(0, 2), { sheet })).toEqual([
      { updateTable: { table: { tableId: 't1', range }, fields: 'range' } },
    ])
  })
})
