// People who only sign in with Google let AI clients in, through Google's page.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { userFrom } from '../../../../emulator/apps-script/identity.ts'
import { agree, clientId, startConnected } from '../../../google/testing/connect.ts'
import { createOAuthClient, type OAuthClient } from '../testing/oauth-client.ts'

let world: Awaited<ReturnType<typeof startConnected>>
let browser: OAuthClient
beforeAll(async () => {
  world = await startConnected({ GOOGLE_AUDIENCES: `script.apps.googleusercontent.com,${clientId}` })
  browser = createOAuthClient(world.app)
})
afterAll(() => world.close())

/** Somebody who has an account by that Google account. */
async function signUp(email: string) {
  const person = await world.app.signUp()
  await world.app.sql`
    update users set google_sub = ${userFrom(email).sub}, google_email = ${email}, password_hash = null
    where id = ${person.userId}`
  return person
}

/** The address of Google's page, as the consent page leads to it. */
async function toGoogle(url: string): Promise<URL> {
  const led = await browser.decide(url, { decision: 'google' })
  return new URL(led.headers.get('location') ?? '')
}

it('a person is recognised by Google, agrees on our page, and the client gets its tokens', async () => {
  const ann = await signUp('ann@example.com')
  const { url, client_id } = await browser.request()
  const google = await toGoogle(url)
  expect(google.origin).toBe(world.google.url)
  expect(Object.fromEntries(google.searchParams)).toMatchObject({
    ...{ client_id: clientId, redirect_uri: `${world.app.url}/oauth/google`, scope: 'openid email' },
    ...{ response_type: 'code', code_challenge_method: 'S256' },
  })
  const page = await fetch(await agree(google, { login_hint: 'ann@example.com' }))
  const html = await page.text()
  expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store'])
  // Being signed in is not having agreed.
  expect(html).toContain('signed in as <b>ann@example.com</b>')
  expect(html).toContain('Agent &#60;b&#62;')
  expect(page.headers.get('content-security-policy')).toContain(
    `form-action 'self' http://127.0.0.1:7777 ${world.google.url};`,
  )
  const declined = await browser.answer(html, { decision: 'deny' })
  expect(declined.headers.get('location')).toContain('error=access_denied')
  const allowed = await browser.answer(html, { decision: 'allow' })
  const { status, body } = await browser.exchange(browser.formFor(allowed, client_id))
  expect([status, body.scope]).toEqual([200, 'tables:read extract'])
  expect(await browser.used(body.access_token ?? '', 'list_templates')).toContain('scope_missing')
  const { items } = (await (await world.app.call('GET', '/auth/keys', { token: ann.token })).json()) as {
    items: object[]
  }
  expect(items).toMatchObject([{ kind: 'client' }])
})

it('who has no account, declines, or comes with a changed or used link is told, and nobody is let in', async () => {
  const { url } = await browser.request()
  const stranger = await fetch(await agree(await toGoogle(url), { login_hint: 'nobody@example.com' }))
  expect(stranger.status).toBe(401)
  expect(await stranger.text()).toMatch(/Nobody signs in.*nobody@example.com/)
  expect(await world.app.sql`select 1 from users where email = 'nobody@example.com'`).toHaveLength(0)

  const google = await toGoogle(url)
  const state = google.searchParams.get('state') ?? ''
  const back = (query: Record<string, string>) =>
    fetch(`${world.app.url}/oauth/google?${new URLSearchParams(query)}`, { redirect: 'manual' })
  const declined = await back({ state, error: 'access_denied' })
  expect([declined.status, (await declined.text()).includes('Continue with Google')]).toEqual([403, true])
  expect((await back({ state, code: 'made up' })).status).toBe(401)
  for (const changed of [`${state.slice(0, -8)}AAAAAAAA`, 'x', ''])
    expect((await back({ state: changed, code: 'x' })).status).toBe(400)

  await signUp('bea@example.com')
  const led = await agree(google, { login_hint: 'bea@example.com' })
  expect((await fetch(led)).status).toBe(200)
  expect((await fetch(led)).status).toBe(401)
})

it('a ticket is good for what the person saw only', async () => {
  await signUp('cleo@example.com')
  const { url } = await browser.request()
  const html = await (await fetch(await agree(await toGoogle(url), { login_hint: 'cleo@example.com' }))).text()
  const more = html.replace('name="scope" value="extract tables:read"', 'name="scope" value="exports:write"')
  expect(more).not.toBe(html)
  const changed = await browser.answer(more, { decision: 'allow' })
  expect([changed.status, changed.headers.get('location')]).toEqual([401, null])
  const made = await browser.answer(html.replace(/(name="ticket" value=")[^"]*/, '$1x.y.z'), { decision: 'allow' })
  expect(made.status).toBe(401)
  expect((await browser.answer(html, { decision: 'allow' })).status).toBe(303)
})

it('is not offered where the client is not among those whose sign-ins are accepted', async () => {
  const other = await startConnected()
  const { url } = await createOAuthClient(other.app).request()
  expect(await (await fetch(url)).text()).not.toContain('Continue with Google')
  expect((await fetch(`${other.app.url}/oauth/google`)).status).toBe(404)
  await other.close()
})
