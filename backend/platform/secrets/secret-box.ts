// Seals what has to be kept secret at rest and opens it again: A256GCM, with the id of the key beside it.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
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

/** Of RFC 7516. What is sealed is a compact JWE that any library reads; Node's own cipher makes it six times faster. */
type Header = { alg?: unknown; enc?: unknown; kid?: string; sub?: string; zip?: unknown; crit?: unknown }

const algorithm = { alg: 'dir', enc: 'A256GCM' } as const
const cipher = 'aes-256-gcm'
const [ivBytes, tagBytes] = [12, 16]

const isOurs = ({ alg, enc, zip, crit }: Header) =>
  alg === algorithm.alg && enc === algorithm.enc && zip === undefined && crit === undefined

/** Null for what is no compact JWE. */
function splitSealed(sealed: string) {
  const [head = '', wrapped = '', iv = '', body = '', tag, ...more] = sealed.split('.')
  if (tag === undefined || more.length > 0) return null
  const bytes = (part: string) => Buffer.from(part, 'base64url')
  try {
    const header: Header | null = JSON.parse(bytes(head).toString())
    return header && typeof header === 'object' ? { head, header, wrapped, iv: bytes(iv), body, tag: bytes(tag) } : null
  } catch {
    return null
  }
}

function decrypt(
  { head, header, wrapped, iv, body, tag }: NonNullable<ReturnType<typeof splitSealed>>,
  key: Uint8Array,
) {
  if (!isOurs(header) || wrapped !== '' || iv.length !== ivBytes || tag.length !== tagBytes)
    throw new Error('It is another format.')
  const opening = createDecipheriv(cipher, key, iv, { authTagLength: tagBytes })
    .setAAD(Buffer.from(head))
    .setAuthTag(tag)
  return opening.update(body, 'base64url', 'utf8') + opening.final('utf8')
}

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
    const { id, key } = keys()[0]
    const header: Header = { ...algorithm, kid: id, ...(about === undefined ? {} : { sub: about }) }
    const head = Buffer.from(JSON.stringify(header)).toString('base64url')
    const iv = randomBytes(ivBytes)
    const sealing = createCipheriv(cipher, key, iv, { authTagLength: tagBytes }).setAAD(Buffer.from(head))
    const body = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()])
    const tag = sealing.getAuthTag()
    return [head, '', ...[iv, body, tag].map((part) => part.toString('base64url'))].join('.')
  }

  const read = async (sealed: string): Promise<{ text: string; header: Header }> => {
    const parts = splitSealed(sealed)
    if (!parts)
      throw new SecretError(
        'not_sealed',
        'A secret in the database is not sealed at all, or only a part of it is left.',
      )
    const { kid } = parts.header
    const key = keys().find(({ id }) => id === kid)?.key
    if (!key)
      throw new SecretError(
        'unknown_key',
        `A secret in the database was sealed with the key “${String(kid).slice(0, 40)}”, which this server does not have. Add that key to SECRETS_KEY after the first one.`,
      )
    try {
      return { text: decrypt(parts, key), header: parts.header }
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
      return header.kid === keys()[0].id ? null : await seal(text, header.sub)
    },
    get keyId() {
      return keys()[0].id
    },
  }
}
