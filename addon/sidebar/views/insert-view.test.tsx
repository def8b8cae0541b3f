// @vitest-environment happy-dom
// From a table to the sheet: the guess, the plan, the yes, the write, and undo.
import { expect, test, vi } from 'vitest'
import type { PlanPreview } from '../../../shared/plan/plan.ts'
import { FaultError } from '../fault.ts'
import { button, draw, shows } from '../testing/draw.tsx'
import { fakeApp, tableView, template } from '../testing/fake-app.ts'
import { newEntry } from '../transcript.ts'
import { AppView } from './app-view.tsx'

const table = tableView({
  columns: [
    { key: 'order', name: 'Order', type: 'text' },
    { key: 'due', name: 'Due', type: 'date' },
  ],
  rows: [['0042', '2026-03-03']],
})
const selection = {
  sheet_id: 7,
  sheet_name: 'Sheet1',
  a1: 'B3',
  row: 3,
  column: 2,
  rows: 1,
  columns: 1,
  headers: [],
  empty: true,
}
const receipt = {
  operation_id: 'op',
  sheet_id: 7,
  sheet_name: 'Orders',
  new_sheet: true,
  range: 'A1:B2',
  title: 'Orders',
  rows_written: 1,
  cells_overwritten: 0,
  at: '2026-01-01T00:00:00Z',
}

function preview(overwrites: number): PlanPreview {
  return {
    digest: `d${overwrites}`,
    sheet_name: 'Orders',
    new_sheet: overwrites === 0,
    range: 'Orders!A1:B2',
    rows: 1,
    columns: [
      { header: 'Order', from: 'order', computed: false },
      { header: 'Due date', from: 'due', computed: false },
      { header: 'Net', from: null, computed: true },
    ],
    totals: false,
    overwrites: { count: overwrites, first: overwrites === 0 ? [] : [{ a1: 'E17', was: '490', now: '512' }] },
    notes: ['A note.'],
  }
}

function open(rpc: Parameters<typeof fakeApp>[0] & object) {
  const entry = { ...newEntry('m', 'assistant', ''), state: 'complete' as const, tables: [table] }
  const app = fakeApp({
    state: { entries: [entry], selection, view: { name: 'insert', tableId: 't' } },
    api: {
      listTemplates: () => ({
        items: [template('plain', []), template('sales', ['Order', 'Due', 'Net'])],
        next_cursor: null,
      }),
    },
    ...rpc,
  })
  draw(app, <AppView />)
  return app
}
const isFree = (name: string) =>
  vi.waitFor(async () => expect((await button(name)).getAttribute('aria-disabled')).toBe('false'))
const inputs = (app: ReturnType<typeof open>, name: string) =>
  app.calls.filter((call) => call.name === name).map((call) => call.input)

test('shows what will change, writes it, and takes it back with one click', async () => {
  const app = open({ rpc: { plan: () => preview(0), apply: () => receipt, undo: () => ({ undone: 'op' }) } })
  await shows('Order, Due date, Net')
  await shows('computed by a formula')
  await shows('A note.')
  await isFree('Insert 1 row')
  ;(await button('Insert 1 row')).click()
  await shows('1 row is in \u201cOrders\u201d.')
  await shows('1 seen \u00b7 1 extracted \u00b7 1 written. Nothing else was touched.')
  expect(inputs(app, 'apply')[0]).toMatchObject({
    digest: 'd0',
    allow_overwrite: false,
    target: { kind: 'new_sheet', name: 'Orders' },
    template: { id: 'sales' },
  })
  ;(await button('Undo')).click()
  await shows('Undone.The sheet is as it was.')
})

test('filled cells are overwritten only after a yes to what is shown', async () => {
  const app = open({
    rpc: {
      plan: (input: { target: { kind: string } }) => preview(input.target.kind === 'at_cell' ? 12 : 0),
      apply: () => receipt,
    },
  })
  await isFree('Insert 1 row')
  const place = document.getElementById('place') as HTMLSelectElement
  expect(place.textContent).toContain('At the selected cell (Sheet1!B3)')
  place.value = 'at_cell'
  place.dispatchEvent(new Event('change', { bubbles: true }))
  await shows('Overwrite 12 filled cells.')
  const go = await button('Insert 1 row, overwrite 12 cells')
  expect(go.getAttribute('aria-disabled')).toBe('true')
  go.click()
  expect(inputs(app, 'apply')).toEqual([])
  await vi.waitFor(() => document.querySelector<HTMLInputElement>('input[type=checkbox]')?.click())
  await isFree('Insert 1 row, overwrite 12 cells')
  ;(await button('Insert 1 row, overwrite 12 cells')).click()
  await shows('1 row is in')
  expect(inputs(app, 'apply')[0]).toMatchObject({
    allow_overwrite: true,
    target: { kind: 'at_cell', row: 3, column: 2 },
  })
})

test('a write whose end is unknown is pressed again as the same one', async () => {
  let lost = true
  const app = open({
    rpc: {
      plan: () => preview(0),
      apply: () => {
        if (!lost) return receipt
        lost = false
        throw new FaultError({
          kind: 'script',
          code: 'no_answer',
          title: 'The spreadsheet did not answer.',
          detail: '',
        })
      },
    },
  })
  await isFree('Insert 1 row')
  ;(await button('Insert 1 row')).click()
  await shows('The spreadsheet did not answer.')
  ;(await button('Try again')).click()
  await shows('1 row is in')
  const [first, second] = inputs(app, 'apply')
  expect(first?.operation_id).toBe(second?.operation_id)
})

