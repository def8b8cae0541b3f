// Draws a view into the test's page and waits for what it shows.
import { type ComponentChild, render } from 'preact'
import { vi } from 'vitest'
import { type App, AppContext } from '../app-context.ts'

export function draw(app: App, view: ComponentChild): HTMLElement {
  document.body.innerHTML = ''
  const root = document.createElement('div')
  document.body.append(root)
  render(<AppContext.Provider value={app}>{view}</AppContext.Provider>, root)
  return root
}

/** The button with that name; waits until it is there. */
export function button(name: string): Promise<HTMLButtonElement> {
  return vi.waitFor(() => {
    const all = [...document.querySelectorAll('button')]
    const found = all.find((one) => (one.getAttribute('aria-label') ?? one.textContent) === name)
    if (found === undefined) throw new Error(`No button “${name}” in: ${document.body.textContent}`)
    return found
  })
}

export function shows(text: string): Promise<void> {
  return vi.waitFor(() => {
    if (!document.body.textContent?.includes(text)) throw new Error(`“${text}” not in: ${document.body.textContent}`)
  })
}

export function typeInto(field: Element | null, text: string): void {
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) throw new Error('Not a field')
  field.value = text
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
