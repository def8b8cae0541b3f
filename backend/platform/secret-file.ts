// Keeps a secret that nobody configured in a file that only its owner can read.
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { writeOnce } from './write-once.ts'

/** The secret in the file, made on the first call: 48 random bytes in base64url. */
export function keptSecret(path: string): string {
  mkdirSync(dirname(path), { recursive: true })
  writeOnce(path, randomBytes(48).toString('base64url'))
  return readFileSync(path, 'utf8').trim()
}
