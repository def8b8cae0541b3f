// Identity tokens of the local OAuth server: one signing key for each client that asks for them.
import { createPublicKey } from 'node:crypto'
import { createIdentity, type Identity, userFrom } from '../../apps-script/identity.ts'
import type { Grant } from './tokens.ts'

export type Identities = {
  idToken: (grant: Grant) => string
  /** Key id to PEM, and the same keys as a JWK set. */
  certs: () => Record<string, string>
  keys: () => { keys: object[] }
}

export function newIdentities(): Identities {
  const byClient = new Map<string, Identity>()
  const certs = () => Object.assign({}, ...[...byClient.values()].map((one) => one.certs())) as Record<string, string>
  return {
    idToken: ({ client, user }) => {
      const identity = byClient.get(client) ?? createIdentity(client)
      byClient.set(client, identity)
      return identity.idToken(userFrom(user))
    },
    certs,
    keys: () => ({
      keys: Object.entries(certs()).map(([kid, pem]) => ({
        ...createPublicKey(pem).export({ format: 'jwk' }),
        kid,
        alg: 'RS256',
        use: 'sig',
      })),
    }),
  }
}
