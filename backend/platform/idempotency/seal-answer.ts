// Makes kept answers unreadable for whoever reads the table: they hold people's texts, and secrets that are shown once.
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'

const algorithm = 'aes-256-gcm'
const ivBytes = 12
const tagBytes = 16

export type AnswerSeal = {
  seal(owner: string, text: string): Buffer
  /** Null when it was sealed with a secret that the server does not have any more. */
  open(owner: string, sealed: Buffer): string | null
}

/** The SHA-256 of texts, told apart by their lengths. */
export function digestOf(...parts: string[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length}:`).update(part)
  return hash.digest()
}

/**
 * Each answer has a key of its own, made from the server's secret and from `owner`: the Idempotency-Key and whose it is.
 * The table has neither. The first of `secrets` seals, all of them open.
 */
export function createAnswerSeal(secrets: string[]): AnswerSeal {
  const keyOf = (secret: string, owner: string) =>
    createHmac('sha256', secret).update('kept answer\n').update(owner).digest()
  const [first = ''] = secrets
  return {
    seal(owner, text) {
      // That there was nothing is told by the status.
      if (text === '') return Buffer.alloc(0)
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv(algorithm, keyOf(first, owner), iv)
      return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
    },
    open(owner, sealed) {
      if (sealed.length === 0) return ''
      for (const secret of secrets) {
        try {
          const decipher = createDecipheriv(algorithm, keyOf(secret, owner), sealed.subarray(0, ivBytes))
          decipher.setAuthTag(sealed.subarray(-tagBytes))
          const text = decipher.update(sealed.subarray(ivBytes, -tagBytes))
          return Buffer.concat([text, decipher.final()]).toString('utf8')
        } catch {
          // Sealed with another secret.
        }
      }
      return null
    },
  }
}
