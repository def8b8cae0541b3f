// Ends a session: its refresh tokens and its access tokens stop at once.
import { recordAudit } from '../platform/audit/record-audit.ts'
import type { Sql } from '../platform/database/connect.ts'
import type { Actor } from '../platform/http/actor.ts'
import { deleteSession } from './session-store.ts'

export async function logout(sql: Sql, actor: Actor): Promise<void> {
  const { workspaceId, sessionId } = actor
  if (sessionId === undefined) return
  await sql.begin(async (tx) => {
    if (await deleteSession(tx, { workspaceId, sessionId }))
      await recordAudit(tx, actor, 'session.end', { type: 'session', id: sessionId })
  })
}
