// @vitest-environment happy-dom
// Cells that say where they come from, and what a person can do about those that stand nowhere.
import { expect, test, vi } from 'vitest'
import type { Evidence } from '../../../shared/table/evidence.ts'
import { Unreachable } from '../fault.ts'
import { agreementFor, type State } from '../state.ts'
import { button, draw, shows } from '../testing/draw.tsx'
import { about, fakeApp, tableView, user } from '../testing/fake-app.ts'
import { newEntry, type TableView } from '../transcript.ts'
import { AppView } from './app-view.tsx'

const span = (start: number): Evidence => ({ source: 'message:q', start, end: start + 1 })
const columns: TableView['columns'] = [
  { key: 'order', name: 'Order', type: 'text' },
  { key: 'total', name: 'Total', type: 'number' },
]
const grounded = tableView({
  columns,
  rows: [
    ['0042', 12],
    ['0043', 4],
    ['0047', 99],
  ],
  evidence: [
    [span(1), span(2)],
    [span(3), 'computed'],
    [span(5), 'unsupported'],
  ],
  source: null,
  receipt: {
    state: 'complete',
    rows_seen: null,
    rows_extracted: 3,
    cells_unread: 0,
    cells_quoted: 4,
    cells_computed: 1,
    cells_unsupported: 1,
    notes: [],
  },
})
const head = { ...grounded.receipt, cells_quoted: 5, cells_unsupported: 0 }
const found = {
  kind: 'quoted',
  source: { kind: 'message', label: 'your message', line: 14 },
  before: 'four crates for ',
  quote: '12',
  after: ' each',
  formula: null,
}

function open(table: TableView, api: Parameters<typeof fakeApp>[0] = {}, state: Partial<State> = {}) {
  const question = newEntry('q', 'user', 'Make a table')
  const entry = { ...newEntry('m', 'assistant', ''), state: 'complete' as const, tables: [table] }
  const app = fakeApp({
    state: {
      about,
      user,
      conversation: { id: 'c', title: '' },
      preferences: { agreed: agreementFor(about, 'tables.example') },
      entries: [question, entry],
      ...state,
    },
    ...api,
  })
  draw(app, <AppView />)
  return app
}
const cell = (text: string) =>
  vi.waitFor(() => {
    const one = [...document.querySelectorAll('td')].find((td) => td.textContent?.startsWith(text))
    if (one === undefined) throw new Error(`No cell ${text}`)
    return one
  })
const inputs = (app: ReturnType<typeof open>, name: string) =>
  app.calls.filter((call) => call.name === name).map((call) => call.input)

test('a cell shows the sentence it came from, asked for once', async () => {
  const app = open(grounded, { api: { getEvidence: () => found } })
  ;(await cell('12')).click()
  await shows('Order 0042 \u00b7 Total')
  await shows('\u201cfour crates for 12 each\u201d')
  await shows('your message, line 14')
  expect(document.querySelector('mark')?.textContent).toBe('12')
  ;(await cell('0043')).click()
  await shows('Row 2 \u00b7 Order')
  await vi.waitFor(() => expect(inputs(app, 'getEvidence')).toHaveLength(2))
  ;(await cell('12')).click()
  await shows('Order 0042')
  await shows('your message, line 14')
  expect(inputs(app, 'getEvidence')).toHaveLength(2)
  expect(inputs(app, 'getEvidence')[0]).toMatchObject({ query: { row: 0, column: 'total', version: 1 } })
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
  await vi.waitFor(() => expect(document.querySelector('mark')).toBeNull())
})

test('a sentence that can\u2019t be fetched says so, and is asked for again', async () => {
  let down = true
  const getEvidence = () => {
    if (down) throw new Unreachable()
    return found
  }
  open(grounded, { api: { getEvidence } })
  ;(await cell('12')).click()
  await shows('The server can\u2019t be reached.')
  down = false
  ;(await button('Try again')).click()
  await shows('your message, line 14')
})

test('what needs no look-up is said at once: read as it stands, computed, empty', async () => {
  const net = { key: 'net', name: 'Net', type: 'number' as const, formula: 'total * 2' }
  const app = open(
    tableView({ columns: [...columns, net], rows: [['1', null, 8]], evidence: [[span(1), null, 'computed']] }),
  )
  ;(await cell('8')).click()
  await shows('Computed: Total * 2')
  ;(await cell('\u2014')).click()
  await shows('This cell is empty.')
  open(tableView({ columns, rows: [['1', 2]] }))
  ;(await cell('2')).click()
  await shows('Read as it stands from your message.')
  expect(inputs(app, 'getEvidence')).toEqual([])
})

