// Tables of real size: few calls for a thousand rows, several calls and one undo above what fits into one.
import { describe, expect, test } from 'vitest'
import type { PreviewInput } from '../../shared/contract/write-rpc.ts'
import type { Target } from '../../shared/plan/target.ts'
import { plainTable } from '../../shared/template/built-in/plain-table.ts'
import { builtInTemplates } from '../../shared/template/built-in.ts'
import { sampleTable } from '../../shared/template/testing/sample-table.ts'
import { fullTemplate, ordersOf } from '../testing/full-template.ts'
import { openScript } from '../testing/open-script.ts'
import { previewInput, type Script, writeInput } from '../testing/write.ts'

/** Large tables take long: a plain run writes one of each kind. */
const many = Number(process.env.STRESS ?? 1) > 1

test.each([fullTemplate, ...builtInTemplates].map((template) => [template.id, template] as const))(
  'many rows with every look and rule take few calls: %s',
  async (_, template) => {
    const script = await openScript()
    const own = template.layout.columns.length > 0 && template !== fullTemplate
    // As many calls for a hundred rows as for a thousand: nothing is written row by row.
    const rows = many || template === fullTemplate ? 1000 : 100
    const table = own ? sampleTable(template, rows) : ordersOf(rows)
    const input = writeInput(script, previewInput(table, template, { kind: 'new_sheet' }))
    const { done, receipt } = script.ask('write', input)
    const calls = script.runtime.lastCallCount
    expect({ done, rows: receipt.rows_written }).toEqual({ done: true, rows })
    expect(calls).toBeGreaterThan(10)
    expect(calls).toBeLessThanOrEqual(30)
  },
)

