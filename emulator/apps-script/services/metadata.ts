// DeveloperMetadata: adding, finding, changing and removing entries.
import { encloses, overlaps } from '../../workbook/cells.ts'
import { touch } from '../../workbook/changes.ts'
import { sheetWithId } from '../../workbook/sheets.ts'
import { type Box, type Metadata, takeId, type Workbook } from '../../workbook/workbook.ts'
import { instance, number, string } from '../arguments.ts'
import { enumName, MetadataLocationType, MetadataVisibility, member } from '../enums.ts'
import {
  MetadataKind,
  type MetadataState,
  RangeKind,
  rangeHandle,
  SheetKind,
  sheetHandle,
  spreadsheetHandle,
} from '../kinds.ts'
import { type Args, defineKind, Handle, type Method, type Methods, make, SELF } from '../service.ts'

type Finder = {
  workbook: Workbook
  within: { sheetId?: number; box?: Box }
  intersecting: boolean
  tests: ((entry: Metadata) => boolean)[]
}

const FinderKind = defineKind<Finder>('SpreadsheetApp.DeveloperMetadataFinder', {
  document: true,
  local: ['withKey', 'withValue', 'withId', 'withVisibility', 'withLocationType', 'onIntersectingLocations'],
})
const LocationKind = defineKind<MetadataState>('SpreadsheetApp.DeveloperMetadataLocation')

/** Adds an entry from `(key)`, `(key, value)`, `(key, visibility)` or `(key, value, visibility)`. */
export function addMetadata(workbook: Workbook, args: Args, at: Metadata['at']): void {
  const last = args.at(-1)
  const visibility = last instanceof Handle ? enumName([last], 0, MetadataVisibility) : 'DOCUMENT'
  const value = args.length > 1 && !(args[1] instanceof Handle) ? string(args, 1) : null
  workbook.metadata.push({
    id: takeId(workbook),
    key: string(args, 0),
    value,
    visibility: visibility === 'PROJECT' ? 'PROJECT' : 'DOCUMENT',
    at,
  })
  touch(workbook)
}

export function metadataHandles(workbook: Workbook, test: (entry: Metadata) => boolean): Handle[] {
  return workbook.metadata.filter(test).map((entry) => make(MetadataKind, { workbook, entry }))
}

/** A finder over the whole spreadsheet, one sheet (`sheetId`) or one range of it. */
export function metadataFinder(workbook: Workbook, within: Finder['within']): Handle {
  return make(FinderKind, { workbook, within, intersecting: false, tests: [] })
}

function inside(entry: Metadata, { workbook, within: { sheetId, box }, intersecting }: Finder): boolean {
  if (sheetId === undefined) return true
  const { at } = entry
  if (at.type === 'SPREADSHEET') return intersecting
  if (at.sheetId !== sheetId) return false
  if (!box) return true
  if (at.type === 'SHEET') return intersecting
  const sheet = sheetWithId(workbook, sheetId)!
  const lines = lineBox(at, sheet.maxRows, sheet.maxColumns)
  return intersecting ? overlaps(lines, box) : encloses(box, lines)
}

const finder: Methods<Finder> = {
  withKey: (self, args) => {
    const key = string(args, 0)
    self.tests.push((entry) => entry.key === key)
    return SELF
  },
  withValue: (self, args) => {
    const value = string(args, 0)
    self.tests.push((entry) => entry.value === value)
    return SELF
  },
  withId: (self, args) => {
    const id = number(args, 0)
    self.tests.push((entry) => entry.id === id)
    return SELF
  },
  withVisibility: (self, args) => {
    const visibility = enumName(args, 0, MetadataVisibility)
    self.tests.push((entry) => entry.visibility === visibility)
    return SELF
  },
  withLocationType: (self, args) => {
    const type = enumName(args, 0, MetadataLocationType)
    self.tests.push((entry) => entry.at.type === type)
    return SELF
  },
  onIntersectingLocations: (self) => {
    self.intersecting = true
    return SELF
  },
  find: (self, _args, run) =>
    metadataHandles(run.workbook, (entry) => inside(entry, self) && self.tests.every((test) => test(entry))),
}

