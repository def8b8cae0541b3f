// @vitest-environment happy-dom
// Writing, consent, sending, and the way a draft comes back.
import { expect, test, vi } from 'vitest'
import { attachFiles } from '../actions/attach.ts'
import { ApiProblem, Unreachable } from '../fault.ts'
import { agreementFor, type State } from '../state.ts'
import { button, draw, shows, typeInto } from '../testing/draw.tsx'
import { about, fakeApp, user } from '../testing/fake-app.ts'
import { AppView } from './app-view.tsx'

const ready: Partial<State> = { about, user }
const agreed: Partial<State> = { ...ready, preferences: { agreed: agreementFor(about, 'tables.example') } }
const field = () => document.getElementById('message') as HTMLTextAreaElement
const press = (init: KeyboardEventInit) =>
  field().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...init }))
const conversation = { id: 'c', title: '', description: '', created_at: '', updated_at: '' }
const stored = { id: 'f', name: 'table.csv', size: 3, created_at: '2026-01-01T00:00:00Z' }

function stream(): Response {
  const events = [
    { type: 'message-start', conversation_id: 'c', message_id: 'm', user_message_id: 'u', model: null },
    { type: 'text-delta', text: 'Here it is <script>.' },
    { type: 'message-end', state: 'complete', title: 'Orders' },
  ]
  return new Response(events.map((event, id) => `id: ${id + 1}\ndata: ${JSON.stringify(event)}\n\n`).join(''))
}

test('nothing is sent before the person has seen what leaves the sheet, and to whom', async () => {
  const app = fakeApp({ state: ready, api: { createConversation: () => conversation, sendMessage: stream } })
  draw(app, <AppView />)
  typeInto(field(), 'Sort this')
  press({})
  await shows('Before this is sent')
  await shows('tables.example')
  await shows('nothing is sent to a model')
  expect(app.calls).toEqual([])
  ;(await button('Not now')).click()
  await vi.waitFor(() => expect(field().value).toBe('Sort this'))
  press({})
  ;(await button('Agree and send')).click()
  await shows('Here it is <script>.')
  await shows('Orders')
  expect(app.calls.map((call) => call.name)).toContain('sendMessage')
  expect(app.store.get().preferences.agreed).toBe(agreementFor(about, 'tables.example'))
})

test('Shift+Enter and an input method’s Enter do not send; an empty message says why it can’t be', async () => {
  const app = fakeApp({ state: agreed })
  draw(app, <AppView />)
  press({})
  expect((await button('Send')).getAttribute('aria-disabled')).toBe('true')
  expect(document.getElementById('why-not-send')?.textContent).toBe('Write or paste something first')
  typeInto(field(), '東京')
  press({ shiftKey: true })
  press({ isComposing: true })
  await Promise.resolve()
  expect(app.calls).toEqual([])
})

test('a message that did not get through comes back, and is sent again as the same one', async () => {
  let down = true
  const app = fakeApp({
    state: { ...agreed, conversation },
    api: {
      sendMessage: () => {
        if (down) throw new Unreachable()
        return stream()
      },
    },
  })
  draw(app, <AppView />)
  typeInto(field(), 'Keep me')
  press({})
  await shows('The server can\u2019t be reached.')
  await shows('Your message is kept.')
  expect(field().value).toBe('Keep me')
  down = false
  ;(await button('Try again')).click()
  await shows('Here it is')
  const keys = app.calls
    .filter((call) => call.name === 'sendMessage')
    .map((call) => (call.input.headers as Record<string, string>)['idempotency-key'])
  expect(keys).toHaveLength(2)
  expect(keys[0]).toBe(keys[1])
})

test('a message over the limit is offered as a file', async () => {
  const app = fakeApp({ state: agreed })
  draw(app, <AppView />)
  typeInto(field(), 'x'.repeat(1001))
  press({})
  await shows('The message is too long.')
  ;(await button('Send it as a file instead')).click()
  await shows('message.txt')
  expect(field().value).toBe('')
})

