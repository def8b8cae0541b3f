// Brings an own message back into the composer to be said anew; what came after it makes room for the new reply.
import type { App } from '../app-context.ts'
import { localeTag } from '../format-cell.ts'
import { newId } from '../new-id.ts'
import { attachmentsOf, emptyDraft } from '../state.ts'
import { newEntry } from '../transcript.ts'
import { requestReply } from './request-reply.ts'

export function startEditing(app: App, entryId: string): void {
  app.store.set((state) => {
    const entry = state.entries.find(({ id }) => id === entryId)
    if (entry === undefined || state.writing !== null || state.sending) return state
    const before = state.editing?.before ?? state.draft
    return { ...state, editing: { entryId, before }, draft: { ...emptyDraft, text: entry.content }, sendFault: null }
  })
  document.getElementById('message')?.focus()
}

/** The message stays as it was, and the draft that was there comes back. */
export function stopEditing(app: App): void {
  app.store.set((state) => {
    return state.editing === null ? state : { ...state, draft: state.editing.before, editing: null, sendFault: null }
  })
  document.getElementById('message')?.focus()
}

/** Sends the message anew. A failure brings everything back as it was, the composer too. */
export async function sendEdited(app: App): Promise<void> {
  const { entries, editing, draft, conversation, hello } = app.store.get()
  const at = entries.findIndex(({ id }) => id === editing?.entryId)
  const own = entries[at]
  if (own === undefined || editing === null) return
  const key = newId()
  const reply = newEntry(`reply ${key}`, 'assistant', '')
  const attachments = attachmentsOf(draft)
  const content = draft.text.trim() === '' ? own.content : draft.text
  app.store.set({ editing: null, draft: editing.before })
  const sendFault = await requestReply(app, {
    entries: [...entries.slice(0, at), { ...own, content }, reply],
    entryId: reply.id,
    start: (signal) =>
      app.api.open('editMessage', {
        params: { id: conversation?.id ?? '', message_id: own.id },
        // Left out, the attachments stay those of before.
        body: {
          content,
          locale: localeTag(hello?.spreadsheet.locale),
          ...(attachments.length === 0 ? {} : { attachments }),
        },
        headers: { 'idempotency-key': key },
        signal,
      }),
  })
  if (sendFault !== null) app.store.set({ sendFault, editing, draft })
}
