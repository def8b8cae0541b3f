// Keeps the draft and the place in the conversation for the next time the sidebar opens.
import type { Preferences } from '../../../shared/contract/rpc.ts'
import type { App } from '../app-context.ts'

/** The script's store takes this many characters of a draft; longer ones stay in this browser tab. */
const scriptDraft = 8000
const tabKey = 'tablewright-draft'

/** What is on its way to the script: calls do not arrive in their order, so there is one at a time, the latest last. */
const onTheWay = new WeakMap<App, { again: boolean }>()

/** Remembers something for the person. A failure costs only the memory, so it is not shown. */
export function remember(app: App, change: Partial<Preferences>): void {
  app.store.set((state) => ({ ...state, preferences: { ...state.preferences, ...change } }))
  const call = onTheWay.get(app)
  if (call) call.again = true
  else void tell(app)
}

async function tell(app: App): Promise<void> {
  const call = { again: false }
  onTheWay.set(app, call)
  await app.rpc('remember', app.store.get().preferences).catch(() => {})
  onTheWay.delete(app)
  if (call.again) await tell(app)
}

export function savedDraft(preferences: Preferences): string {
  return tabDraft('read') || preferences.draft || ''
}

/** Storage may be blocked in the sidebar's frame: then a very long draft is not kept. */
function tabDraft(act: 'read' | 'forget' | { keep: string }): string {
  try {
    if (act === 'read') return sessionStorage.getItem(tabKey) ?? ''
    if (act === 'forget') sessionStorage.removeItem(tabKey)
    else sessionStorage.setItem(tabKey, act.keep)
  } catch {
    // Blocked or full.
  }
  return ''
}

/** Saves the draft a second after the last key, and at once when the sidebar is left. Answers how to stop. */
export function rememberDraft(app: App): () => void {
  let saved = app.store.get().draft.text
  let timer: ReturnType<typeof setTimeout> | undefined

  const save = (leaving: boolean) => {
    clearTimeout(timer)
    timer = undefined
    const { text } = app.store.get().draft
    if (text === saved || app.store.get().hello === null) return
    saved = text
    const long = text.length > scriptDraft
    // A call to the script that begins while the frame goes away may never arrive.
    tabDraft(text !== '' && (long || leaving) ? { keep: text } : 'forget')
    const draft = long ? '' : text
    if (draft !== (app.store.get().preferences.draft ?? '')) remember(app, { draft })
  }
  const leave = () => {
    if (document.visibilityState === 'hidden') save(false)
  }
  const close = () => save(true)
  document.addEventListener('visibilitychange', leave)
  window.addEventListener('pagehide', close)
  const unwatch = app.store.watch(() => {
    if (app.store.get().draft.text === saved) return
    clearTimeout(timer)
    timer = setTimeout(() => save(false), 1000)
  })
  return () => {
    unwatch()
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', leave)
    window.removeEventListener('pagehide', close)
  }
}
