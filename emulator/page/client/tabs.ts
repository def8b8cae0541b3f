// The sheet tabs at the bottom.
import type { StateView } from '../view.ts'

export function drawTabs(holder: HTMLElement, state: StateView, open: (id: number) => Promise<void>): void {
  const focused = holder.contains(document.activeElement)
  holder.replaceChildren(
    ...state.sheets.map(({ id, name, color }) => {
      const tab = document.createElement('button')
      tab.type = 'button'
      tab.className = 'tab'
      tab.setAttribute('role', 'tab')
      tab.setAttribute('aria-selected', String(id === state.activeSheetId))
      tab.tabIndex = id === state.activeSheetId ? 0 : -1
      tab.textContent = name
      if (color) tab.style.boxShadow = `inset 0 -3px ${color}`
      tab.addEventListener('click', () => void open(id))
      tab.addEventListener('keydown', (event) => {
        const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
        const next = state.sheets[state.sheets.findIndex((sheet) => sheet.id === id) + step]
        if (step && next) void open(next.id)
      })
      return tab
    }),
  )
  const active = holder.querySelector<HTMLElement>('[aria-selected=true]')
  if (focused) active?.focus()
  active?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}
