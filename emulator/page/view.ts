// What the page is told about the workbook: the shapes that travel from the server to the browser.
import type { Box } from '../workbook/workbook.ts'

export type PanelView = { token: string; title: string; url: string; width: number | null; height: number | null }
export type MenuItemView = { caption: string; functionName: string } | { separator: true } | MenuView
export type MenuView = { caption: string; items: MenuItemView[] }

export type StateView = {
  title: string
  version: number
  activeSheetId: number
  /** Whether a script chose what is selected there. */
  scripted: boolean
  sheets: { id: number; name: string; color: string | null }[]
  /** What the add-on put under Extensions, and menus of its own. */
  addon: MenuView | null
  menus: MenuView[]
  sidebar: PanelView | null
  dialog: PanelView | null
}

/** More about a cell than its text: what editing starts from, its note, choices, a checkbox, a fault. */
export type CellExtra = {
  edit?: string
  note?: string
  choices?: string[]
  checked?: boolean
  invalid?: boolean
  wide?: boolean
}

/** Row, column, text, index into `styles` (-1 for none), and more where there is more. */
export type CellView = [number, number, string, number, CellExtra?]

export type SheetView = {
  id: number
  name: string
  version: number
  rows: number
  columns: number
  frozenRows: number
  frozenColumns: number
  rightToLeft: boolean
  gridlines: boolean
  /** Width of each column in pixels; 0 where hidden. */
  widths: number[]
  hiddenRows: number[]
  heights: [number, number][]
  merges: Box[]
  selection: Box
  /** Whether a script, not the person, chose the selection: only then the page follows it. */
  scripted: boolean
  styles: string[]
  cells: CellView[]
}

export type PageEvent =
  | { type: 'changed'; version: number }
  | { type: 'state' }
  | { type: 'alert'; title: string; text: string }
  | { type: 'toast'; title: string; text: string; seconds: number }
