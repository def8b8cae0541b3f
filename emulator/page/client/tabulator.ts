// The part of the Tabulator library this page uses; the library itself comes from its own script tag.
export type ColumnComponent = { getField: () => string }
export type RowComponent = { getData: () => { r: number }; reformat: () => void; getElement: () => HTMLElement }
export type CellComponent = {
  getRow: () => RowComponent
  getColumn: () => ColumnComponent
  getElement: () => HTMLElement
  edit: (force?: boolean) => void
}
export type RangeComponent = {
  getTopEdge: () => number
  getBottomEdge: () => number
  getLeftEdge: () => number
  getRightEdge: () => number
  setBounds: (start: CellComponent, end?: CellComponent) => void
}
export type Editor = (
  cell: CellComponent,
  onRendered: (work: () => void) => void,
  success: (value: unknown) => void,
  cancel: () => void,
) => HTMLElement | false
export type ColumnDefinition = {
  title: string
  field?: string
  width?: number
  frozen?: boolean
  headerSort?: boolean
  resizable?: boolean
  visible?: boolean
  hozAlign?: string
  cssClass?: string
  formatter?: (cell: CellComponent) => HTMLElement | string
  editor?: Editor
}
export type Table = {
  on: (event: string, work: (...args: never[]) => void) => void
  destroy: () => void
  getRows: (kind?: 'visible' | 'active') => RowComponent[]
  getRow: (index: number) => RowComponent | false
  getRanges: () => RangeComponent[]
  scrollToRow: (row: number, position?: string, always?: boolean) => Promise<void>
  element: HTMLElement
}
type TabulatorClass = new (element: HTMLElement, options: Record<string, unknown>) => Table

declare global {
  interface Window {
    Tabulator: TabulatorClass
  }
}

export function newTable(element: HTMLElement, options: Record<string, unknown>): Table {
  return new window.Tabulator(element, options)
}
