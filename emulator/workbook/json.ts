// A workbook to and from JSON, so that it survives a restart.
import { type Cell, newSheet, newWorkbook, type Sheet, type Workbook } from './workbook.ts'

type StoredSheet = Omit<Sheet, 'columnWidths' | 'rowHeights' | 'hiddenRows' | 'hiddenColumns' | 'rows'> & {
  columnWidths: [number, number][]
  rowHeights: [number, number][]
  hiddenRows: number[]
  hiddenColumns: number[]
  cells: [number, number, Cell][]
}
export type StoredWorkbook = Omit<Workbook, 'sheets'> & { sheets: StoredSheet[] }

/** Plain JSON data of a workbook. */
export function toJson(workbook: Workbook): StoredWorkbook {
  return { ...workbook, sheets: workbook.sheets.map(storeSheet) }
}

function storeSheet({ rows, ...sheet }: Sheet): StoredSheet {
  const cells: [number, number, Cell][] = []
  for (const [row, line] of rows) for (const [column, cell] of line) cells.push([row, column, cell])
  return {
    ...sheet,
    columnWidths: [...sheet.columnWidths],
    rowHeights: [...sheet.rowHeights],
    hiddenRows: [...sheet.hiddenRows],
    hiddenColumns: [...sheet.hiddenColumns],
    cells,
  }
}

/** The workbook that `toJson` stored; what an older state lacks is as in a new workbook. */
export function fromJson(stored: StoredWorkbook): Workbook {
  return { ...newWorkbook(), ...stored, sheets: stored.sheets.map(readSheet) }
}

function readSheet({ cells, ...stored }: StoredSheet): Sheet {
  const rows: Sheet['rows'] = new Map()
  for (const [row, column, cell] of cells) {
    const line = rows.get(row) ?? new Map<number, Cell>()
    rows.set(row, line)
    line.set(column, cell)
  }
  return {
    ...newSheet(stored.id, stored.name),
    ...stored,
    columnWidths: new Map(stored.columnWidths),
    rowHeights: new Map(stored.rowHeights),
    hiddenRows: new Set(stored.hiddenRows),
    hiddenColumns: new Set(stored.hiddenColumns),
    rows,
  }
}
