// What a new conversation offers, fitted to what is selected in the sheet.
import { attachSelection } from '../actions/attach.ts'
import { useApp } from '../app-context.ts'
import type { State } from '../state.ts'
import { suggestionsFor } from '../suggestions.ts'

export function EmptyState({ state }: { state: State }) {
  const app = useApp()
  const take = (text: string, selection: boolean) => {
    app.store.set((now) => ({ ...now, draft: { ...now.draft, text } }))
    if (selection) void attachSelection(app)
    document.getElementById('message')?.focus()
  }
  return (
    <>
      <div>
        <h2>What should go in the sheet?</h2>
        <p class="hint">Paste text or a table, drop a file, or start from what you selected.</p>
      </div>
      {suggestionsFor(state.selection).map(({ title, hint, text, use }) => (
        <button
          key={title}
          type="button"
          class="try"
          onClick={() => (use === 'file' ? document.getElementById('file')?.click() : take(text, use === 'selection'))}
        >
          <b>{title}</b>
          <span class="hint" dir="auto">
            {hint}
          </span>
        </button>
      ))}
      <EngineLine state={state} />
    </>
  )
}

function EngineLine({ state }: { state: State }) {
  const app = useApp()
  const { about } = state
  if (about === null) return null
  if (about.engine === 'gpt') {
    return <p class="hint low">{about.model} reads what you send. Tables are read as they are, without it.</p>
  }
  return (
    <p class="hint low">
      Built-in engine: reads tables and structured text.{' '}
      <button type="button" class="link" onClick={() => app.store.set({ view: { name: 'settings' } })}>
        Connect a model
      </button>{' '}
      to read prose too.
    </p>
  )
}
