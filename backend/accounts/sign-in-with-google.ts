// Signs in with Google: the first time it creates the account and its personal workspace.
import type { Session } from '../../shared/contract/schemas.ts'
import type { Sql } from '../platform/database/connect.ts'
import type { AccessTokens } from './access-token.ts'
import type { VerifyGoogle } from './google-identity.ts'
import { startSession } from './start-session.ts'
import { findUser, insertPersonalWorkspace, upsertGoogleUser } from './store.ts'

type Parts = { sql: Sql; tokens: AccessTokens; verifyGoogle: VerifyGoogle }

/**
 * The identity is Google's `sub`, never the e-mail. A password account with the same e-mail stays an account of its
 * own: registering proves nothing about an address, so linking the two would let whoever registered it first read what
 * its owner does later. Throws `Problem('identity_refused')`.
 */
export async function signInWithGoogle(parts: Parts, idToken: string): Promise<Session> {
  const identity = await parts.verifyGoogle(idToken)
  const user = await parts.sql.begin(async (tx) => {
    // Two first sign-ins at once: the second waits here for the first and then finds everything made.
    const id = await upsertGoogleUser(tx, identity)
    await insertPersonalWorkspace(tx, id, identity.name || identity.email)
    return await findUser(tx, id)
  })
  if (!user) throw new Error('the user that was just made is not there')
  return startSession(parts.tokens, user)
}
