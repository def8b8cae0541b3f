// The templates through the API.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtInTemplates } from '../../shared/template/built-in.ts'
import { createTestApp, type TestApp } from '../platform/testing/test-app.ts'

let app: TestApp
let token: string
beforeAll(async () => {
  app = await createTestApp()
  token = (await app.signUp()).token
})
afterAll(() => app.close())

const get = (path: string) => app.call('GET', path, { token })

test('all templates come in one page', async () => {
  const answer = await get('/export/templates')
  expect(await answer.json()).toEqual({ items: builtInTemplates, next_cursor: null })
})

test('page by page they are the same, each once', async () => {
  const seen: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: { items: { id: string }[]; next_cursor: string | null } = await (
      await get(`/export/templates?limit=1${cursor && `&cursor=${cursor}`}`)
    ).json()
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.next_cursor
  }
  expect(seen).toEqual(builtInTemplates.map(({ id }) => id))
})

test('one template by its id, or 404', async () => {
  const [first] = builtInTemplates
  expect(await (await get(`/export/templates/${first?.id}`)).json()).toEqual(first)
  expect((await get('/export/templates/none')).status).toBe(404)
})

test.each(['limit=0', 'limit=101', 'limit=x', 'cursor=none', 'limit=1&limit=2'])('%s is refused', async (query) => {
  expect((await get(`/export/templates?${query}`)).status).toBe(400)
})
