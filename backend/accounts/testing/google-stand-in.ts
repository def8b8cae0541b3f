// Stands for Google where identity tokens are signed and its keys are published.
import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import jwt from 'jsonwebtoken'

export type GoogleStandIn = {
  /** For the server under test. */
  env: Record<string, string>
  /** An identity token of Ada's, but for what `claims` say; signed by Google unless told otherwise. */
  token(claims?: Record<string, unknown>, key?: KeyObject): string
  close(): void
}

const audience = 'client-1.apps.googleusercontent.com'

export async function startGoogleStandIn(): Promise<GoogleStandIn> {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const server = createServer((_req, res) => {
    res.setHeader('content-type', 'application/json')
    res.end(JSON.stringify({ 'key-1': keys.publicKey.export({ type: 'spki', format: 'pem' }) }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    env: { GOOGLE_AUDIENCES: `other, ${audience}`, GOOGLE_CERTS_URL: `http://127.0.0.1:${port}/certs` },
    token(claims = {}, key = keys.privateKey) {
      const now = Math.floor(Date.now() / 1000)
      const standard = { iss: 'https://accounts.google.com', aud: audience, sub: '1001', iat: now, exp: now + 3600 }
      const person = { email: 'ada@example.com', email_verified: true, name: 'Ada' }
      return jwt.sign({ ...standard, ...person, ...claims }, key, { algorithm: 'RS256', keyid: 'key-1' })
    },
    close: () => server.close(),
  }
}
