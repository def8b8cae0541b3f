// Seals what has to be kept secret at rest and opens it again: A256GCM, with the id of the key beside it.
import type { CompactJWEHeaderParameters } from 'jose'
import { loadSecretKeys, type SecretsConfig } from './secret-keys.ts'

export type SecretBox = {
  /** The text as a compact JWE. `about` names what it belongs to: it opens only for the same. */
  seal(text: string, about?: string): Promise<string>
  /** Throws SecretError. */
  open(sealed: string, about?: string): Promise<string>
  /** Sealed anew under the key that seals now; null when it is so already. Throws SecretError. */
  reseal(sealed: string): Promise<string | null>
  /** Of the key that seals. */
  readonly keyId: string
}

/** What was sealed cannot be opened; says why and what to do, for who runs the server. Holds nothing secret. */
export class SecretError extends Error {
  readonly reason: 'unknown_key' | 'damaged' | 'not_sealed'

  constructor(reason: SecretError['reason'], message: string) {
    super(message)
    this.name = 'SecretError'
    this.reason = reason
  }
}

const algorithm = { alg: 'dir', enc: 'A256GCM' } as const

const damaged = (why: string) =>
  new SecretError('damaged', `A secret in the database can’t be opened: ${why}. It has to be given again.`)

/** Nothing is read from the disk before something is sealed or opened. */
export function createSecretBox(config: SecretsConfig): SecretBox {
  let loaded: ReturnType<typeof loadSecretKeys> | undefined
  const keys = () => {
    loaded ??= loadSecretKeys(config)
    return loaded
  }

  const seal = async (text: string, about?: string): Promise<string> => {
    const { CompactEncrypt } = await import('jose')
    const { id, key } = keys()[0]
    const header = { ...algorithm, kid: id, ...(about === undefined ? {} : { sub: about }) }
    return await new CompactEncrypt(Buffer.from(text, 'utf8')).setProtectedHeader(header).encrypt(key)
  }

  const read = async (sealed: string): Promise<{ text: string; header: CompactJWEHeaderParameters }> => {
    const { compactDecrypt, decodeProtectedHeader } = await import('jose')
    let kid: string | undefined
    try {
      kid = decodeProtectedHeader(sealed).kid
    } catch {
      throw new SecretError(
        'not_sealed',
        'A secret in the database is not sealed at all, or only a part of it is left.',
      )
    }
    const key = keys().find(({ id }) => id === kid)?.key
    if (!key)
      throw new SecretError(
        'unknown_key',
        `A secret in the database was sealed with the key “${String(kid).slice(0, 40)}”, which this server does not have. Add that key to SECRETS_KEY after the first one.`,
      )
    try {
      const { plaintext, protectedHeader } = await compactDecrypt(sealed, key, {
        keyManagementAlgorithms: [algorithm.alg],
        contentEncryptionAlgorithms: [algorithm.enc],
      })
      return { text: Buffer.from(plaintext).toString('utf8'), header: protectedHeader }
    } catch {
      throw damaged(`it was changed, or the key “${kid}” is another one than it was`)
    }
  }

  return {
    seal,
    async open(sealed, about) {
      const { text, header } = await read(sealed)
      if (header.sub !== about) throw damaged('it belongs to something else')
      return text
    },
    async reseal(sealed) {
      const { text, header } = await read(sealed)
      return header.kid === keys()[0].id ? null : await seal(text, header.sub as string | undefined)
    },
    get keyId() {
      return keys()[0].id
    },
  }
}
