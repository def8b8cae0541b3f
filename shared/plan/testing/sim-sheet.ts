// A sheet in memory that carries plans out as their edits say, for tests of planning.
import type { TableAnchor } from '../anchor.ts'
import type { KnownTable, Place, RuledBlock, SheetValue } from '../place.ts'
import type { CellLook, PlanBlock, PlanEdit } from '../plan-edit.ts'
import type { SheetCell } from '../sheet-cell.ts'
import type { SheetPlan } from '../sheet-plan.ts'
import { overlaps } from '../sheet-window.ts'

export type SimCell = { cell: SheetCell; look: CellLook; rule: string | null; note: string }

export type SimSheet = {
  id: number
  name: string
  locale: string
  grid: SimCell[][]
  columns: number
  merged: PlanBlock[]
  bands: PlanBlock[]
  conditions: { blocks: PlanBlock[]; what: string }[]
  filter: PlanBlock | null
  protected: { block: PlanBlock; may_edit: boolean; warning_only: boolean }[]
  /** Rules of the person's own, as they are read. */
  ruled: RuledBlock[]
  tables: Map<string, { anchor: TableAnchor; block: PlanBlock }>
  sheet: { frozen: number[]; widths: Map<number, number>; gridlines: boolean; rtl: boolean }
}

const emptyCell = (look: CellLook = {}): SimCell => ({ cell: null, look: { ...look }, rule: null, note: '' })
const emptyRow = (columns: number, like?: SimCell[]): SimCell[] =>
  Array.from({ length: columns }, (_, at) => emptyCell(like?.[at]?.look))

export function emptySheet(rows: number, columns: number, locale = 'en_US'): SimSheet {
  return {
    ...{
      id: 7,
      name: 'Here',
      locale,
      columns,
      merged: [],
      bands: [],
      conditions: [],
      filter: null,
      protected: [],
      ruled: [],
    },
    grid: Array.from({ length: rows }, () => emptyRow(columns)),
    tables: new Map(),
    sheet: { frozen: [0, 0], widths: new Map(), gridlines: true, rtl: false },
  }
}

export const at = (sheet: SimSheet, row: number, column: number): SimCell => {
  const cell = sheet.grid[row - 1]?.[column - 1]
  if (!cell) throw new Error(`Row ${row}, column ${column} is not on the grid.`)
  return cell
}

/** Puts contents from a place on, row by row. */
export function put(sheet: SimSheet, row: number, column: number, cells: SheetCell[][]): void {
  cells.forEach((line, r) => {
    line.forEach((cell, c) => {
      at(sheet, row + r, column + c).cell = cell
    })
  })
}

/** The contents of a block. */
export const contents = (sheet: SimSheet, { row, column, rows, columns }: PlanBlock): SheetCell[][] =>
  Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (_, c) => at(sheet, row + r, column + c).cell))

const each = (sheet: SimSheet, { row, column, rows, columns }: PlanBlock, work: (cell: SimCell) => void) => {
  for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) work(at(sheet, row + r, column + c))
}

