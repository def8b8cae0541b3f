// Confirms e-mail addresses by the links that were sent to them.
import { recordAudit } from '../platform/audit/record-audit.ts'
import type { Sql } from '../platform/database/connect.ts'
import type { Actor } from '../platform/http/actor.ts'
import { Problem } from '../platform/problem.ts'
import { getMe } from './get-me.ts'
import { findLink, useLink } from './link-store.ts'
import type { Mails } from './mails.ts'
import { hashToken } from './secret-token.ts'
import { findUser, lockUser, updateUser } from './store.ts'
import { orTaken } from './taken.ts'
import { demandMail, type Tries } from './tries.ts'

export const linkInvalid = () =>
  new Problem('link_invalid', 'It was used before, it has run out, or it is not whole. Ask for a new one.')

/** An address that was waiting becomes the account's. Throws `link_invalid`, `email_taken`, `mail_not_configured`. */
export async function verifyEmail(parts: { sql: Sql; mails: Mails }, token: string, address: string): Promise<void> {
  const { sql, mails } = parts
  mails.demand()
  const hash = hashToken(token)
  await sql.begin(async (tx) => {
    const link = await findLink(tx, 'verify', hash)
    if (!link || !(await lockUser(tx, link.user_id))) throw linkInvalid()
    const user = await findUser(tx, link.user_id)
    if (!user || !(await useLink(tx, link, 'verify', hash))) throw linkInvalid()
    const isNew = user.pending_email === link.email
    if (!isNew && user.email !== link.email) throw linkInvalid()
    const change = isNew ? { email: link.email, pending_email: null } : {}
    await orTaken('email_taken', () => updateUser(tx, user.id, { ...change, email_verified_at: new Date() }))
    await recordAudit(tx, { userId: user.id, workspaceId: user.workspace_id, address }, 'email.verify')
    if (isNew && user.email_verified) await mails.send(tx, { kind: 'email-changed', email: user.email })
  })
}

/** To the address that waits, if one does. Throws `email_verified`, `mail_not_configured`, `too_many_requests`. */
export async function sendVerification(
  { sql, mails, tries }: { sql: Sql; mails: Mails; tries: Tries },
  actor: Actor,
): Promise<void> {
  mails.demand()
  const user = await getMe(sql, actor)
  if (user.pending_email === null && user.email_verified)
    throw new Problem('email_verified', 'There is nothing to confirm.')
  const email = user.pending_email ?? user.email
  await demandMail(tries, email)
  await sql.begin(async (tx) => {
    await recordAudit(tx, actor, 'email.ask')
    await mails.send(tx, { kind: 'verify', email, userId: user.id })
  })
}
