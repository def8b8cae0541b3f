// Puts the events of one reply into the transcript as they come.
import type { StreamEvent } from '../../../shared/contract/stream-events.ts'
import type { App } from '../app-context.ts'
import { faultOf, isAbort } from '../fault.ts'
import { setEntry } from '../state.ts'
import { followReply } from '../stream.ts'
import { applyEvent } from '../transcript.ts'
import { cancelReply } from './stop-reply.ts'

export type FollowEntry = {
  /** The entry that takes the events; it gets the message's id with the first of them. */
  entryId: string
  /** The entry of the message that is answered, when it has no id of the server yet. */
  userEntryId?: string
  messageId?: string
  start: (signal: AbortSignal) => Promise<Response>
}

/** Throws only what went wrong before the server took the message; later problems stand in the entry. */
export async function followEntry(app: App, follow: FollowEntry): Promise<void> {
  const { store } = app
  const controller = new AbortController()
  app.following?.abort()
  app.following = controller
  let entryId = follow.entryId
  let known = follow.messageId !== undefined
  store.set({ writing: entryId, stopping: false, reconnecting: false })

  const onEvent = (event: StreamEvent) => {
    if (controller.signal.aborted) return
    store.set((state) => setEntry(state, entryId, (entry) => applyEvent(entry, event)))
    if (event.type === 'message-start' || event.type === 'message-continue') {
      known = true
      entryId = event.message_id
      const { userEntryId } = follow
      store.set((state) => ({ ...state, writing: entryId, sending: false, pending: null }))
      if (userEntryId !== undefined && event.type === 'message-start') {
        const id = event.user_message_id
        store.set((state) => setEntry(state, userEntryId, (entry) => ({ ...entry, id })))
      }
      if (store.get().stopping) void cancelReply(app)
    }
    if (event.type === 'message-end' && event.title !== '') {
      store.set((state) => ({
        ...state,
        conversation: state.conversation && { ...state.conversation, title: event.title },
      }))
    }
  }

  try {
    await followReply({
      start: follow.start,
      resume: (lastEventId, messageId, signal) =>
        app.api.open('getMessageEvents', {
          params: { id: store.get().conversation?.id ?? '', message_id: messageId },
          headers: { 'last-event-id': lastEventId },
          signal,
        }),
      onEvent,
      onBroken: (reconnecting) => {
        if (!controller.signal.aborted) store.set({ reconnecting })
      },
      signal: controller.signal,
      ...(follow.messageId === undefined ? {} : { messageId: follow.messageId }),
    })
  } catch (error) {
    if (isAbort(error) || controller.signal.aborted) return
    if (!known) throw error
    const { code, title, detail } = faultOf(error)
    store.set((state) =>
      setEntry(state, entryId, (entry) => ({ ...entry, state: 'interrupted', problem: { code, title, detail } })),
    )
  } finally {
    if (app.following === controller) {
      app.following = null
      store.set({ writing: null, stopping: false, reconnecting: false })
    }
  }
}
