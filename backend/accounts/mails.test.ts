// Links in mails: confirming an address and setting a forgotten password, with a real mail server that listens.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Mailbox, openMailbox, type ReceivedMail } from '../platform/mail/testing/mailbox.ts'
import { createTestApp, testPassword as password, type TestApp } from '../platform/testing/test-app.ts'

let app: TestApp
let box: Mailbox
beforeAll(async () => {
  box = await openMailbox()
  const env = { SMTP_URL: box.url, PUBLIC_URL: 'https://tables.example.com/app/', MAIL_FROM: 'Tables <t@example.com>' }
  app = await createTestApp({ env })
})
afterAll(async () => {
  await app.close()
  await box.close()
})

const other = 'plum kettle sundial'
const register = async (email: string) => {
  const { access_token, user } = await (
    await app.call('POST', '/auth/register', { body: { email, password, name: '<b>Buy now</b>' } })
  ).json()
  return { token: access_token, user }
}
const login = async (email: string, secret: string) =>
  (await app.call('POST', '/auth/login', { body: { email, password: secret } })).status
const me = async (token: string) => await (await app.call('GET', '/auth/me', { token })).json()
const linkIn = ({ text }: ReceivedMail) => /https:\S+/.exec(text)?.[0] ?? ''
const tokenIn = (mail: ReceivedMail) => new URL(linkIn(mail)).searchParams.get('token') ?? ''
const verify = (token: string) => app.call('POST', '/auth/email/verify', { body: { token } })
const forgot = (email: string) => app.call('POST', '/auth/password/forgot', { body: { email } })
const reset = (token: string, secret = other) =>
  app.call('POST', '/auth/password/reset', { body: { token, password: secret } })
const codeOf = async (answer: Response) => (await answer.json()).code
const withPages = (link: string) => link.replace('https://tables.example.com/app', app.url)
const form = (path: string, fields: Record<string, string>) =>
  fetch(`${app.url}${path}`, { method: 'POST', body: new URLSearchParams(fields) })

test('who registers gets a link that confirms the address, one time', async () => {
  const { token, user } = await register('ada@example.com')
  expect(user.email_verified).toBe(false)
  const mail = await box.to('ada@example.com')
  expect(mail.from).toBe('t@example.com')
  expect(mail.head).toContain('From: Tables <t@example.com>')
  expect(mail.head).toContain('Auto-Submitted: auto-generated')
  expect(linkIn(mail)).toMatch(/^https:\/\/tables\.example\.com\/app\/verify-email\?token=[\w-]{43}$/)
  expect(mail.html).toContain(linkIn(mail))
  // Whoever registers somebody else’s address does not get to write to them.
  expect(mail.text + mail.html + mail.head).not.toContain('Buy now')
  expect(mail.html).not.toMatch(/<img|<script|src=/)

  const [stored] = await app.sql`select to_jsonb(l)::text as text from account_links l where user_id = ${user.id}`
  expect(stored?.text).not.toContain(tokenIn(mail))
  expect((await verify(tokenIn(mail))).status).toBe(204)
  expect((await me(token)).email_verified).toBe(true)
  const again = await verify(tokenIn(mail))
  expect([again.status, await codeOf(again)]).toEqual([410, 'link_invalid'])
  const nothing = await app.call('POST', '/auth/email/verify/send', { token })
  expect([nothing.status, await codeOf(nothing)]).toEqual([409, 'email_verified'])
})

test('the link is sent again, a few times in an hour; the last ones all work until one is used', async () => {
  const { token, email } = await app.signUp()
  const send = () => app.call('POST', '/auth/email/verify/send', { token })
  for (let count = 1; count <= 4; count++) {
    expect((await send()).status).toBe(202)
    await box.to(email, count)
  }
  const refused = await send()
  expect([refused.status, await codeOf(refused)]).toEqual([429, 'too_many_requests'])
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  const [first, second] = box.mails.filter(({ to }) => to.includes(email))
  expect((await verify(tokenIn(first!))).status).toBe(204)
  expect((await verify(tokenIn(second!))).status).toBe(410)
})

/** The mail's job while it waits for its next try, which then is due. */
const jobFor = async (email: string, set: { count: number; until?: string }) => {
  const [own] = await app.sql<[{ name: string }]>`select current_schema() as name`
  const job = app.sql`${app.sql(`${own.name}_jobs`)}.job`
  const until = set.until === undefined ? {} : { until: set.until }
  const due = () => app.sql`
    update ${job} set retry_count = ${set.count}, start_after = now(), data = data || ${app.sql.json(until)}
    where state = 'retry' and data ->> 'email' = ${email} returning id`
  await expect.poll(async () => (await due()).length, { timeout: 10_000 }).toBe(1)
  return {
    left: async () =>
      (await app.sql`select 1 from ${job} where data ->> 'email' = ${email} and state <> 'completed'`).length,
  }
}

