// Stops the replies that are being made for a person, on whichever server.
import type { Sql } from '../platform/database/connect.ts'
import type { Actor } from '../platform/http/actor.ts'
import { notify, requestCancelOfUser } from './reply-store.ts'
import { cancelChannel } from './signals.ts'

export async function stopReplies(sql: Sql, { workspaceId, userId }: Actor): Promise<void> {
  await sql.begin(async (tx) => {
    for (const { id } of await requestCancelOfUser(tx, workspaceId, userId)) await notify(tx, cancelChannel, id)
  })
}
