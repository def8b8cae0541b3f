// What the chat slice can do, put together from its parts, with its lifetime.
import { setTimeout as sleep } from 'node:timers/promises'
import type { ExtractBody } from '../../shared/contract/extract-schemas.ts'
import type {
  Conversation,
  ConversationBody,
  ConversationChange,
  ConversationsQuery,
  MessageBody,
  PageQuery,
} from '../../shared/contract/schemas.ts'
import type { EstimateBody } from '../../shared/contract/usage-schemas.ts'
import type { Sizes } from '../config/sizes.ts'
import type { Engine } from '../extraction/engine.ts'
import type { Sql } from '../platform/database/connect.ts'
import type { Actor } from '../platform/http/actor.ts'
import type { UploadedBytes } from '../platform/http/body.ts'
import type { Log } from '../platform/log.ts'
import { Problem } from '../platform/problem.ts'
import { listTables } from '../tables/list-tables.ts'
import { continueMessage } from './continue-message.ts'
import * as conversations from './conversations.ts'
import type { ReplyCounts } from './count-reply.ts'
import { editMessage } from './edit-message.ts'
import { estimateMessage } from './estimate-message.ts'
import { extract } from './extract.ts'
import * as files from './files.ts'
import { awaitEnd, followReply, type ReplyAddress, type Tell } from './follow-reply.ts'
import { Generations } from './generations.ts'
import { interruptExpired } from './interrupt-expired.ts'
import * as messages from './messages.ts'
import { type Meter, noMeter } from './meter.ts'
import { readMessage } from './read-message.ts'
import { regenerateMessage } from './regenerate-message.ts'
import { createReplyReader } from './reply-reader.ts'
import { sendMessage } from './send-message.ts'
import { Signals } from './signals.ts'
import { stopReplies } from './stop-replies.ts'
import { createStreamLimit } from './stream-limit.ts'
import { uploadedBefore, uploadFile } from './upload-file.ts'
import { createCharge } from './watch-usage.ts'

/** Without a `meter` nothing is counted and nothing refused. `pseudonym` is what a model's provider calls a person. */
export type ChatParts = {
  sql: Sql
  engine: Engine
  log: Log
  sizes: Pick<Sizes, 'messageBytes' | 'fileBytes' | 'streamsPerUser'>
  meter?: Meter
  pseudonym: (userId: string) => string
  counts?: ReplyCounts
}
export type Chat = ReturnType<typeof createChat>

/** How long clients may take to hear the end of replies that a stopping server interrupts. */
const lastWordsMs = 1_000

/** How long the ends of interrupted replies may take to be stored. */
const storeEndsMs = 5_000

async function within(ms: number, work: Promise<void>[]): Promise<void> {
  await Promise.race([Promise.all(work), sleep(ms, undefined, { ref: false })])
}