const change =
  (work: (entry: Metadata, args: Args) => void): Method<MetadataState> =>
  ({ workbook, entry }, args) => {
    work(entry, args)
    touch(workbook)
    return SELF
  }

function moveToLines(entry: Metadata, args: Args, type: 'ROW' | 'COLUMN'): void {
  const { sheet, box } = instance(args, 0, RangeKind)
  const [size, whole] =
    type === 'ROW' ? [box.rows, box.columns === sheet.maxColumns] : [box.columns, box.rows === sheet.maxRows]
  if (size !== 1 || !whole) throw new Error(`The range must be a single ${type.toLowerCase()}.`)
  entry.at = { type, sheetId: sheet.id, start: type === 'ROW' ? box.row : box.column, count: 1 }
}

const entryMethods: Methods<MetadataState> = {
  getId: ({ entry }) => entry.id,
  getKey: ({ entry }) => entry.key,
  getValue: ({ entry }) => entry.value,
  getVisibility: ({ entry }) => member(MetadataVisibility, entry.visibility),
  getLocation: (self) => make(LocationKind, self),
  setKey: change((entry, args) => {
    entry.key = string(args, 0)
  }),
  setValue: change((entry, args) => {
    entry.value = string(args, 0)
  }),
  setVisibility: change((entry, args) => {
    entry.visibility = enumName(args, 0, MetadataVisibility) === 'PROJECT' ? 'PROJECT' : 'DOCUMENT'
  }),
  moveToRow: change((entry, args) => moveToLines(entry, args, 'ROW')),
  moveToColumn: change((entry, args) => moveToLines(entry, args, 'COLUMN')),
  moveToSheet: change((entry, args) => {
    entry.at = { type: 'SHEET', sheetId: instance(args, 0, SheetKind).sheet.id }
  }),
  moveToSpreadsheet: change((entry) => {
    entry.at = { type: 'SPREADSHEET' }
  }),
  remove: ({ workbook, entry }) => {
    workbook.metadata = workbook.metadata.filter((one) => one !== entry)
    touch(workbook)
  },
}

const location: Methods<MetadataState> = {
  getLocationType: ({ entry }) => member(MetadataLocationType, entry.at.type),
  getSpreadsheet: ({ workbook, entry }) => (entry.at.type === 'SPREADSHEET' ? spreadsheetHandle(workbook) : null),
  getSheet: ({ workbook, entry: { at } }) => {
    const sheet = at.type === 'SHEET' ? sheetWithId(workbook, at.sheetId) : undefined
    return sheet ? sheetHandle(sheet) : null
  },
  getRow: (self) => lines(self, 'ROW'),
  getColumn: (self) => lines(self, 'COLUMN'),
}

type Lines = Extract<Metadata['at'], { start: number }>

function lineBox(at: Lines, maxRows: number, maxColumns: number): Box {
  return at.type === 'ROW'
    ? { row: at.start, rows: at.count, column: 1, columns: maxColumns }
    : { row: 1, rows: maxRows, column: at.start, columns: at.count }
}

/** The rows or columns as a range that names no other ends: `9:9`, `J:J`. */
function lines({ workbook, entry: { at } }: MetadataState, type: 'ROW' | 'COLUMN'): Handle | null {
  if (at.type !== type) return null
  const sheet = sheetWithId(workbook, at.sheetId)
  if (!sheet) return null
  const [rows, columns] = [type === 'COLUMN', type === 'ROW']
  const open = { startRow: rows, endRow: rows, startColumn: columns, endColumn: columns }
  return rangeHandle(sheet, lineBox(at, sheet.maxRows, sheet.maxColumns), open)
}

Object.assign(FinderKind.methods, finder)
Object.assign(MetadataKind.methods, entryMethods)
Object.assign(LocationKind.methods, location)
