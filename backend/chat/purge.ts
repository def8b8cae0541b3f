// Removes for good what was deleted long enough ago: conversations with all that belongs to them, and files.
import { recordAudit } from '../platform/audit/record-audit.ts'
import type { Sql } from '../platform/database/connect.ts'
import { deleteConversation, lockPurgeable } from './conversation-store.ts'
import { purgeFiles } from './file-store.ts'

/** A conversation may hold a million rows: few go in one transaction, so that nobody waits for long. */
const conversationsAtOnce = 5
const filesAtOnce = 20

/** Several servers may do so at once: none takes what another one has in hand. Ends early when `signal` aborts. */
export async function purgeChat(sql: Sql, days: number, signal: AbortSignal): Promise<void> {
  for (let more = true; more && !signal.aborted; ) {
    more = await sql.begin(async (tx) => {
      const gone = await lockPurgeable(tx, days, conversationsAtOnce)
      for (const { workspace_id: workspaceId, user_id: userId, id } of gone) {
        await deleteConversation(tx, workspaceId, id)
        await recordAudit(tx, { workspaceId, userId }, 'conversation.purge', { type: 'conversation', id })
      }
      return gone.length === conversationsAtOnce
    })
  }
  while (!signal.aborted && (await purgeFiles(sql, days, filesAtOnce)) === filesAtOnce);
}
