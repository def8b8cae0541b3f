// Asks for the last reply anew, or for the rest of one that stopped early.
import type { App } from '../app-context.ts'
import { newId } from '../new-id.ts'
import { type Entry, newEntry } from '../transcript.ts'
import { hasAgreed } from './attach.ts'
import { requestReply } from './request-reply.ts'
import { sendWords } from './send-message.ts'
import { reachServer } from './start.ts'

/** The reply and what follows it make room for a new one. */
export async function regenerateReply(app: App, replyId: string): Promise<void> {
  const at = app.store.get().entries.findIndex(({ id }) => id === replyId)
  const question = app.store
    .get()
    .entries.slice(0, at)
    .findLast(({ role }) => role === 'user')
  if (question === undefined || !(await isReady(app))) return
  if (!hasAgreed(app)) return sendWords(app, question.content)
  const key = newId()
  const reply = newEntry(`reply ${key}`, 'assistant', '')
  await ask(app, 'regenerateMessage', replyId, key, [...app.store.get().entries.slice(0, at), reply], reply.id)
}

/** The rest comes into the same reply and the same tables. */
export async function continueReply(app: App, replyId: string): Promise<void> {
  if (!(await isReady(app))) return
  if (!hasAgreed(app)) return sendWords(app, 'Continue.')
  const open = (entry: Entry): Entry => (entry.id === replyId ? { ...entry, state: 'streaming', problem: null } : entry)
  await ask(app, 'continueMessage', replyId, newId(), app.store.get().entries.map(open), replyId)
}

async function isReady(app: App): Promise<boolean> {
  const { writing, sending } = app.store.get()
  return writing === null && !sending && (await reachServer(app))
}

async function ask(
  app: App,
  operation: 'regenerateMessage' | 'continueMessage',
  messageId: string,
  key: string,
  entries: Entry[],
  entryId: string,
) {
  const id = app.store.get().conversation?.id ?? ''
  const replyFault = await requestReply(app, {
    entries,
    entryId,
    start: (signal) =>
      app.api.open(operation, {
        params: { id, message_id: messageId },
        headers: { 'idempotency-key': key },
        signal,
      }),
  })
  if (replyFault !== null) app.store.set({ replyFault })
}
