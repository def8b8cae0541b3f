// Receives the mails that a server under test sends, over real SMTP.
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type ReceivedMail = { to: string[]; from: string; head: string; text: string; html: string }

/** Mailboxes whose name begins with `nobody` are not there. */
export type Mailbox = {
  url: string
  mails: ReceivedMail[]
  /** How many of the next deliveries are refused for the moment. */
  refuse(times: number): void
  /** The newest mail to that address once there are `count` of them. */
  to(address: string, count?: number): Promise<ReceivedMail>
  close(): Promise<void>
}

/** Undoes the quoted-printable or base64 of one part. */
function decoded(part: string): string {
  const [head = '', ...rest] = part.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  if (/content-transfer-encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString()
  if (!/content-transfer-encoding: quoted-printable/i.test(head)) return body
  const bytes = body
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}

function parse(source: string): Pick<ReceivedMail, 'head' | 'text' | 'html'> {
  const [head = ''] = source.split('\r\n\r\n')
  const boundary = /boundary="([^"]+)"/.exec(head)?.[1] ?? ''
  const parts = source.split(`--${boundary}`).slice(1)
  const part = (type: string) =>
    decoded((parts.find((text) => text.includes(`Content-Type: ${type}`)) ?? '').trimStart())
  return { head, text: part('text/plain'), html: part('text/html') }
}

export async function openMailbox(): Promise<Mailbox> {
  const mails: ReceivedMail[] = []
  let refusals = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, callback) {
      const unknown = Object.assign(new Error(`${address} is not here`), { responseCode: 550 })
      callback(address.startsWith('nobody') ? unknown : null)
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (refusals > 0) {
          refusals--
          callback(Object.assign(new Error('Come back later'), { responseCode: 451 }))
          return
        }
        const { mailFrom, rcptTo } = session.envelope
        const to = rcptTo.map(({ address }) => address)
        mails.push({ to, from: mailFrom ? mailFrom.address : '', ...parse(Buffer.concat(chunks).toString('latin1')) })
        callback()
      })
    },
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve())
  })
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refuse(times) {
      refusals = times
    },
    async to(address, count = 1) {
      for (;;) {
        const found = mails.filter(({ to }) => to.includes(address))
        const newest = found.at(-1)
        if (newest && found.length >= count) return newest
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
