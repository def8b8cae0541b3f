// Reads the Idempotency-Key of a request, and what makes another request with that key a different one.
import { createHash, type Hash } from 'node:crypto'
import type { Request } from 'express'
import { limits } from '../../../shared/contract/limits.ts'
import type { Operation } from '../../../shared/contract/operation.ts'
import { isOpen, type OperationName, routes } from '../../../shared/contract/routes.ts'
import { Problem } from '../problem.ts'
import type { UploadedBytes } from './body.ts'

/**
 * Whether the server keeps the answers of an operation by the key. Open ones are nobody's yet, and what they answer lets
 * one in; replies that stream have a way of their own.
 */
export const keepsAnswers = (name: OperationName, operation: Operation): boolean =>
  routes[name].method !== 'GET' && !isOpen(name) && !operation.stream

/** Null without one. Throws `invalid_request` for one that is too long. */
export function idempotencyKeyOf(req: Request): string | null {
  const key = req.get('idempotency-key')?.trim()
  if (!key) return null
  if (key.length <= limits.keyCharacters) return key
  throw new Problem(
    'invalid_request',
    `Idempotency-Key may have ${limits.keyCharacters} characters. Send a shorter one.`,
  )
}

/** The upload with its bytes counted into a digest while they are read; null until the last one was. */
export function hashed(upload: UploadedBytes): { upload: UploadedBytes; digest(): Buffer | null } {
  const hash: Hash = createHash('sha256')
  let whole = false
  async function* read() {
    for await (const chunk of upload.chunks) {
      hash.update(chunk)
      yield chunk
    }
    whole = true
  }
  return { upload: { ...upload, chunks: read() }, digest: () => (whole ? hash.digest() : null) }
}

/** The digest of all the bytes. Throws `Problem('file_too_large')`. */
export async function hashAll(upload: UploadedBytes): Promise<Buffer> {
  const { upload: read, digest } = hashed(upload)
  for await (const _ of read.chunks);
  return digest() ?? Buffer.alloc(0)
}
