// What AI clients are given for a person: short-lived access tokens, and refresh tokens that are each good for one time.
import type { Scope } from '../../shared/contract/scopes.ts'
import { recordAudit } from '../platform/audit/record-audit.ts'
import type { Sql, Transaction } from '../platform/database/connect.ts'
import type { Actor } from '../platform/http/actor.ts'
import { demandUser } from './demand-user.ts'
import {
  findRefresh,
  type GrantKey,
  type GrantRow,
  insertGrant,
  insertToken,
  lockGrant,
  type NewGrant,
  useRefresh,
} from './grant-store.ts'
import { revokeKey } from './key-store.ts'
import { demandRoom } from './keys.ts'
import { derivedToken, hashToken, randomToken } from './secret-token.ts'
import { accessPrefix, refreshPrefix } from './use-key.ts'

/** Seconds. */
const accessLifetime = 3_600

/**
 * An answer that got lost is asked for again within that many milliseconds, and clients with several windows refresh in
 * all of them at once. OAuth knows no Idempotency-Key by which to tell them from somebody else.
 */
const repeatMs = 30_000

/** `refreshLifetime` in seconds; `secret` makes what only this server can make again. */
type Parts = { sql: Sql; refreshLifetime: number; secret: string; keysPerUser: number }

/** `expires_in` in seconds. */
export type Tokens = { access_token: string; expires_in: number; refresh_token: string; scopes: Scope[] }

async function giveTokens(tx: Transaction, grant: GrantKey, scopes: Scope[], refresh_token: string): Promise<Tokens> {
  const access_token = `${accessPrefix}${randomToken()}`
  await insertToken(tx, grant, { kind: 'access', hash: hashToken(access_token), scopes, lifetime: accessLifetime })
  return { access_token, expires_in: accessLifetime, refresh_token, scopes }
}

/** A row of its own among the person's keys, for a code that was good. Throws `too_many_keys`. */
export async function grantClient(
  { sql, refreshLifetime: lifetime, keysPerUser }: Parts,
  actor: Actor,
  { code, ...client }: Pick<NewGrant, 'name' | 'clientHash' | 'resource' | 'scopes'> & { code: string },
): Promise<Tokens> {
  return await sql.begin(async (tx) => {
    await demandUser(tx, actor.userId)
    await demandRoom(tx, actor, keysPerUser)
    const keyId = await insertGrant(tx, actor, { ...client, hint: accessPrefix, lifetime })
    await recordAudit(tx, actor, 'key.create', { type: 'key', id: keyId })
    const grant = { workspaceId: actor.workspaceId, keyId }
    await insertToken(tx, grant, { kind: 'code', hash: hashToken(code), lifetime })
    const refresh = `${refreshPrefix}${randomToken()}`
    await insertToken(tx, grant, { kind: 'refresh', hash: hashToken(refresh), lifetime })
    return await giveTokens(tx, grant, client.scopes, refresh)
  })
}

/** Who shows a token: it is good for the client and the address that it was made for only. */
export type Shown = { token: string; clientHash: Buffer; resource: string; address: string | undefined }

async function endGrant(tx: Transaction, row: GrantRow, address: string | undefined): Promise<void> {
  const owner = { workspaceId: row.workspace_id, userId: row.user_id }
  await revokeKey(tx, owner, row.id)
  const actor = { ...owner, ...(address === undefined ? {} : { address }) }
  await recordAudit(tx, actor, 'key.revoke', { type: 'key', id: row.id })
}

/**
 * The next tokens for a refresh token; `wanted` are the scopes of the access token, all of the grant's when undefined.
 * Null when the token is not good any more. One that comes again later than a moment after its first use means that two
 * hold it: the grant ends for both. Within that moment it gives the same refresh token as the first time, as long as that
 * one was not used: there is still one line of tokens, so that theft shows. `beyond` says that more was wanted than agreed to.
 */
export async function refreshGrant(
  { sql, refreshLifetime: lifetime, secret }: Parts,
  { token, clientHash, resource, address }: Shown,
  wanted: Scope[] | undefined,
): Promise<Tokens | 'beyond' | null> {
  const hash = hashToken(token)
  return await sql.begin(async (tx) => {
    const row = await lockGrant(tx, hash)
    if (!row?.client_hash.equals(clientHash) || row.resource !== resource) return null
    const grant = { workspaceId: row.workspace_id, keyId: row.id }
    const state = await findRefresh(tx, grant, hash)
    if (!state || state.expired) return null
    const next = `${refreshPrefix}${derivedToken(secret, ['oauth', token])}`
    if (state.used !== null) {
      const following = await findRefresh(tx, grant, hashToken(next))
      if (state.used > repeatMs || following?.used !== null) {
        await endGrant(tx, row, address)
        return null
      }
    }
    const scopes = wanted ?? row.scopes
    if (!scopes.every((scope) => row.scopes.includes(scope))) return 'beyond'
    if (state.used === null) {
      await useRefresh(tx, grant, hash, lifetime)
      await insertToken(tx, grant, { kind: 'refresh', hash: hashToken(next), lifetime })
    }
    return await giveTokens(tx, grant, scopes, next)
  })
}

/** Ends the grant that a token belongs to, whichever of its tokens it is, or its code. Does nothing for a token of nobody or of another client. */
export async function revokeGrant(sql: Sql, { token, clientHash, address }: Omit<Shown, 'resource'>): Promise<void> {
  await sql.begin(async (tx) => {
    const row = await lockGrant(tx, hashToken(token))
    if (row?.client_hash.equals(clientHash)) await endGrant(tx, row, address)
  })
}
