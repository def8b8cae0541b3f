// A backend with a local Google behind it, and a person who goes through the consent page.
import { startSheetsApi } from '../../../emulator/sheets-api/start-sheets-api.ts'
import { createTestApp } from '../../platform/testing/test-app.ts'

export const secretsKey = `k1:${Buffer.alloc(32, 7).toString('base64')}`
export const clientId = 'tablewright.apps.googleusercontent.com'

/** `token` overrides where access tokens are asked for: see `countTokens`. */
export async function startConnected(env: Record<string, string> = {}) {
  const google = await startSheetsApi({ quota: false })
  const app = await createTestApp({
    env: {
      GOOGLE_CLIENT_ID: clientId,
      GOOGLE_CLIENT_SECRET: 'client secret',
      GOOGLE_API_ROOT: google.url,
      SECRETS_KEY: secretsKey,
      CORS_ORIGINS: 'https://app.example.com',
      // As this Google has none, nobody waits for its quota.
      GOOGLE_QUOTA_PER_USER: '100000',
      GOOGLE_QUOTA_PER_PROJECT: '100000',
      ...env,
    },
  })
  const close = async () => {
    await app.close()
    await google.close()
  }
  return { app, google, close }
}

type App = Awaited<ReturnType<typeof startConnected>>['app']

/** The address of the consent page, as the API gives it. */
export async function authorizeUrl(app: App, token: string, query = ''): Promise<URL> {
  const response = await app.call('GET', `/google/authorize${query}`, { token })
  if (response.status !== 200) throw new Error(await response.text())
  const { url } = (await response.json()) as { url: string }
  return new URL(url)
}

/** What Google leads the browser to when the person agrees; `more` changes what is asked of it. */
export async function agree(url: URL, more: Record<string, string> = {}): Promise<string> {
  for (const [name, value] of Object.entries(more)) url.searchParams.set(name, value)
  const response = await fetch(url, { redirect: 'manual' })
  return response.headers.get('location') ?? ''
}

/** What it leads to after the person used the buttons and boxes of the page. */
export async function answerPage(url: URL, fields: [string, string][]): Promise<string> {
  const page = new URL(url.pathname, url)
  const body = new URLSearchParams([...url.searchParams, ...fields])
  const response = await fetch(page, { method: 'POST', body, redirect: 'manual' })
  return response.headers.get('location') ?? ''
}

export type Connection = { id: string; email: string; state: string; scopes: string[]; connected_at: string }

export async function connections(app: App, token: string): Promise<Connection[]> {
  const { items } = (await (await app.call('GET', '/google/connections', { token })).json()) as { items: Connection[] }
  return items
}

/** Connects an account from beginning to end. */
export async function connect(app: App, token: string, account = 'ann@example.com'): Promise<Connection> {
  const back = await agree(await authorizeUrl(app, token), { login_hint: account })
  const page = await fetch(back, { headers: { accept: 'text/html' } })
  if (page.status !== 200) throw new Error(await page.text())
  const found = (await connections(app, token)).find(({ email }) => email === account)
  if (!found) throw new Error('The connection is not listed')
  return found
}
