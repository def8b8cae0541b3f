// Issues and checks our own short-lived bearer tokens.
import { createHash, createSecretKey } from 'node:crypto'
import jwt from 'jsonwebtoken'
import * as z from 'zod'
import type { Actor } from '../platform/http/actor.ts'
import { Problem } from '../platform/problem.ts'

/** Seconds. */
export const tokenLifetime = 15 * 60

const issuer = 'tablewright'
const audience = 'tablewright-api'
const algorithm = 'HS256'

const Claims = z.object({ sub: z.uuid(), workspace_id: z.uuid() })

export type AccessTokens = {
  issue(actor: Actor): string
  /** Throws `Problem('unauthorized')`: expired is told apart, because signing in again is then all it takes. */
  check(token: string): Actor
}

/** `secret` has at least 32 characters. */
export function createAccessTokens(secret: string): AccessTokens {
  // Names the key without telling anything about it, so that a later key can stand beside it.
  const keyid = createHash('sha256').update(`key id of ${secret}`).digest('hex').slice(0, 8)
  // A key that is given as text is taken for a certificate first, at every check: that takes longer than all the rest.
  const key = createSecretKey(secret, 'utf8')
  return {
    issue: ({ userId, workspaceId }) =>
      jwt.sign({ workspace_id: workspaceId }, key, {
        ...{ algorithm, issuer, audience, keyid },
        subject: userId,
        expiresIn: tokenLifetime,
      }),
    check(token) {
      try {
        const { header, payload } = jwt.verify(token, key, {
          ...{ algorithms: [algorithm], issuer, audience },
          complete: true,
        })
        if (header.kid !== keyid) throw new Error('unknown key')
        const claims = Claims.parse(payload)
        return { userId: claims.sub, workspaceId: claims.workspace_id }
      } catch (error) {
        if (error instanceof jwt.TokenExpiredError)
          throw new Problem('unauthorized', 'The sign-in has run out. Sign in again.')
        throw new Problem('unauthorized', 'The access token is not one of this server. Sign in again.')
      }
    },
  }
}
