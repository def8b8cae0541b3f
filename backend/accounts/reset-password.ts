// Sets a new password for somebody who has forgotten the old one, by a link that was sent to their address.
import type { ResetBody } from '../../shared/contract/account-schemas.ts'
import { recordAudit } from '../platform/audit/record-audit.ts'
import type { Sql } from '../platform/database/connect.ts'
import { revokeKeys } from './key-store.ts'
import { findLink, useLink } from './link-store.ts'
import type { Mails } from './mails.ts'
import { demandGoodPassword, type Passwords } from './password.ts'
import { hashToken } from './secret-token.ts'
import { deleteSessions } from './session-store.ts'
import { findUser, lockUser, updateUser } from './store.ts'
import type { Tries } from './tries.ts'
import { linkInvalid } from './verify-email.ts'

type Parts = { sql: Sql; passwords: Passwords; mails: Mails; tries: Tries }

/**
 * Only leaves the wish: whether the address has an account is found out when the mail is made, so the answer is the same
 * and takes as long. An address that had several mails within the hour gets no more; it has working links. Throws `mail_not_configured`, `too_many_requests`.
 */
export async function forgotPassword({ sql, mails, tries }: Parts, email: string, address: string): Promise<void> {
  mails.demand()
  await tries.takeMailRequest(address)
  if (await tries.takeMail('reset', email)) await mails.send(sql, { kind: 'reset', email, address })
}

/**
 * Whoever opens the link owns the address, and whoever else was in the account is out: all sessions and API keys end. An
 * address that nobody had confirmed until now may have been registered by a stranger, so a Google account that was linked
 * before goes too. Throws `link_invalid`, `password_weak`, `invalid_request`, `mail_not_configured`.
 */
export async function resetPassword(parts: Parts, { token, password }: ResetBody, address: string): Promise<void> {
  const { sql, mails, tries } = parts
  mails.demand()
  const hash = hashToken(token)
  const found = await findLink(sql, 'reset', hash)
  const owner = found && (await findUser(sql, found.user_id))
  if (!owner) throw linkInvalid()
  // Before the link is used: a password that is refused leaves it as it was.
  await demandGoodPassword(password, owner)
  const passwordHash = await parts.passwords.hash(password)
  await sql.begin(async (tx) => {
    if (!(await lockUser(tx, owner.id))) throw linkInvalid()
    const user = await findUser(tx, owner.id)
    const used = await useLink(tx, found, 'reset', hash)
    if (!user || !used || user.email !== found.email) throw linkInvalid()
    await updateUser(tx, user.id, {
      ...{ password_hash: passwordHash, pending_email: null },
      ...(user.email_verified ? {} : { email_verified_at: new Date(), google_sub: null, google_email: null }),
    })
    const actor = { userId: user.id, workspaceId: user.workspace_id, address }
    await deleteSessions(tx, actor, null)
    await revokeKeys(tx, actor)
    await recordAudit(tx, actor, 'password.reset')
    await mails.send(tx, { kind: 'password-changed', email: user.email })
  })
  await tries.clear(address, owner.email)
}