test('the selected range goes along when it is asked for', async () => {
  const selection = {
    sheet_id: 0,
    sheet_name: 'Orders',
    a1: 'A1:B3',
    row: 1,
    column: 1,
    rows: 3,
    columns: 2,
    headers: ['Name', 'E-mail'],
    empty: false,
  }
  const table = { title: 'Orders', columns: [{ key: 'a', name: 'A', type: 'text' }], rows: [['x']] }
  const app = fakeApp({
    state: { ...agreed, conversation, selection },
    rpc: {
      read_selection: () => ({
        a1: 'Orders!A1:B3',
        table,
        notes: ['2 rows are hidden.', '1 cell is in tiny letters.'],
      }),
    },
    api: { sendMessage: stream },
  })
  draw(app, <AppView />)
  await shows('Turn the selection into a contact list')
  ;(await button('Use Orders!A1:B3')).click()
  await button('Remove Orders!A1:B3')
  await shows('2 rows are hidden. 1 cell is in tiny letters.')
  ;(await button('Send')).click()
  await shows('Here it is')
  const sent = app.calls.find((call) => call.name === 'sendMessage')
  expect(sent?.input.body).toMatchObject({
    content: 'Make a table of the selected range.',
    attachments: [{ kind: 'range', a1: 'Orders!A1:B3', rows: [['x']] }],
  })
})

test('a file that can\u2019t be taken says why where it stands, and Send says what to do about it', async () => {
  const app = fakeApp({ state: agreed })
  vi.mocked(app.api.upload).mockRejectedValueOnce(
    new ApiProblem(422, { code: 'file_unreadable', title: 'Unreadable', detail: 'It is a picture.' }),
  )
  draw(app, <AppView />)
  attachFiles(app, [new File([], 'empty.csv'), new File(['x'], 'photo.png')])
  await shows('It is empty. Choose another file.')
  await shows('It is a picture.')
  expect(document.body.textContent).not.toContain('Try again')
  ;(await button('Send')).click()
  await shows('A file can\u2019t be sent: remove it, or try it again.')
  ;(await button('Remove empty.csv')).click()
  ;(await button('Remove photo.png')).click()
  await vi.waitFor(() => expect(document.body.textContent).not.toContain('It is a picture.'))
})

test('the file picker offers workbooks and text', async () => {
  draw(fakeApp({ state: agreed }), <AppView />)
  await button('Send')
  const offered = document.querySelector('input[type=file]')?.getAttribute('accept')?.split(',')
  expect(offered).toEqual(expect.arrayContaining(['.xlsx', '.xlsm', '.ods', '.csv', '.json', 'text/*']))
})

test('a file that was lost on the way can be tried again', async () => {
  const app = fakeApp({ state: agreed })
  vi.mocked(app.api.upload).mockRejectedValueOnce(new Unreachable()).mockResolvedValueOnce(stored)
  draw(app, <AppView />)
  attachFiles(app, [new File(['a,b'], 'table.csv')])
  ;(await button('Try again')).click()
  await vi.waitFor(() => expect(app.store.get().draft.files[0]).toMatchObject({ state: 'ready', id: 'f' }))
})

test('a double click on Send does not press the button that takes its place', async () => {
  const app = fakeApp({ state: ready })
  draw(app, <AppView />)
  typeInto(field(), 'Sort this')
  const twice = (detail: number) => new MouseEvent('click', { bubbles: true, cancelable: true, detail })
  await vi.waitFor(async () => expect((await button('Send')).getAttribute('aria-disabled')).toBe('false'))
  ;(await button('Send')).dispatchEvent(twice(1))
  ;(await button('Not now')).dispatchEvent(twice(2))
  await shows('Before this is sent')
  expect(app.store.get().consent).toBe(true)
  ;(await button('Not now')).dispatchEvent(twice(1))
  expect(app.store.get().consent).toBe(false)
})
