// Asks the server what answering the draft would take, when it is long enough to matter.
import type { ResponseOf } from '../../../shared/contract/operations.ts'
import type { App } from '../app-context.ts'
import { localeTag } from '../format-cell.ts'
import { attachmentsOf } from '../state.ts'
import { hasAgreed } from './attach.ts'

export type Estimate = ResponseOf<'estimateMessage'>

/** Shorter texts are not worth a question. */
const longText = 4000

/** Null when there is nothing to say: it is small, nothing may be sent yet, or the server does not know. */
export async function estimateDraft(app: App, signal: AbortSignal): Promise<Estimate | null> {
  const { about, draft, conversation, hello } = app.store.get()
  const attachments = attachmentsOf(draft)
  const limit = about?.limits.message_bytes ?? 1_000_000
  const long = draft.text.length > longText || attachments.length > 0
  if (about?.engine !== 'gpt' || !long || draft.text.length > limit || !hasAgreed(app)) return null
  try {
    const estimate = await app.api.call('estimateMessage', {
      body: {
        content: draft.text,
        locale: localeTag(hello?.spreadsheet.locale),
        attachments,
        ...(conversation === null ? {} : { conversation_id: conversation.id }),
      },
      signal,
    })
    return estimate.large ? estimate : null
  } catch {
    // Sending works without it, and says itself what is wrong.
    return null
  }
}
