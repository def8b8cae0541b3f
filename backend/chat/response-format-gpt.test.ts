// A model that answers in an asked format: its fields are its form, and what the text does not state is not given out.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Extraction } from '../../shared/contract/extract-schemas.ts'
import type { Message } from '../../shared/contract/schemas.ts'
import { startScriptedApp } from './testing/scripted-app.ts'

const rows = [
  { name: 'Žofie Müller', paid: '1.250,50 €', method: 'CASH', more: [] },
  { name: 'Bob Stone', paid: '95 €', method: null, more: [] },
]
const call = { title: 'Payments', rows_announced: 2, more_columns: [], rows }

let scripted: Awaited<ReturnType<typeof startScriptedApp>>
beforeAll(async () => {
  scripted = await startScriptedApp(() => ({ say: [{ call: 'write_table', arguments: call }] }))
})
afterAll(() => scripted.close())

const text = 'Žofie Müller zahlte am Montag 1.250,50 € in cash. Bob Stone zahlte 80 €.'
const json_schema = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      name: { type: 'string', description: 'Who paid' },
      paid: { type: 'number' },
      method: { enum: ['cash', 'card'] },
    },
    required: ['name', 'paid'],
  },
}
const fits = {
  rows: [{ name: 'Žofie Müller', paid: 1250.5, method: 'cash' }],
  unfit: [{ row: 1, values: { name: 'Bob Stone' }, faults: [{ field: 'paid', code: 'missing', value: null }] }],
  problem: { code: 'format_unmet' },
}

test('in a conversation', async () => {
  const { ada } = scripted
  const answer = await ada.call('POST', `/chat/conversations/${await ada.converse()}/messages`, {
    body: { content: text, locale: 'de_DE', response_format: { json_schema } },
  })
  expect((await answer.json()) as Message).toMatchObject({ state: 'complete', output: fits })
})

test('without storage, with what it took and where each value stands', async () => {
  const answer = await scripted.ada.call('POST', '/extract', {
    body: { text, locale: 'de_DE', response_format: { json_schema } },
  })
  const body = (await answer.json()) as Extraction
  expect(body).toMatchObject({ engine: 'gpt', model: 'gpt-test', state: 'complete', output: fits })
  const [name] = body.tables[0]?.evidence?.[0] ?? []
  expect(name).toEqual({ source: 'text', start: 0, end: 'Žofie Müller'.length })
})