test('a mail server that is away, or greylists for an hour, gets the mail later, with one link', async () => {
  const { email, userId, workspaceId } = await app.signUp()
  box.refuse(1)
  await forgot(email)
  // As after half an hour of tries.
  await jobFor(email, { count: 20 })
  const token = tokenIn(await box.to(email))
  const links = () => app.sql`select 1 from account_links where user_id = ${userId} and purpose = 'reset'`
  expect(await links()).toHaveLength(1)
  const asked = await app.sql`
    select 1 from audit_log where workspace_id = ${workspaceId} and action = 'password.forget'`
  expect(asked).toHaveLength(1)
  expect((await reset(token)).status).toBe(204)
  // The mail that tells of the new password.
  await box.to(email, 2)
})

test('a mail that nobody waits for any more is not sent', async () => {
  const { token, email } = await app.signUp()
  box.refuse(1)
  await app.call('POST', '/auth/email/verify/send', { token })
  const job = await jobFor(email, { count: 1, until: new Date(Date.now() - 1000).toISOString() })
  await expect.poll(job.left, { timeout: 10_000 }).toBe(0)
  expect(box.mails.filter(({ to }) => to.includes(email))).toEqual([])
})

test('opening the link does nothing; the button on its page does', async () => {
  const { token, email } = await app.signUp()
  await app.call('POST', '/auth/email/verify/send', { token })
  const link = linkIn(await box.to(email))
  for (let times = 0; times < 2; times++) {
    const page = await fetch(withPages(link))
    expect(page.headers.get('content-type')).toContain('text/html')
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(page.headers.get('referrer-policy')).toBe('no-referrer')
    expect(await page.text()).toContain('action="./verify-email"')
  }
  expect((await me(token)).email_verified).toBe(false)
  const fields = { token: new URL(link).searchParams.get('token') ?? '' }
  expect(await (await form('/verify-email', fields)).text()).toContain('Your address is confirmed')
  expect((await me(token)).email_verified).toBe(true)
  const again = await form('/verify-email', fields)
  expect(again.status).toBe(410)
  expect(await again.text()).toContain('does not work any more')
})

test('a page shows what it is given as text', async () => {
  const page = await fetch(`${app.url}/reset-password?token=${encodeURIComponent('"><script>alert(1)</script>')}`)
  expect(await page.text()).not.toContain('<script>')
  expect((await form('/reset-password', { token: 'x', password: 'short' })).status).toBe(400)
})

test('a new e-mail waits for its link; until then the old one signs in', async () => {
  const { token, email, userId } = await app.signUp()
  const patch = (body: object) => app.call('PATCH', '/auth/me', { token, body })
  expect(await codeOf(await patch({ email: 'new@example.com' }))).toBe('wrong_password')
  const asked = await patch({ email: 'new@example.com', current_password: password })
  expect(await asked.json()).toMatchObject({ email, pending_email: 'new@example.com' })
  expect(await login(email, password)).toBe(200)
  expect(await login('new@example.com', password)).toBe(401)

  const mail = await box.to('new@example.com')
  expect((await verify(tokenIn(mail))).status).toBe(204)
  expect(await me(token)).toMatchObject({ email: 'new@example.com', pending_email: null, email_verified: true })
  expect(await login('new@example.com', password)).toBe(200)
  expect(await login(email, password)).toBe(401)
  const log =
    await app.sql`select action from audit_log where user_id = ${userId} and action like '%e%l.%' order by position`
  expect(log.map(({ action }) => action)).toEqual(['email.verify'])
})

test('an e-mail that somebody took meanwhile stays theirs', async () => {
  const { token } = await app.signUp()
  await app.call('PATCH', '/auth/me', { token, body: { email: 'wanted@example.com', current_password: password } })
  const mail = await box.to('wanted@example.com')
  await register('wanted@example.com')
  const late = await verify(tokenIn(mail))
  expect([late.status, await codeOf(late)]).toEqual([409, 'email_taken'])
  const { token: third } = await app.signUp()
  const early = await app.call('PATCH', '/auth/me', {
    ...{ token: third, body: { email: 'Wanted@example.com', current_password: password } },
  })
  expect([early.status, await codeOf(early)]).toEqual([409, 'email_taken'])
})

