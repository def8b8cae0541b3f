// @vitest-environment happy-dom
// From a table to the sheet: the guess, the plan, the yes, the write, and undo.
import { expect, test, vi } from 'vitest'
import { FaultError } from '../../fault.ts'
import { button, shows, typeInto } from '../../testing/draw.tsx'
import { tableView, template } from '../../testing/fake-app.ts'
import { newEntry } from '../../transcript.ts'
import { inputs, isFree, open, preview, selection, table, written } from './testing/open-insert.tsx'

test('shows what will change, writes it, and takes it back with one click', async () => {
  const app = open({ rpc: { preview: () => preview(0), write: () => written, undo: () => ({ undone: 'op' }) } })
  await shows('Order, Due date, Net')
  await shows('computed by a formula')
  await shows('A note.')
  await isFree('Insert 1 row')
  ;(await button('Insert 1 row')).click()
  await shows('1 row is in \u201cOrders\u201d.')
  await shows('1 seen \u00b7 1 extracted \u00b7 1 written. Nothing else was touched.')
  expect(inputs(app, 'write')[0]).toMatchObject({
    digest: 'd0',
    allow: [],
    source: { table_id: 't', version: 1 },
    target: { kind: 'new_sheet', name: 'Orders' },
    template: { id: 'sales' },
  })
  ;(await button('Undo')).click()
  await shows('Undone.The sheet is as it was.')
})

test('filled cells are overwritten only after a yes to what is shown', async () => {
  const app = open({
    rpc: {
      preview: (input: { target: { kind: string } }) => preview(input.target.kind === 'at_cell' ? 12 : 0),
      write: () => written,
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
  expect(inputs(app, 'write')).toEqual([])
  await vi.waitFor(() => document.querySelector<HTMLInputElement>('input[type=checkbox]')?.click())
  await isFree('Insert 1 row, overwrite 12 cells')
  ;(await button('Insert 1 row, overwrite 12 cells')).click()
  await shows('1 row is in')
  expect(inputs(app, 'write')[0]).toMatchObject({
    allow: ['overwrite'],
    target: { kind: 'at_cell', row: 3, column: 2 },
  })
})

test('a write whose end is unknown is pressed again as the same one', async () => {
  let lost = true
  const app = open({
    rpc: {
      preview: () => preview(0),
      write: () => {
        if (!lost) return written
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
  const [first, second] = inputs(app, 'write')
  expect(first?.operation_id).toBe(second?.operation_id)
})

test('a sheet that changed under the plan is planned again, and it is said', async () => {
  const app = open({
    rpc: {
      preview: () => preview(0),
      write: () => {
        throw new FaultError({ kind: 'script', code: 'plan_changed', title: 'x', detail: 'Somebody edited the place.' })
      },
    },
  })
  await isFree('Insert 1 row')
  const before = inputs(app, 'preview').length
  ;(await button('Insert 1 row')).click()
  await shows('Somebody edited the place.')
  await isFree('Insert 1 row')
  expect(inputs(app, 'preview').length).toBe(before + 1)
})

test('undo over newer edits asks first', async () => {
  const app = open({
    rpc: {
      preview: () => preview(0),
      write: () => written,
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
      preview: () => preview(0),
      write: () => written,
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
      preview: () => preview(0),
      write: () =>
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
      preview: () => {
        if (!broken) return preview(0)
        throw new FaultError({
          kind: 'script',
          code: 'no_answer',
          title: 'The spreadsheet did not answer.',
          detail: '',
        })
      },
      write: () => written,
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
  expect(inputs(app, 'write')).toEqual([])
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
    rpc: { preview: () => preview(0), write: () => written },
    api: {
      listTemplates: () => ({ items: [template('plain', [])], next_cursor: null }),
      getTable: () => ({ version: 1 }),
      updateTable: () => ({ version: 2, receipt: null }),
    },
  })
  await shows('1 value not in the text.')
  await shows('Order 0042 \u00b7 Due: Mar 3, 2026')
  await isFree('Insert 1 row, leave 1 cell empty')
  expect(inputs(app, 'preview').at(-1)).toMatchObject({ table: { rows: [['0042', null]] } })
  ;(await button('Keep')).click()
  await isFree('Insert 1 row')
  expect(inputs(app, 'preview').at(-1)).toMatchObject({ table: { rows: [['0042', '2026-03-03']] } })
  expect(document.body.textContent).not.toContain('not in the text')
})

test('what was left out is said in the receipt', async () => {
  const marks = [[{ source: 'message:q', start: 0, end: 4 }, 'unsupported' as const]]
  const invented = { ...table, evidence: marks, source: null }
  const entry = { ...newEntry('m', 'assistant', ''), state: 'complete' as const, tables: [invented] }
  const app = open({
    state: { entries: [entry], selection, view: { name: 'insert', tableId: 't' } },
    rpc: { preview: () => preview(0), write: () => written },
  })
  await isFree('Insert 1 row, leave 1 cell empty')
  ;(await button('Insert 1 row, leave 1 cell empty')).click()
  await shows('1 cell left empty: its value is not in the text.')
  expect(inputs(app, 'write')[0]).toMatchObject({ table: { rows: [['0042', null]] } })
})

test('a plan that was asked for before the last choice does not count when it comes', async () => {
  const waiting: (() => void)[] = []
  open({
    rpc: {
      preview: ({ target }: { target: { name?: string } }) =>
        new Promise((resolve) => waiting.push(() => resolve(preview(0, { sheet_name: target.name ?? '' })))),
    },
  })
  await vi.waitUntil(() => waiting.length === 1)
  typeInto(document.getElementById('sheet-name'), 'Renamed')
  await vi.waitFor(() => expect(document.querySelector('[aria-busy=true]')).not.toBeNull())
  waiting[0]?.()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect((await button('Insert 1 row')).getAttribute('aria-disabled')).toBe('true')
  await vi.waitUntil(() => waiting.length === 2)
  waiting[1]?.()
  await shows('Renamed')
  await isFree('Insert 1 row')
})

test('choosing what is chosen already keeps the plan', async () => {
  const app = open({ rpc: { preview: () => preview(0), write: () => written } })
  await isFree('Insert 1 row')
  const asked = inputs(app, 'preview').length
  for (const id of ['template', 'place']) {
    const field = document.getElementById(id) as HTMLSelectElement
    field.dispatchEvent(new Event('change', { bubbles: true }))
  }
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect((await button('Insert 1 row')).getAttribute('aria-disabled')).toBe('false')
  expect(inputs(app, 'preview').length).toBe(asked)
})

test('the chart that a template suggests is said', async () => {
  const sales = template('sales', ['Order', 'Due'])
  sales.layout.chart = { kind: 'column', title: '', labels: 'order', series: ['due'] }
  open({
    rpc: { preview: () => preview(0) },
    api: { listTemplates: () => ({ items: [sales], next_cursor: null }) },
  })
  await shows('A column chart of Due by Order suits it.')
})
