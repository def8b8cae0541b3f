// A person connects Google accounts, uses them, loses them, connects them again and disconnects them.
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agree, answerPage, authorizeUrl, connect, connections, startConnected } from './testing/connect.ts'

type Running = Awaited<ReturnType<typeof startConnected>>
let app: Running['app']
let google: Running['google']
let close: Running['close']
beforeAll(async () => {
  ;({ app, google, close } = await startConnected())
})
afterAll(() => close())

const html = { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }, redirect: 'manual' as const }
const code = async (response: Response) => ((await response.json()) as { code: string }).code

describe('the address where a person agrees', () => {
  it('asks for no more than files of our own, offline, with a state and a challenge', async () => {
    const { token } = await app.signUp()
    const { origin, pathname, searchParams } = await authorizeUrl(app, token)
    expect([origin, pathname]).toEqual([google.url, '/o/oauth2/v2/auth'])
    expect(Object.fromEntries(searchParams)).toMatchObject({
      client_id: 'tablewright.apps.googleusercontent.com',
      redirect_uri: `${app.url}/api/v1/google/callback`,
      response_type: 'code',
      scope: 'https://www.googleapis.com/auth/drive.file openid email',
      access_type: 'offline',
      include_granted_scopes: 'true',
      prompt: 'select_account consent',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
    })
  })

  it('keeps neither the state nor the verifier in clear', async () => {
    const { token, workspaceId } = await app.signUp()
    const state = (await authorizeUrl(app, token)).searchParams.get('state') ?? ''
    const [row] = await app.sql`
      select * from google_authorizations where workspace_id = ${workspaceId}`
    expect(row?.state_hash).toEqual(createHash('sha256').update(state).digest())
    expect(row?.verifier).toMatch(/^eyJ/)
    expect(JSON.stringify(row)).not.toContain(state)
  })

  it('is for signed-in people', async () => {
    expect((await app.call('GET', '/google/authorize')).status).toBe(401)
  })

  it.each([
    'https://evil.example.com/',
    'https://app.example.com.evil.example/',
    'https://app.example.com@evil.example/',
    'https://user:password@app.example.com/',
    'http://app.example.com/',
    'javascript:alert(1)',
    '//evil.example',
  ])('never leads on to %s', async (address) => {
    const { token } = await app.signUp()
    const response = await app.call('GET', `/google/authorize?return_to=${encodeURIComponent(address)}`, { token })
    expect([response.status, await code(response)]).toEqual([400, 'invalid_request'])
  })
})

describe('a person who agrees', () => {
  it('is told so on a page, and the account is listed without its tokens', async () => {
    const { token, email, workspaceId } = await app.signUp()
    const back = await agree(await authorizeUrl(app, token), { login_hint: 'ann@example.com' })
    const response = await fetch(back, html)
    const page = await response.text()
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(page).toContain('Google is connected')
    expect(page).toContain('ann@example.com')
    expect(page).toContain(email)
    const [listed] = await connections(app, token)
    expect(Object.keys(listed ?? {}).sort()).toEqual(
      ['connected_at', 'created_at', 'email', 'id', 'scopes', 'state', 'updated_at'].sort(),
    )
    expect(listed).toMatchObject({ email: 'ann@example.com', state: 'connected' })
    const [row] = await app.sql`select * from google_connections where workspace_id = ${workspaceId}`
    expect(row?.refresh_token).toMatch(/^eyJ/)
    expect(JSON.stringify(row)).not.toMatch(/ya29|1\/\/0/)
    const audit = await app.sql`select action, subject_id from audit_log where workspace_id = ${workspaceId}`
    expect(audit).toContainEqual({ action: 'connection.create', subject_id: listed?.id })
  })

  it('comes back to the page that asked, when the server knows it', async () => {
    const { token } = await app.signUp()
    const to = '?return_to=https%3A%2F%2Fapp.example.com%2Fsettings%3Ftab%3D1'
    const done = await fetch(await agree(await authorizeUrl(app, token, to)), html)
    const [{ id } = { id: '' }] = await connections(app, token)
    expect([done.status, done.headers.get('location')]).toEqual([
      303,
      `https://app.example.com/settings?tab=1&google=connected&connection_id=${id}`,
    ])
    const declined = await fetch(await answerPage(await authorizeUrl(app, token, to), [['decision', 'deny']]), html)
    expect(declined.headers.get('location')).toBe(
      'https://app.example.com/settings?tab=1&google=failed&code=google_declined',
    )
  })

  it('can connect several accounts; the same one again renews its connection', async () => {
    const { token } = await app.signUp()
    const first = await connect(app, token, 'one@example.com')
    await connect(app, token, 'two@example.com')
    const again = await agree(await authorizeUrl(app, token, `?connection_id=${first.id}`))
    expect((await fetch(again, html)).status).toBe(200)
    const all = await connections(app, token)
    expect(all.map(({ email }) => email)).toEqual(['one@example.com', 'two@example.com'])
    expect(all[0]).toMatchObject({ id: first.id })
    expect(Date.parse(all[0]?.connected_at ?? '')).toBeGreaterThan(Date.parse(first.connected_at))
  })

  it('keeps the refresh token that Google does not send a second time', async () => {
    const { token, workspaceId } = await app.signUp()
    await connect(app, token, 'kept@example.com')
    const stored = () => app.sql`select refresh_token from google_connections where workspace_id = ${workspaceId}`
    const before = await stored()
    const back = await agree(await authorizeUrl(app, token), { login_hint: 'kept@example.com', prompt: 'none' })
    expect((await fetch(back, html)).status).toBe(200)
    expect(await stored()).toEqual(before)
  })
})

