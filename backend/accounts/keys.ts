// Makes, lists and revokes a person's API keys.
import type { ApiKey, KeyBody, NewApiKey } from '../../shared/contract/account-schemas.ts'
import { recordAudit } from '../platform/audit/record-audit.ts'
import type { Sql, Transaction } from '../platform/database/connect.ts'
import type { Actor } from '../platform/http/actor.ts'
import { Problem } from '../platform/problem.ts'
import { demandUser } from './demand-user.ts'
import { insertKey, revokeKey, selectKeys } from './key-store.ts'
import { hashToken, randomToken } from './secret-token.ts'
import { keyPrefix } from './use-key.ts'

const yearMs = 365 * 86_400_000
const hintLength = keyPrefix.length + 4

/** Throws `too_many_keys`. AI clients count too. */
export async function demandRoom(tx: Transaction, actor: Actor, most: number): Promise<void> {
  if ((await selectKeys(tx, actor)).length >= most)
    throw new Problem('too_many_keys', `An account can have ${most}. Revoke one that is not needed any more.`)
}

/** The only time that the key itself is told. Throws `too_many_keys`, and `invalid_request` for an end in the past. */
export async function createKey(
  { sql, keysPerUser }: { sql: Sql; keysPerUser: number },
  actor: Actor,
  body: KeyBody,
): Promise<NewApiKey> {
  const key = `${keyPrefix}${randomToken()}`
  const expiresAt = expiryOf(body)
  const made = await sql.begin(async (tx) => {
    await demandUser(tx, actor.userId)
    await demandRoom(tx, actor, keysPerUser)
    const row = await insertKey(tx, actor, {
      ...{ name: body.name, scopes: [...new Set(body.scopes)], expiresAt },
      ...{ hint: key.slice(0, hintLength), hash: hashToken(key) },
    })
    await recordAudit(tx, actor, 'key.create', { type: 'key', id: row.id })
    return row
  })
  return { ...made, key }
}

/** For who made one and never got to see it. */
export const keyLost = (id: string) =>
  new Problem(
    'already_done',
    `The key was made, but its answer got lost, and a key is shown only once. Revoke it with DELETE /auth/keys/${id} and make another with a new Idempotency-Key.`,
  )

function expiryOf({ expires_at }: KeyBody): string | null {
  if (expires_at === undefined) return new Date(Date.now() + yearMs).toISOString()
  if (expires_at !== null && Date.parse(expires_at) <= Date.now())
    throw new Problem('invalid_request', '“expires_at” is in the past. Choose a later time, or null for none.')
  return expires_at
}

/** All of them fit on one page. */
export async function listKeys(sql: Sql, actor: Actor): Promise<{ items: ApiKey[]; next_cursor: null }> {
  return { items: await selectKeys(sql, actor), next_cursor: null }
}

/** Throws `not_found`. */
export async function deleteKey(sql: Sql, actor: Actor, id: string): Promise<void> {
  await sql.begin(async (tx) => {
    if (!(await revokeKey(tx, actor, id))) throw new Problem('not_found', 'There is no such API key.')
    await recordAudit(tx, actor, 'key.revoke', { type: 'key', id })
  })
}
