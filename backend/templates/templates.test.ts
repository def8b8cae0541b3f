// The templates through the API: those of the product, and a person's own with every saved version.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TemplateBody, TemplateEntry } from '../../shared/contract/template-schemas.ts'
import { builtInTemplates } from '../../shared/template/built-in.ts'
import { createTestApp, type TestApp } from '../platform/testing/test-app.ts'

let app: TestApp
let ada: string
let bob: string
beforeAll(async () => {
  app = await createTestApp()
  ada = (await app.signUp()).token
  bob = (await app.signUp()).token
})
afterAll(() => app.close())

const get = (path: string, token = ada) => app.call('GET', path, { token })
const post = (path: string, body: unknown, token = ada) => app.call('POST', path, { token, body })
const patch = (id: string, body: unknown, headers: Record<string, string> = {}, token = ada) =>
  app.call('PATCH', `/export/templates/${id}`, { token, body, headers })

const { id: _id, version: _version, ...sales } = builtInTemplates.find(({ id }) => id === 'sales_analysis')!
const own = (name: string): TemplateBody => ({ ...sales, name })
const create = async (name: string, token = ada) => {
  const answer = await post('/export/templates/create', own(name), token)
  if (answer.status !== 201) throw new Error(await answer.text())
  return (await answer.json()) as TemplateEntry
}

/** All entries, page by page. */
async function list(limit: number, token = ada): Promise<TemplateEntry[]> {
  const seen: TemplateEntry[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const answer = await get(`/export/templates?limit=${limit}${cursor && `&cursor=${cursor}`}`, token)
    const page: { items: TemplateEntry[]; next_cursor: string | null } = await answer.json()
    expect(page.items.length).toBeLessThanOrEqual(limit)
    seen.push(...page.items)
    cursor = page.next_cursor
  }
  return seen
}

describe('those of the product', () => {
  test('come in one page, page by page, and each by its id', async () => {
    const entries = builtInTemplates.map((known) => ({ ...known, built_in: true, created_at: null, updated_at: null }))
    const { token } = await app.signUp()
    expect(await (await get('/export/templates', token)).json()).toEqual({ items: entries, next_cursor: null })
    expect(await list(1, token)).toEqual(entries)
    const [first] = entries
    expect(await (await get(`/export/templates/${first?.id}`)).json()).toEqual(first)
  })

  test.each(['limit=0', 'limit=101', 'limit=x', 'cursor=none', 'limit=1&limit=2'])('%s is refused', async (query) => {
    expect((await get(`/export/templates?${query}`)).status).toBe(400)
  })

  test('cannot be changed or deleted, and say what to do', async () => {
    const changed = await patch('sales_analysis', { name: 'Mine' })
    expect(changed.status).toBe(409)
    expect(await changed.json()).toMatchObject({ code: 'template_fixed', detail: expect.stringContaining('copy') })
    expect((await app.call('DELETE', '/export/templates/sales_analysis', { token: ada })).status).toBe(409)
    expect(await (await get('/export/templates/sales_analysis/history')).json()).toEqual({
      items: [],
      next_cursor: null,
    })
  })
})

