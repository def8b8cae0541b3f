// Signs in with Google: the first time it creates the account and its personal workspace.
import type { GoogleBody, Session } from '../../shared/contract/account-schemas.ts'
import { recordAudit } from '../platform/audit/record-audit.ts'
import type { Sql } from '../platform/database/connect.ts'
import type { VerifyGoogle } from './google-identity.ts'
import { type SessionParts, startSession } from './start-session.ts'
import { findUser, insertPersonalWorkspace, upsertGoogleUser } from './store.ts'

type Parts = SessionParts & { sql: Sql; verifyGoogle: VerifyGoogle }

/**
 * The identity is Google's `sub`, never the e-mail. A password account with the same e-mail stays an account of its
 * own: registering proves nothing about an address, so linking the two would let whoever registered it first read what
 * its owner does later. Throws `Problem('identity_refused')`.
 */
export async function signInWithGoogle(parts: Parts, body: GoogleBody, address: string): Promise<Session> {
  const identity = await parts.verifyGoogle(body.id_token)
  return await parts.sql.begin(async (tx) => {
    // Two first sign-ins at once: the second waits here for the first and then finds everything made.
    const { id, is_new } = await upsertGoogleUser(tx, identity)
    await insertPersonalWorkspace(tx, id, identity.name || identity.email)
    const user = await findUser(tx, id)
    if (!user) throw new Error('the user that was just made is not there')
    if (is_new) await recordAudit(tx, { userId: id, workspaceId: user.workspace_id, address }, 'account.create')
    return await startSession(tx, parts, user, { address, refresh: body.refresh ?? true })
  })
}
