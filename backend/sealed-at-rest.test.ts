// With a key for texts, no word of a person stands anywhere in the database: not in any column of any table, whatever they did.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ExportStatus } from '../shared/contract/export-schemas.ts'
import type { Message, StoredFile } from '../shared/contract/schemas.ts'
import { builtInTemplates } from '../shared/template/built-in.ts'
import { createExportClient, type ExportClient } from './exports/testing/export-client.ts'
import { startConnected } from './google/testing/connect.ts'
import type { TestApp } from './platform/testing/test-app.ts'
import { unzip } from './privacy/testing/unzip.ts'
import { rotateSecrets } from './rotate-secrets.ts'

let running: Awaited<ReturnType<typeof startConnected>>
let app: TestApp
let ada: ExportClient
beforeAll(async () => {
  running = await startConnected()
  app = running.app
  ada = await createExportClient(app, running.google)
})
afterAll(() => running.close())

/** Every place in the database where one of the words stands: `schema.table: what stands around it`. */
async function found(words: RegExp): Promise<string[]> {
  const [own] = await app.sql<[{ name: string }]>`select current_schema() as name`
  const tables = await app.sql<{ schema: string; name: string }[]>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_schema in (${own.name}, ${`${own.name}_jobs`}) and table_type = 'BASE TABLE'`
  expect(tables.length).toBeGreaterThan(30)
  const hits = []
  for (const { schema, name } of tables)
    for (const row of await app.sql`select * from ${app.sql(schema)}.${app.sql(name)}`)
      for (const [column, value] of Object.entries(row)) {
        const text = Buffer.isBuffer(value) ? value.toString('latin1') : JSON.stringify(value)
        for (const [around] of text?.matchAll(words) ?? []) hits.push(`${name}.${column}: ${around}`)
      }
  return hits
}

const wordsOf = (word: string) => new RegExp(`.{0,60}${word}.{0,20}`, 'gi')

/** The server starts anew with these keys. */
const restartWith = async (...keys: { id: string; key: Uint8Array }[]) => {
  app.config.texts = keys.length > 0 ? { keys, keptFile: '/nowhere/data-key' } : null
  await app.restart()
}
const newKey = (id: string) => ({ id, key: new Uint8Array(randomBytes(32)) })

const { id: _id, version: _version, ...sales } = builtInTemplates.find(({ id }) => id === 'sales_analysis')!
const templateOf = (word: string) => {
  const [first, ...rest] = sales.layout.columns
  const columns = [{ ...first, header: `${word} item`, aliases: [`${word} alias`] }, ...rest]
  return { ...sales, name: `${word} template`, description: `${word} described`, layout: { ...sales.layout, columns } }
}

/** All that a person can do, with the word in everything that they write. */
async function liveWith(word: string) {
  const conversation = await ada.must<{ id: string }>('POST', '/chat/conversations', { title: `${word} title` })
  const path = `/chat/conversations/${conversation.id}`
  const file = (await (
    await ada.upload(`${word}-people.csv`, `${word}name,age\n${word}-in-file,36\n`)
  ).json()) as StoredFile
  const range = {
    ...{ kind: 'range', a1: `'${word} sheet'!A1:A2` },
    columns: [{ key: 'who', name: `${word} who`, type: 'text' }],
    rows: [[`${word}-in-range`]],
  }
  const body = {
    content: `${word} first\n\nItem,${word}price\n${word}-row,12\n`,
    attachments: [{ kind: 'file', file_id: file.id }, range],
  }
  const headers = { 'idempotency-key': `key ${word.length}` }
  const sent = (await (await ada.call('POST', `${path}/messages`, { body, headers })).json()) as Message
  expect(sent.tables).toHaveLength(3)
  // Though nothing of the first body is readable, another one under its key is noticed.
  const other = await ada.call('POST', `${path}/messages`, { body: { content: 'another' }, headers })
  expect(other.status).toBe(422)
  const { items } = await ada.get<{ items: Message[] }>(`${path}/messages`)
  const edit = { content: `${word} edited\n\nItem,${word}price\n${word}-row,12\n` }
  const edited = await ada.must<Message>('PATCH', `${path}/messages/${items[0]?.id}`, edit)
  const format = {
    json_schema: {
      type: 'object',
      properties: { item: { type: 'string', description: `${word} asked` } },
      required: ['item'],
    },
  }
  await ada.must('POST', `${path}/messages`, { content: `item,price\n${word}-a,1`, response_format: format })
  const broken = (await (await ada.upload(`${word}-broken.xlsx`, `PK\u0003\u0004 ${word}`)).json()) as StoredFile
  await ada.call('POST', `${path}/messages`, {
    body: { content: `read the ${word} one`, attachments: [{ kind: 'file', file_id: broken.id }] },
  })
  const table = sent.tables.find(({ columns }) => columns.some(({ name }) => name === `${word}price`))
  const tableId = table?.id ?? ''
  await ada.must('PATCH', `/tables/${tableId}`, {
    cells: [{ row: 0, column: table?.columns[0]?.key, value: `${word}-by-hand` }],
  })
  const template = await ada.must<{ id: string }>('POST', '/export/templates/create', templateOf(word))
  await ada.must('PATCH', `/export/templates/${template.id}`, { description: `${word} described anew` })
  const made = await ada.export({
    ...{ conversation_id: conversation.id, table_id: tableId, title: `${word} export` },
    template: 'plain_table',
  })
  await ada.finished(made.id)
  const update = await ada.update(made.id, {
    ...{ update_type: 'append', data: [{ [table?.columns[0]?.key ?? '']: `${word}-appended`, [`${word}price`]: 3 }] },
  })
  return { conversation, path, tableId, template, made, update, sent, edited, a1: range.a1 }
}

type Lived = Awaited<ReturnType<typeof liveWith>>

/** A client that wrote by itself says what it wrote. */
const tellReceipt = (word: string, { conversation, tableId }: Pick<Lived, 'conversation' | 'tableId'>) =>
  ada.must('POST', '/export/receipts', {
    ...{ conversation_id: conversation.id, spreadsheet_id: 'a-spreadsheet', template: 'plain_table' },
    receipt: {
      ...{ operation_id: `operation of ${word.length}`, anchor_id: 'anchor', table_id: tableId, sheet_id: 1 },
      ...{ sheet_name: `${word} sheet`, new_sheet: true, range: `'${word} sheet'!A1:B2`, title: `${word} told` },
      ...{ rows_written: 1, cells_overwritten: 0, at: '2026-01-01T00:00:00.000Z' },
      counts: { rows_new: 1, rows_updated: 0, rows_unchanged: 0, rows_removed: 0, rows_left_out: 0, cells_updated: 0 },
    },
  })

/** What is told otherwise now, each from where it begins. */
const differences = (now: string[], before: string[]) =>
  now.flatMap((text, at) => {
    const other = before[at] ?? ''
    const from = [...text].findIndex((letter, index) => letter !== other[index])
    return text === other ? [] : [`${at}: ${text.slice(Math.max(0, from - 20), from + 80)}`]
  })

/** What the API tells of it; the first ones are lists of everything that the person has. */
const lists = 5
const everythingOf = async ({ path, tableId, template, made, sent, edited, a1 }: Lived): Promise<string[]> => {
  const { events } = await ada.follow(`${path}/messages/${edited.id}/events`)
  const read = await Promise.all(
    [
      ...[
        '/chat/conversations',
        '/files',
        '/export/templates',
        '/export/sheets',
        '/export/receipts',
        `${path}/messages`,
      ],
      ...[
        `${path}/tables`,
        `/tables/${tableId}/rows`,
        `/tables/${tableId}/history`,
        `/export/templates/${template.id}`,
      ],
      ...[`/export/templates/${template.id}/history`, `/export/sheets/${made.id}`, `/export/sheets/${made.id}/status`],
      ...[`/tables/${sent.tables[0]?.id}`, `/tables/${sent.tables[0]?.id}/evidence?row=0&column=who&a1=${a1}`],
    ].map(async (address) => (await ada.call('GET', address)).text()),
  )
  return [...read, JSON.stringify(events)]
}

test('a whole life with a key, before and after it is changed, leaves nothing to read', async () => {
  const before = await liveWith('ottoman')
  await ada.finished(before.made.id, before.update.operation.id)
  await tellReceipt('ottoman', before)
  const clear = await everythingOf(before)
  const places = new Set((await found(wordsOf('ottoman'))).map((hit) => hit.split(':')[0]))
  expect(places.size).toBeGreaterThan(15)

  const [k1, k2] = [newKey('k1'), newKey('k2')]
  await restartWith(k1)
  expect(differences(await everythingOf(before), clear)).toEqual([])
  const sealed = await liveWith('zanzibar')
  await tellReceipt('zanzibar', sealed)
  // Also while the write is waiting, with the rows that came with it.
  expect(await found(wordsOf('zanzibar'))).toEqual([])
  const done: ExportStatus = await ada.finished(sealed.made.id, sealed.update.operation.id)
  expect(done).toMatchObject({ state: 'done', operation: { receipts: [{ title: 'zanzibar export' }] } })
  expect(await found(wordsOf('zanzibar'))).toEqual([])
  const told = await everythingOf(sealed)
  for (const [at, answer] of told.entries())
    expect([at, answer.replaceAll('zanzibar', 'ottoman').includes('ottoman')]).toEqual([
      at,
      clear[at]?.includes('ottoman'),
    ])

  await restartWith(k2, k1)
  const resealed = await rotateSecrets(app.config, app.config.databaseUrl ?? '')
  expect(resealed.flatMap(({ unreadable }) => unreadable)).toEqual([])
  expect(await found(/.{0,60}(ottoman|zanzibar).{0,20}/gi)).toEqual([])
  await restartWith(k2)
  expect(differences((await everythingOf(before)).slice(lists), clear.slice(lists))).toEqual([])
  expect(differences(await everythingOf(sealed), told)).toEqual([])
  const again = await rotateSecrets(app.config, app.config.databaseUrl ?? '')
  expect(again.filter(({ resealed: count }) => count > 0)).toEqual([])

  const archive = unzip(Buffer.from(await (await ada.call('GET', '/account/export')).arrayBuffer()))
  expect([...archive.keys()].filter((name) => name.endsWith('people.csv'))).toHaveLength(2)
  for (const [name, content] of archive) expect([name, content.includes('sealed:')]).toEqual([name, false])
  for (const name of ['templates', 'exports', 'export-operations', 'receipts'])
    expect([name, archive.get(`${name}.json`)?.match(/zanzibar|ottoman/g)?.length]).toEqual([name, expect.any(Number)])
})
