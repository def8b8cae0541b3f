// The whole sidebar: one of its views under the header.
import { useEffect, useRef } from 'preact/hooks'
import { start } from '../actions/start.ts'
import { showReceipt } from '../actions/write-table.ts'
import { useApp, useAppState } from '../app-context.ts'
import type { State } from '../state.ts'
import { newestEntry } from '../transcript.ts'
import { ChatView } from './chat-view.tsx'
import { ConversationList } from './conversation-list.tsx'
import { Header } from './header.tsx'
import { InsertView } from './insert/insert-view.tsx'
import { FaultNotice } from './notice.tsx'
import { SettingsView } from './settings-view.tsx'
import { Skeleton } from './skeleton.tsx'
import { TemplateList } from './templates/template-list.tsx'
import { TemplateView } from './templates/template-view.tsx'

export function AppView() {
  const app = useApp()
  const state = useAppState()
  const root = useRef<HTMLDivElement>(null)
  const shown = useRef(state.view.name)

  useEffect(() => {
    if (shown.current === state.view.name) return
    shown.current = state.view.name
    root.current?.querySelector<HTMLElement>('[data-focus]')?.focus()
  }, [state.view.name])

  useEffect(() => {
    const goBack = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      if (app.store.get().view.name !== 'chat') app.store.set({ view: { name: 'chat' } })
      else if (app.store.get().consent) app.store.set({ consent: false })
      else if (app.store.get().looked) app.store.set({ looked: null })
    }
    document.addEventListener('keydown', goBack)
    return () => document.removeEventListener('keydown', goBack)
  }, [app])
  const keepDoubleClicks = useDoubleClicks()
  return (
    <div class="bar" ref={root} onClickCapture={keepDoubleClicks}>
      <Header state={state} />
      <CurrentView state={state} />
    </div>
  )
}

/**
 * The second half of a double click counts only for the button that was clicked first: where Send was is Stop a moment
 * later, and "Not now" when it is asked what may be sent.
 */
function useDoubleClicks() {
  const first = useRef<Element | null>(null)
  return (event: MouseEvent) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null
    if (event.detail > 1 && button !== first.current) {
      event.preventDefault()
      event.stopPropagation()
    } else first.current = button
  }
}

function CurrentView({ state }: { state: State }) {
  const app = useApp()
  if (state.blocked !== null) {
    return (
      <main class="body">
        <FaultNotice fault={state.blocked} remedies={[{ label: 'Try again', act: () => start(app) }]} />
      </main>
    )
  }
  if (state.phase === 'starting') return <Skeleton />
  const { view } = state
  if (view.name === 'list') return <ConversationList />
  if (view.name === 'settings') return <SettingsView state={state} />
  if (view.name === 'templates') return <TemplateList state={state} />
  if (view.name === 'template') return <TemplateView {...view} />
  const tableId = view.name === 'insert' ? view.tableId : ''
  const entry = newestEntry(state.entries, tableId)
  const table = entry?.tables.find((known) => known.id === tableId)
  if (entry === undefined || table === undefined) return <ChatView state={state} />
  const at = state.entries.indexOf(entry)
  const question = state.entries.slice(0, at).findLast(({ role }) => role === 'user')
  return (
    <InsertView
      table={table}
      wish={question?.content ?? ''}
      selection={state.selection}
      onBack={() => app.store.set({ view: { name: 'chat' } })}
      onWritten={(receipt, leftEmpty) => showReceipt(app, receipt, table.id, leftEmpty)}
    />
  )
}
