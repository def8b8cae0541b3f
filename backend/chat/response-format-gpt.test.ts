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

test('a record with lists in it: a row for each item, put together again, and nothing that the text does not say', async () => {
  const line = (sku: string, pieces: string) => ({
    ...{ customer_name: 'Žofie Müller', paid: '1.250,50 €', lines_sku: sku, lines_pieces: pieces, more: [] },
  })
  const nested = [
    line('A-17', '3'),
    line('B-4', '2'),
    { ...line('C-9', '77'), customer_name: 'Bob Stone', paid: '80 €' },
    { ...line('D-5', '1'), customer_name: 'Zed Nobody' },
  ]
  const said = await startScriptedApp(() => ({
    say: [{ call: 'write_table', arguments: { title: 'Orders', rows_announced: 4, more_columns: [], rows: nested } }],
  }))
  const item = {
    type: 'object',
    properties: { sku: { type: 'string' }, pieces: { type: 'integer' } },
    required: ['sku'],
  }
  const schema = {
    type: 'object',
    properties: {
      customer: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
      paid: { type: 'number' },
      lines: { type: 'array', items: item, minItems: 1 },
    },
    required: ['customer', 'lines'],
  }
  const prose = `${text} Žofie Müller bestellte 3 Stück A-17 und 2 Stück B-4, Bob Stone einmal C-9, jemand 1 Stück D-5.`
  const answer = await said.ada.call('POST', '/extract', {
    body: { text: prose, locale: 'de_DE', response_format: { json_schema: schema } },
  })
  const { output } = (await answer.json()) as Extraction
  expect(output?.rows).toEqual([
    {
      ...{ customer: { name: 'Žofie Müller' }, paid: 1250.5 },
      lines: [
        { sku: 'A-17', pieces: 3 },
        { sku: 'B-4', pieces: 2 },
      ],
    },
    { customer: { name: 'Bob Stone' }, paid: 80, lines: [{ sku: 'C-9' }] },
  ])
  // Whose name stands nowhere is nobody else's: the item does not go to the record before it.
  expect(output?.unfit).toMatchObject([{ row: 3, faults: [{ field: 'customer.name', code: 'missing' }] }])
  const asked = JSON.stringify(said.model.requests.at(-1))
  expect(asked).toContain('Records hold lists: “lines” (lines_sku, lines_pieces)')
  await said.close()
})
