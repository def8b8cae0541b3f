// The spreadsheet document as plain data: the shapes of a workbook and its sheets, and how new ones are made.
import { randomBytes } from 'node:crypto'
import type { EmbeddedObject, FilterView, LineGroup, SortSpec, Table } from './sheet-objects.ts'

/** What a cell holds. Dates are serial numbers (days since 1899-12-30) shown through a date format. */
export type CellValue = number | string | boolean | null

export type Wrap = 'OVERFLOW' | 'WRAP' | 'CLIP'

/** The theme colour that a colour was chosen as (`ACCENT1`); it holds only while that theme colour is the colour kept. */
export type ThemeColor = string

export type Edge = { color: string; style: string; theme?: ThemeColor }
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
  padding?: { top?: number; right?: number; bottom?: number; left?: number }
  textDirection?: string
  rotation?: { angle?: number; vertical?: boolean }
  hyperlinkDisplay?: string
  link?: string
  themes?: { background?: ThemeColor; fontColor?: ThemeColor }
}

/** A stretch of a cell's text from `start` (0-based) to the next run, and what of the style differs there. */
export type TextRun = { start: number; style: CellStyle }

/** A rectangle of cells, counted from 1. */
export type Box = { row: number; column: number; rows: number; columns: number }

export type RuleArgument = string | number | boolean | null | string[] | { sheetId: number; box: Box }

/** `texts` are the arguments as they were typed; one holds while it still means the argument at its place. */
export type Validation = {
  type: string
  args: RuleArgument[]
  allowInvalid: boolean
  helpText: string | null
  texts?: string[]
  showDropdown?: boolean
}

export type Cell = {
  value: CellValue
  formula?: string
  format?: string
  style?: CellStyle
  note?: string
  validation?: Validation
  runs?: TextRun[]
  /** The kind of number format that was asked for; it holds while `pattern` is the cell's format. */
  numberType?: { type: string; pattern: string; implied?: boolean }
}

export type BandColors = {
  header: string | null
  first: string | null
  second: string | null
  footer: string | null
}
export type Banding = {
  id: number
  box: Box
  rows: BandColors | null
  columns: BandColors | null
  themes?: { rows?: BandThemes; columns?: BandThemes }
}
export type BandThemes = Partial<Record<keyof BandColors, ThemeColor>>

export type GradientPoint = { color: string; type: string; value: string; theme?: ThemeColor }
export type ConditionalRule = { ranges: Box[] } & (
  | { kind: 'boolean'; type: string; args: RuleArgument[]; style: CellStyle; texts?: string[] }
  | { kind: 'gradient'; min: GradientPoint | null; mid: GradientPoint | null; max: GradientPoint | null }
)

export type FilterCriteria = {
  hiddenValues: string[]
  visibleValues?: string[]
  type: string | null
  args: RuleArgument[]
  texts?: string[]
  visibleBackground?: string
  visibleFontColor?: string
}
/** `criteria` by the column of the sheet, counted from 1. */
export type Filter = { box: Box; criteria: Record<number, FilterCriteria>; sortSpecs?: SortSpec[]; tableId?: string }

export type Protection = {
  id: number
  box: Box | null
  description: string
  warningOnly: boolean
  editors: string[]
  domainEdit: boolean
  unprotected: Box[]
  groups?: string[]
  namedRangeId?: string
  tableId?: string
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

export type NamedRange = { id: string; name: string; sheetId: number; box: Box }

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
  tabTheme?: ThemeColor
  hiddenGridlines: boolean
  rowGroupControlAfter: boolean
  columnGroupControlAfter: boolean
  rowGroups: LineGroup[]
  columnGroups: LineGroup[]
  filterViews: FilterView[]
  tables: Table[]
  charts: EmbeddedObject[]
  slicers: EmbeddedObject[]
  /** A sheet that is one chart and has no grid. */
  objectSheet: boolean
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
  autoRecalc: string
  iteration: { max?: number; threshold?: number } | null
  importAllowed: boolean
  /** What the default format differs in from Google's. */
  defaultStyle: CellStyle
  theme: { font: string; colors: Record<ThemeColor, string> }
}

/** Google's theme of a new spreadsheet. */
const standardTheme: Workbook['theme'] = {
  font: 'Arial',
  colors: {
    TEXT: '#000000',
    BACKGROUND: '#ffffff',
    ACCENT1: '#4285f4',
    ACCENT2: '#ea4335',
    ACCENT3: '#fbbc04',
    ACCENT4: '#34a853',
    ACCENT5: '#ff6d01',
    ACCENT6: '#46bdc6',
    LINK: '#1155cc',
  },
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
    rowGroupControlAfter: false,
    columnGroupControlAfter: false,
    rowGroups: [],
    columnGroups: [],
    filterViews: [],
    tables: [],
    charts: [],
    slicers: [],
    objectSheet: false,
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
    autoRecalc: 'ON_CHANGE',
    iteration: null,
    importAllowed: false,
    defaultStyle: {},
    theme: structuredClone(standardTheme),
  }
}

/** A new id for a named range, as Google makes them: digits. */
export function newNamedRangeId(): string {
  return String(1 + Math.floor(Math.random() * 2_147_483_646))
}

/** The next id for a banding, protection or metadata entry; never used twice in this workbook. */
export function takeId(workbook: Workbook): number {
  workbook.nextId += 1
  return workbook.nextId
}
