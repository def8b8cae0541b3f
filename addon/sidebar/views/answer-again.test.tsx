// @vitest-environment happy-dom
// Asking for a reply anew, for the rest of it, and saying one's own message in other words.
import { expect, test, vi } from 'vitest'
import type { StreamEvent } from '../../../shared/contract/stream-events.ts'
import { ApiProblem, Unreachable } from '../fault.ts'
import { agreementFor } from '../state.ts'
import { button, draw, shows, typeInto } from '../testing/draw.tsx'
import { about, fakeApp, tableView, user } from '../testing/fake-app.ts'
import { type Entry, newEntry } from '../transcript.ts'
import { AppView } from './app-view.tsx'

const columns = [{ key: 'a', name: 'A', type: 'text' as const }]
const receipt = { rows_seen: 3, rows_extracted: 1, cells_unread: 0, notes: [] }
const cutTable = tableView({
  columns,
  rows: [['one']],
  evidence: [['confirmed']],
  source: null,
  receipt: { ...receipt, state: 'cut' },
})
const question = newEntry('q', 'user', 'Make a table')
const reply: Entry = { ...newEntry('m', 'assistant', 'Here it is.'), state: 'complete' }
const cutReply: Entry = { ...reply, state: 'cut', tables: [cutTable] }

function open(entries: Entry[], api: Parameters<typeof fakeApp>[0] = {}) {
  const app = fakeApp({
    state: {
      about,
      user,
      entries,
      conversation: { id: 'c', title: '' },
      preferences: { agreed: agreementFor(about, 'tables.example') },
    },
    ...api,
  })
  draw(app, <AppView />)
  return app
}
const stream = (events: StreamEvent[]) =>
  new Response(events.map((event, at) => `id: ${at + 10}\ndata: ${JSON.stringify(event)}\n\n`).join(''))
const start = (id: string): StreamEvent => ({
  type: 'message-start',
  conversation_id: 'c',
  message_id: id,
  user_message_id: 'q',
  model: null,
})
const end: StreamEvent = { type: 'message-end', state: 'complete', title: '' }
const field = () => document.getElementById('message') as HTMLTextAreaElement
const page = () => document.body.textContent ?? ''
const inputs = (app: ReturnType<typeof open>, name: string) =>
  app.calls.filter((call) => call.name === name).map((call) => call.input)

test('a cut reply says what is missing, and its rest comes into the same table', async () => {
  const app = open([question, cutReply], {
    api: {
      continueMessage: () =>
        stream([
          { type: 'message-continue', message_id: 'm', table_ids: ['t'] },
          { type: 'rows-add', table_id: 't', at: 1, rows: [['two'], ['three']] },
          { type: 'table-end', table_id: 't', receipt: { ...receipt, rows_extracted: 3, state: 'complete' } },
          end,
        ]),
    },
  })
  await shows('1 whole row kept')
  await shows('about 2 missing')
  await button('Use 1 row')
  ;(await button('Continue')).click()
  await shows('3 seen \u00b7 3 extracted')
  await shows('three')
  expect(page()).not.toContain('Stopped early')
  expect(inputs(app, 'continueMessage')[0]).toMatchObject({ params: { id: 'c', message_id: 'm' } })
  expect(app.store.get().entries.map(({ id }) => id)).toEqual(['q', 'm'])
})

test('a rest that can\u2019t be had leaves the reply as it was, and says why', async () => {
  open([question, cutReply], {
    api: {
      continueMessage: () => {
        const detail = 'The model has changed since. Try again instead.'
        throw new ApiProblem(409, { code: 'not_continuable', title: 'It can\u2019t go on', detail })
      },
    },
  })
  ;(await button('Continue')).click()
  await shows('The model has changed since.')
  await button('Continue')
  await shows('about 2 missing')
})

test('the last reply can be had anew; when that fails it is back', async () => {
  let down = true
  const app = open([question, reply], {
    api: {
      regenerateMessage: () => {
        if (down) throw new Unreachable()
        return stream([start('m2'), { type: 'text-delta', text: 'Better.' }, end])
      },
    },
  })
  ;(await button('Try again')).click()
  await shows('The server can\u2019t be reached.')
  await shows('Here it is.')
  down = false
  ;(await button('Try again')).click()
  await shows('Better.')
  expect(page()).not.toContain('Here it is.')
  expect(page()).not.toContain('can\u2019t be reached')
  expect(app.store.get().entries.map(({ id }) => id)).toEqual(['q', 'm2'])
})

test('an own message goes back into the composer, and what came after it goes when it is sent', async () => {
  const later = [newEntry('q2', 'user', 'Sort it'), { ...reply, id: 'm2', content: 'Sorted.' }]
  const attached: Entry = { ...question, attachments: [{ kind: 'file', label: 'sales.csv', detail: '' }] }
  const app = open([attached, reply, ...later], {
    api: { editMessage: () => stream([start('m3'), { type: 'text-delta', text: 'Anew.' }, end]) },
  })
  typeInto(field(), 'half a thought')
  const [first] = document.querySelectorAll<HTMLButtonElement>('button[aria-label="Edit and send again"]')
  first?.click()
  await shows('Editing your message. sales.csv stays with it.')
  expect(field().value).toBe('Make a table')
  ;(await button('Cancel')).click()
  await vi.waitFor(() => expect(field().value).toBe('half a thought'))
  expect(page()).toContain('Sorted.')
  first?.click()
  await shows('Editing your message.')
  typeInto(field(), 'Make two tables')
  ;(await button('Send')).click()
  await shows('Anew.')
  expect(page()).not.toContain('Sorted.')
  expect(field().value).toBe('half a thought')
  const [sent] = inputs(app, 'editMessage')
  expect(sent).toMatchObject({ params: { message_id: 'q' }, body: { content: 'Make two tables' } })
  expect(sent?.body).not.toHaveProperty('attachments')
  expect(app.store.get().entries.map(({ id, content }) => `${id} ${content}`)).toEqual([
    'q Make two tables',
    'm3 Anew.',
  ])
})

test('an edit that does not get through brings back what came after, and the words', async () => {
  open([question, reply], {
    api: {
      editMessage: () => {
        const detail = 'You have used today\u2019s 200,000 tokens. It begins anew at 00:00 UTC.'
        throw new ApiProblem(429, { code: 'daily_cap_reached', title: 'Today\u2019s share is used up', detail })
      },
    },
  })
  ;(await button('Edit and send again')).click()
  await vi.waitFor(() => expect(field().value).toBe('Make a table'))
  typeInto(field(), 'Make two tables')
  ;(await button('Send')).click()
  await shows('It begins anew at 00:00 UTC.')
  await shows('Editing your message.')
  expect(field().value).toBe('Make two tables')
  ;(await button('Cancel')).click()
  await shows('Here it is.')
})

test('what a reply took stands in its foot', async () => {
  const usage = { model: 'm-1', input_tokens: 1200, cached_tokens: 900, output_tokens: 300 }
  open([question, { ...reply, usage: { ...usage, cost: { amount: 0.0042, currency: 'USD' } } }])
  await shows('1,500 tokens, under $0.01')
  await shows('m-1: 1,200 read (900 of them at the lower price), 300 written')
})
