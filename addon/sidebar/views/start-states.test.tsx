// @vitest-environment happy-dom
// How the sidebar comes up, with everything that can be missing.
import { expect, test, vi } from 'vitest'
import { start } from '../actions/start.ts'
import { ApiProblem, Unreachable } from '../fault.ts'
import { failureOf } from '../rpc.ts'
import { button, draw, shows } from '../testing/draw.tsx'
import { about, fakeApp, user } from '../testing/fake-app.ts'
import { AppView } from './app-view.tsx'

const hello = {
  spreadsheet: { id: 's', name: 'Book', locale: 'de_DE', time_zone: 'Europe/Berlin' },
  email: 'ada@example.com',
  preferences: { draft: 'half a thought', conversation_id: 'c' },
  selection: null,
  last_write: {
    operation_id: 'op',
    anchor_id: 'anchor-1',
    table_id: 't',
    sheet_id: 1,
    sheet_name: 'Orders',
    new_sheet: true,
    range: 'A1:B3',
    title: 'Orders',
    rows_written: 2,
    counts: {
      rows_new: 2,
      rows_updated: 0,
      rows_unchanged: 0,
      rows_removed: 0,
      rows_left_out: 0,
      cells_updated: 0,
    },
    cells_overwritten: 0,
    at: '2026-01-01T00:00:00Z',
  },
}
const message = {
  id: 'm',
  conversation_id: 'c',
  role: 'assistant',
  content: 'As before.',
  state: 'interrupted',
  attachments: [],
  problem: null,
  tables: [],
  usage: { model: 'gpt-x', input_tokens: 1200, cached_tokens: 0, output_tokens: 34, cost: null },
  created_at: '',
  updated_at: '',
}
const server = {
  getAbout: () => about,
  getMe: () => user,
  getConversation: () => ({ id: 'c', title: 'Last week', description: '', created_at: '', updated_at: '' }),
  listMessages: () => ({ items: [message], next_cursor: null }),
}

test('the last conversation, the draft and the last write with its undo come back', async () => {
  const app = fakeApp({ state: { phase: 'starting' }, rpc: { hello: () => hello }, api: server })
  draw(app, <AppView />)
  await shows('Loading')
  await start(app)
  await shows('As before.')
  await shows('1,234 tokens')
  await shows('The reply was interrupted.')
  await shows('Last week')
  await shows('Last write')
  await shows('2 rows are in \u201cOrders\u201d.')
  await button('Undo')
  expect((document.getElementById('message') as HTMLTextAreaElement).value).toBe('half a thought')
})

test('a server that is away is said, the draft stays, and trying again brings everything back', async () => {
  let down = true
  const api = {
    ...server,
    getAbout: () => {
      if (down) throw new Unreachable()
      return about
    },
  }
  const app = fakeApp({ state: { phase: 'starting' }, rpc: { hello: () => hello }, api })
  draw(app, <AppView />)
  await start(app)
  await shows('The server can\u2019t be reached.')
  expect((document.getElementById('message') as HTMLTextAreaElement).value).toBe('half a thought')
  down = false
  ;(await button('Try again')).click()
  await shows('As before.')
})

test('a sign-in that is refused says why and can be tried again', async () => {
  const problem = {
    code: 'identity_refused',
    title: 'Google\u2019s sign-in was not accepted',
    detail: 'Add the client id.',
  }
  const api = {
    ...server,
    getMe: () => {
      throw new ApiProblem(401, problem)
    },
  }
  const app = fakeApp({ state: { phase: 'starting' }, rpc: { hello: () => hello }, api })
  draw(app, <AppView />)
  await start(app)
  await shows('Add the client id.')
  expect(document.querySelector('[role=alert]')?.textContent).toContain('not accepted')
  await button('Sign in again')
})

test('the wrong one of several Google accounts is explained', async () => {
  const hello = () => {
    throw failureOf(
      new Error('We\u2019re sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.'),
    )
  }
  const app = fakeApp({ state: { phase: 'starting' }, rpc: { hello }, api: server })
  draw(app, <AppView />)
  await start(app)
  await shows('This sheet is open in another account.')
  await button('Try again')
})

test('a write that was cut off before is not called done, and can be taken back', async () => {
  const cutOff = { ...hello, last_write: { ...hello.last_write, rows_written: 0, unfinished: true } }
  const app = fakeApp({ state: { phase: 'starting' }, rpc: { hello: () => cutOff }, api: server })
  draw(app, <AppView />)
  await start(app)
  await shows('Writing was cut off in')
  await shows('Part of the table may be there.')
  expect(document.body.textContent).not.toContain('0 rows are in')
  await button('Undo')
})

test('after a reload the last write stands under the table it came from', async () => {
  const head = {
    id: 't',
    title: 'Orders',
    columns: [{ key: 'a', name: 'A', type: 'text' }],
    row_count: 2,
    receipt: { state: 'complete', rows_seen: 2, rows_extracted: 2, cells_unread: 0, notes: [] },
  }
  const api = {
    ...server,
    listMessages: () => ({ items: [{ ...message, state: 'complete', tables: [head] }], next_cursor: null }),
    listRows: () => ({ items: [['1'], ['2']], next_cursor: null }),
  }
  const app = fakeApp({ state: { phase: 'starting' }, rpc: { hello: () => hello }, api })
  draw(app, <AppView />)
  await start(app)
  await shows('2 seen \u00b7 2 extracted \u00b7 2 written.')
  expect(document.body.textContent).not.toContain('Last write')
})

test('coming back to the server does not take the person out of the view that is open', async () => {
  let down = true
  const api = {
    ...server,
    getAbout: () => {
      if (down) throw new Unreachable()
      return about
    },
  }
  const app = fakeApp({ state: { phase: 'starting' }, rpc: { hello: () => hello }, api })
  draw(app, <AppView />)
  await start(app)
  ;(await button('Settings')).click()
  down = false
  ;(await button('Connect again')).click()
  await shows('connected')
  expect(app.store.get().view.name).toBe('settings')
  ;(await button('Back')).click()
  await shows('As before.')
})

test('what is sent before the server has answered waits for it, and goes on with the last conversation', async () => {
  const given = Promise.withResolvers<typeof about>()
  const app = fakeApp({
    state: { phase: 'starting' },
    rpc: { hello: () => hello },
    api: { ...server, getAbout: () => given.promise },
  })
  draw(app, <AppView />)
  void start(app)
  await vi.waitFor(() => expect(document.getElementById('message')).not.toBeNull())
  const field = document.getElementById('message')
  field?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
  await vi.waitFor(async () => expect((await button('Send')).title).toBe('Your message is being sent'))
  given.resolve(about)
  await shows('Before this is sent')
  await shows('As before.')
  expect(app.store.get()).toMatchObject({
    conversation: { id: 'c' },
    draft: { text: 'half a thought' },
    sending: false,
  })
  expect(app.calls.filter(({ name }) => name === 'listMessages')).toHaveLength(1)
})
