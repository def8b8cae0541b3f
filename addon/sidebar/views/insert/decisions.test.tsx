// @vitest-environment happy-dom
// What a person decides before a table is written: where, which column, which rows, whose values.
import { expect, test, vi } from 'vitest'
import { FaultError } from '../../fault.ts'
import { button, shows } from '../../testing/draw.tsx'
import { template } from '../../testing/fake-app.ts'
import { choose, counts, inputs, isFree, known, match, open, preview, table, written } from './testing/open-insert.tsx'

test('a table of this spreadsheet can be added to, merged into and replaced', async () => {
  const app = open({
    rpc: {
      known_tables: () => ({ tables: [known] }),
      preview: () => preview(0, { counts: { ...counts, rows_updated: 2, cells_updated: 4 } }),
      write: () => written,
    },
  })
  await isFree('Insert 1 row, update 4 cells')
  await shows('In \u201cSheet1\u201d, merge by Order')
  choose('place', 'merge anchor-1')
  await vi.waitFor(() =>
    expect(inputs(app, 'preview').at(-1)).toMatchObject({
      target: { kind: 'merge', anchor_id: 'anchor-1' },
      base: null,
    }),
  )
  await shows('4 cells updated')
})

test('a table whose template names no key can be merged by a column that tells its rows apart', async () => {
  const keyless = { ...known, anchor: { ...known.anchor, key: [] } }
  const app = open({ rpc: { known_tables: () => ({ tables: [keyless] }), preview: () => preview(0) } })
  await isFree('Insert 1 row')
  choose('place', 'merge anchor-1 order')
  await vi.waitFor(() =>
    expect(inputs(app, 'preview').at(-1)).toMatchObject({
      target: { kind: 'merge', anchor_id: 'anchor-1', by: ['order'] },
    }),
  )
})

test('the table that stands in the sheet already is merged with the version that the sheet got', async () => {
  const mine = { ...known, anchor: { ...known.anchor, source: { conversation_id: null, table_id: 't', version: 1 } } }
  const app = open({
    rpc: { known_tables: () => ({ tables: [mine] }), preview: () => preview(0), write: () => written },
    api: {
      listTemplates: () => ({ items: [template('plain', []), template('sales', ['Order'])], next_cursor: null }),
      getTable: () => ({ title: 'Orders', columns: table.columns }),
      listRows: () => ({ items: [['0042', '2026-01-01']], evidence: [[null, 'unsupported']], next_cursor: null }),
    },
  })
  await vi.waitFor(() =>
    expect(inputs(app, 'preview').at(-1)).toMatchObject({
      target: { kind: 'merge', anchor_id: 'anchor-1' },
      base: { rows: [['0042', null]] },
    }),
  )
})

test('values changed on both sides are settled one by one or all at once, before anything is written', async () => {
  const conflict = {
    id: 'c1',
    key: '0042',
    header: 'Due',
    base: '2026-01-01',
    sheet: '2026-02-02',
    table: '2026-03-03',
    says: 'Both changed it.',
  }
  const app = open({
    rpc: {
      preview: ({ decisions }: { decisions: { conflicts: { all: string | null; cells: Record<string, string> } } }) => {
        const decision = (decisions.conflicts.cells.c1 ?? decisions.conflicts.all) as 'sheet' | null
        return preview(0, {
          conflicts: { count: 1, undecided: decision === null ? 1 : 0, first: [{ ...conflict, decision }] },
        })
      },
      write: () => written,
    },
  })
  await shows('1 value changed on both sides')
  await shows('It was 2026-01-01.')
  ;(await button('Insert 1 row')).click()
  await shows('Decide first which of two values stays.')
  expect(inputs(app, 'write')).toEqual([])
  const [keep] = document.querySelectorAll<HTMLInputElement>('input[name="conflict-c1"]')
  keep?.click()
  await isFree('Insert 1 row')
  expect(inputs(app, 'preview').at(-1)).toMatchObject({ decisions: { conflicts: { cells: { c1: 'sheet' } } } })
  ;(await button('Take the new ones')).click()
  await vi.waitFor(() =>
    expect(inputs(app, 'preview').at(-1)).toMatchObject({ decisions: { conflicts: { all: 'table', cells: {} } } }),
  )
})

