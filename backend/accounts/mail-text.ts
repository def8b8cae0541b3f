// Words of the mails that accounts send: plain, with one link, and nothing that somebody else could have written.
import type { MailMessage } from '../platform/mail/mailer.ts'

type Words = { subject: string; lines: string[]; link?: { label: string; href: string }; after?: string[] }

const ignore = 'If it was not you who asked, ignore this mail: nothing changes.'

const words = {
  verify: (href: string): Words => ({
    subject: 'Confirm your e-mail address',
    lines: ['Someone gave this address for an account at Tablewright. If it was you, confirm it:'],
    link: { label: 'Confirm the address', href },
    after: ['The link works once, for a day.', ignore],
  }),
  reset: (href: string): Words => ({
    subject: 'Set a new password',
    lines: ['Someone asked for a new password for your account at Tablewright. If it was you, set it here:'],
    link: { label: 'Set a new password', href },
    after: ['The link works once, for an hour. A new password ends all sessions and API keys.', ignore],
  }),
  'password-changed': (): Words => ({
    subject: 'Your password was changed',
    lines: [
      'The password of your account at Tablewright was changed, and other sessions were ended.',
      'If it was not you, set a new one at once with “forgot password”.',
    ],
  }),
  'email-changed': (): Words => ({
    subject: 'Your e-mail address was changed',
    lines: [
      'Your account at Tablewright has another e-mail address now; this one does not sign in to it any more.',
      'If it was not you, write to whoever runs your server.',
    ],
  }),
  'google-linked': (): Words => ({
    subject: 'A Google account was linked',
    lines: [
      'A Google account can sign in to your account at Tablewright from now on.',
      'If it was not you, set a new password, and unlink it.',
    ],
  }),
} as const

export type MailKind = keyof typeof words

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
const paragraph = (html: string) => `<p style="font: 16px/1.5 sans-serif; max-width: 36em">${html}</p>`

/** `href` is needed by the kinds that have a link. */
export function writeMail(kind: MailKind, to: string, href = ''): MailMessage {
  const { subject, lines, link, after = [] } = words[kind](href)
  const anchor = link && `<a href="${escaped(link.href)}">${escaped(link.label)}</a>`
  const html = [...lines.map(escaped), ...(anchor ? [anchor] : []), ...after.map(escaped)].map(paragraph).join('\n')
  const text = [...lines, ...(link ? [link.href] : []), ...after].join('\n\n')
  return {
    to,
    subject: `Tablewright: ${subject.toLowerCase()}`,
    text: `${text}\n`,
    html: `<!doctype html>\n<html lang="en"><body>\n${html}\n</body></html>\n`,
  }
}
