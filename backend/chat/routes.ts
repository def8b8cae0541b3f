// HTTP of conversations, messages, replies as they stream, and files.
import { type Request, type Response, Router } from 'express'
import type { Conversation } from '../../shared/contract/schemas.ts'
import type { Config } from '../config.ts'
import type { Actor } from '../platform/http/actor.ts'
import { etagOf } from '../platform/http/etag.ts'
import { mount } from '../platform/http/mount.ts'
import { openEvents, wantsEvents } from '../platform/http/sse.ts'
import { Problem } from '../platform/problem.ts'
import type { Followable } from './answer-again.ts'
import type { Chat } from './chat.ts'
import type { ReplyAddress } from './follow-reply.ts'

const tagged = (res: Response, conversation: Conversation): Conversation => {
  res.set('ETag', etagOf(conversation.updated_at))
  return conversation
}

/** Nobody gets to read it; the log does. */
const gone = () => new Problem('invalid_request', 'The client left before its answer was ready.')

/** Aborts when the client has left, or its answer has been sent. */
const untilLeft = (res: Response): AbortSignal => {
  const left = new AbortController()
  res.on('close', () => left.abort(gone()))
  if (res.destroyed) left.abort(gone())
  return left.signal
}

/** Ids are what a PostgreSQL integer holds; an id that was never given out comes after all events or before them. */
const mostEvents = 2 ** 31 - 1

const lastEventId = (header: string | undefined): number => {
  const id = Number(header ?? 0)
  return Number.isSafeInteger(id) && id > 0 ? Math.min(id, mostEvents) : 0
}

const keyOf = (header: string | undefined): string | null => {
  const key = header?.trim() || null
  if (key && key.length > 200) throw new Problem('invalid_request', 'Idempotency-Key may have 200 characters.')
  return key
}

async function streamReply(chat: Chat, res: Response, reply: ReplyAddress, after: number): Promise<void> {
  const left = untilLeft(res)
  const stream = openEvents(res)
  await chat.follow(reply, after, left, (events) => stream.send(events, left))
  stream.close()
}

export function chatRouter(chat: Chat, config: Config): Router {
  const router = Router()

  mount(router, 'createConversation', async ({ actor, body, res }) =>
    tagged(res, await chat.createConversation(actor, body)),
  )
  mount(router, 'listConversations', ({ actor, query }) => chat.listConversations(actor, query))
  mount(router, 'getConversation', async ({ actor, params, res }) =>
    tagged(res, await chat.getConversation(actor, params.id)),
  )
  mount(router, 'updateConversation', async ({ actor, params, body, req, res }) =>
    tagged(res, await chat.updateConversation(actor, params.id, body, req.get('if-match'))),
  )
  mount(router, 'deleteConversation', async ({ actor, params }) => {
    await chat.deleteConversation(actor, params.id)
    return undefined
  })
  mount(router, 'restoreConversation', async ({ actor, params, res }) =>
    tagged(res, await chat.restoreConversation(actor, params.id)),
  )
  mount(router, 'listFiles', ({ actor, query }) => chat.listFiles(actor, query))
  mount(router, 'getFile', ({ actor, params }) => chat.getFile(actor, params.file_id))
  mount(router, 'deleteFile', async ({ actor, params }) => {
    await chat.deleteFile(actor, params.file_id)
    return undefined
  })
  mount(router, 'listMessages', ({ actor, params, query }) => chat.listMessages(actor, params.id, query))
  mount(router, 'getMessage', async ({ actor, params, res }) => {
    const message = await chat.readMessage(actor, params.id, params.message_id)
    res.set('ETag', etagOf(message.updated_at))
    return message
  })
  mount(router, 'listConversationTables', ({ actor, params, query }) => chat.listTables(actor, params.id, query))
  mount(router, 'uploadFile', ({ actor, upload }) => chat.uploadFile(actor, upload), {
    fileBytes: config.limits.fileBytes,
    again: async ({ actor, upload }, done) =>
      done?.subject ? { value: await chat.uploadedBefore(actor, upload, done.subject.id) } : null,
  })

  /** Holds one of the person's streams while `work` runs. */
  const inStream = async <T>(actor: Actor, work: () => Promise<T>): Promise<T> => {
    const leave = await chat.enterStream(actor)
    try {
      return await work()
    } finally {
      leave()
    }
  }

  type Asked = { actor: Actor; req: Request; res: Response }

  /** A reply as it comes, or as a whole when it is done. */
  const answer = ({ actor, req, res }: Asked, begin: (key: string | null) => Promise<Followable>) =>
    inStream(actor, async () => {
      const reply = await begin(keyOf(req.get('idempotency-key')))
      if (wantsEvents(req)) {
        await streamReply(chat, res, reply, reply.after)
        return undefined
      }
      await chat.awaitEnd(reply, untilLeft(res))
      return await chat.readMessage(actor, reply.conversationId, reply.messageId)
    })

  mount(router, 'sendMessage', ({ actor, params, body, ...asked }) =>
    answer({ actor, ...asked }, async (key) => ({
      ...(await chat.sendMessage(actor, params.id, body, key)),
      after: 0,
    })),
  )
  mount(router, 'editMessage', ({ actor, params, body, ...asked }) =>
    answer({ actor, ...asked }, (idempotencyKey) =>
      chat.editMessage(actor, params.id, params.message_id, body, {
        idempotencyKey,
        ifMatch: asked.req.get('if-match'),
      }),
    ),
  )
  mount(router, 'regenerateMessage', ({ actor, params, ...asked }) =>
    answer({ actor, ...asked }, (key) => chat.regenerateMessage(actor, params.id, params.message_id, key)),
  )
  mount(router, 'continueMessage', ({ actor, params, ...asked }) =>
    answer({ actor, ...asked }, (key) => chat.continueMessage(actor, params.id, params.message_id, key)),
  )
  mount(router, 'estimateMessage', ({ actor, body }) => chat.estimateMessage(actor, body))
  mount(router, 'extract', ({ actor, body, res }) => inStream(actor, () => chat.extract(actor, body, untilLeft(res))))
  mount(router, 'getMessageEvents', ({ actor, params, req, res }) =>
    inStream(actor, async () => {
      const reply = await chat.findReply(actor, params.id, params.message_id)
      await streamReply(chat, res, reply, lastEventId(req.get('last-event-id')))
      return undefined
    }),
  )
  mount(router, 'cancelMessage', ({ actor, params }) => chat.cancelMessage(actor, params.id, params.message_id))

  return router
}
