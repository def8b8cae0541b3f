// Makes the mail that a job sends, with its link: the token is nowhere but in the mail.
import { recordAudit } from '../platform/audit/record-audit.ts'
import type { Sql } from '../platform/database/connect.ts'
import type { MailMessage } from '../platform/mail/mailer.ts'
import { insertLink, type LinkPurpose } from './link-store.ts'
import { type MailKind, writeMail } from './mail-text.ts'
import { hashToken, randomToken } from './secret-token.ts'
import { findByEmail, findUser } from './store.ts'

/** What the job knows. `address` is where a wish came from. */
export type Mail =
  | { kind: 'verify'; email: string; userId: string }
  | { kind: 'reset'; email: string; address: string }
  | { kind: Exclude<MailKind, LinkPurpose>; email: string }

/** Seconds. */
const lifetimes: Record<LinkPurpose, number> = { verify: 86_400, reset: 3_600 }

/** Where the links lead: see `pages.ts`. */
export const pagePaths: Record<LinkPurpose, string> = { verify: '/verify-email', reset: '/reset-password' }

type Parts = { sql: Sql; publicUrl: string }
type Owner = { workspaceId: string; userId: string; address?: string }

/** Null when there is nothing to send: the account is not there, or nobody wishes it any more. */
export async function composeMail(parts: Parts, mail: Mail): Promise<MailMessage | null> {
  if (mail.kind === 'verify') {
    const user = await findUser(parts.sql, mail.userId)
    const wanted = user?.pending_email === mail.email || (user?.email === mail.email && !user.email_verified)
    if (!user || !wanted) return null
    return await withLink(parts, 'verify', { workspaceId: user.workspace_id, userId: user.id }, mail.email)
  }
  if (mail.kind !== 'reset') return writeMail(mail.kind, mail.email)
  const account = await findByEmail(parts.sql, mail.email)
  if (!account) return null
  const owner = { workspaceId: account.workspace_id, userId: account.id, address: mail.address }
  // To the address as the account has it, not as somebody wrote it.
  return await withLink(parts, 'reset', owner, account.email)
}

async function withLink({ sql, publicUrl }: Parts, purpose: LinkPurpose, owner: Owner, email: string) {
  const token = randomToken()
  await sql.begin(async (tx) => {
    await insertLink(tx, owner, { purpose, hash: hashToken(token), email, lifetime: lifetimes[purpose] })
    if (purpose === 'reset') await recordAudit(tx, owner, 'password.forget')
  })
  return writeMail(purpose, email, `${publicUrl}${pagePaths[purpose]}?token=${token}`)
}
