// Sends the mails of accounts as jobs: nobody waits for a mail server, and one that is away is tried again.
import type { Sql, Transaction } from '../platform/database/connect.ts'
import type { Jobs } from '../platform/jobs/jobs.ts'
import { createMailer, type MailMessage } from '../platform/mail/mailer.ts'
import { Problem } from '../platform/problem.ts'
import { insertLink, type LinkPurpose } from './link-store.ts'
import { type MailKind, writeMail } from './mail-text.ts'
import { hashToken, randomToken } from './secret-token.ts'
import { findByEmail, findUser } from './store.ts'
import type { Tries } from './tries.ts'

export type { LinkPurpose }

/** What the job knows. The link is made when the mail is: its token is nowhere but in the mail. */
export type Mail =
  | { kind: 'verify'; email: string; userId: string }
  | { kind: 'reset'; email: string }
  | { kind: Exclude<MailKind, LinkPurpose>; email: string }

export type Mails = {
  /** Throws `mail_not_configured`. */
  demand(): void
  /** In the transaction of the change that it tells of. Does nothing where no mail server is set. */
  send(tx: Transaction | Sql, mail: Mail): Promise<void>
}

export type MailSettings = { smtpUrl: string; from: string; publicUrl: string } | null

/** Seconds. */
const lifetimes: Record<LinkPurpose, number> = { verify: 86_400, reset: 3_600 }

/** Where the links lead: see `pages.ts`. */
export const pagePaths: Record<LinkPurpose, string> = { verify: '/verify-email', reset: '/reset-password' }

const queue = 'account-mail'

export function createMails(parts: { sql: Sql; jobs: Jobs; tries: Tries; mail: MailSettings }): Mails {
  const { sql, jobs, tries, mail: settings } = parts
  if (settings) {
    const mailer = createMailer(settings)
    const makeLink = async (purpose: LinkPurpose, owner: { workspaceId: string; userId: string }, email: string) => {
      const token = randomToken()
      await insertLink(sql, owner, { purpose, hash: hashToken(token), email, lifetime: lifetimes[purpose] })
      return `${settings.publicUrl}${pagePaths[purpose]}?token=${token}`
    }
    /** Null when there is nothing to send: the account or the wish is gone, or the address had enough. */
    const messageOf = async (mail: Mail): Promise<MailMessage | null> => {
      if (mail.kind === 'verify') {
        const user = await findUser(sql, mail.userId)
        const wanted = user?.pending_email === mail.email || (user?.email === mail.email && !user.email_verified)
        if (!user || !wanted) return null
        const owner = { workspaceId: user.workspace_id, userId: user.id }
        return writeMail('verify', mail.email, await makeLink('verify', owner, mail.email))
      }
      if (mail.kind !== 'reset') return writeMail(mail.kind, mail.email)
      const account = await findByEmail(sql, mail.email)
      if (!account || !(await tries.takeMail('reset', account.email))) return null
      const owner = { workspaceId: account.workspace_id, userId: account.id }
      // To the address as the account has it, not as somebody wrote it.
      return writeMail('reset', account.email, await makeLink('reset', owner, account.email))
    }
    jobs.work<Mail>(queue, { concurrency: 2 }, async (mail) => {
      const message = await messageOf(mail)
      if (message) await mailer.send(message)
    })
  }
  return {
    demand() {
      if (!settings)
        throw new Problem(
          'mail_not_configured',
          'It needs a mail, and no mail server is set here. Ask whoever runs this server to set SMTP_URL.',
        )
    },
    async send(tx, mail) {
      if (settings) await jobs.send(tx, queue, mail)
    },
  }
}
