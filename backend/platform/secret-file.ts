// Keeps a secret that nobody configured in a file that only its owner can read.
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** The secret in the file, made on the first call: 48 random bytes in base64url. */
export function keptSecret(path: string): string {
  mkdirSync(dirname(path), { recursive: true })
  try {
    const secret = randomBytes(48).toString('base64url')
    // `wx` fails when the file is there: of two processes that start at once, the second reads what the first wrote.
    writeFileSync(path, secret, { mode: 0o600, flag: 'wx' })
    return secret
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return readFileSync(path, 'utf8').trim()
  }
}
