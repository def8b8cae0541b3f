// The editor of a cell: a text field with what was typed before, or a list of choices.
import { editTextAt, keyOf, type Model } from './model.ts'
import type { CellComponent, Editor } from './tabulator.ts'

export type EditorOptions = {
  /** Told when an edit begins and when it is over: drawing the row in between would end it. */
  editing: (active: boolean) => void
  model: () => Model
  place: (cell: CellComponent) => { row: number; column: number }
  /** The character that started the edit, once; undefined when the old text stays. */
  takeFirst: () => string | undefined
  /** Called with the text a person leaves, and where to go next. */
  commit: (row: number, column: number, text: string, move: { rows: number; columns: number }) => void
}

export function cellEditor({ editing, model, place, takeFirst, commit }: EditorOptions): Editor {
  return (cell, onRendered, _success, cancel) => {
    const { row, column } = place(cell)
    const extra = model().cells.get(keyOf(row, column))?.[4]
    if (extra?.checked !== undefined) return false
    const before = editTextAt(model(), row, column)
    const first = takeFirst()
    editing(true)
    let done = false
    const finish = (text: string | null, move = { rows: 0, columns: 0 }) => {
      if (done) return
      done = true
      cancel()
      editing(false)
      if (text !== null && (text !== before || first !== undefined)) commit(row, column, text, move)
      else if (text !== null) commit(row, column, before, move)
    }
    const field = extra?.choices ? choiceField(extra.choices, before) : textField(first ?? before)
    field.className = 'cell-editor'
    field.setAttribute('aria-label', 'Cell contents')
    field.addEventListener('keydown', (event: Event) => {
      if (!(event instanceof KeyboardEvent)) return
      event.stopPropagation()
      if (event.key === 'Escape') finish(null)
      else if (event.key === 'Enter') finish(field.value, { rows: event.shiftKey ? -1 : 1, columns: 0 })
      else if (event.key === 'Tab') finish(field.value, { rows: 0, columns: event.shiftKey ? -1 : 1 })
      else return
      event.preventDefault()
    })
    for (const name of ['mousedown', 'click', 'dblclick', 'paste', 'copy', 'cut'])
      field.addEventListener(name, (event) => event.stopPropagation())
    if (field instanceof HTMLSelectElement) field.addEventListener('change', () => finish(field.value))
    field.addEventListener('blur', () => finish(field.value))
    onRendered(() => {
      field.focus({ preventScroll: true })
      if (field instanceof HTMLInputElement) field.setSelectionRange(field.value.length, field.value.length)
    })
    return field
  }
}

function textField(value: string): HTMLInputElement {
  const field = document.createElement('input')
  field.value = value
  return field
}

function choiceField(choices: string[], value: string): HTMLSelectElement {
  const field = document.createElement('select')
  for (const choice of ['', ...choices]) {
    const option = document.createElement('option')
    option.value = choice
    option.textContent = choice || 'None'
    option.selected = choice === value
    field.append(option)
  }
  return field
}
