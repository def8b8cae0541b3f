// The docs page loads everything from the server itself, under a policy that would let nothing else in.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../testing/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

test('the page and all that it names are there', async () => {
  const answer = await app.call('GET', '/docs')
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  const html = await answer.text()
  const names = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, name = '']) => name)
  expect(names).toHaveLength(4)
  for (const name of names) {
    expect(name).toMatch(/^docs\/[\w.-]+$/)
    const file = await app.call('GET', `/${name}`)
    expect([name, file.status, (await file.text()).length > 100]).toEqual([name, 200, true])
    expect(file.headers.get('content-type')).toMatch(/css|javascript|png/)
  }
})

test('the page runs no script of its own, and may load from this server alone', async () => {
  const answer = await app.call('GET', '/docs')
  const html = await answer.text()
  expect(html).not.toMatch(/<script>|https?:\/\/|\son\w+=/)
  const policy = answer.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self';")
  expect(policy).not.toMatch(/https?:|\*|unsafe-eval/)
  expect(await (await app.call('GET', '/docs/start.js')).text()).toContain("url: 'openapi.json'")
})

test('an address with a slash at its end leads to the one without', async () => {
  const answer = await fetch(`${app.url}/api/v1/docs/`)
  expect([answer.status, answer.url]).toEqual([200, `${app.url}/api/v1/docs`])
})
