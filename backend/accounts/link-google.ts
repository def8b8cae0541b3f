// Lets a Google account sign in to an account that is there, or stops it; only for somebody who is signed in to it.
import type { User } from '../../shared/contract/account-schemas.ts'
import { recordAudit } from '../platform/audit/record-audit.ts'
import type { Sql } from '../platform/database/connect.ts'
import type { Actor } from '../platform/http/actor.ts'
import { Problem } from '../platform/problem.ts'
import { demandUser } from './demand-user.ts'
import { getMe } from './get-me.ts'
import type { VerifyGoogle } from './google-identity.ts'
import type { Mails } from './mails.ts'
import { findGoogleSub, updateUser } from './store.ts'
import { orTaken } from './taken.ts'

type Parts = { sql: Sql; verifyGoogle: VerifyGoogle; mails: Mails }

/**
 * Both are shown by tokens of their own: the session, and Google's for the account to link. E-mails play no part. Throws
 * `identity_refused`, `google_taken`, `google_linked`.
 */
export async function linkGoogle({ sql, verifyGoogle, mails }: Parts, actor: Actor, idToken: string): Promise<User> {
  const { sub, email } = await verifyGoogle(idToken)
  return await sql.begin(async (tx) => {
    await demandUser(tx, actor.userId)
    const linked = await findGoogleSub(tx, actor.userId)
    if (linked === sub) return await getMe(tx, actor)
    if (linked !== undefined)
      throw new Problem('google_linked', 'An account can have one. Unlink that one first, then link this.')
    const user = await getMe(tx, actor)
    // Google has verified it: as good as a link of ours.
    const confirmed = email.toLowerCase() === user.email.toLowerCase() ? { email_verified_at: new Date() } : {}
    await orTaken('google_taken', () =>
      updateUser(tx, actor.userId, { ...confirmed, google_sub: sub, google_email: email }),
    )
    await recordAudit(tx, actor, 'identity.link')
    if (user.email_verified) await mails.send(tx, { kind: 'google-linked', email: user.email })
    return await getMe(tx, actor)
  })
}

/** Throws `not_found` when none is linked, and `password_missing` where nobody could sign in any more. */
export async function unlinkGoogle(sql: Sql, actor: Actor): Promise<void> {
  await sql.begin(async (tx) => {
    await demandUser(tx, actor.userId)
    const { has_password, google_email } = await getMe(tx, actor)
    if (google_email === null) throw new Problem('not_found', 'No Google account is linked to this account.')
    if (!has_password)
      throw new Problem('password_missing', 'Without Google nobody could sign in to it. Set a password first.')
    await updateUser(tx, actor.userId, { google_sub: null, google_email: null })
    await recordAudit(tx, actor, 'identity.unlink')
  })
}
