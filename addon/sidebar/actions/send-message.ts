// Sends the draft: asks first what may leave the sheet, and gives the draft back when it does not get through.
import type { Conversation } from '../../../shared/contract/schemas.ts'
import type { App } from '../app-context.ts'
import { faultHere, faultOf } from '../fault.ts'
import { localeTag } from '../format-cell.ts'
import { newId } from '../new-id.ts'
import { agreementFor, attachmentsOf, type Draft, emptyDraft, type Pending, whyNotSend } from '../state.ts'
import { type Entry, newEntry } from '../transcript.ts'
import { counted, sizeWords, utf8Length } from '../words.ts'
import { refreshRange, uploadFiles } from './attach.ts'
import { followEntry } from './follow-entry.ts'
import { openConversation } from './open-conversation.ts'
import { remember } from './remember.ts'
import { reconnect } from './start.ts'

/** Sends what is in the composer, or says in `sendFault` or `consent` what stands before it. Never throws. */
export async function sendDraft(app: App): Promise<void> {
  const { store } = app
  if (whyNotSend(store.get()) !== null) return
  store.set({ sendFault: null })
  const limit = store.get().about?.limits.message_bytes ?? 1_000_000
  const size = utf8Length(store.get().draft.text)
  if (size > limit) return store.set({ sendFault: tooLong(limit) })
  if ((store.get().about === null || store.get().user === null) && !(await reconnect(app))) {
    return store.set((state) => ({ ...state, sendFault: state.offline }))
  }
  const { about, preferences } = store.get()
  if (about !== null && preferences.agreed !== agreementFor(about, app.host)) return store.set({ consent: true })
  await sendAgreed(app)
}

/** The person has seen what leaves the sheet and said yes. */
export async function agreeAndSend(app: App): Promise<void> {
  const { about } = app.store.get()
  if (about === null) return
  app.store.set({ consent: false })
  remember(app, { agreed: agreementFor(about, app.host) })
  await sendAgreed(app)
}

async function sendAgreed(app: App) {
  const { store } = app
  store.set({ sending: true })
  try {
    await uploadFiles(app)
    await refreshRange(app)
  } catch (error) {
    // A file that failed says so itself, where it stands.
    const said = store.get().draft.files.some((chip) => chip.state === 'failed')
    return store.set({ sending: false, sendFault: said ? null : faultOf(error) })
  }
  const { draft, pending } = store.get()
  const again = pending !== null && sameDraft(pending.draft, draft)
  await transmit(app, again ? pending : { ...outgoingOf(draft), key: newId(), draft })
}

function outgoingOf(draft: Draft) {
  const fallback = draft.range === null ? 'Make a table of the attached file.' : 'Make a table of the selected range.'
  return { content: draft.text.trim() === '' ? fallback : draft.text, attachments: attachmentsOf(draft) }
}

function sameDraft(one: Draft, other: Draft): boolean {
  return one.text === other.text && one.range?.a1 === other.range?.a1 && one.files === other.files
}

/** Asks the last question again after a reply that did not end well. */
export async function sendAgain(app: App, replyId: string): Promise<void> {
  const { entries, about, user } = app.store.get()
  const at = entries.findIndex((entry) => entry.id === replyId)
  const question = entries.slice(0, at).findLast((entry) => entry.role === 'user')
  if (question === undefined) return
  if (question.sent === null && question.attachments.length > 0) {
    const fault = faultHere(
      'attach_again',
      'Attach it again, then send.',
      `Your text is in the composer. It came with ${question.attachments.map((part) => part.label).join(', ')}.`,
    ).fault
    return app.store.set((state) => ({ ...state, draft: { ...state.draft, text: question.content }, sendFault: fault }))
  }
  if ((about === null || user === null) && !(await reconnect(app))) return
  app.store.set({ sending: true, sendFault: null })
  const outgoing = question.sent ?? { content: question.content, attachments: [] }
  await transmit(app, { ...outgoing, key: newId(), draft: { ...emptyDraft, text: question.content } })
}

async function transmit(app: App, pending: Pending) {
  const { store } = app
  const own: Entry = {
    ...newEntry(`mine ${pending.key}`, 'user', pending.content),
    attachments: describe(pending),
    sent: { content: pending.content, attachments: pending.attachments },
  }
  const reply = newEntry(`reply ${pending.key}`, 'assistant', '')
  store.set((state) => ({
    ...state,
    pending,
    draft: sameDraft(state.draft, pending.draft) ? emptyDraft : state.draft,
    entries: [...state.entries, own, reply],
    writing: reply.id,
  }))
  try {
    const conversation = await ensureConversation(app)
    const body = {
      content: pending.content,
      locale: localeTag(store.get().hello?.spreadsheet.locale),
      attachments: pending.attachments,
    }
    await followEntry(app, {
      entryId: reply.id,
      userEntryId: own.id,
      start: (signal) =>
        app.api.open('sendMessage', {
          params: { id: conversation.id },
          body,
          headers: { 'idempotency-key': pending.key },
          signal,
        }),
    })
  } catch (error) {
    const fault = faultOf(error)
    store.set((state) => ({
      ...state,
      sending: false,
      writing: null,
      stopping: false,
      entries: state.entries.filter((entry) => entry.id !== own.id && entry.id !== reply.id),
      draft: state.draft.text === '' && state.draft.files.length === 0 ? pending.draft : state.draft,
      sendFault: fault,
    }))
    // The reply that stands in the way was lost from sight here: show it.
    const { conversation } = store.get()
    if (fault.code === 'already_answering' && conversation !== null) {
      await openConversation(app, conversation.id)
      store.set({ sendFault: fault })
    }
  }
}

async function ensureConversation(app: App): Promise<Pick<Conversation, 'id' | 'title'>> {
  const known = app.store.get().conversation
  if (known !== null) return known
  const made = await app.api.call('createConversation', { body: {} })
  app.store.set({ conversation: made })
  remember(app, { conversation_id: made.id })
  return made
}

function describe({ draft }: Pending): Entry['attachments'] {
  const files = draft.files.map((chip) => ({ kind: 'file' as const, label: chip.file.name, detail: '' }))
  if (draft.range === null) return files
  const rows = draft.range.table?.rows.length ?? 0
  return [...files, { kind: 'range', label: draft.range.a1, detail: counted(rows, 'row') }]
}

function tooLong(limit: number) {
  return faultHere(
    'message_too_long',
    'The message is too long.',
    `A message holds ${sizeWords(limit)}, and this is more. Send it as a file instead: nothing is cut off.`,
  ).fault
}
