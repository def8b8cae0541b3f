// What went wrong between the person and the server, each with the button that helps.
import { textAsFile } from '../actions/attach.ts'
import { sendDraft } from '../actions/send-message.ts'
import { reconnect } from '../actions/start.ts'
import { type App, useApp } from '../app-context.ts'
import { type Fault, signInFaults } from '../fault.ts'
import type { State } from '../state.ts'
import { FaultNotice, type Remedy } from './notice.tsx'

export function ChatFaults({ state }: { state: State }) {
  const app = useApp()
  const { sendFault, replyFault, offline } = state
  if (replyFault !== null) {
    const close = { label: 'Close', quiet: true, act: () => app.store.set({ replyFault: null }) }
    return <FaultNotice fault={replyFault} remedies={[close]} />
  }
  if (sendFault !== null) return <FaultNotice fault={kept(sendFault)} remedies={remediesFor(app, sendFault)} />
  if (offline === null) return null
  const label = state.connecting ? 'Trying again\u2026' : offline.kind === 'offline' ? 'Try again' : 'Sign in again'
  return <FaultNotice fault={offline} remedies={[{ label, act: () => reconnect(app) }]} />
}

function kept(fault: Fault): Fault {
  if (fault.kind !== 'offline') return fault
  return { ...fault, detail: 'Your message is kept.' }
}

const noRemedy = ['too_many_files', 'already_answering', 'message_empty', 'daily_cap_reached']

function remediesFor(app: App, fault: Fault): Remedy[] {
  const close = { label: 'Close', quiet: true, act: () => app.store.set({ sendFault: null }) }
  if (fault.code === 'message_too_long')
    return [{ label: 'Send it as a file instead', act: () => textAsFile(app) }, close]
  if (fault.code === 'model_key_refused') {
    return [{ label: 'Open settings', act: () => app.store.set({ view: { name: 'settings' } }) }, close]
  }
  if (signInFaults.includes(fault.code)) return [{ label: 'Sign in again', act: () => reconnect(app) }, close]
  if (noRemedy.includes(fault.code)) return [close]
  if (fault.code === 'nothing_selected' || fault.kind === 'script') return [close]
  return [{ label: 'Try again', act: () => sendDraft(app) }, close]
}
