// The menu bar: Extensions with the add-on's items, and menus that scripts added.
import type { MenuItemView, MenuView, StateView } from '../view.ts'

export type Choose = (functionName: string) => void

/** Draws the menus; each opens a list that works by pointer and keys. */
export function drawMenus(bar: HTMLElement, state: StateView, choose: Choose): void {
  const extensions: MenuView = { caption: 'Extensions', items: state.addon ? [state.addon] : [] }
  bar.replaceChildren(...[extensions, ...state.menus].map((menu) => menuElement(menu, choose)))
}

function menuElement(menu: MenuView, choose: Choose): HTMLElement {
  const wrap = document.createElement('div')
  wrap.className = 'menu'
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = menu.caption
  button.setAttribute('aria-haspopup', 'menu')
  button.setAttribute('aria-expanded', 'false')
  const list = listElement(menu, (name) => {
    open(false)
    choose(name)
  })
  list.hidden = true
  const items = () => [...list.querySelectorAll<HTMLElement>('[role=menuitem]')]
  const open = (shown: boolean) => {
    list.hidden = !shown
    button.setAttribute('aria-expanded', String(shown))
    if (shown) items()[0]?.focus()
  }
  button.addEventListener('click', () => open(list.hidden === true))
  wrap.addEventListener('keydown', (event) => {
    if (list.hidden) {
      if (event.key === 'ArrowDown') open(true)
      return
    }
    const all = items()
    const at = all.indexOf(document.activeElement as HTMLElement)
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (event.key === 'Escape') {
      open(false)
      button.focus()
    } else if (step) all[(at + step + all.length) % all.length]?.focus()
    else return
    event.preventDefault()
  })
  wrap.addEventListener('focusout', (event) => {
    if (!wrap.contains(event.relatedTarget as Node | null)) open(false)
  })
  wrap.append(button, list)
  return wrap
}

function listElement(menu: MenuView, choose: Choose): HTMLElement {
  const list = document.createElement('div')
  list.className = 'menu-list'
  list.setAttribute('role', 'menu')
  list.setAttribute('aria-label', menu.caption)
  list.append(...menu.items.flatMap((item) => itemElements(item, choose)))
  if (menu.items.length === 0) {
    const none = document.createElement('p')
    none.textContent = 'No add-on is installed.'
    list.append(none)
  }
  return list
}

function itemElements(item: MenuItemView, choose: Choose): HTMLElement[] {
  if ('separator' in item) return [document.createElement('hr')]
  if ('items' in item) {
    const group = document.createElement('div')
    group.setAttribute('role', 'group')
    group.setAttribute('aria-label', item.caption)
    const caption = document.createElement('div')
    caption.className = 'menu-caption'
    caption.textContent = item.caption
    group.append(caption, ...item.items.flatMap((one) => itemElements(one, choose)))
    return [group]
  }
  const button = document.createElement('button')
  button.type = 'button'
  button.setAttribute('role', 'menuitem')
  button.tabIndex = -1
  button.textContent = item.caption
  button.addEventListener('click', () => choose(item.functionName))
  return [button]
}
