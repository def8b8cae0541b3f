// The spreadsheet document as plain data: the shapes of a workbook and its sheets, and how new ones are made.
import { randomBytes } from 'node:crypto'

/** What a cell holds. Dates are serial numbers (days since 1899-12-30) shown through a date format. */
export type CellValue = number | string | boolean | null

export type Wrap = 'OVERFLOW' | 'WRAP' | 'CLIP'

export type Edge = { color: string; style: string }
export type Borders = { top?: Edge; left?: Edge; bottom?: Edge; right?: Edge }

export type CellStyle = {
  bold?: boolean
  italic?: boolean
  underline?: boolean
  strikethrough?: boolean
  fontColor?: string
  background?: string
  fontSize?: number
  fontFamily?: string
  horizontalAlignment?: string
  verticalAlignment?: string
  wrap?: Wrap
  borders?: Borders
}

/** A rectangle of cells, counted from 1. */
export type Box = { row: number; column: number; rows: number; columns: number }

export type RuleArgument = string | number | boolean | null | string[] | { sheetId: number; box: Box }

export type Validation = { type: string; args: RuleArgument[]; allowInvalid: boolean; helpText: string | null }

export type Cell = {
  value: CellValue
  formula?: string
  format?: string
  style?: CellStyle
  note?: string
  validation?: Validation
}

export type BandColors = {
  header: string | null
  first: string | null
  second: string | null
  footer: string | null
}
export type Banding = { id: number; box: Box; rows: BandColors | null; columns: BandColors | null }

export type GradientPoint = { color: string; type: string; value: string }
export type ConditionalRule = { ranges: Box[] } & (
  | { kind: 'boolean'; type: string; args: RuleArgument[]; style: CellStyle }
  | { kind: 'gradient'; min: GradientPoint | null; mid: GradientPoint | null; max: GradientPoint | null }
)

export type FilterCriteria = { hiddenValues: string[]; type: string | null; args: RuleArgument[] }
export type Filter = { box: Box; criteria: Record<number, FilterCriteria> }

export type Protection = {
  id: number
  box: Box | null
  description: string
  warningOnly: boolean
  editors: string[]
  domainEdit: boolean
  unprotected: Box[]
}

export type Metadata = {
  id: number
  key: string
  value: string | null
  visibility: 'DOCUMENT' | 'PROJECT'
  at:
    | { type: 'SPREADSHEET' }
    | { type: 'SHEET'; sheetId: number }
    | { type: 'ROW' | 'COLUMN'; sheetId: number; start: number; count: number }
}

export type NamedRange = { name: string; sheetId: number; box: Box }

export type Sheet = {
  id: number
  name: string
  hidden: boolean
  maxRows: number
  maxColumns: number
  frozenRows: number
  frozenColumns: number
  columnWidths: Map<number, number>
  rowHeights: Map<number, number>
  hiddenRows: Set<number>
  hiddenColumns: Set<number>
  merges: Box[]
  bandings: Banding[]
  conditionalRules: ConditionalRule[]
  filter: Filter | null
  protections: Protection[]
  rightToLeft: boolean
  tabColor: string | null
  hiddenGridlines: boolean
  selection: Box[]
  rows: Map<number, Map<number, Cell>>
}

export type Workbook = {
  id: string
  title: string
  locale: string
  timeZone: string
  version: number
  nextId: number
  activeSheetId: number
  sheets: Sheet[]
  namedRanges: NamedRange[]
  metadata: Metadata[]
}

/** A sheet as Google makes it: 1000 x 26, nothing in it, A1 selected. */
export function newSheet(id: number, name: string, maxRows = 1000, maxColumns = 26): Sheet {
  return {
    id,
    name,
    hidden: false,
    maxRows,
    maxColumns,
    frozenRows: 0,
    frozenColumns: 0,
    columnWidths: new Map(),
    rowHeights: new Map(),
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    merges: [],
    bandings: [],
    conditionalRules: [],
    filter: null,
    protections: [],
    rightToLeft: false,
    tabColor: null,
    hiddenGridlines: false,
    selection: [{ row: 1, column: 1, rows: 1, columns: 1 }],
    rows: new Map(),
  }
}

/** A new workbook with one empty sheet. `locale` in Google's form (`en_US`). */
export function newWorkbook(options: { title?: string; locale?: string; timeZone?: string } = {}): Workbook {
  return {
    id: randomBytes(33).toString('base64url'),
    title: options.title ?? 'Untitled spreadsheet',
    locale: options.locale ?? 'en_US',
    timeZone: options.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    version: 0,
    nextId: 1000,
    activeSheetId: 0,
    sheets: [newSheet(0, 'Sheet1')],
    namedRanges: [],
    metadata: [],
  }
}

/** The next id for a banding, protection or metadata entry; never used twice in this workbook. */
export function takeId(workbook: Workbook): number {
  workbook.nextId += 1
  return workbook.nextId
}
