// Asks the server for a reply in any of its ways, and puts the transcript back as it was when that does not get through.
import type { App } from '../app-context.ts'
import { type Fault, faultOf } from '../fault.ts'
import type { Entry } from '../transcript.ts'
import { followEntry } from './follow-entry.ts'
import { openConversation } from './open-conversation.ts'

export type ReplyRequest = {
  /** The transcript while the reply is on its way. */
  entries: Entry[]
  /** The entry that takes the events, and the one of the message it answers when that has no id of the server yet. */
  entryId: string
  userEntryId?: string
  start: (signal: AbortSignal) => Promise<Response>
}

/** Answers what went wrong before the server took it; null when it was taken. */
export async function requestReply(app: App, request: ReplyRequest): Promise<Fault | null> {
  const { store } = app
  const before = store.get().entries
  const { entries, ...follow } = request
  store.set({ entries, writing: request.entryId, sending: true, sendFault: null, replyFault: null, looked: null })
  try {
    await followEntry(app, follow)
    return null
  } catch (error) {
    const fault = faultOf(error)
    store.set({ entries: before, sending: false, writing: null, stopping: false })
    const { conversation } = store.get()
    // The reply that stands in the way was lost from sight here: show it.
    if (fault.code === 'already_answering' && conversation !== null) await openConversation(app, conversation.id)
    return fault
  }
}
