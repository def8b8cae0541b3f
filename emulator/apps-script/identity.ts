// The emulator's own identity provider: a signing key, and Google-shaped ID tokens for the person at the sheet.
import { createHash, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto'

export type User = { email: string; name: string; sub: string; locale: string }

/** Signs ID tokens; `certs` is what a verifier fetches: key id to PEM public key. */
export type Identity = { clientId: string; certs: () => Record<string, string>; idToken: (user: User) => string }

/** A user from an e-mail address or a fuller description; the subject stays the same for the same address. */
export function userFrom(user: string | Partial<User> = {}): User {
  const given = typeof user === 'string' ? { email: user } : user
  const email = given.email ?? 'alex.morgan@example.com'
  const digits = BigInt(`0x${createHash('sha256').update(email).digest('hex').slice(0, 16)}`).toString()
  const name = email.split('@')[0]!.replaceAll(/[._]+/g, ' ')
  return { email, name, sub: `1${digits.padStart(20, '0').slice(-20)}`, locale: 'en', ...given }
}

/** An identity provider whose tokens name `clientId` as their audience. The key is made on first use. */
export function createIdentity(clientId: string): Identity {
  let keys: { kid: string; privateKey: KeyObject; publicPem: string } | undefined
  const ready = () => {
    if (keys) return keys
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const publicPem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
    keys = { kid: createHash('sha256').update(publicPem).digest('hex').slice(0, 40), privateKey, publicPem }
    return keys
  }
  return {
    clientId,
    certs: () => ({ [ready().kid]: ready().publicPem }),
    idToken: (user) => {
      const now = Math.floor(Date.now() / 1000)
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
      const claims = {
        iss: 'https://accounts.google.com',
        azp: clientId,
        aud: clientId,
        sub: user.sub,
        email: user.email,
        email_verified: true,
        iat: now,
        exp: now + 3600,
      }
      const body = `${part({ alg: 'RS256', kid: ready().kid, typ: 'JWT' })}.${part(claims)}`
      return `${body}.${createSign('RSA-SHA256').update(body).sign(ready().privateKey, 'base64url')}`
    },
  }
}