/** Starts at once: replies that a dead process left are ended, in the background. Call `close` before the database goes. */
export function createChat(given: ChatParts) {
  const { sql, engine, log, sizes, meter = noMeter, pseudonym, counts } = given
  const charge = createCharge(engine, meter, log)
  const signals = new Signals(sql, log)
  const generations = new Generations({ sql, engine, signals, log, counts })
  const streams = createStreamLimit({ sql, log, most: sizes.streamsPerUser })
  const closing = new AbortController()
  const following = new Set<Promise<void>>()
  const reader = createReplyReader(sql)
  const parts = {
    sql,
    signals,
    generations,
    reader,
    engine,
    meter,
    charge,
    messageBytes: sizes.messageBytes,
    pseudonym,
  }
  const recovering = interruptExpired(sql, null).catch((error: unknown) => {
    log.error({ err: error }, 'replies of an earlier run could not be ended; they will be when they are read')
  })

  /** Somebody waits for `work`: a stopping server gives it time to tell the end. */
  const attended = async (leave: AbortSignal, work: (signal: AbortSignal) => Promise<void>): Promise<void> => {
    const run = work(AbortSignal.any([leave, closing.signal]))
    const settled = run.catch(() => {})
    following.add(settled)
    try {
      await run
    } finally {
      following.delete(settled)
    }
  }

  return {
    createConversation: (actor: Actor, body: ConversationBody) => conversations.createConversation(sql, actor, body),
    listConversations: (actor: Actor, query: ConversationsQuery) => conversations.listConversations(sql, actor, query),
    getConversation: (actor: Actor, id: string): Promise<Conversation> => conversations.getConversation(sql, actor, id),
    updateConversation: (actor: Actor, id: string, body: ConversationChange, ifMatch: string | undefined) =>
      conversations.updateConversation(sql, actor, id, body, ifMatch),
    deleteConversation: (actor: Actor, id: string) => conversations.deleteConversation(sql, actor, id),
    restoreConversation: (actor: Actor, id: string) => conversations.restoreConversation(sql, actor, id),
    listMessages: (actor: Actor, id: string, query: PageQuery) => messages.listMessages(sql, actor, id, query),
    getMessage: (actor: Actor, id: string, messageId: string) => messages.getMessage(sql, actor, id, messageId),
    readMessage: (actor: Actor, id: string, messageId: string) => readMessage(sql, actor, id, messageId),
    findReply: (actor: Actor, id: string, messageId: string) => messages.findReply(sql, actor, id, messageId),
    cancelMessage: (actor: Actor, id: string, messageId: string) => messages.cancelMessage(parts, actor, id, messageId),
    uploadFile: (actor: Actor, upload: UploadedBytes) => uploadFile(sql, actor, upload),
    uploadedBefore: (actor: Actor, upload: UploadedBytes, id: string) => uploadedBefore(sql, actor, upload, id),
    listFiles: (actor: Actor, query: PageQuery) => files.listFiles(sql, actor, query),
    getFile: (actor: Actor, id: string) => files.getFile(sql, actor, id),
    deleteFile: (actor: Actor, id: string) => files.deleteFile(sql, actor, id),
    async listTables(actor: Actor, id: string, query: PageQuery) {
      await conversations.getConversation(sql, actor, id)
      return await listTables(sql, actor.workspaceId, id, query)
    },
    sendMessage: (actor: Actor, id: string, body: MessageBody, key: string | null) =>
      sendMessage(parts, actor, id, body, key),
    continueMessage: (actor: Actor, id: string, messageId: string, key: string | null) =>
      continueMessage(parts, actor, id, messageId, key),
    regenerateMessage: (actor: Actor, id: string, messageId: string, key: string | null) =>
      regenerateMessage(parts, actor, id, messageId, key),
    editMessage: (
      actor: Actor,
      id: string,
      messageId: string,
      body: MessageBody,
      asked: Parameters<typeof editMessage>[5],
    ) => editMessage(parts, actor, id, messageId, body, asked),
    estimateMessage: (actor: Actor, body: EstimateBody) => estimateMessage(parts, actor, body),
    /** Stores nothing; gives up when `leave` aborts or the server stops. */
    extract: (actor: Actor, body: ExtractBody, leave: AbortSignal) =>
      extract({ ...parts, fileBytes: sizes.fileBytes }, actor, body, AbortSignal.any([leave, closing.signal])),
    /** Of the person, wherever they are made. */
    stopReplies: (actor: Actor) => stopReplies(sql, actor),
    /** As it was uploaded, also when it was deleted and is not purged yet. */
    readFile: (workspaceId: string, id: string) => files.readFile(sql, workspaceId, id),
    /** A place among the person's open streams; call the result when it is done. */
    enterStream: (actor: Actor) => streams.enter(actor),
    /** How many replies somebody follows or waits for. */
    openStreams: () => following.size,

    /** Calls `tell` with the events after `after` as they come, until the reply's end, `leave`, or the server's close. */
    follow: (reply: ReplyAddress, after: number, leave: AbortSignal, tell: Tell): Promise<void> =>
      attended(leave, (signal) => followReply(parts, reply, after, signal, tell)),

    /** Resolves at the reply's end, `leave`, or the server's close. */
    awaitEnd: (reply: ReplyAddress, leave: AbortSignal): Promise<void> =>
      attended(leave, (signal) => awaitEnd(parts, reply, signal)),

    /** Interrupts the replies that are being written, lets clients hear it, and stops listening. */
    async close(): Promise<void> {
      // Without the database no end can be stored: then the leases run out, and whoever reads finds them interrupted.
      await within(storeEndsMs, [recovering, generations.stop()])
      // Who reads nothing does not hear the end either.
      await within(lastWordsMs, [...following])
      closing.abort(new Problem('unavailable', 'The server stops just now. Send it again in a moment.'))
      signals.close()
      await within(lastWordsMs, [streams.close()])
    },
  }
}
