// Signing in, refreshing and revoking, and what tokens of different scopes may do.
import { createHash } from 'node:crypto'
import { OAuth2Client } from 'google-auth-library'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SheetsApi, startSheetsApi } from '../start-sheets-api.ts'
import { asker, newSpreadsheet } from '../testing/ask.ts'

let api: SheetsApi
beforeAll(async () => {
  api = await startSheetsApi()
})
afterAll(() => api.close())

const auth = 'https://www.googleapis.com/auth/'
const form = async (path: string, fields: Record<string, string>) => {
  const response = await fetch(api.url + path, { method: 'POST', body: new URLSearchParams(fields) })
  return { status: response.status, body: await response.json() }
}

type Wish = { scopes: string[]; user?: string; client?: string }
/** Goes through the consent page as a browser would, up to the tokens. */
const signIn = async ({ scopes, user = 'ann@example.com', client = 'client-1' }: Wish) => {
  const query = new URLSearchParams({
    client_id: client,
    redirect_uri: 'http://app.example/back',
    response_type: 'code',
    scope: scopes.join(' '),
    access_type: 'offline',
    state: 'st',
    login_hint: user,
  })
  const consent = await fetch(`${api.url}/o/oauth2/v2/auth?${query}`, { redirect: 'manual' })
  const back = new URL(consent.headers.get('location')!)
  expect([consent.status, back.origin, back.searchParams.get('state')]).toEqual([302, 'http://app.example', 'st'])
  const { body } = await form('/token', {
    grant_type: 'authorization_code',
    code: back.searchParams.get('code')!,
    client_id: client,
    client_secret: 's',
    redirect_uri: 'http://app.example/back',
  })
  return body as { access_token: string; refresh_token: string; scope: string; id_token?: string }
}

