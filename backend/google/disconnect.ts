// Disconnects Google accounts: takes the permission back at Google and forgets the tokens, whether Google answers or not.
import type { Disconnected } from '../../shared/contract/google-schemas.ts'
import { recordAudit } from '../platform/audit/record-audit.ts'
import { revokeToken } from '../platform/google/token-endpoint.ts'
import type { Actor } from '../platform/http/actor.ts'
import { Problem } from '../platform/problem.ts'
import { type GoogleParts, sealedFor } from './parts.ts'
import { deleteConnection, findConnections, isSubInUse, type Owner } from './store.ts'

/** Throws `not_found`. */
export async function disconnect(parts: GoogleParts, actor: Actor, id: string): Promise<Disconnected> {
  const gone = await parts.sql.begin(async (tx) => {
    const row = await deleteConnection(tx, { ...actor, id })
    if (!row) throw new Problem('not_found', 'There is no such connection. It may have been removed already.')
    await recordAudit(tx, actor, 'connection.delete', { type: 'connection', id })
    return row
  })
  return { revoked: await revoke(parts, actor, gone) }
}

/** For who deletes an account. */
export async function disconnectAll(parts: GoogleParts, actor: Actor): Promise<void> {
  // That the account is gone is what the operation will be known by.
  const owner = { ...actor, operationId: undefined }
  for (const { id } of await findConnections(parts.sql, actor)) await disconnect(parts, owner, id)
}

type Gone = { google_sub: string; refresh_token: string | null; access_token: string | null }

/** A permission that has run out is not there to be taken back. */
async function revoke(parts: GoogleParts, owner: Owner, gone: Gone): Promise<boolean> {
  const sealed = gone.refresh_token ?? gone.access_token
  if (sealed === null) return true
  // Google takes back what all connections of that account rest on: the others' go on.
  if (await isSubInUse(parts.sql, gone.google_sub)) return false
  const token = await parts.box.open(sealed, sealedFor(owner, gone.google_sub)).catch(() => null)
  return token !== null && (await revokeToken(parts.addresses.revoke, token))
}