describe('a person who does not', () => {
  const failing = async (fields: [string, string][]) => {
    const { token } = await app.signUp()
    const back = await answerPage(await authorizeUrl(app, token), fields)
    const response = await fetch(back, html)
    const result = { status: response.status, page: await response.text(), listed: await connections(app, token) }
    return { ...result, again: (await fetch(back, html)).status }
  }

  it('has declined', async () => {
    const { status, page, listed, again } = await failing([['decision', 'deny']])
    expect([status, listed, again]).toEqual([403, [], 410])
    expect(page).toContain('You declined on Google’s page')
  })

  it('has left out the permission for files', async () => {
    const { status, page, listed } = await failing([
      ['decision', 'allow'],
      ['account', 'partial@example.com'],
      ['granted', 'openid'],
      ['granted', 'email'],
    ])
    expect([status, listed]).toEqual([403, []])
    expect(page).toContain('Tick every box')
  })

  it('is remembered by Google without a refresh token, for a connection that is not there any more', async () => {
    const { token } = await app.signUp()
    const other = await app.signUp()
    await connect(app, other.token, 'remembered@example.com')
    const back = await agree(await authorizeUrl(app, token), { login_hint: 'remembered@example.com', prompt: 'none' })
    const response = await fetch(back, html)
    expect(response.status).toBe(403)
    expect(await response.text()).toContain('myaccount.google.com/connections')
  })
})

describe('what comes back', () => {
  const callback = (query: string) => app.call('GET', `/google/callback${query}`)

  it.each(['', '?state=unknown&code=4/0A', '?code=4/0A', '?state=&code=', '?error=access_denied', '?state=%00'])(
    'without a state that was given out is refused: “%s”',
    async (query) => {
      const response = await callback(query)
      expect([response.status, await code(response)]).toEqual([410, 'link_invalid'])
    },
  )

  it('is good for one time', async () => {
    const { token } = await app.signUp()
    const back = await agree(await authorizeUrl(app, token))
    const both = await Promise.all([fetch(back), fetch(back)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 410])
    expect(await connections(app, token)).toHaveLength(1)
  })

  it('is good for a while', async () => {
    const { token, workspaceId } = await app.signUp()
    const back = await agree(await authorizeUrl(app, token))
    await app.sql`update google_authorizations set expires_at = now() where workspace_id = ${workspaceId}`
    expect((await fetch(back)).status).toBe(410)
  })

  it('is good for nothing when the session that asked has ended', async () => {
    const { token, workspaceId } = await app.signUp()
    const back = await agree(await authorizeUrl(app, token))
    expect((await app.call('POST', '/auth/logout', { token })).status).toBe(204)
    expect((await fetch(back)).status).toBe(410)
    const rows = await app.sql`select 1 from google_connections where workspace_id = ${workspaceId}`
    expect(rows).toHaveLength(0)
  })

  it('connects who began, whoever ends it', async () => {
    const [ann, bob] = [await app.signUp(), await app.signUp()]
    const back = await agree(await authorizeUrl(app, ann.token))
    await fetch(back, { headers: { authorization: `Bearer ${bob.token}` } })
    expect([await connections(app, ann.token), await connections(app, bob.token)].map(({ length }) => length)).toEqual([
      1, 0,
    ])
  })

  it('with the code of another consent is refused by the verifier', async () => {
    const { token } = await app.signUp()
    const mine = new URL(await agree(await authorizeUrl(app, token)))
    const other = new URL(await agree(await authorizeUrl(app, (await app.signUp()).token)))
    mine.searchParams.set('code', other.searchParams.get('code') ?? '')
    const response = await fetch(mine)
    expect([response.status, await code(response)]).toEqual([410, 'link_invalid'])
    expect(await connections(app, token)).toEqual([])
  })

  it('tells who takes no HTML as a problem', async () => {
    const { token } = await app.signUp()
    const response = await fetch(await answerPage(await authorizeUrl(app, token), [['decision', 'deny']]))
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(await response.json()).toMatchObject({ code: 'google_declined', status: 403 })
  })

  it('says that Google did not answer, and nothing is connected', async () => {
    const { token } = await app.signUp()
    const back = await agree(await authorizeUrl(app, token))
    google.inject({ kind: '503-html', times: 1, match: 'POST /token' })
    const response = await fetch(back, html)
    expect(response.status).toBe(502)
    expect(await response.text()).toContain('Google did not answer this server')
    expect(await connections(app, token)).toEqual([])
  })
})

