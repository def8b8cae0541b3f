// Sends the mails of accounts as jobs: nobody waits for a mail server, and one that is away is tried again.
import type { Sql, Transaction } from '../platform/database/connect.ts'
import type { Jobs } from '../platform/jobs/jobs.ts'
import { createMailer } from '../platform/mail/mailer.ts'
import { Problem } from '../platform/problem.ts'
import { composeMail, lifetimes, type Mail } from './compose-mail.ts'

export type Mails = {
  /** Throws `mail_not_configured`. */
  demand(): void
  /** In the transaction of the change that it tells of. Does nothing where no mail server is set. */
  send(tx: Transaction | Sql, mail: Mail): Promise<void>
}

export type MailSettings = { smtpUrl: string; from: string; publicUrl: string } | null

/**
 * A mail server that greylists, or is away, is asked again for as long as what the mail is about would last: then nobody waits
 * for it any more.
 */
const queue = 'account-mail'

export function createMails({ sql, jobs, mail: settings }: { sql: Sql; jobs: Jobs; mail: MailSettings }): Mails {
  if (settings) {
    const mailer = createMailer(settings)
    jobs.work<Mail & { until?: string }>(queue, { concurrency: 2 }, async ({ until, ...mail }, { again }) => {
      if (until !== undefined && Date.parse(until) < Date.now()) return
      const composed = await composeMail({ sql, publicUrl: settings.publicUrl, again }, mail)
      if (!composed) return
      try {
        await mailer.send(composed.message)
      } catch (error) {
        await composed.forget()
        throw error
      }
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
      if (!settings) return
      const retrySeconds = mail.kind === 'reset' ? lifetimes.reset : lifetimes.verify
      const until = new Date(Date.now() + retrySeconds * 1000).toISOString()
      await jobs.send(tx, queue, { ...mail, until }, { retrySeconds })
    },
  }
}
