// Keys and clipboard on the grid: start typing, delete, copy, cut and paste.
import type { Box } from '../../workbook/workbook.ts'
import { stepThroughFrozen } from './frozen.ts'
import type { Grid } from './grid.ts'
import { keyOf } from './model.ts'

export type KeyHooks = {
  clear: (box: Box) => void
  paste: (row: number, column: number, texts: string[][]) => void
  tick: (row: number, column: number, checked: boolean) => void
}

/** True when keys belong to the grid: nothing else on the page has the focus. */
const onGrid = (holder: HTMLElement) => {
  const focused = document.activeElement
  if (focused?.classList.contains('cell-editor')) return false
  return !focused || focused === document.body || holder.contains(focused)
}

export function listenToKeys(holder: HTMLElement, grid: Grid, hooks: KeyHooks): void {
  document.addEventListener(
    'keydown',
    (event) => {
      if (!onGrid(holder) || event.ctrlKey || event.metaKey || event.altKey) return
      const { row, column } = grid.selection()
      const checked = grid.model()?.cells.get(keyOf(row, column))?.[4]?.checked
      if (stepThroughFrozen(event, grid)) {
        event.preventDefault()
        event.stopPropagation()
        return
      }
      if (event.key === 'Delete' || event.key === 'Backspace') hooks.clear(grid.selection())
      else if (event.key === ' ' && checked !== undefined) hooks.tick(row, column, !checked)
      else if (event.key === 'Enter' || event.key === 'F2') grid.edit()
      else if (event.key.length === 1) grid.edit(event.key)
      else return
      event.preventDefault()
      event.stopPropagation()
    },
    true,
  )

  const copy = (event: ClipboardEvent) => {
    const model = grid.model()
    if (!onGrid(holder) || !model || !event.clipboardData) return
    const { row, column, rows, columns } = grid.selection()
    const lines = Array.from({ length: Math.min(rows, model.view.rows) }, (_, down) =>
      Array.from({ length: columns }, (_, right) =>
        quote(model.cells.get(keyOf(row + down, column + right))?.[2] ?? ''),
      ).join('\t'),
    )
    event.clipboardData.setData('text/plain', lines.join('\n'))
    event.preventDefault()
    event.stopPropagation()
    if (event.type === 'cut') hooks.clear(grid.selection())
  }
  document.addEventListener('copy', copy, true)
  document.addEventListener('cut', copy, true)
  document.addEventListener(
    'paste',
    (event) => {
      const text = event.clipboardData?.getData('text/plain')
      if (!onGrid(holder) || !text) return
      const { row, column } = grid.selection()
      hooks.paste(row, column, readTsv(text))
      event.preventDefault()
      event.stopPropagation()
    },
    true,
  )
}

const quote = (text: string) => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Tab-separated text as spreadsheets put it on the clipboard, quotes around cells with breaks. */
export function readTsv(text: string): string[][] {
  const rows: string[][] = [[]]
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/gy
  const source = text.replaceAll('\r\n', '\n').replace(/\n$/, '')
  for (let match = cell.exec(source); match; match = cell.exec(source)) {
    rows.at(-1)!.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[3] === '') break
    if (match[3] === '\n') rows.push([])
  }
  return rows
}
