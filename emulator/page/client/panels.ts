// The sidebar, dialogs and messages around the grid, and what panels say from their own origin.
import type { PanelView, StateView } from '../view.ts'

const find = <T extends HTMLElement>(id: string) => document.getElementById(id) as T

export type Panels = {
  show: (state: StateView) => void
  alert: (title: string, text: string) => void
  toast: (title: string, text: string, seconds: number) => void
}

/** `close` is told the token of a panel a person or the panel itself closes; `focus` hands the keys to the grid. */
export function createPanels(close: (token: string) => void, focus: () => void): Panels {
  const sidebar = {
    box: find('sidebar'),
    frame: find<HTMLIFrameElement>('sidebar-frame'),
    title: find('sidebar-title'),
  }
  const dialog = {
    box: find<HTMLDialogElement>('dialog'),
    frame: find<HTMLIFrameElement>('dialog-frame'),
    title: find('dialog-title'),
  }
  const shown: Record<string, PanelView | null> = { sidebar: null, dialog: null }
  let hiding: ReturnType<typeof setTimeout> | undefined

  find('sidebar-close').addEventListener('click', () => shown.sidebar && close(shown.sidebar.token))
  find('dialog-close').addEventListener('click', () => shown.dialog && close(shown.dialog.token))
  dialog.box.addEventListener('close', () => shown.dialog && close(shown.dialog.token))
  addEventListener('message', (event) => {
    const panel = Object.values(shown).find(
      (one) => one && new URL(one.url).origin === event.origin && one.token === event.data?.token,
    )
    if (!panel) return
    if (event.data.type === 'close') close(panel.token)
    if (event.data.type === 'focus') focus()
    if (event.data.type === 'size' && panel === shown.dialog) {
      if (event.data.width) dialog.frame.style.width = `${Number(event.data.width)}px`
      if (event.data.height) dialog.frame.style.height = `${Number(event.data.height)}px`
    }
  })

  const load = (
    name: 'sidebar' | 'dialog',
    panel: PanelView | null,
    parts: { frame: HTMLIFrameElement; title: HTMLElement },
  ): boolean => {
    if (shown[name]?.token === panel?.token) return false
    shown[name] = panel
    parts.title.textContent = panel?.title ?? ''
    parts.frame.title = panel?.title || 'Add-on'
    if (panel) parts.frame.src = panel.url
    else parts.frame.removeAttribute('src')
    return true
  }

  return {
    show: (state) => {
      load('sidebar', state.sidebar, sidebar)
      sidebar.box.hidden = state.sidebar === null
      if (!load('dialog', state.dialog, dialog)) return
      if (state.dialog) {
        dialog.frame.style.width = `${state.dialog.width ?? 500}px`
        dialog.frame.style.height = `${state.dialog.height ?? 350}px`
        if (!dialog.box.open) dialog.box.showModal()
      } else if (dialog.box.open) dialog.box.close()
    },
    alert: (title, text) => {
      find('alert-title').textContent = title || 'Message from the add-on'
      find('alert-text').textContent = text
      const box = find<HTMLDialogElement>('alert')
      if (!box.open) box.showModal()
    },
    toast: (title, text, seconds) => {
      const toast = find('toast')
      toast.replaceChildren(
        ...(title ? [Object.assign(document.createElement('b'), { textContent: title })] : []),
        text,
      )
      toast.hidden = false
      clearTimeout(hiding)
      if (seconds > 0)
        hiding = setTimeout(() => {
          toast.hidden = true
        }, seconds * 1000)
    },
  }
}