describe('a connection that is removed', () => {
  const remove = async (token: string, id: string) => {
    const response = await app.call('DELETE', `/google/connections/${id}`, { token })
    return { status: response.status, body: await response.json() }
  }
  const refreshable = async (account: string) => {
    const url = `${google.url}/o/oauth2/v2/auth?client_id=tablewright.apps.googleusercontent.com&redirect_uri=http://a.example/&scope=openid&access_type=offline&login_hint=${account}`
    const back = new URL((await fetch(url, { redirect: 'manual' })).headers.get('location') ?? '')
    return back.searchParams.get('prompt') === 'none'
  }

  it('is taken back at Google, and forgotten', async () => {
    const { token, workspaceId } = await app.signUp()
    const { id } = await connect(app, token, 'gone@example.com')
    expect(await refreshable('gone@example.com')).toBe(true)
    expect(await remove(token, id)).toEqual({ status: 200, body: { revoked: true } })
    expect(await refreshable('gone@example.com')).toBe(false)
    expect(await connections(app, token)).toEqual([])
    expect(await remove(token, id)).toMatchObject({ status: 404, body: { code: 'not_found' } })
    const audit = await app.sql`select action from audit_log where workspace_id = ${workspaceId} order by created_at`
    expect(audit.map(({ action }) => action)).toContain('connection.delete')
  })

  it('is forgotten when Google is away', async () => {
    const { token } = await app.signUp()
    const { id } = await connect(app, token, 'away@example.com')
    google.inject({ kind: '503-html', times: 1, match: 'POST /revoke' })
    expect(await remove(token, id)).toEqual({ status: 200, body: { revoked: false } })
    expect(await connections(app, token)).toEqual([])
  })

  it('leaves the permission that another account of the server rests on', async () => {
    const [ann, bob] = [await app.signUp(), await app.signUp()]
    const [first, second] = [
      await connect(app, ann.token, 'shared@example.com'),
      await connect(app, bob.token, 'shared@example.com'),
    ]
    expect(await remove(ann.token, first.id)).toEqual({ status: 200, body: { revoked: false } })
    expect(await refreshable('shared@example.com')).toBe(true)
    expect(await remove(bob.token, second.id)).toEqual({ status: 200, body: { revoked: true } })
  })

  it('is nobody else’s to remove', async () => {
    const [ann, bob] = [await app.signUp(), await app.signUp()]
    const { id } = await connect(app, ann.token, 'mine@example.com')
    const [theirs, none] = [await remove(bob.token, id), await remove(bob.token, crypto.randomUUID())]
    expect([theirs.status, none.status]).toEqual([404, 404])
    expect({ ...theirs.body, request_id: '' }).toEqual({ ...none.body, request_id: '' })
    expect(await connections(app, ann.token)).toHaveLength(1)
  })
})

it('a server without a client says so, and lists nothing', async () => {
  const bare = await startConnected({ GOOGLE_CLIENT_ID: '', GOOGLE_CLIENT_SECRET: '' })
  try {
    const { token } = await bare.app.signUp()
    const response = await bare.app.call('GET', '/google/authorize', { token })
    expect([response.status, await code(response)]).toEqual([409, 'google_not_configured'])
    expect(await connections(bare.app, token)).toEqual([])
  } finally {
    await bare.close()
  }
})
