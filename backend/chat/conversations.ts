// What can be done with conversations as such: start, list, read, rename, delete.
import * as z from 'zod'
import { limits } from '../../shared/contract/limits.ts'
import type {
  Conversation,
  ConversationBody,
  ConversationChange,
  ConversationsQuery,
} from '../../shared/contract/schemas.ts'
import { recordAudit } from '../platform/audit/record-audit.ts'
import { decodeCursor, toPage } from '../platform/cursor.ts'
import type { Sql } from '../platform/database/connect.ts'
import type { Actor } from '../platform/http/actor.ts'
import { matchesEtag } from '../platform/http/etag.ts'
import { Problem } from '../platform/problem.ts'
import * as store from './conversation-store.ts'
import { notify, requestCancel } from './reply-store.ts'
import { cancelChannel } from './signals.ts'

export const missingConversation = () =>
  new Problem('not_found', 'There is no such conversation. It may have been deleted; start a new one.')

const subject = (id: string) => ({ type: 'conversation', id })

export async function createConversation(sql: Sql, actor: Actor, body: ConversationBody): Promise<Conversation> {
  return await sql.begin(async (tx) => {
    const made = await store.insertConversation(tx, {
      workspaceId: actor.workspaceId,
      userId: actor.userId,
      title: body.title?.trim() ?? '',
      description: body.description ?? '',
    })
    await recordAudit(tx, actor, 'conversation.create', subject(made.id))
    return made
  })
}

const LatestPlace = z.tuple([z.iso.datetime(), z.uuid()])

export async function listConversations(
  sql: Sql,
  actor: Actor,
  { cursor, limit = limits.pageItems, state = 'active' }: ConversationsQuery,
) {
  // A page belongs to one list: those in another state are another one.
  const list = state === 'active' ? 'conversations' : `conversations ${state}`
  const place = decodeCursor(list, cursor, LatestPlace)
  const before = place && { updatedAt: place[0], id: place[1] }
  const rows = await store.selectConversations(sql, actor.workspaceId, state, before, limit + 1)
  return toPage(list, rows, limit, (last) => [last.updated_at, last.id])
}

/** Throws `Problem('not_found')`, for somebody else's too; so do all below. */
export async function getConversation(sql: Sql, actor: Actor, id: string): Promise<Conversation> {
  const row = await store.findConversation(sql, actor.workspaceId, id)
  if (!row) throw missingConversation()
  return row
}

/** Throws `Problem('stale')` when `ifMatch` names another state than the present one. */
export async function updateConversation(
  sql: Sql,
  actor: Actor,
  id: string,
  body: ConversationChange,
  ifMatch: string | undefined,
): Promise<Conversation> {
  return await sql.begin(async (tx) => {
    const row = await store.lockConversation(tx, actor.workspaceId, id)
    if (!row) throw missingConversation()
    if (!matchesEtag(ifMatch, row.updated_at))
      throw new Problem('stale', 'The conversation has changed since you read it. Read it again, then change it.')
    const archives = body.archived !== undefined && body.archived !== (row.archived_at !== null)
    await recordAudit(
      tx,
      actor,
      archives && body.archived ? 'conversation.archive' : 'conversation.update',
      subject(id),
    )
    return await store.updateConversation(tx, actor.workspaceId, id, { ...body, title: body.title?.trim() })
  })
}

/** A reply that is being written is stopped. */
export async function deleteConversation(sql: Sql, actor: Actor, id: string): Promise<void> {
  await sql.begin(async (tx) => {
    if (!(await store.markConversationDeleted(tx, actor.workspaceId, id))) throw missingConversation()
    for (const reply of await requestCancel(tx, actor.workspaceId, id, null)) await notify(tx, cancelChannel, reply.id)
    await recordAudit(tx, actor, 'conversation.delete', subject(id))
  })
}

/** With everything that was in it, until it is purged. */
export async function restoreConversation(sql: Sql, actor: Actor, id: string): Promise<Conversation> {
  return await sql.begin(async (tx) => {
    const row = await store.restoreConversation(tx, actor.workspaceId, id)
    if (!row) throw missingConversation()
    await recordAudit(tx, actor, 'conversation.restore', subject(id))
    return row
  })
}
