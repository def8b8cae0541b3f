// Draws one cell: its text and look, spilling text, merges, a checkbox, a list arrow, a note's corner.
import { columnLetters, keyOf, type Model } from './model.ts'

export type Tick = (row: number, column: number, checked: boolean) => void

const rowHeight = 22

/** The element that fills a cell. */
export function drawCell(model: Model, row: number, column: number, tick: Tick): HTMLElement {
  const element = document.createElement('div')
  element.className = 'cell'
  const cell = model.cells.get(keyOf(row, column))
  if (model.covered.has(keyOf(row, column))) {
    element.classList.add('covered')
    return element
  }
  const style = cell && cell[3] >= 0 ? model.view.styles[cell[3]] : undefined
  if (style) element.style.cssText = style
  const merge = model.anchors.get(keyOf(row, column))
  if (merge) {
    element.classList.add('merged')
    element.style.width = `${span(model, column, merge.columns)}px`
    element.style.height = `${merge.rows * rowHeight - 1}px`
    if (!/background/.test(style ?? '')) element.style.background = '#fff'
  }
  if (!cell) return element
  const [, , text, , extra] = cell
  if (extra?.checked !== undefined) {
    element.append(checkbox(row, column, extra.checked, tick))
    element.style.justifyContent ||= 'center'
  } else if (text) {
    const words = document.createElement('span')
    words.textContent = text
    element.append(words)
    const room = merge || /align:(?:right|center)|pre-wrap/.test(style ?? '') ? 0 : freeColumns(model, row, column)
    if (room > 0) {
      element.classList.add('spills')
      words.style.maxWidth = `${span(model, column, room + 1) - 6}px`
    }
  }
  if (extra?.choices && extra.checked === undefined) element.classList.add('list')
  if (extra?.invalid) element.classList.add('invalid')
  if (extra?.note) {
    element.classList.add('noted')
    element.title = extra.note
  }
  return element
}

function span(model: Model, column: number, count: number): number {
  let width = 0
  for (let index = column; index < column + count; index++) width += model.view.widths[index - 1] ?? 0
  return width - 1
}

/** How many empty columns to the right a text may run into. */
function freeColumns(model: Model, row: number, column: number): number {
  let count = 0
  while (count < 8 && column + count < model.view.columns) {
    const next = keyOf(row, column + count + 1)
    const neighbour = model.cells.get(next)
    if (neighbour?.[2] || neighbour?.[4] || model.covered.has(next)) break
    if (column + count === model.view.frozenColumns) break
    count += 1
  }
  return count
}

function checkbox(row: number, column: number, checked: boolean, tick: Tick): HTMLElement {
  const box = document.createElement('input')
  box.type = 'checkbox'
  box.checked = checked
  box.tabIndex = -1
  box.setAttribute('aria-label', `${columnLetters(column)}${row}`)
  box.addEventListener('change', () => tick(row, column, box.checked))
  return box
}