describe('tokens', () => {
  it('come from a code once, are renewed, told about and revoked', async () => {
    const granted = await signIn({ scopes: [`${auth}drive.file`, 'openid', 'email'] })
    expect(granted).toMatchObject({ token_type: 'Bearer', expires_in: 3599, scope: `${auth}drive.file openid email` })
    const renewed = await form('/token', {
      grant_type: 'refresh_token',
      refresh_token: granted.refresh_token,
      client_id: 'client-1',
    })
    expect(renewed.status).toBe(200)
    expect(renewed.body).not.toHaveProperty('refresh_token')
    const info = await (await fetch(`${api.url}/tokeninfo?access_token=${renewed.body.access_token}`)).json()
    expect(info).toMatchObject({ aud: 'client-1', email: 'ann@example.com', scope: granted.scope })
    expect((await form('/revoke', { token: granted.refresh_token })).status).toBe(200)
    expect(
      await form('/token', {
        grant_type: 'refresh_token',
        refresh_token: granted.refresh_token,
        client_id: 'client-1',
      }),
    ).toEqual({
      status: 400,
      body: { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' },
    })
    expect((await asker(api.url, renewed.body.access_token)('GET', '/drive/v3/files')).status).toBe(401)
  })

  it('carry identities that the published keys verify', async () => {
    const { id_token: token = '' } = await signIn({ scopes: ['openid'], client: 'audience' })
    const certs = (await (await fetch(`${api.url}/oauth2/v1/certs`)).json()) as Record<string, string>
    const verified = await new OAuth2Client().verifySignedJwtWithCertsAsync(token, certs, 'audience', [
      'https://accounts.google.com',
    ])
    expect(verified.getPayload()).toMatchObject({ email: 'ann@example.com', email_verified: true })
  })

  it('need the verifier that the code was asked for with', async () => {
    const challenge = createHash('sha256').update('verifier-1').digest('base64url')
    const query = new URLSearchParams({
      client_id: 'c',
      redirect_uri: 'http://a.example/',
      response_type: 'code',
      scope: 'openid',
      code_challenge: challenge,
      code_challenge_method: 'S256',
    })
    const consent = await fetch(`${api.url}/o/oauth2/v2/auth?${query}`, { redirect: 'manual' })
    const code = new URL(consent.headers.get('location')!).searchParams.get('code')!
    const fields = { grant_type: 'authorization_code', code, client_id: 'c', redirect_uri: 'http://a.example/' }
    expect((await form('/token', { ...fields, code_verifier: 'other' })).body).toMatchObject({ error: 'invalid_grant' })
    const { body } = await form('/token', { ...fields, code_verifier: 'verifier-1' })
    expect(body).not.toHaveProperty('refresh_token')
    expect((await form('/token', { ...fields, code_verifier: 'verifier-1' })).body).toMatchObject({
      error: 'invalid_grant',
    })
  })

  it.each([
    [{}, 'invalid_request'],
    [{ grant_type: 'password' }, 'unsupported_grant_type'],
    [{ grant_type: 'authorization_code', code: 'x' }, 'invalid_grant'],
    [{ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: 'a.b.c' }, 'invalid_grant'],
  ])('are refused for %j with %s', async (fields, error) => {
    expect((await form('/token', fields)).body).toMatchObject({ error })
  })
})

describe('consent', () => {
  const asked = (more: Record<string, string> = {}) =>
    new URLSearchParams({
      client_id: 'consent-client',
      redirect_uri: 'http://app.example/back?kept=1',
      response_type: 'code',
      scope: `${auth}drive.file openid email`,
      state: '<st&"ate>',
      access_type: 'offline',
      ...more,
    })
  const decide = async (fields: [string, string][]) => {
    const body = new URLSearchParams([...asked(), ...fields])
    const response = await fetch(`${api.url}/o/oauth2/v2/auth`, { method: 'POST', body, redirect: 'manual' })
    return new URL(response.headers.get('location')!).searchParams
  }
  const tokensOf = async (code: string) =>
    (
      await form('/token', {
        ...{ grant_type: 'authorization_code', code, client_id: 'consent-client', client_secret: 's' },
        redirect_uri: 'http://app.example/back?kept=1',
      })
    ).body as { refresh_token?: string; scope: string }

  it('is a page for people, with a box for each permission', async () => {
    const headers = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
    const response = await fetch(`${api.url}/o/oauth2/v2/auth?${asked()}`, { headers, redirect: 'manual' })
    const page = await response.text()
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8'])
    expect(page).toContain('only the specific Google Drive files you use with this app')
    expect(page).toContain('&#60;st&#38;&#34;ate&#62;')
    expect(page).not.toContain('<st&')
  })

  it('can be declined, and given in part', async () => {
    expect(Object.fromEntries(await decide([['decision', 'deny']]))).toEqual({
      kept: '1',
      state: '<st&"ate>',
      error: 'access_denied',
    })
    const part = await decide([
      ['decision', 'allow'],
      ['account', 'eve@example.com'],
      ['granted', 'openid'],
    ])
    expect((await tokensOf(part.get('code')!)).scope).toBe('openid')
  })

  it('that was given stays: a refresh token comes once, and again only with another consent', async () => {
    const agree = async (more: Record<string, string>) => {
      const query = asked({ login_hint: 'once@example.com', ...more })
      const response = await fetch(`${api.url}/o/oauth2/v2/auth?${query}`, { redirect: 'manual' })
      return await tokensOf(new URL(response.headers.get('location')!).searchParams.get('code')!)
    }
    const first = await agree({})
    expect(first.refresh_token).toMatch(/^1\/\/0/)
    expect(await agree({})).not.toHaveProperty('refresh_token')
    expect(await agree({ prompt: 'select_account consent' })).toHaveProperty('refresh_token')
    expect((await agree({ scope: 'openid', include_granted_scopes: 'true' })).scope).toBe(
      `openid ${auth}drive.file email`,
    )
    await form('/revoke', { token: first.refresh_token! })
    expect(await agree({})).toHaveProperty('refresh_token')
  })
})

describe('callers', () => {
  it('without a token, or with one nobody knows, get the 401 of the API they call', async () => {
    const missing = await asker(api.url, '')('GET', '/v4/spreadsheets/x')
    expect(missing.status).toBe(401)
    expect(missing.body.error).toMatchObject({
      code: 401,
      status: 'UNAUTHENTICATED',
      message: expect.stringMatching(/^Request is missing required authentication credential\. Expected OAuth 2/),
    })
    const unknown = await asker(api.url, 'ya29.unknown')('GET', '/v4/spreadsheets/x')
    expect(unknown.body.error.message).toMatch(/^Request had invalid authentication credentials\. Expected OAuth 2/)
    const drive = await asker(api.url, 'ya29.unknown')('GET', '/drive/v3/files')
    expect(drive.body.error.errors).toEqual([
      {
        message: 'Invalid Credentials',
        domain: 'global',
        reason: 'authError',
        location: 'Authorization',
        locationType: 'header',
      },
    ])
  })

  it('with a scope that only reads cannot write', async () => {
    const writer = asker(api.url, (await signIn({ scopes: [`${auth}drive`] })).access_token)
    const reader = asker(api.url, (await signIn({ scopes: [`${auth}spreadsheets.readonly`] })).access_token)
    const book = await newSpreadsheet(writer)
    expect((await reader('GET', `${book}/values/A1`)).status).toBe(200)
    const refused = await reader('PUT', `${book}/values/A1?valueInputOption=RAW`, { values: [['x']] })
    expect(refused.status).toBe(403)
    expect(refused.body.error).toMatchObject({
      message: 'Request had insufficient authentication scopes.',
      status: 'PERMISSION_DENIED',
      details: [{ reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT' }],
    })
  })

  it('of drive.file see the files of their own app alone', async () => {
    const own = asker(api.url, (await signIn({ scopes: [`${auth}drive.file`], client: 'app-1' })).access_token)
    const other = asker(api.url, (await signIn({ scopes: [`${auth}drive.file`], client: 'app-2' })).access_token)
    const book = await newSpreadsheet(own)
    const id = book.split('/').at(-1)
    expect((await own('GET', book)).status).toBe(200)
    expect((await other('GET', book)).status).toBe(404)
    expect((await other('GET', `/drive/v3/files/${id}`)).body.error.message).toBe(`File not found: ${id}.`)
    const listed = (await other('GET', '/drive/v3/files')).body.files as { id: string }[]
    expect(listed.map((file) => file.id)).not.toContain(id)
  })

  it('who were not given a file may not open it, and readers may not change it', async () => {
    const ann = asker(api.url, (await signIn({ scopes: [`${auth}drive`] })).access_token)
    const bob = asker(api.url, (await signIn({ scopes: [`${auth}drive`], user: 'bob@example.com' })).access_token)
    const book = await newSpreadsheet(ann)
    const refusal = { code: 403, message: 'The caller does not have permission', status: 'PERMISSION_DENIED' }
    expect((await bob('GET', book)).body.error).toEqual(refusal)
    const id = book.split('/').at(-1)
    await ann('POST', `/drive/v3/files/${id}/permissions`, {
      type: 'user',
      role: 'reader',
      emailAddress: 'bob@example.com',
    })
    expect((await bob('GET', book)).status).toBe(200)
    expect((await bob('POST', `${book}/values/A1:clear`, {})).body.error).toEqual(refusal)
    const owner = await ann('POST', `/drive/v3/files/${id}/permissions`, {
      type: 'user',
      role: 'owner',
      emailAddress: 'bob@example.com',
    })
    expect(owner.body.error.errors[0]).toMatchObject({ reason: 'forbidden', location: 'transferOwnership' })
  })
})
