// The conversations, the latest first: open, rename, delete, or begin a new one.
import { useCallback, useEffect, useState } from 'preact/hooks'
import type { Conversation } from '../../../shared/contract/schemas.ts'
import { newConversation } from '../actions/open-conversation.ts'
import { useApp } from '../app-context.ts'
import { type Fault, faultOf } from '../fault.ts'
import { ConversationLine } from './conversation-line.tsx'
import { FaultNotice } from './notice.tsx'
import { Body } from './scroll-region.tsx'
import { SkeletonLines } from './skeleton.tsx'

export function ConversationList() {
  const app = useApp()
  const [items, setItems] = useState<Conversation[] | null>(null)
  const [cursor, setCursor] = useState<string | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const [busy, setBusy] = useState(false)

  const load = useCallback(
    async (from: string | null) => {
      setBusy(true)
      setFault(null)
      try {
        const query = from === null ? { limit: 30 } : { limit: 30, cursor: from }
        const page = await app.api.call('listConversations', { query })
        setItems((known) => [...(from === null ? [] : (known ?? [])), ...page.items])
        setCursor(page.next_cursor)
      } catch (error) {
        setFault(faultOf(error))
      }
      setBusy(false)
    },
    [app],
  )
  useEffect(() => {
    void load(null)
  }, [load])

  const fresh = () => {
    newConversation(app)
    document.getElementById('message')?.focus()
  }
  return (
    <>
      <Body label="Conversations" start>
        {items === null && fault === null && <SkeletonLines />}
        {items?.length === 0 && <p class="hint">No conversations yet. What you send is kept here.</p>}
        {items !== null && items.length > 0 && (
          <ul class="list">
            {items.map((item) => (
              <ConversationLine
                key={item.id}
                item={item}
                onRenamed={(title) =>
                  setItems((known) => known?.map((one) => (one.id === item.id ? { ...one, title } : one)) ?? null)
                }
                onDeleted={() => setItems((known) => known?.filter((one) => one.id !== item.id) ?? null)}
                onFault={setFault}
              />
            ))}
          </ul>
        )}
        {fault !== null && <FaultNotice fault={fault} remedies={[{ label: 'Try again', act: () => load(null) }]} />}
        {cursor !== null && (
          <button type="button" class="btn out" aria-disabled={busy} onClick={() => !busy && load(cursor)}>
            {busy ? 'Loading\u2026' : 'Show earlier ones'}
          </button>
        )}
      </Body>
      <footer>
        <button type="button" class="btn" onClick={fresh}>
          New conversation
        </button>
      </footer>
    </>
  )
}
