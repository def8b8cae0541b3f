// What scripts have asked the spreadsheet's window to show: menus, the sidebar, dialogs and messages.
import { randomBytes } from 'node:crypto'

export type MenuItem = { caption: string; functionName: string } | { separator: true } | Menu
export type Menu = { caption: string; items: MenuItem[]; addon: boolean }

/** An HTML panel; `token` is unguessable and names it in addresses. */
export type Panel = {
  token: string
  title: string
  html: string
  width: number | null
  height: number | null
  modal: boolean
}

export type UiEvent =
  | { type: 'menus' }
  | { type: 'sidebar'; panel: Panel }
  | { type: 'dialog'; panel: Panel }
  | { type: 'alert'; title: string; text: string }
  | { type: 'toast'; title: string; text: string; seconds: number }

export type UiState = {
  menus: Menu[]
  sidebar: Panel | null
  dialog: Panel | null
  alerts: { title: string; text: string }[]
  toasts: { title: string; text: string }[]
  listeners: Set<(event: UiEvent) => void>
}

export function newUiState(): UiState {
  return { menus: [], sidebar: null, dialog: null, alerts: [], toasts: [], listeners: new Set() }
}

/** Keeps what was asked for and tells the window. */
export function showUi(ui: UiState, event: UiEvent): void {
  if (event.type === 'sidebar') ui.sidebar = event.panel
  if (event.type === 'dialog') ui.dialog = event.panel
  if (event.type === 'alert') ui.alerts.push({ title: event.title, text: event.text })
  if (event.type === 'toast') ui.toasts.push({ title: event.title, text: event.text })
  for (const listener of ui.listeners) listener(event)
}

export function newPanel(panel: Omit<Panel, 'token'>): Panel {
  return { token: randomBytes(24).toString('base64url'), ...panel }
}