test('a sheet that changed under the plan is planned again, and it is said', async () => {
  const app = open({
    rpc: {
      plan: () => preview(0),
      apply: () => {
        throw new FaultError({ kind: 'script', code: 'plan_changed', title: 'x', detail: 'Somebody edited the place.' })
      },
    },
  })
  await isFree('Insert 1 row')
  const before = inputs(app, 'plan').length
  ;(await button('Insert 1 row')).click()
  await shows('Somebody edited the place.')
  await isFree('Insert 1 row')
  expect(inputs(app, 'plan').length).toBe(before + 1)
})

test('undo over newer edits asks first', async () => {
  const app = open({
    rpc: {
      plan: () => preview(0),
      apply: () => receipt,
      undo: (input: { force: boolean }) => {
        if (input.force) return { undone: 'op' }
        throw new FaultError({
          kind: 'script',
          code: 'changed_since',
          title: '3 cells were changed since.',
          detail: 'E17.',
        })
      },
    },
  })
  await isFree('Insert 1 row')
  ;(await button('Insert 1 row')).click()
  ;(await button('Undo')).click()
  await shows('3 cells were changed since.')
  ;(await button('Undo anyway')).click()
  await shows('The sheet is as it was.')
  expect(inputs(app, 'undo').map((input) => input.force)).toEqual([false, true])
})

test('what was undone elsewhere is said, and no button is left that could only fail', async () => {
  open({
    rpc: {
      plan: () => preview(0),
      apply: () => receipt,
      undo: () => {
        throw new FaultError({
          kind: 'script',
          code: 'nothing_to_undo',
          title: 'There is nothing to undo.',
          detail: 'It was undone before.',
        })
      },
    },
  })
  await isFree('Insert 1 row')
  ;(await button('Insert 1 row')).click()
  ;(await button('Undo')).click()
  await shows('It was undone before.')
  expect(document.body.textContent).not.toContain('Show in sheet')
})

test('a write that fails after the person has left the view is told where they are', async () => {
  let fail: (() => void) | null = null
  open({
    rpc: {
      plan: () => preview(0),
      apply: () =>
        new Promise((_, reject) => {
          fail = () =>
            reject(
              new FaultError({
                kind: 'script',
                code: 'busy',
                title: 'Google is busy.',
                detail: 'Nothing was written.',
              }),
            )
        }),
    },
  })
  await isFree('Insert 1 row')
  ;(await button('Insert 1 row')).click()
  await shows('Writing\u2026')
  expect((await button('Back')).getAttribute('aria-disabled')).toBe('true')
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
  await button('Send')
  // The view says that it writes before the script is called.
  const rejectCall = await vi.waitUntil(() => fail)
  rejectCall()
  await shows('Google is busy.')
})

test('nothing can be inserted after a plan that failed, until it is worked out again', async () => {
  let broken = false
  const app = open({
    rpc: {
      plan: () => {
        if (!broken) return preview(0)
        throw new FaultError({
          kind: 'script',
          code: 'no_answer',
          title: 'The spreadsheet did not answer.',
          detail: '',
        })
      },
      apply: () => receipt,
    },
  })
  await isFree('Insert 1 row')
  broken = true
  const place = document.getElementById('place') as HTMLSelectElement
  place.value = 'at_cell'
  place.dispatchEvent(new Event('change', { bubbles: true }))
  await shows('The spreadsheet did not answer.')
  ;(await button('Insert 1 row')).click()
  await shows('What will change could not be worked out.')
  expect(inputs(app, 'apply')).toEqual([])
  broken = false
  ;(await button('Try again')).click()
  await isFree('Insert 1 row')
})

test('a value that stands nowhere stays out of the sheet until it is kept, and the button says so', async () => {
  const evidence = (last: 'unsupported' | 'confirmed') => [[{ source: 'message:q', start: 0, end: 4 }, last]]
  const invented = tableView({
    columns: table.columns,
    rows: table.rows,
    evidence: evidence('unsupported'),
    source: null,
  })
  const entry = { ...newEntry('m', 'assistant', ''), state: 'complete' as const, tables: [invented] }
  const app = open({
    state: { entries: [entry], selection, view: { name: 'insert', tableId: 't' } },
    rpc: { plan: () => preview(0), apply: () => receipt },
    api: {
      listTemplates: () => ({ items: [template('plain', [])], next_cursor: null }),
      getTable: () => ({ version: 1 }),
      updateTable: () => ({ version: 2, receipt: null }),
    },
  })
  await shows('1 value not in the text.')
  await shows('Order 0042 \u00b7 Due: Mar 3, 2026')
  await isFree('Insert 1 row, leave 1 cell empty')
  expect(inputs(app, 'plan').at(-1)).toMatchObject({ table: { rows: [['0042', null]] } })
  ;(await button('Keep')).click()
  await isFree('Insert 1 row')
  expect(inputs(app, 'plan').at(-1)).toMatchObject({ table: { rows: [['0042', '2026-03-03']] } })
  expect(document.body.textContent).not.toContain('not in the text')
})

test('what was left out is said in the receipt', async () => {
  const marks = [[{ source: 'message:q', start: 0, end: 4 }, 'unsupported' as const]]
  const invented = { ...table, evidence: marks, source: null }
  const entry = { ...newEntry('m', 'assistant', ''), state: 'complete' as const, tables: [invented] }
  const app = open({
    state: { entries: [entry], selection, view: { name: 'insert', tableId: 't' } },
    rpc: { plan: () => preview(0), apply: () => receipt },
  })
  await isFree('Insert 1 row, leave 1 cell empty')
  ;(await button('Insert 1 row, leave 1 cell empty')).click()
  await shows('1 cell left empty: its value is not in the text.')
  expect(inputs(app, 'apply')[0]).toMatchObject({ table: { rows: [['0042', null]] } })
})
