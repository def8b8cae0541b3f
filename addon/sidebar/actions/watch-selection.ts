// Knows what is selected in the sheet, by asking now and then while somebody may be looking.
import type { App } from '../app-context.ts'
import { explainSelection } from './cell-source.ts'

/** Milliseconds between questions: each is a run of the script, which Google counts. */
const every = 4000

/** Asks at once, when it is known that something else is selected now. A failure leaves the last answer. */
export async function refreshSelection(app: App): Promise<void> {
  try {
    const { selection } = await app.rpc('selection', {})
    const same = JSON.stringify(selection) === JSON.stringify(app.store.get().selection)
    if (same) return
    app.store.set({ selection })
    await explainSelection(app)
  } catch {
    // The next question may be answered; until then the last answer holds.
  }
}

/** Answers how to stop. */
export function watchSelection(app: App): () => void {
  let asking = false

  const ask = async () => {
    const { phase, blocked, writing, sending, view } = app.store.get()
    const idle = phase === 'ready' && blocked === null && writing === null && !sending
    const looking = document.visibilityState === 'visible' && (view.name === 'chat' || view.name === 'insert')
    if (asking || !idle || !looking) return
    asking = true
    await refreshSelection(app)
    asking = false
  }
  const timer = setInterval(ask, every)
  window.addEventListener('focus', ask)
  document.addEventListener('visibilitychange', ask)
  return () => {
    clearInterval(timer)
    window.removeEventListener('focus', ask)
    document.removeEventListener('visibilitychange', ask)
  }
}
