// @vitest-environment happy-dom
// Earlier writes are taken back one by one; one that was changed since asks first.
import { expect, test, vi } from 'vitest'
import { FaultError } from '../fault.ts'
import { button, draw, shows } from '../testing/draw.tsx'
import { fakeApp } from '../testing/fake-app.ts'
import { HistoryCard } from './history-card.tsx'
import { receipt } from './insert/testing/open-insert.tsx'
import { SheetSourceCard } from './sheet-source-card.tsx'

const openCard = () => {
  const details = document.querySelector('details')!
  details.open = true
  details.dispatchEvent(new Event('toggle'))
}

test('a write that was changed since is undone only after a second word', async () => {
  const entry = { receipt: { ...receipt, operation_id: 'op-1' }, undoable: true }
  let entries = [entry, { receipt: { ...receipt, operation_id: 'op-0', sheet_name: 'Old' }, undoable: false }]
  const app = fakeApp({
    rpc: {
      history: () => ({ entries }),
      selection: () => ({ selection: null }),
      undo: ({ force }: { force: boolean }) => {
        if (!force)
          throw new FaultError({ kind: 'script', code: 'changed_since', title: 'Changed since.', detail: 'B2, C4.' })
        entries = []
        return { undone: 'op-1' }
      },
    },
  })
  draw(app, <HistoryCard />)
  openCard()
  await shows('1 row in \u201cOrders\u201d')
  expect(document.querySelectorAll('.link').length).toBe(1)
  document.querySelector<HTMLButtonElement>('.link')?.click()
  await shows('B2, C4.')
  ;(await button('Undo anyway')).click()
  await shows('Nothing that can still be undone.')
  expect(app.calls.filter(({ name }) => name === 'undo').map(({ input }) => input.force)).toEqual([false, true])
})

test('the cell that is selected in the sheet says where its value comes from', async () => {
  const anchor = {
    id: 'anchor-1',
    range_name: 'Orders',
    title: 'Orders',
    source: null,
    template: { id: 'plain_table', version: 1 },
    operation_id: 'op',
    written_at: '2026-01-01T00:00:00Z',
    columns: [{ key: 'sum', header: 'Sum', from: 'sum' }],
    key: [],
    totals: false,
  }
  const source = { anchor, a1: 'C4', part: 'body' as const, column: 'sum', row: { sum: 512.5 }, formula: '' }
  const found = {
    kind: 'quoted' as const,
    source: { kind: 'message' as const, label: 'the mail', line: 14 },
    before: 'four crates for ',
    quote: '512,50 €',
    after: ', same address',
    formula: null,
  }
  const show = (told: Parameters<typeof SheetSourceCard>[0]['told']) => draw(fakeApp(), <SheetSourceCard told={told} />)
  show({ source, found, changed: false })
  await shows('C4 \u00b7 Sum')
  await shows('four crates for 512,50 €, same address')
  await shows('the mail, line 14')
  show({ source, found: null, changed: true })
  await shows('Changed in the sheet since')
  show({ source: { ...source, formula: '=A4*B4' }, found: null, changed: false })
  await shows('=A4*B4')
  await vi.waitFor(() => expect(document.querySelector('code')?.dir).toBe('ltr'))
})