describe('above what one call takes', () => {
  const rows = 21_000
  const table = {
    title: 'Large',
    columns: [
      { key: 'id', name: 'Id', type: 'text' as const },
      { key: 'a', name: 'A', type: 'number' as const },
      { key: 'b', name: 'B', type: 'number' as const },
    ],
    rows: Array.from({ length: rows }, (_, at) => [`00${at}`, at, at * 2]),
  }
  const atCell = previewInput(table, plainTable, { kind: 'at_cell', sheet_id: 0, row: 3, column: 2 })
  const lastRow = (script: Script, name: string, row: number) =>
    script.run(`return SpreadsheetApp.getActive().getSheetByName('${name}').getRange(${row}, 1, 1, 5).getValues()[0]`)
  const hidden = (script: Script) =>
    script.run(`return SpreadsheetApp.getActive().getSheets().filter((sheet) => sheet.isSheetHidden()).length`)

  const places: [string, PreviewInput, string, number, unknown[]][] = [
    [
      'on a new sheet',
      previewInput(table, plainTable, { kind: 'new_sheet' }),
      'Large',
      rows + 1,
      [`00${rows - 1}`, rows - 1, (rows - 1) * 2, '', ''],
    ],
    ['at a cell', atCell, 'Sheet1', rows + 3, ['', `00${rows - 1}`, rows - 1, (rows - 1) * 2, '']],
  ]
  test.each(places.slice(0, many ? 2 : 1))(
    'parts come out of sight, then all at once, and go with one undo: %s',
    async (_, preview, name, last, expected) => {
      const script = await openScript()
      script.run(`SpreadsheetApp.getActive().getSheetByName('Sheet1').getRange('C4:C5').setValues([['was'], ['=1+1']])`)
      const before = script.snapshot()
      const input = writeInput(script, preview)
      const first = script.ask('write', input)
      expect(first).toMatchObject({ done: false, of: rows, receipt: { unfinished: true } })
      expect(first.rows).toBeGreaterThan(0)
      expect(script.run(`return SpreadsheetApp.getActive().getSheetByName('Sheet1').getRange('C4').getValue()`)).toBe(
        'was',
      )
      expect(script.ask('hello', {}).last_write).toMatchObject({ operation_id: input.operation_id, unfinished: true })
      let progress = first
      while (!progress.done) progress = script.ask('write', input)
      expect(progress).toMatchObject({ done: true, rows, of: rows, receipt: { rows_written: rows } })
      expect(lastRow(script, name, last)).toEqual(expected)
      expect(script.ask('write', input)).toEqual(progress)
      script.ask('undo', { operation_id: input.operation_id, force: false })
      expect(script.snapshot()).toBe(before)
    },
    120_000,
  )

  const others: [string, () => Promise<void>][] = [
    [
      'one that was given up is taken back, and nothing of it is left',
      async () => {
        const script = await openScript()
        const before = script.snapshot()
        const input = writeInput(script, atCell)
        expect(script.ask('write', input).done).toBe(false)
        expect(hidden(script)).toBe(1)
        script.ask('undo', { operation_id: input.operation_id, force: false })
        expect(script.snapshot()).toBe(before)
      },
    ],
    [
      'a place that changed in between is not written, and what was put together goes',
      async () => {
        const script = await openScript()
        const input = writeInput(script, atCell)
        script.ask('write', input)
        script.run(`SpreadsheetApp.getActive().getSheetByName('Sheet1').getRange('C10').setValue('new')`)
        expect(script.refuse('write', input).code).toBe('plan_changed')
        expect(hidden(script)).toBe(0)
      },
    ],
    [
      'parts that somebody changed are put together anew',
      async () => {
        const script = await openScript()
        const input = writeInput(script, atCell)
        script.ask('write', input)
        script.run(
          `SpreadsheetApp.getActive().getSheets().find((sheet) => sheet.isSheetHidden()).getRange('B20000:B21000').setValue('x')`,
        )
        let progress = script.ask('write', input)
        while (!progress.done) progress = script.ask('write', input)
        expect(lastRow(script, 'Sheet1', rows + 3)).toEqual(['', `00${rows - 1}`, rows - 1, (rows - 1) * 2, ''])
      },
    ],
    [
      'more than a spreadsheet holds is said before anything is done',
      async () => {
        const script = await openScript()
        const before = script.snapshot()
        script.run(`SpreadsheetApp.getActive().insertSheet('Big').insertColumnsAfter(26, 9700)`)
        const big = script.snapshot()
        expect(big).not.toBe(before)
        const problem = script.refuse('write', writeInput(script, atCell))
        expect(problem).toMatchObject({ code: 'too_large', title: 'The table does not fit into the spreadsheet.' })
        expect(script.snapshot()).toBe(big)
      },
    ],
  ]
  test.each(others.slice(0, many ? others.length : 1))('%s', (_, work) => work(), 120_000)
})

// Some two minutes each: the plan is made anew by every call.
test.each<Target>(many ? [{ kind: 'new_sheet' }, { kind: 'at_cell', sheet_id: 0, row: 3, column: 2 }] : [])(
  'a million cells come in calls of their own, and go with one undo: $kind',
  async (target) => {
    const script = await openScript()
    const keys = Array.from({ length: 10 }, (_, at) => `c${at}`)
    const rows = 100_000
    const table = {
      title: 'Million',
      columns: keys.map((key, at) => ({ key, name: key, type: at % 2 ? ('number' as const) : ('text' as const) })),
      rows: Array.from({ length: rows }, (_, row) => keys.map((_, at) => (at % 2 ? row * at : `00${row}-${at}`))),
    }
    const before = script.snapshot()
    const input = writeInput(script, previewInput(table, plainTable, target))
    let calls = 0
    for (let done = false; !done; calls++) done = script.ask('write', input).done
    expect(calls).toBeGreaterThan(2)
    const [row, column] = target.kind === 'at_cell' ? [target.row, target.column] : [1, 1]
    const last = script.run(
      `return SpreadsheetApp.getActive().getSheetByName('${target.kind === 'at_cell' ? 'Sheet1' : 'Million'}').getRange(${row + rows}, ${column}, 1, 2).getValues()[0]`,
    )
    expect(last).toEqual([`00${rows - 1}-0`, rows - 1])
    expect(script.send('undo', { operation_id: input.operation_id, force: false })).toMatchObject({ ok: true })
    expect(script.snapshot()).toBe(before)
  },
)
