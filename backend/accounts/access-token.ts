// Issues and checks our own short-lived bearer tokens.
import { createHash, createSecretKey, type KeyObject } from 'node:crypto'
import jwt from 'jsonwebtoken'
import { LRUCache } from 'lru-cache'
import * as z from 'zod'
import { Problem } from '../platform/problem.ts'

/** Seconds. */
export const tokenLifetime = 15 * 60

const issuer = 'tablewright'
const audience = 'tablewright-api'
const algorithm = 'HS256'

const Claims = z.object({ sub: z.uuid(), workspace_id: z.uuid(), sid: z.uuid(), exp: z.int() })

/** Tokens that were checked are known again until they run out: their signature is not worked out for every request. */
const mostKnown = 5_000

/** Who signed in, and which sign-in it was. */
export type SessionActor = { userId: string; workspaceId: string; sessionId: string }

export type AccessTokens = {
  issue(actor: SessionActor): string
  /** Throws `Problem('unauthorized')`: expired is told apart, because signing in again is then all it takes. */
  check(token: string): SessionActor
}

type Key = { keyid: string; key: KeyObject }

/** The id names the key without telling anything about it. */
function toKey(secret: string): Key {
  const keyid = createHash('sha256').update(`key id of ${secret}`).digest('hex').slice(0, 8)
  // A key that is given as text is taken for a certificate first, at every check: that takes longer than all the rest.
  return { keyid, key: createSecretKey(secret, 'utf8') }
}

/**
 * The key id in the token’s head, only believed once the signature holds under that key. Read by hand: every request does
 * this, and the library would parse all of the token twice. Throws for what is no token.
 */
function keyIdOf(token: string): unknown {
  const head: unknown = JSON.parse(Buffer.from(token.slice(0, token.indexOf('.')), 'base64url').toString())
  return (head as { kid?: unknown } | null)?.kid
}

/** Each of the `secrets` has at least 32 characters. The first signs, all are taken. */
export function createAccessTokens(secrets: string[]): AccessTokens {
  const keys = secrets.map(toKey)
  const [newest] = keys
  if (!newest) throw new Error('there is no secret to sign access tokens with')
  const known = new LRUCache<string, { actor: SessionActor; exp: number }>({ max: mostKnown })
  const keyNamed = (id: unknown) => keys.find(({ keyid }) => keyid === id)?.key

  return {
    issue: ({ userId, workspaceId, sessionId }) =>
      jwt.sign({ workspace_id: workspaceId, sid: sessionId }, newest.key, {
        ...{ algorithm, issuer, audience, keyid: newest.keyid },
        subject: userId,
        expiresIn: tokenLifetime,
      }),
    check(token) {
      const before = known.get(token)
      if (before && Date.now() < before.exp * 1000) return before.actor
      try {
        const key = keyNamed(keyIdOf(token))
        if (!key) throw new Error('unknown key')
        const claims = Claims.parse(jwt.verify(token, key, { algorithms: [algorithm], issuer, audience }))
        const actor = { userId: claims.sub, workspaceId: claims.workspace_id, sessionId: claims.sid }
        known.set(token, { actor, exp: claims.exp })
        return actor
      } catch (error) {
        if (error instanceof jwt.TokenExpiredError)
          throw new Problem('unauthorized', 'The sign-in has run out. Refresh it, or sign in again.')
        throw new Problem('unauthorized', 'The access token is not one of this server. Sign in again.')
      }
    },
  }
}
