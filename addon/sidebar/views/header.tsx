// The top line: where we are, the conversations and the settings.
import { useApp } from '../app-context.ts'
import type { State } from '../state.ts'
import { Icon } from './icon.tsx'

const templateNames = { templates: 'Templates', template: 'Template' }

export function Header({ state }: { state: State }) {
  const { store } = useApp()
  const { view, conversation } = state
  const away = view.name !== 'chat' && view.name !== 'insert'
  const title = conversation?.title || (state.loading ? 'Conversation' : 'New conversation')
  const names = { list: 'Conversations', settings: 'Settings', chat: title, insert: title, ...templateNames }
  const toggle = (name: 'list' | 'settings') => () =>
    store.set({ view: view.name === name ? { name: 'chat' } : { name } })
  return (
    <header>
      {away && (
        <button
          type="button"
          class="ic"
          aria-label="Back"
          onClick={() => store.set({ view: { name: view.name === 'template' ? 'templates' : 'chat' } })}
        >
          <Icon name="back" />
        </button>
      )}
      <h1 dir="auto" title={names[view.name]}>
        {names[view.name]}
      </h1>
      <button
        type="button"
        class="ic"
        aria-label="Conversations"
        aria-pressed={view.name === 'list'}
        title="Conversations"
        onClick={toggle('list')}
      >
        <Icon name="list" />
      </button>
      <button
        type="button"
        class="ic"
        aria-label="Settings"
        aria-pressed={view.name === 'settings'}
        title="Settings"
        onClick={toggle('settings')}
      >
        <Icon name="gear" />
      </button>
    </header>
  )
}