test('rows that break a rule wait for a word', async () => {
  const row = {
    row: 0,
    cells: ['0042', 'soon'],
    faults: [{ header: 'Due', value: 'soon', says: 'is not a date' }],
    must: true,
  }
  const app = open({
    rpc: {
      preview: ({ decisions }: { decisions: { review: { all: 'in' | 'out' | null } } }) => {
        const decision = decisions.review.all
        return preview(0, { review: { count: 1, undecided: decision === null ? 1 : 0, first: [{ ...row, decision }] } })
      },
      write: () => written,
    },
  })
  await shows('1 row to look at')
  await shows('Due: soon is not a date')
  ;(await button('Insert 1 row')).click()
  await shows('Decide first about the rows that break a rule.')
  ;(await button('Leave all out')).click()
  await isFree('Insert 1 row')
  ;(await button('Insert 1 row')).click()
  await shows('1 row is in')
  expect(inputs(app, 'write')[0]).toMatchObject({ decisions: { review: { all: 'out' } } })
})

test('a formula that reaches further is left out unless its very text is ticked', async () => {
  const offer = { key: 'photo', header: 'Photo', formula: 'IMAGE(link)', reasons: ['It uses “IMAGE”.'] }
  const app = open({
    rpc: {
      preview: ({ decisions }: { decisions: { formulas?: Record<string, string> } }) =>
        preview(0, { formulas: [{ ...offer, agreed: decisions.formulas?.photo === offer.formula }] }),
      write: () => written,
    },
  })
  await shows('Write the formula of “Photo”, which is left out otherwise.')
  await shows('IMAGE(link)')
  expect(inputs(app, 'preview')[0]).not.toMatchObject({ decisions: { formulas: { photo: 'IMAGE(link)' } } })
  const [tick] = [...document.querySelectorAll<HTMLInputElement>('.note.care input')]
  expect(tick?.checked).toBe(false)
  tick?.click()
  await vi.waitFor(() =>
    expect(inputs(app, 'preview').at(-1)).toMatchObject({ decisions: { formulas: { photo: 'IMAGE(link)' } } }),
  )
  await vi.waitFor(() => expect(document.querySelector<HTMLInputElement>('.note.care input')?.checked).toBe(true))
  await isFree('Insert 1 row')
  ;(await button('Insert 1 row')).click()
  await shows('1 row is in')
  expect(inputs(app, 'write')[0]).toMatchObject({ decisions: { formulas: { photo: 'IMAGE(link)' } } })
})

test('a guessed column is shown, and another is one choice away', async () => {
  const app = open({
    rpc: {
      preview: () =>
        preview(0, {
          matches: [match('order', 'Order', 'order'), match('name', 'Name', 'due', { sure: false, how: 'values' })],
          unused: [{ key: 'town', header: 'Town' }],
        }),
      write: () => written,
    },
  })
  await shows('1 column to look at')
  choose('match-town', 'due')
  await vi.waitFor(() =>
    expect(inputs(app, 'preview').at(-1)).toMatchObject({ decisions: { mapping: { town: 'due', name: null } } }),
  )
})

test('a long write goes on call by call, with how far it is', async () => {
  let calls = 0
  let goOn: (() => void) | null = null
  const app = open({
    rpc: {
      preview: () => preview(0),
      write: async () => {
        calls++
        if (calls === 2) await new Promise<void>((resolve) => (goOn = resolve))
        return { ...written, done: calls === 3, rows: calls * 1000, of: 3000 }
      },
    },
  })
  await isFree('Insert 1 row')
  ;(await button('Insert 1 row')).click()
  await shows('1,000 of 3,000 rows')
  ;(await vi.waitUntil(() => goOn))()
  await shows('1 row is in')
  expect(new Set(inputs(app, 'write').map((input) => input.operation_id)).size).toBe(1)
})

test('where the sheet cannot be written the table can be had all the same', async () => {
  const app = open({
    rpc: {
      preview: () => preview(0),
      write: () => {
        throw new FaultError({
          kind: 'script',
          code: 'no_permission',
          title: 'You may only look.',
          detail: 'Ask for more.',
        })
      },
    },
    api: {
      listTemplates: () => ({ items: [template('plain', [])], next_cursor: null }),
      downloadTable: () => new Response('a,b', { headers: { 'content-type': 'text/csv' } }),
    },
  })
  await isFree('Insert 1 row')
  ;(await button('Insert 1 row')).click()
  await shows('You may only look.')
  ;(await button('Download CSV')).click()
  await shows('The file is in your downloads.')
  expect(inputs(app, 'downloadTable')[0]).toMatchObject({
    params: { table_id: 't' },
    query: { format: 'csv', version: 1 },
  })
})