describe('a person’s own', () => {
  test('is made, listed after those of the product in any page size, read, and nobody else’s', async () => {
    const { token } = await app.signUp()
    const names = ['One', 'Two', 'Three']
    const made: TemplateEntry[] = []
    for (const name of names) made.push(await create(name, token))
    expect(made[0]).toMatchObject({ ...own('One'), version: 1, built_in: false })
    for (const limit of [1, 2, builtInTemplates.length, builtInTemplates.length + 1, 100])
      expect((await list(limit, token)).map(({ id }) => id)).toEqual([...builtInTemplates, ...made].map(({ id }) => id))
    const id = made[0]!.id
    expect(await (await get(`/export/templates/${id}`, token)).json()).toEqual(made[0])
    for (const path of ['', '/history', '/export'])
      expect((await get(`/export/templates/${id}${path}`, bob)).status).toBe(404)
    expect((await patch(id, { name: 'Taken' }, {}, bob)).status).toBe(404)
    expect((await app.call('DELETE', `/export/templates/${id}`, { token: bob })).status).toBe(404)
    expect((await list(100, bob)).every(({ built_in }) => built_in)).toBe(true)
  })

  test('keeps every saved version, whole; saving the same again makes none', async () => {
    const { id } = await create('First')
    const unfiltered = { ...sales.layout, filter: !sales.layout.filter }
    expect(await (await patch(id, { name: 'Second' })).json()).toMatchObject({ version: 2, name: 'Second' })
    expect(await (await patch(id, { layout: unfiltered, validation_rules: [] })).json()).toMatchObject({ version: 3 })
    expect(await (await patch(id, { layout: unfiltered })).json()).toMatchObject({ version: 3 })
    const history = await (await get(`/export/templates/${id}/history`)).json()
    expect(history.items.map((entry: { version: number; name: string }) => [entry.version, entry.name])).toEqual([
      [3, 'Second'],
      [2, 'Second'],
      [1, 'First'],
    ])
    const first = await (await get(`/export/templates/${id}?version=1`)).json()
    expect(first).toMatchObject({ ...own('First'), version: 1 })
    expect((await get(`/export/templates/${id}?version=4`)).status).toBe(404)
  })

  test('that was changed since it was read is not overwritten', async () => {
    const { id } = await create('Shared')
    const tag = (await get(`/export/templates/${id}`)).headers.get('etag') ?? ''
    expect((await patch(id, { name: 'A' }, { 'if-match': tag })).status).toBe(200)
    const late = await patch(id, { name: 'B' }, { 'if-match': tag })
    expect(late.status).toBe(412)
    expect((await late.json()).code).toBe('stale')
  })

  test('two changes at once are two versions', async () => {
    const { id } = await create('Busy')
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map((name) => patch(id, { name })))
    const versions = await Promise.all(answers.map(async (answer) => (await answer.json()).version))
    expect(versions.sort()).toEqual([2, 3, 4, 5])
  })

  test('that is deleted is gone from every list', async () => {
    const { id } = await create('Gone')
    expect((await app.call('DELETE', `/export/templates/${id}`, { token: ada })).status).toBe(204)
    expect((await get(`/export/templates/${id}`)).status).toBe(404)
    expect((await app.call('DELETE', `/export/templates/${id}`, { token: ada })).status).toBe(404)
    expect((await list(100)).some((entry) => entry.id === id)).toBe(false)
  })

  test('goes out as a file and comes back as another that is the same', async () => {
    const { id } = await create('Trip: "North/South"')
    const answer = await get(`/export/templates/${id}/export`)
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''Trip/)
    const back = await post('/export/templates/import', await answer.json(), bob)
    expect(back.status).toBe(201)
    expect(await back.json()).toMatchObject({ ...own('Trip: "North/South"'), version: 1 })
  })

  test('a message can ask for it, and for nobody else’s', async () => {
    const { id } = await create('For a message')
    const conversation = await (await post('/chat/conversations', {})).json()
    const send = (token: string, to: string) =>
      app.call('POST', `/chat/conversations/${to}/messages`, { token, body: { content: 'a,b\n1,2', template: id } })
    expect((await send(ada, conversation.id)).status).toBe(201)
    const other = await (await post('/chat/conversations', {}, bob)).json()
    expect((await send(bob, other.id)).status).toBe(404)
  })

  test.each<[string, (body: TemplateBody) => unknown]>([
    ['no name', (body) => ({ ...body, name: ' ' })],
    [
      'a colour that is none',
      (body) => ({ ...body, formatting: { ...body.formatting, banding: { first: 'red', second: '#ffffff' } } }),
    ],
    ['no layout', ({ layout: _layout, ...body }) => body],
    [
      'two columns with one key',
      (body) => ({ ...body, layout: { ...body.layout, columns: [body.layout.columns[0], body.layout.columns[0]] } }),
    ],
  ])('with %s is refused, and nothing is saved', async (_what, spoil) => {
    const before = (await list(100)).length
    const answer = await post('/export/templates/create', spoil(own('Bad')))
    expect([400, 422]).toContain(answer.status)
    expect((await answer.json()).detail).not.toBe('')
    expect((await list(100)).length).toBe(before)
  })
})

test('a template that could not be used is refused with everything that is wrong with it', async () => {
  const body = own('Broken')
  body.layout = structuredClone(body.layout)
  body.layout.columns[0]!.formula = 'nowhere * 2'
  body.validation_rules = [{ column: 'missing', rule: { kind: 'checkbox' } }]
  const answer = await post('/export/templates/create', body)
  expect(answer.status).toBe(422)
  const { code, detail } = await answer.json()
  expect(code).toBe('template_invalid')
  expect(detail).toMatch(/nowhere/)
  expect(detail).toMatch(/missing/)
})

test('a template is drafted from a sheet, and the draft can be saved as it is', async () => {
  const answer = await post('/export/templates/learn', {
    name: 'Orders',
    values: [
      ['Order', 'Due', 'Total'],
      ['0042', 46084, 12.5],
      ['0043', 46085, 99],
    ],
    formats: [[], ['@', 'yyyy-mm-dd', '#,##0.00 "€"'], ['@', 'yyyy-mm-dd', '#,##0.00 "€"']],
  })
  expect(answer.status).toBe(200)
  const { template } = await answer.json()
  expect(template.layout.columns.map(({ type }: { type: string }) => type)).toEqual(['text', 'date', 'currency'])
  expect((await post('/export/templates/create', template)).status).toBe(201)
  expect((await post('/export/templates/learn', { values: [] })).status).toBe(400)
})

test('a JSON Schema becomes a template, and what is neither says so', async () => {
  const schema = {
    title: 'Visit',
    type: 'object',
    properties: { day: { type: 'string', format: 'date' }, place: { enum: ['Bern', 'Basel'] } },
    required: ['day'],
  }
  const answer = await post('/export/templates/import', schema)
  expect(answer.status).toBe(201)
  expect(await answer.json()).toMatchObject({
    name: 'Visit',
    layout: {
      columns: [
        { key: 'day', type: 'date', required: true },
        { key: 'place', type: 'text' },
      ],
    },
    notes: expect.any(Array),
  })
  const refused = await post('/export/templates/import', { nothing: 1 })
  expect(refused.status).toBe(422)
  expect((await refused.json()).code).toBe('template_invalid')
})
