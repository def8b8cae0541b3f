// Stops the reply that is being written; its whole rows are kept.
import type { App } from '../app-context.ts'
import { faultOf } from '../fault.ts'

/** A reply without an id of the server yet is stopped as soon as it has one. */
export async function stopReply(app: App): Promise<void> {
  app.store.set({ stopping: true })
  if (!app.store.get().sending) await cancelReply(app)
}

export async function cancelReply(app: App): Promise<void> {
  const { conversation, writing } = app.store.get()
  if (conversation === null || writing === null) return
  try {
    await app.api.call('cancelMessage', { params: { id: conversation.id, message_id: writing } })
  } catch (error) {
    app.store.set({ stopping: false, sendFault: faultOf(error) })
  }
}
