// Gives access tokens of connected accounts: however many ask, on however many replicas, Google is asked once.
import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { GoogleError } from '../platform/google/google-error.ts'
import { askTokens, type Granted } from '../platform/google/token-endpoint.ts'
import { Problem } from '../platform/problem.ts'
import { clientOf, type GoogleParts, sealedFor } from './parts.ts'
import { type ConnectionKey, findTokens, markReconnect, releaseLease, storeTokens, takeLease } from './store.ts'

/** `refused` is a token that Google no longer takes. Rejects with a Problem or a GoogleError. */
export type AccessTokenOf = (key: ConnectionKey, refused?: string) => Promise<string>

/** Longer than Google is waited for: the lease of a process that died is free after it. */
const leaseSeconds = 30
const pollMs = 100

/** The permission is gone: asking again would not bring it back. */
const finalReasons = ['invalid_grant', 'unauthorized_client']

export const notConnected = () =>
  new Problem('google_not_connected', 'Connect a Google account first: tables are written in its name.')

export const reconnectNeeded = () =>
  new Problem(
    'google_reconnect',
    'Google no longer accepts this connection: it was taken back, has run out, or was not used for long. Connect the account again.',
  )

export function createAccessTokenOf(parts: GoogleParts): AccessTokenOf {
  /** What this process is waiting for, by connection. */
  const running = new Map<string, Promise<string>>()

  return async (key, refused) => {
    for (;;) {
      const started = running.get(key.id)
      const flight = started ?? wait(parts, key, refused).finally(() => running.delete(key.id))
      if (!started) running.set(key.id, flight)
      const token = await flight
      // Whoever joined one that looked before its own token was refused has to look again; what was fetched anew stands.
      if (token !== refused || !started) return token
    }
  }
}

/** The token that is there, or a new one; waits while another process fetches it. */
async function wait(parts: GoogleParts, key: ConnectionKey, refused: string | undefined): Promise<string> {
  const until = Date.now() + 2 * leaseSeconds * 1000
  while (Date.now() < until) {
    const row = await findTokens(parts.sql, key)
    if (!row) throw notConnected()
    if (row.state === 'reconnect_needed') throw reconnectNeeded()
    if (row.access_token && row.fresh) {
      const token = await parts.box.open(row.access_token, sealedFor(key, row.google_sub))
      if (token !== refused) return token
    }
    const token = await fetchNew(parts, key, refused)
    if (token !== null) return token
    await delay(pollMs)
  }
  throw new GoogleError('not_done', null, { reason: 'waited' })
}

/** Null when another process is at it, or when the connection changed meanwhile. */
async function fetchNew(parts: GoogleParts, key: ConnectionKey, refused: string | undefined): Promise<string | null> {
  const client = clientOf(parts)
  const lease = randomUUID()
  const row = await takeLease(parts.sql, key, lease, leaseSeconds)
  if (!row) return null
  const leased = { ...key, lease }
  try {
    const about = sealedFor(key, row.google_sub)
    // It may have come between looking and taking the lease.
    const come = row.access_token && row.fresh ? await parts.box.open(row.access_token, about) : undefined
    if (come !== undefined && come !== refused) {
      await releaseLease(parts.sql, leased)
      return come
    }
    const refresh_token = await parts.box.open(row.refresh_token ?? '', about)
    const granted = await askTokens(parts.addresses.token, client, { grant_type: 'refresh_token', refresh_token })
    return (await store(parts, leased, about, granted)) ? granted.access_token : null
  } catch (error) {
    if (!(error instanceof GoogleError) || !finalReasons.includes(error.reason)) {
      await releaseLease(parts.sql, leased)
      throw error
    }
    if (await markReconnect(parts.sql, leased)) throw reconnectNeeded()
    return null
  }
}

async function store(parts: GoogleParts, leased: ConnectionKey & { lease: string }, about: string, granted: Granted) {
  const { access_token, refresh_token, expires_in } = granted
  return await storeTokens(parts.sql, leased, {
    access_token: await parts.box.seal(access_token, about),
    refresh_token: refresh_token === undefined ? null : await parts.box.seal(refresh_token, about),
    expires_in,
  })
}
