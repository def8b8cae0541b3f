// Registers AI clients without keeping them: a client's id is its registration, signed.
import { createHmac, timingSafeEqual } from 'node:crypto'
import * as z from 'zod'
import { cleanText } from '../../platform/clean-text.ts'
import { OAuthError } from './oauth-error.ts'

const Client = z.object({ name: z.string(), redirect_uris: z.array(z.string()) })
export type Client = z.infer<typeof Client>

const Registration = z.object({
  redirect_uris: z.array(z.string().max(300)).min(1).max(5),
  client_name: z.string().max(1000).optional(),
})

/** Schemes that a browser acts on itself, or that would carry the code in clear through a network. */
const unsafeSchemes =
  /^(?:http|ftp|ws|wss|javascript|data|vbscript|file|blob|about|view-source|mailto|tel|sms|intent):$/
const loopbackHosts = ['localhost', '127.0.0.1', '[::1]']

const isLoopback = (url: URL) => url.protocol === 'http:' && loopbackHosts.includes(url.hostname)

function isSafe(uri: string): boolean {
  if (!URL.canParse(uri)) return false
  const url = new URL(uri)
  if (url.hash !== '' || url.username !== '' || url.password !== '') return false
  return isLoopback(url) || !unsafeSchemes.test(url.protocol)
}

/** Letter by letter; programs on the person's machine may come with any port (RFC 8252). */
export function isRegistered({ redirect_uris }: Client, uri: string): boolean {
  if (redirect_uris.includes(uri)) return true
  if (!isSafe(uri) || !isLoopback(new URL(uri))) return false
  const portless = (text: string) => {
    const url = new URL(text)
    url.port = ''
    return url.href
  }
  return redirect_uris.some((known) => isLoopback(new URL(known)) && portless(known) === portless(uri))
}

export type ClientIds = {
  /** Throws OAuthError with what is wrong with the registration. */
  register(body: unknown): Client & { id: string }
  /** Null for an id that this server has not given out. */
  read(id: string): Client | null
}

/** `secrets`: the first signs, all are accepted. */
export function createClientIds(secrets: string[]): ClientIds {
  const sign = (secret: string, payload: string) =>
    createHmac('sha256', secret).update(`oauth client ${payload}`).digest().subarray(0, 16)
  return {
    register(body) {
      const parsed = Registration.safeParse(body)
      if (!parsed.success)
        throw new OAuthError('invalid_client_metadata', 'Send 1 to 5 redirect_uris of at most 300 characters.')
      const { redirect_uris, client_name = '' } = parsed.data
      const bad = redirect_uris.find((uri) => !isSafe(uri))
      if (bad !== undefined)
        throw new OAuthError(
          'invalid_redirect_uri',
          'A redirect address has to be https, http on this very machine, or a scheme of the program’s own.',
        )
      const name = cleanText(client_name).replaceAll(/\s+/g, ' ').trim().slice(0, 60) || 'AI client'
      const client = { name, redirect_uris }
      const payload = Buffer.from(JSON.stringify(client)).toString('base64url')
      const signature = sign(secrets[0] ?? '', payload).toString('base64url')
      return { ...client, id: `${payload}.${signature}` }
    },
    read(id) {
      const [payload = '', text = ''] = id.split('.')
      const signature = Buffer.from(text, 'base64url')
      const known = secrets.some((secret) => {
        const right = sign(secret, payload)
        return right.length === signature.length && timingSafeEqual(right, signature)
      })
      if (!known) return null
      return Client.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')))
    },
  }
}
