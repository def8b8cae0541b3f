// Sends mails through the configured SMTP server.
import type { Transporter } from 'nodemailer'

export type MailConfig = { smtpUrl: string; from: string }

/** `html` says the same as `text`. */
export type MailMessage = { to: string; subject: string; text: string; html: string }

export type Mailer = {
  /** Resolves when the server has taken the mail. Rejects with nodemailer's error, which may name the address. */
  send(message: MailMessage): Promise<void>
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
      await (await transport).sendMail({
        ...{ ...message, from },
        // As an object: what stands in an address is never read as a list of them.
        to: { name: '', address: to },
        // So that holiday notices do not answer.
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    },
  }
}