test('a forgotten password is set anew, and whoever was in the account is out', async () => {
  const { token, email, userId } = await app.signUp()
  const key = await (await app.call('POST', '/auth/keys', { token, body: { name: 'k', scopes: ['chat:read'] } })).json()
  expect((await forgot(email.toUpperCase())).status).toBe(202)
  const mail = await box.to(email)

  const weak = await reset(tokenIn(mail), 'password1234')
  expect([weak.status, await codeOf(weak)]).toEqual([422, 'password_weak'])
  expect((await reset(tokenIn(mail), 'ä'.repeat(37))).status).toBe(400)
  expect((await reset(tokenIn(mail))).status).toBe(204)
  expect(await codeOf(await reset(tokenIn(mail)))).toBe('link_invalid')
  expect(await login(email, other)).toBe(200)
  expect(await login(email, password)).toBe(401)
  expect((await app.call('GET', '/auth/me', { token })).status).toBe(401)
  expect((await app.call('GET', '/chat/conversations', { token: key.key })).status).toBe(401)
  expect((await box.to(email, 2)).text).toContain('was changed')
  const log = await app.sql`
    select action, address from audit_log where user_id = ${userId} and action like 'password%' order by position`
  expect(log).toEqual([
    { action: 'password.forget', address: '127.0.0.1' },
    { action: 'password.reset', address: '127.0.0.1' },
  ])
})

test('the page of that link sets the password with nothing but a form', async () => {
  const { email } = await app.signUp()
  await forgot(email)
  const link = linkIn(await box.to(email))
  expect(await (await fetch(withPages(link))).text()).toContain('type="password"')
  const fields = { token: new URL(link).searchParams.get('token') ?? '' }
  const weak = await form('/reset-password', { ...fields, password: 'qwertyuiop' })
  expect(weak.status).toBe(422)
  // The form is there again, with the same link.
  expect(await weak.text()).toContain(fields.token)
  expect((await form('/reset-password', { ...fields, password: other })).status).toBe(200)
  expect(await login(email, other)).toBe(200)
})

test('an address without an account gets the same answer and no mail', async () => {
  const { email } = await app.signUp()
  const unknown = await forgot('unknown@example.com')
  const known = await forgot(email)
  expect([unknown.status, await unknown.text()]).toEqual([known.status, await known.text()])
  await box.to(email)
  expect(box.mails.some(({ to }) => to.includes('unknown@example.com'))).toBe(false)
})

test('nobody fills somebody’s mailbox', async () => {
  const { email } = await app.signUp()
  for (let times = 0; times < 6; times++) expect((await forgot(email)).status).toBe(202)
  // The jobs come in order: when this one is there, all before it are done.
  const last = await app.signUp()
  await forgot(last.email)
  await box.to(last.email)
  expect(box.mails.filter(({ to }) => to.includes(email)).length).toBeLessThanOrEqual(4)
})

test('a link that has run out, or of the other kind, or for an earlier address is refused', async () => {
  const { token, email, userId } = await app.signUp()
  await forgot(email)
  const mail = await box.to(email)
  expect((await verify(tokenIn(mail))).status).toBe(410)
  await app.sql`update users set email = 'moved@example.com' where id = ${userId}`
  expect((await reset(tokenIn(mail))).status).toBe(410)
  await app.sql`update users set email = ${email} where id = ${userId}`
  await app.sql`update account_links set expires_at = now() where user_id = ${userId}`
  expect((await reset(tokenIn(mail))).status).toBe(410)
  expect((await reset('nonsense')).status).toBe(410)
  expect((await me(token)).email).toBe(email)
})

test('who registered somebody’s address, and left a way in, is out when its owner comes', async () => {
  const { email, userId } = await app.signUp()
  await app.sql`update users set google_sub = 'squatter', google_email = 'squatter@example.com' where id = ${userId}`
  await forgot(email)
  await reset(tokenIn(await box.to(email)))
  const [user] =
    await app.sql`select google_sub, email_verified_at is not null as verified from users where id = ${userId}`
  expect(user).toEqual({ google_sub: null, verified: true })
})

test('without a mail server all of it is refused, and says why', async () => {
  const plain = await createTestApp()
  const { token, email } = await plain.signUp()
  const answers = await Promise.all([
    plain.call('POST', '/auth/password/forgot', { body: { email } }),
    plain.call('POST', '/auth/password/forgot', { body: { email: 'unknown@example.com' } }),
    plain.call('POST', '/auth/password/reset', { body: { token: 'x', password: other } }),
    plain.call('POST', '/auth/email/verify', { body: { token: 'x' } }),
    plain.call('POST', '/auth/email/verify/send', { token }),
    plain.call('PATCH', '/auth/me', { token, body: { email: 'a@example.com', current_password: password } }),
  ])
  for (const answer of answers) {
    expect(answer.status).toBe(409)
    const { code, detail } = await answer.json()
    expect([code, detail]).toEqual(['mail_not_configured', expect.stringContaining('SMTP_URL')])
  }
  await plain.close()
})