test('the arrow keys move, one cell takes the Tab key, and a screen reader hears the mark', async () => {
  open(grounded, { api: { getEvidence: () => found } })
  const first = await cell('0042')
  expect(document.querySelectorAll('td[tabindex="0"]')).toHaveLength(1)
  first.focus()
  first.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }))
  await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('0043'))
  expect((await cell('99')).textContent).toBe('99 not in the text')
  expect((await cell('99')).className).toContain('no')
})

test('the count of what is not in the text leads there, and one tap keeps it', async () => {
  const app = open(grounded, {
    api: {
      getTable: () => ({ version: 1 }),
      updateTable: () => ({ version: 2, receipt: head }),
    },
  })
  await shows('4 quoted')
  ;(await button('\u25cf 1 not in the text')).click()
  await shows('\u201c99\u201d is not in the text.')
  ;(await button('Keep')).click()
  await shows('You said to keep it.')
  await shows('5 quoted')
  await vi.waitFor(() => expect(inputs(app, 'updateTable')).toHaveLength(1))
  expect(inputs(app, 'updateTable')[0]).toMatchObject({
    headers: { 'if-match': '"tag"' },
    body: { cells: [{ row: 2, column: 'total', confirm: true }] },
  })
  await vi.waitFor(() => expect(app.store.get().entries[1]?.tables[0]?.version).toBe(2))
})

test('a value that could not be removed on the server comes back, and it is said', async () => {
  const updateTable = () => {
    throw new Unreachable()
  }
  open(grounded, { api: { getTable: () => ({ version: 1 }), updateTable } })
  ;(await button('\u25cf 1 not in the text')).click()
  ;(await button('Remove')).click()
  await shows('The server can\u2019t be reached. It is as it was.')
  await shows('1 not in the text')
  expect((await cell('99')).className).toContain('no')
})

test('a table that was changed elsewhere is not written over', async () => {
  const app = open(grounded, { api: { getTable: () => ({ version: 4 }) } })
  ;(await button('\u25cf 1 not in the text')).click()
  ;(await button('Remove')).click()
  await shows('The table has changed since.')
  expect(inputs(app, 'updateTable')).toEqual([])
})

test('asking again names the cell in plain words', async () => {
  const app = open(grounded, {
    api: {
      sendMessage: () => new Response('id: 1\ndata: {"type":"message-end","state":"complete","title":""}\n\n'),
    },
  })
  ;(await button('\u25cf 1 not in the text')).click()
  ;(await button('Ask again')).click()
  await vi.waitFor(() => expect(inputs(app, 'sendMessage')).toHaveLength(1))
  expect(inputs(app, 'sendMessage')[0]).toMatchObject({
    body: {
      content:
        'Look again at \u201cTotal\u201d in the row with Order \u201c0047\u201d: \u201c99\u201d is not in the text. Correct it in the table \u201cOrders\u201d, or leave it empty.',
    },
  })
})

test('more than two can be decided at once, and those beyond the first rows too', async () => {
  const rows = Array.from({ length: 60 }, (_, at) => [String(at), at])
  const evidence = rows.map((_, at): Evidence[] => [span(at), at % 20 === 19 ? 'unsupported' : span(at)])
  const receipt = { ...grounded.receipt!, cells_unsupported: 3 }
  const part = { rows: rows.slice(0, 50), evidence: evidence.slice(0, 50), count: 60 }
  const app = open(
    { ...grounded, ...part, receipt },
    {
      api: {
        listRows: () => ({ items: rows, evidence, next_cursor: null }),
        getTable: () => ({ version: 1 }),
        updateTable: () => ({ version: 2, receipt: head }),
      },
    },
  )
  const next = await button('\u25cf 3 not in the text')
  next.click()
  await shows('Order 19 \u00b7 Total')
  next.click()
  await shows('Order 39 \u00b7 Total')
  next.click()
  await shows('Order 59 \u00b7 Total')
  await shows('Rows 51\u201360 of 60')
  ;(await button('Remove all')).click()
  await vi.waitFor(() => expect(inputs(app, 'updateTable')).toHaveLength(1))
  expect(inputs(app, 'updateTable')[0]).toMatchObject({
    body: { cells: [19, 39, 59].map((row) => ({ row, column: 'total', value: null })) },
  })
})
