// How the keyboard goes between a grid's cells and the card that tells of one.
import type { CellPlace } from './evidence.ts'

/** A grid draws this many rows at a time; more are counted. */
export const drawnRows = 50

export const gridId = (entryId: string, tableId: string) => `grid-${entryId}-${tableId}`
export const cardId = (entryId: string, tableId: string) => `cell-${entryId}-${tableId}`

/** Goes from a cell to what can be done about it, or to the button that closes its card. */
export function focusCard(entryId: string, tableId: string): void {
  const card = document.getElementById(cardId(entryId, tableId))
  const button = card?.querySelector('.choices button') ?? card?.querySelector('button')
  if (button instanceof HTMLElement) button.focus()
}

/** Gives a cell the keyboard and brings it into sight, above the card that stands over the end of the page. */
export function focusCell(entryId: string, tableId: string, { row, column }: CellPlace): void {
  const body = document.getElementById(gridId(entryId, tableId))
  const cell = body?.querySelector(`tr:nth-child(${(row % drawnRows) + 1}) > td:nth-child(${column + 1})`)
  if (!(cell instanceof HTMLElement)) return
  cell.focus()
  const card = document.getElementById(cardId(entryId, tableId))
  const page = cell.closest('.body')
  if (card === null || page === null) return
  const hidden = cell.getBoundingClientRect().bottom + 8 - card.getBoundingClientRect().top
  if (hidden > 0 && card.firstElementChild !== null) page.scrollTop += hidden
}