/** Rows that a formula names, after others were put in (`count` > 0) or taken out. */
function shiftFormulas(sheet: SimSheet, from: number, count: number): void {
  for (const row of sheet.grid)
    for (const cell of row) {
      if (cell.cell === null || typeof cell.cell !== 'object') continue
      cell.cell = {
        formula: cell.cell.formula.replace(
          /(\$?[A-Z]{1,3}\$?)(\d+)(?:(:\$?[A-Z]{1,3}\$?)(\d+))?(?![\d(])/g,
          (_, one: string, first: string, two: string | undefined, last: string | undefined) => {
            const moved = (line: number, isEnd: boolean) => {
              if (count > 0) return line >= from ? line + count : line
              const end = from - count
              return line >= end ? line + count : line >= from ? (isEnd ? from - 1 : from) : line
            }
            const start = `${one}${moved(Number(first), false)}`
            return two === undefined ? start : `${start}${two}${moved(Number(last), true)}`
          },
        ),
      }
    }
}

function moveBlocks(sheet: SimSheet, from: number, count: number): void {
  const move = (block: PlanBlock): PlanBlock[] => {
    if (count > 0) {
      if (block.row >= from) return [{ ...block, row: block.row + count }]
      return [block.row + block.rows > from ? { ...block, rows: block.rows + count } : block]
    }
    const gone = (line: number) => Math.max(0, Math.min(line, from - count) - from)
    const rows = block.rows - (gone(block.row + block.rows) - gone(block.row))
    return rows > 0 ? [{ ...block, row: block.row - gone(block.row), rows }] : []
  }
  sheet.merged = sheet.merged.flatMap(move)
  sheet.bands = sheet.bands.flatMap(move)
  sheet.conditions = sheet.conditions.flatMap(({ blocks, what }) => {
    const left = blocks.flatMap(move)
    return left.length > 0 ? [{ blocks: left, what }] : []
  })
  sheet.filter = sheet.filter ? (move(sheet.filter)[0] ?? null) : null
  for (const [id, table] of sheet.tables) {
    const [block] = move(table.block)
    if (block) sheet.tables.set(id, { ...table, block })
    else sheet.tables.delete(id)
  }
}

export function applyEdit(sheet: SimSheet, edit: PlanEdit): void {
  switch (edit.kind) {
    case 'insert_rows': {
      shiftFormulas(sheet, edit.before, edit.count)
      moveBlocks(sheet, edit.before, edit.count)
      const above = sheet.grid[edit.before - 2]
      sheet.grid.splice(edit.before - 1, 0, ...Array.from({ length: edit.count }, () => emptyRow(sheet.columns, above)))
      return
    }
    case 'delete_rows':
      shiftFormulas(sheet, edit.row, -edit.count)
      moveBlocks(sheet, edit.row, -edit.count)
      sheet.grid.splice(edit.row - 1, edit.count)
      return
    case 'grow':
      for (const row of sheet.grid) while (row.length < edit.columns) row.push(emptyCell())
      sheet.columns = Math.max(sheet.columns, edit.columns)
      while (sheet.grid.length < edit.rows) sheet.grid.push(emptyRow(sheet.columns))
      return
    case 'separate':
      sheet.merged = sheet.merged.filter((block) => !edit.blocks.some((one) => overlaps(one, block)))
      return
    case 'cells': {
      const block = { row: edit.row, column: edit.column, rows: edit.cells.length, columns: edit.cells[0]?.length ?? 0 }
      if (edit.cells.some((line) => line.length !== block.columns)) throw new Error('Rows differ in length.')
      if (sheet.merged.some((merged) => overlaps(merged, block))) throw new Error('A merged cell is written.')
      put(sheet, edit.row, edit.column, edit.cells)
      return
    }
    case 'clear':
      each(sheet, edit.block, (cell) => Object.assign(cell, emptyCell()))
      return
    case 'look':
      each(sheet, edit.block, (cell) => Object.assign(cell.look, edit.look))
      return
    case 'rule':
      each(sheet, edit.block, (cell) => {
        cell.rule = edit.rule === null ? null : JSON.stringify(edit.rule)
      })
      return
    case 'note':
      at(sheet, edit.row, edit.column).note = edit.note
      return
    case 'band':
      sheet.bands = [...sheet.bands.filter((block) => !overlaps(block, edit.block)), edit.block]
      return
    case 'condition': {
      const what = JSON.stringify(edit.condition)
      const same = (one: { blocks: PlanBlock[]; what: string }) =>
        one.what === what && one.blocks.some((block) => edit.blocks.some((other) => overlaps(block, other)))
      sheet.conditions = [{ blocks: edit.blocks, what }, ...sheet.conditions.filter((one) => !same(one))]
      return
    }
    case 'filter':
      sheet.filter = edit.block
      return
    case 'freeze':
      sheet.sheet.frozen = [edit.rows, edit.columns]
      return
    case 'width':
      for (let column = 0; column < edit.count; column++) sheet.sheet.widths.set(edit.column + column, edit.pixels)
      return
    case 'gridlines':
      sheet.sheet.gridlines = edit.shown
      return
    case 'right_to_left':
      sheet.sheet.rtl = true
      return
    case 'anchor':
      sheet.tables.set(edit.anchor.id, { anchor: edit.anchor, block: edit.block })
  }
}

/** Carries a plan out; a copy is made first. */
export function applyPlan(sheet: SimSheet, plan: SheetPlan): SimSheet {
  const copy = structuredClone(sheet)
  for (const edit of plan.edits) applyEdit(copy, edit)
  return copy
}

/** The table of the sheet, as `known_tables` tells it. */
export function knownIn(sheet: SimSheet, id: string): KnownTable | null {
  const table = sheet.tables.get(id)
  return table ? { ...table, sheet_id: sheet.id, sheet_name: sheet.name } : null
}

/** What the writers read of a sheet for a plan. */
export function readPlace(sheet: SimSheet, area: PlanBlock | null, known: KnownTable | null): Place {
  const names = {
    sheet_names: [sheet.name],
    range_names: [...sheet.tables.values()].map(({ anchor }) => anchor.range_name),
  }
  if (!area) return { locale: sheet.locale, ...names, sheet: null, known }
  const rows = Math.min(area.row + area.rows - 1, sheet.grid.length)
  const columns = Math.min(area.column + area.columns - 1, sheet.columns)
  const block = { ...area, rows: Math.max(0, rows - area.row + 1), columns: Math.max(0, columns - area.column + 1) }
  const read = <T>(of: (cell: SimCell) => T): T[][] =>
    Array.from({ length: block.rows }, (_, r) =>
      Array.from({ length: block.columns }, (_, c) => of(at(sheet, area.row + r, area.column + c))),
    )
  const shownValue = ({ cell }: SimCell): SheetValue => (cell !== null && typeof cell === 'object' ? 0 : cell)
  const filled = (row: number) =>
    sheet.grid[row - 1]!.some(({ cell }, at) => cell !== null && (at + 1 < area.column || at + 1 > columns))
  const ruled = [...sheet.ruled]
  const unread = { strict: false, demand: { kind: 'unknown', says: '' } } as const
  sheet.grid.forEach((row, r) => {
    row.forEach(({ rule }, c) => {
      if (rule !== null) ruled.push({ row: r + 1, column: c + 1, rows: 1, columns: 1, rule: unread })
    })
  })
  return {
    locale: sheet.locale,
    ...names,
    known,
    sheet: {
      ...{ id: sheet.id, name: sheet.name, rows: sheet.grid.length, columns: sheet.columns },
      window: {
        ...{ row: area.row, column: area.column },
        values: read(shownValue),
        display: read((cell) => (shownValue(cell) === null ? '' : String(shownValue(cell)))),
        formulas: read(({ cell }) => (cell !== null && typeof cell === 'object' ? cell.formula : '')),
        formats: read(({ look }) => look.number_format ?? ''),
      },
      ruled,
      merged: sheet.merged.filter((merged) => overlaps(merged, area)),
      protected: sheet.protected,
      filter: sheet.filter,
      banded: sheet.bands,
      hidden_rows: [],
      below: sheet.grid.slice(rows).some((row) => row.some(({ cell }) => cell !== null)),
      beside: Array.from({ length: block.rows }, (_, at) => area.row + at).filter(filled),
    },
  }
}
