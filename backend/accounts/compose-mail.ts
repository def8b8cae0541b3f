// Makes the mail that a job sends, with its link: the token is nowhere but in the mail.
import { recordAudit } from '../platform/audit/record-audit.ts'
import type { Sql } from '../platform/database/connect.ts'
import type { MailMessage } from '../platform/mail/mailer.ts'
import { deleteLink, insertLink, type LinkPurpose } from './link-store.ts'
import { type MailKind, writeMail } from './mail-text.ts'
import { hashToken, randomToken } from './secret-token.ts'
import { findByEmail, findUser } from './store.ts'

/** What the job knows. `address` is where a wish came from. */
export type Mail =
  | { kind: 'verify'; email: string; userId: string }
  | { kind: 'reset'; email: string; address: string }
  | { kind: Exclude<MailKind, LinkPurpose>; email: string }

/** Seconds, from when the mail is sent. */
export const lifetimes: Record<LinkPurpose, number> = { verify: 86_400, reset: 3_600 }

/** Where the links lead: see `pages.ts`. */
export const pagePaths: Record<LinkPurpose, string> = { verify: '/verify-email', reset: '/reset-password' }

/** `again` when the mail was tried before: the wish stands in the audit log already. */
type Parts = { sql: Sql; publicUrl: string; again: boolean }
/** `forget` takes back the link of a mail that did not go out. */
export type ComposedMail = { message: MailMessage; forget(): Promise<void> }
type Owner = { workspaceId: string; userId: string; address?: string }

/** Null when there is nothing to send: the account is not there, or nobody wishes it any more. */
export async function composeMail(parts: Parts, mail: Mail): Promise<ComposedMail | null> {
  if (mail.kind === 'verify') {
    const user = await findUser(parts.sql, mail.userId)
    const wanted = user?.pending_email === mail.email || (user?.email === mail.email && !user.email_verified)
    if (!user || !wanted) return null
    return await withLink(parts, 'verify', { workspaceId: user.workspace_id, userId: user.id }, mail.email)
  }
  if (mail.kind !== 'reset') return { message: writeMail(mail.kind, mail.email), forget: async () => {} }
  const account = await findByEmail(parts.sql, mail.email)
  if (!account) return null
  const owner = { workspaceId: account.workspace_id, userId: account.id, address: mail.address }
  // To the address as the account has it, not as somebody wrote it.
  return await withLink(parts, 'reset', owner, account.email)
}

async function withLink({ sql, publicUrl, again }: Parts, purpose: LinkPurpose, owner: Owner, email: string) {
  const token = randomToken()
  const hash = hashToken(token)
  await sql.begin(async (tx) => {
    await insertLink(tx, owner, { purpose, hash, email, lifetime: lifetimes[purpose] })
    if (purpose === 'reset' && !again) await recordAudit(tx, owner, 'password.forget')
  })
  const message = writeMail(purpose, email, `${publicUrl}${pagePaths[purpose]}?token=${token}`)
  return { message, forget: () => deleteLink(sql, owner, hash) }
}
