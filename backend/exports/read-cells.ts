// Reads the part of a sheet that a plan has to see, and what stands around it, in one call.
import * as z from 'zod'
import { addressInSheet, type Block, blockAddress, columnLetter } from '../../shared/plan/a1.ts'
import type { PlaceSheet, SheetValue, SheetWindow } from '../../shared/plan/place.ts'
import type { PlanBlock } from '../../shared/plan/plan-edit.ts'
import type { GoogleApi } from '../platform/google/google-api.ts'
import { DataValidation, readPlaceRules } from './read-place-rules.ts'

const Extended = z.object({
  numberValue: z.number().optional(),
  stringValue: z.string().optional(),
  boolValue: z.boolean().optional(),
  formulaValue: z.string().optional(),
})
const Cell = z.object({
  userEnteredValue: Extended.optional(),
  effectiveValue: Extended.optional(),
  formattedValue: z.string().default(''),
  userEnteredFormat: z.object({ numberFormat: z.object({ pattern: z.string().optional() }).optional() }).optional(),
  dataValidation: DataValidation.optional(),
})
type Cell = z.infer<typeof Cell>
const Grid = z.object({
  startRow: z.int().default(0),
  startColumn: z.int().default(0),
  rowData: z.array(z.object({ values: z.array(Cell).default([]) })).default([]),
  rowMetadata: z
    .array(z.object({ hiddenByFilter: z.boolean().default(false), hiddenByUser: z.boolean().default(false) }))
    .default([]),
})
type Grid = z.infer<typeof Grid>
const Answer = z.object({ sheets: z.array(z.object({ data: z.array(Grid).default([]) })).default([]) })

const cellFields =
  'userEnteredValue,effectiveValue,formattedValue,userEnteredFormat.numberFormat.pattern,dataValidation(condition,strict)'
const fields = `sheets.data(startRow,startColumn,rowData.values(${cellFields}),rowMetadata(hiddenByFilter,hiddenByUser))`

/** The part of the place that only its cells show. */
export type PlaceCells = Pick<PlaceSheet, 'window' | 'ruled' | 'hidden_rows' | 'below' | 'beside'>

type SheetSize = { name: string; rows: number; columns: number }

/** The window on the grid, and the cells left and right of it and below, where there are any. */
function parts({ rows, columns }: SheetSize, window: Block): { kind: 'window' | 'beside' | 'below'; block: Block }[] {
  const [bottom, right] = [window.row + window.rows, window.column + window.columns]
  const down = rows - window.row + 1
  const around = [
    { kind: 'window', block: window },
    { kind: 'beside', block: { row: window.row, column: 1, rows: down, columns: window.column - 1 } },
    { kind: 'beside', block: { row: window.row, column: right, rows: down, columns: columns - right + 1 } },
    { kind: 'below', block: { ...window, row: bottom, rows: rows - bottom + 1 } },
  ] as const
  return around.filter(({ block }) => block.rows > 0 && block.columns > 0)
}

function shownValue({ effectiveValue, formattedValue }: Cell): SheetValue {
  const { numberValue, stringValue, boolValue } = effectiveValue ?? {}
  // A formula that shows nothing is empty to the eye; that it stands there is told by its text.
  if (stringValue === '') return null
  if (numberValue !== undefined || stringValue !== undefined || boolValue !== undefined)
    return numberValue ?? stringValue ?? boolValue ?? null
  // What is left is an error of a formula, which is read as what it shows.
  return effectiveValue ? formattedValue : null
}

const isFilled = (cell: Cell) => cell.userEnteredValue !== undefined || cell.effectiveValue !== undefined

/** Answers leave out what is empty at the ends of rows and after the last row: here every row is as wide as the block. */
function readWindow({ rowData }: Grid, { row, column, rows, columns }: Block): SheetWindow {
  const read = <T>(pick: (cell: Cell) => T, none: T): T[][] =>
    Array.from({ length: rows }, (_, r) => {
      const values = rowData[r]?.values ?? []
      return Array.from({ length: columns }, (_, c) => (values[c] ? pick(values[c]) : none))
    })
  return {
    row,
    column,
    values: read(shownValue, null),
    display: read(({ formattedValue }) => formattedValue, ''),
    formulas: read(({ userEnteredValue }) => userEnteredValue?.formulaValue ?? '', ''),
    formats: read(({ userEnteredFormat }) => userEnteredFormat?.numberFormat?.pattern ?? 'General', 'General'),
  }
}

const filledRows = ({ startRow, rowData }: Grid) =>
  rowData.flatMap(({ values }, at) => (values.some(isFilled) ? [startRow + at + 1] : []))

/** `area` may reach over the edge of the grid. */
export async function readCells(
  google: GoogleApi,
  spreadsheet: { id: string; locale: string },
  sheet: SheetSize,
  area: PlanBlock,
): Promise<PlaceCells> {
  const rows = Math.max(0, Math.min(area.rows, sheet.rows - area.row + 1))
  const columns = Math.max(0, Math.min(area.columns, sheet.columns - area.column + 1))
  const block = { ...area, rows, columns }
  const asked = rows > 0 && columns > 0 ? parts(sheet, block) : []
  const empty: PlaceCells = {
    window: readWindow(Grid.parse({}), block),
    ...{ ruled: [], hidden_rows: [], below: false, beside: [] },
  }
  if (asked.length === 0) return empty
  const query = new URLSearchParams({ includeGridData: 'true', fields })
  for (const part of asked) query.append('ranges', addressInSheet(sheet.name, gridAddress(part.block)))
  const url = `${google.sheets}/${encodeURIComponent(spreadsheet.id)}?${query}`
  const answer = await google.call({ method: 'GET', url, answer: Answer })
  const grids = answer.sheets.flatMap(({ data }) => data)
  const gridOf = ({ row, column }: Block) =>
    grids.find(({ startRow, startColumn }) => startRow === row - 1 && startColumn === column - 1) ?? Grid.parse({})
  const of = (kind: 'beside' | 'below') => asked.filter((part) => part.kind === kind).map((part) => gridOf(part.block))
  const window = gridOf(block)
  const beside = [...new Set(of('beside').flatMap(filledRows))].sort((a, b) => a - b)
  const end = block.row + rows
  return {
    window: readWindow(window, block),
    ruled: await readPlaceRules(google, spreadsheet, block, (r, c) => window.rowData[r]?.values[c]?.dataValidation),
    hidden_rows: window.rowMetadata
      .slice(0, rows)
      .flatMap(({ hiddenByFilter, hiddenByUser }, at) => (hiddenByFilter || hiddenByUser ? [block.row + at] : [])),
    below: of('below').some((grid) => filledRows(grid).length > 0) || beside.some((row) => row >= end),
    beside,
  }
}

/** One cell needs both ends too: alone it could be read as the name of a range. */
function gridAddress(block: Block): string {
  const address = blockAddress(block)
  return address.includes(':') ? address : `${columnLetter(block.column)}${block.row}:${address}`
}
