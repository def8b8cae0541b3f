// Opens a stored conversation, and goes on reading a reply that the server is still writing.
import type { Message } from '../../../shared/contract/schemas.ts'
import type { App } from '../app-context.ts'
import { ApiProblem, faultOf } from '../fault.ts'
import { entryOf } from '../transcript.ts'
import { followEntry } from './follow-entry.ts'
import { remember } from './remember.ts'
import { placeWritten } from './write-table.ts'

/** Never throws; a conversation that is gone becomes a new one. `title` is shown until the rest is there. */
export async function openConversation(app: App, id: string, title = ''): Promise<void> {
  app.store.set({ view: { name: 'chat' } })
  await resumeConversation(app, id, title)
}

/** The same, without leaving the view that is open: nobody asked for it. */
export async function resumeConversation(app: App, id: string, title = ''): Promise<void> {
  leaveConversation(app)
  app.store.set({ conversation: { id, title }, loading: true })
  const stillHere = () => app.store.get().conversation?.id === id
  try {
    const [conversation, messages] = await Promise.all([
      app.api.call('getConversation', { params: { id } }),
      listAllMessages(app, id),
    ])
    if (!stillHere()) return
    const entries = messages.map(entryOf)
    const written = placeWritten(app.store.get().written, entries)
    app.store.set({ conversation, entries, written, loading: false, offline: null })
    if (app.store.get().preferences.conversation_id !== id) remember(app, { conversation_id: id })
    const last = entries.at(-1)
    if (last?.role === 'assistant' && last.state === 'streaming') {
      const params = { id, message_id: last.id }
      void followEntry(app, {
        entryId: last.id,
        messageId: last.id,
        start: (signal) => app.api.open('getMessageEvents', { params, signal }),
      })
    }
  } catch (error) {
    if (!stillHere()) return
    app.store.set({ loading: false })
    if (error instanceof ApiProblem && error.status === 404) forgetConversation(app)
    else app.store.set({ offline: faultOf(error) })
  }
}

async function listAllMessages(app: App, id: string): Promise<Message[]> {
  const all: Message[] = []
  let cursor: string | null = null
  do {
    const query: { limit: number; cursor?: string } = { limit: 100 }
    if (cursor !== null) query.cursor = cursor
    const page: { items: Message[]; next_cursor: string | null } = await app.api.call('listMessages', {
      params: { id },
      query,
    })
    all.push(...page.items)
    cursor = page.next_cursor
  } while (cursor !== null)
  return all
}

/** Starts afresh. The conversation itself is made when the first message is sent. */
export function newConversation(app: App): void {
  app.store.set({ view: { name: 'chat' } })
  forgetConversation(app)
}

function forgetConversation(app: App) {
  leaveConversation(app)
  app.store.set({ conversation: null, loading: false })
  remember(app, { conversation_id: '' })
}

function leaveConversation(app: App) {
  app.following?.abort()
  app.following = null
  app.store.set((state) => ({
    ...state,
    entries: [],
    writing: null,
    stopping: false,
    reconnecting: false,
    sending: false,
    consent: false,
    sendFault: null,
    replyFault: null,
    looked: null,
    cellFault: null,
    editing: null,
    draft: state.editing?.before ?? state.draft,
    pending: null,
    written:
      state.written?.step === 'undone' || state.written?.step === 'gone'
        ? null
        : state.written && { ...state.written, after: null },
  }))
}
