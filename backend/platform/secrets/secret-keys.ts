// Reads the keys that secrets are sealed with: from the configuration, or from the file that keeps one nobody configured.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { keptSecret } from '../secret-file.ts'

/** `key` has the 32 bytes of A256GCM; `id` stands in clear in what it sealed. */
export type SecretKey = { id: string; key: Uint8Array }

export type SecretsConfig = {
  /** As configured: the first seals, all open. Empty when nobody configured any. */
  keys: SecretKey[]
  /** Where the key is kept, or was kept before one was configured. */
  keptFile: string
}

/** Reads `id:base64,id:base64`; null when it is anything else, or names two keys alike. */
export function readSecretKeys(text: string): SecretKey[] | null {
  const keys: SecretKey[] = []
  for (const item of text.split(',')) {
    const [, id, encoded] = /^([\w-]{1,40}):([\w+/-]{43}=?)$/.exec(item.trim()) ?? []
    if (!id || !encoded || keys.some((key) => key.id === id)) return null
    keys.push({ id, key: new Uint8Array(Buffer.from(encoded, 'base64')) })
  }
  return keys
}

/**
 * All keys that open, the sealing one first. Without a configured key it makes one and keeps it; a kept one goes on
 * opening what it sealed after others were configured.
 */
export function loadSecretKeys({ keys, keptFile }: SecretsConfig): [SecretKey, ...SecretKey[]] {
  const [first, ...others] = keys
  if (!first) return [keptKey(keptFile)]
  return existsSync(keptFile) ? [first, ...others, keptKey(keptFile)] : [first, ...others]
}

function keptKey(path: string): SecretKey {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  const secret = keptSecret(path)
  // Two replicas with folders of their own have two such keys: the name tells them apart.
  return {
    id: `kept-${digest(`key id of ${secret}`).toString('hex').slice(0, 8)}`,
    key: new Uint8Array(digest(secret)),
  }
}
