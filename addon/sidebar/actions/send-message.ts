// Sends the draft: asks first what may leave the sheet, and gives the draft back when it does not get through.
import type { Conversation } from '../../../shared/contract/schemas.ts'
import type { App } from '../app-context.ts'
import { faultHere, faultOf } from '../fault.ts'
import { localeTag } from '../format-cell.ts'
import { newId } from '../new-id.ts'
import { agreementFor, attachmentsOf, type Draft, emptyDraft, type Pending, whyNotSend } from '../state.ts'
import { type Entry, newEntry } from '../transcript.ts'
import { counted, sizeWords, utf8Length } from '../words.ts'
import { hasAgreed, refreshRange, uploadFiles } from './attach.ts'
import { sendEdited } from './edit-message.ts'
import { remember } from './remember.ts'
import { requestReply } from './request-reply.ts'
import { reachServer } from './start.ts'

/** Sends what is in the composer, or says in `sendFault` or `consent` what stands before it. Never throws. */
export async function sendDraft(app: App): Promise<void> {
  const { store } = app
  if (whyNotSend(store.get()) !== null) return
  store.set({ sendFault: null })
  const limit = store.get().about?.limits.message_bytes ?? 1_000_000
  const size = utf8Length(store.get().draft.text)
  if (size > limit) return store.set({ sendFault: tooLong(limit) })
  store.set({ sending: true })
  const isThere = await reachServer(app)
  store.set({ sending: false })
  if (!isThere) return store.set((state) => ({ ...state, sendFault: state.offline }))
  if (!hasAgreed(app)) return store.set({ consent: true })
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
  const { draft, pending, editing } = store.get()
  if (editing !== null) return sendEdited(app)
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

/** Sends a text of its own, past what stands in the composer; it comes into the composer only when it must wait there. */
export async function sendWords(app: App, text: string): Promise<void> {
  const { writing, sending } = app.store.get()
  if (writing !== null || sending || !(await reachServer(app))) return
  const draft = { ...emptyDraft, text }
  if (!hasAgreed(app)) {
    app.store.set({ draft, editing: null })
    return sendDraft(app)
  }
  await transmit(app, { ...outgoingOf(draft), key: newId(), draft })
}

async function transmit(app: App, pending: Pending) {
  const { store } = app
  const own: Entry = { ...newEntry(`mine ${pending.key}`, 'user', pending.content), attachments: describe(pending) }
  const reply = newEntry(`reply ${pending.key}`, 'assistant', '')
  store.set((state) => ({
    ...state,
    pending,
    draft: sameDraft(state.draft, pending.draft) ? emptyDraft : state.draft,
  }))
  const { content, attachments, key } = pending
  const fault = await requestReply(app, {
    entries: [...store.get().entries, own, reply],
    entryId: reply.id,
    userEntryId: own.id,
    start: async (signal) =>
      app.api.open('sendMessage', {
        params: { id: (await ensureConversation(app)).id },
        body: { content, locale: localeTag(store.get().hello?.spreadsheet.locale), attachments },
        headers: { 'idempotency-key': key },
        signal,
      }),
  })
  if (fault === null) return
  store.set((state) => ({
    ...state,
    draft: state.draft.text === '' && state.draft.files.length === 0 ? pending.draft : state.draft,
    sendFault: fault,
  }))
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
