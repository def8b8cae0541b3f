// SQL of requests to answer a message again, by their keys.
import type { Db } from './conversation-store.ts'

type RequestKey = { workspaceId: string; conversationId: string; key: string }

export async function findRequest(db: Db, { workspaceId, conversationId, key }: RequestKey) {
  const [row] = await db<{ fingerprint: string; message_id: string; after_event: number }[]>`
    select fingerprint, message_id, after_event from reply_requests
    where workspace_id = ${workspaceId} and conversation_id = ${conversationId} and idempotency_key = ${key}`
  return row
}

export async function insertRequest(
  db: Db,
  request: RequestKey & { fingerprint: string; messageId: string; after: number },
): Promise<void> {
  await db`
    insert into reply_requests (workspace_id, conversation_id, idempotency_key, fingerprint, message_id, after_event)
    values (${request.workspaceId}, ${request.conversationId}, ${request.key}, ${request.fingerprint},
      ${request.messageId}, ${request.after})`
}
