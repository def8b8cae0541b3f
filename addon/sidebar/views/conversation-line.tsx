// One conversation in the list, with renaming and deleting in its own place.
import { useState } from 'preact/hooks'
import type { Conversation } from '../../../shared/contract/schemas.ts'
import { newConversation, openConversation } from '../actions/open-conversation.ts'
import { useApp } from '../app-context.ts'
import { type Fault, faultOf } from '../fault.ts'
import { whenWords } from '../words.ts'

type ConversationLineProps = {
  item: Conversation
  onRenamed: (title: string) => void
  onDeleted: () => void
  onFault: (fault: Fault) => void
}

export function ConversationLine({ item, onRenamed, onDeleted, onFault }: ConversationLineProps) {
  const app = useApp()
  const [mode, setMode] = useState<'shown' | 'renaming' | 'deleting'>('shown')
  const [title, setTitle] = useState(item.title)
  const current = app.store.get().conversation?.id === item.id
  const name = item.title || 'New conversation'

  const rename = async () => {
    const given = title.trim()
    setMode('shown')
    if (given === '' || given === item.title) return
    try {
      await app.api.call('updateConversation', { params: { id: item.id }, body: { title: given } })
      onRenamed(given)
      if (current) app.store.set({ conversation: { id: item.id, title: given } })
    } catch (error) {
      onFault(faultOf(error))
    }
  }
  const remove = async () => {
    try {
      await app.api.call('deleteConversation', { params: { id: item.id } })
      onDeleted()
      if (current) {
        newConversation(app)
        app.store.set({ view: { name: 'list' } })
      }
    } catch (error) {
      setMode('shown')
      onFault(faultOf(error))
    }
  }

  if (mode === 'renaming') {
    return (
      <li class="pad">
        <form
          class="field"
          onSubmit={(event) => {
            event.preventDefault()
            void rename()
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.preventDefault()
            setMode('shown')
          }}
        >
          <label for={`title-${item.id}`}>Name of the conversation</label>
          <input
            id={`title-${item.id}`}
            type="text"
            dir="auto"
            maxLength={200}
            value={title}
            ref={(field) => field?.focus()}
            onInput={(event) => setTitle(event.currentTarget.value)}
          />
          <div class="row above">
            <button type="submit" class="btn out">
              Rename
            </button>
            <button type="button" class="btn ghost" onClick={() => setMode('shown')}>
              Keep the name
            </button>
          </div>
        </form>
      </li>
    )
  }
  if (mode === 'deleting') {
    return (
      <li class="note bad">
        <div dir="auto">
          Delete {'\u201c'}
          {name}
          {'\u201d'} and its tables from the server? What is in the sheet stays.
        </div>
        <div class="row above">
          <button type="button" class="btn out" ref={(button) => button?.focus()} onClick={remove}>
            Delete it
          </button>
          <button type="button" class="btn ghost" onClick={() => setMode('shown')}>
            Keep it
          </button>
        </div>
      </li>
    )
  }
  return (
    <li class={current ? 'current' : undefined}>
      <button
        type="button"
        class="open"
        aria-current={current ? 'true' : undefined}
        onClick={() => openConversation(app, item.id, item.title)}
      >
        <span class="cut" dir="auto">
          {name}
        </span>
        <small>{whenWords(item.updated_at)}</small>
      </button>
      <div class="row under">
        <button type="button" class="link" aria-label={`Rename ${name}`} onClick={() => setMode('renaming')}>
          Rename
        </button>
        <button type="button" class="link" aria-label={`Delete ${name}`} onClick={() => setMode('deleting')}>
          Delete
        </button>
      </div>
    </li>
  )
}
