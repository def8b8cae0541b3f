// Gives the next tokens of a session for its newest refresh token, and ends the session when an old one comes again.
import type { Session } from '../../shared/contract/account-schemas.ts'
import { recordAudit } from '../platform/audit/record-audit.ts'
import type { Sql, Transaction } from '../platform/database/connect.ts'
import { Problem } from '../platform/problem.ts'
import { derivedToken, hashToken, randomToken } from './secret-token.ts'
import {
  deleteSession,
  findRefreshToken,
  insertRefreshToken,
  isUnused,
  lockFamily,
  usedAgo,
  useRefreshToken,
} from './session-store.ts'
import { type SessionParts, sessionAnswer } from './start-session.ts'
import { findUser } from './store.ts'

/** How long a request whose answer got lost can be sent again, in milliseconds. */
const repeatMs = 60_000

type Parts = SessionParts & { sql: Sql; secret: string }

/** `key` is the request's Idempotency-Key. */
export type Refresh = { token: string; key: string | undefined; address: string }

type Family = { workspaceId: string; userId: string; sessionId: string }

/**
 * Each token is good for one time. One that comes again means that two hold it, and nobody can tell which of them is the
 * thief: the session ends for both. There are two exceptions, and neither gives anybody a token that they could not have:
 *
 * - The same request again (same token, same Idempotency-Key, within a minute) gets the same answer, as long as the next
 *   token has not been used. A thief does not know the key; and there is still one line of tokens, so theft shows.
 * - A request that was already here when the other one used the token is told so and gets nothing.
 *
 * Throws `session_ended` and `refresh_overlapped`.
 */
export async function refreshSession(parts: Parts, refresh: Refresh): Promise<Session> {
  const arrived = performance.now()
  const hash = hashToken(refresh.token)
  const outcome = await parts.sql.begin(async (tx) => {
    const family = await lockFamily(tx, hash)
    const row = family && (await findRefreshToken(tx, family, hash))
    if (!row || row.expired) return 'ended'
    if (!row.used) return await rotate(tx, parts, family, hash, refresh)
    // Measured before the database looks at its clock: a request that came after the token was used is never taken for
    // one that overlapped.
    const here = performance.now() - arrived
    const ago = await usedAgo(tx, family, hash)
    const sameRequest = refresh.key !== undefined && row.request?.equals(hashToken(refresh.key)) === true
    const next = nextToken(parts, refresh)
    if (sameRequest && ago < repeatMs && (await isUnused(tx, family, hashToken(next))))
      return await answer(tx, parts, family, next)
    if (ago <= here) return 'overlapped'
    await endFamily(tx, family, refresh.address)
    return 'ended'
  })
  if (typeof outcome === 'object') return outcome
  // Thrown out here: inside, the end of the session would be rolled back.
  throw outcome === 'ended'
    ? new Problem(
        'session_ended',
        'This refresh token is not good any more: it was used before, it has run out, or the session was ended. Sign in again.',
      )
    : new Problem(
        'refresh_overlapped',
        'Another request used this refresh token at the same moment. Use the tokens of its answer.',
      )
}

/** With a key it can be made again for whoever sends both, so that nothing has to be stored that opens the session. */
const nextToken = ({ secret }: Parts, { token, key }: Refresh): string =>
  key === undefined ? randomToken() : derivedToken(secret, [token, key])

async function rotate(tx: Transaction, parts: Parts, family: Family, hash: Buffer, refresh: Refresh) {
  const next = nextToken(parts, refresh)
  const request = refresh.key === undefined ? null : hashToken(refresh.key)
  await useRefreshToken(tx, family, { hash, request, lifetime: parts.refreshLifetime })
  await insertRefreshToken(tx, family, hashToken(next), parts.refreshLifetime)
  return await answer(tx, parts, family, next)
}

async function endFamily(tx: Transaction, family: Family, address: string): Promise<void> {
  await deleteSession(tx, family)
  await recordAudit(tx, { ...family, address }, 'session.revoke', { type: 'session', id: family.sessionId })
}

async function answer(tx: Transaction, parts: Parts, { userId, sessionId }: Family, token: string): Promise<Session> {
  const user = await findUser(tx, userId)
  if (!user) throw new Error('a session without its user')
  return sessionAnswer(parts, user, sessionId, token)
}
