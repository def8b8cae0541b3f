// Sends mails through the configured SMTP server.
import type { Transporter } from 'nodemailer'

export type MailConfig = { smtpUrl: string; from: string }

/** `html` says the same as `text`. */
export type MailMessage = { to: string; subject: string; text: string; html: string }

export type Mailer = {
  /**
   * Resolves when the server has taken the mail, to false when it never will. Rejects when it may be tried again, with an
   * error that does not name the address.
   */
  send(message: MailMessage): Promise<boolean>
}

const connectMs = 10_000
const answerMs = 30_000

export function createMailer({ smtpUrl, from }: MailConfig): Mailer {
  let transport: Promise<Transporter> | undefined
  const open = async () => {
    // Loaded when the first mail is sent: the start does not wait for it.
    const { createTransport } = await import('nodemailer')
    return createTransport({
      url: smtpUrl,
      ...{ connectionTimeout: connectMs, greetingTimeout: connectMs, socketTimeout: answerMs },
      ...{ disableFileAccess: true, disableUrlAccess: true },
    })
  }
  return {
    async send({ to, ...message }) {
      transport ??= open()
      const mail = {
        ...{ ...message, from },
        // As an object: what stands in an address is never read as a list of them.
        to: { name: '', address: to },
        // So that holiday notices do not answer.
        headers: { 'Auto-Submitted': 'auto-generated' },
      }
      try {
        await (await transport).sendMail(mail)
        return true
      } catch (error) {
        const { code = 'unknown', responseCode = 0 } = error as { code?: string; responseCode?: number }
        // No such mailbox, or refused for what it says: asking again would only annoy the server.
        if ((code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode >= 500) return false
        throw new Error(`the mail server did not take a mail (${code}, ${responseCode})`)
      }
    },
  }
}
