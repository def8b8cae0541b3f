// DeveloperMetadata: adding, finding, changing and removing entries.
import { touch } from '../../workbook/changes.ts'
import { sheetWithId } from '../../workbook/sheets.ts'
import { type Box, type Metadata, takeId, type Workbook } from '../../workbook/workbook.ts'
import { number, string } from '../arguments.ts'
import { enumName, MetadataLocationType, MetadataVisibility, member } from '../enums.ts'
import { MetadataKind, rangeHandle, sheetHandle, spreadsheet } from '../kinds.ts'
import { type Args, defineKind, Handle, type Methods, make, SELF } from '../service.ts'

type Finder = { within: { sheetId?: number; box?: Box }; tests: ((entry: Metadata) => boolean)[] }

const FinderKind = defineKind<Finder>('SpreadsheetApp.DeveloperMetadataFinder', { document: true })
const LocationKind = defineKind<Metadata>('SpreadsheetApp.DeveloperMetadataLocation')

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
  return workbook.metadata.filter(test).map((entry) => make(MetadataKind, entry))
}

/** A finder over the whole spreadsheet, one sheet (`sheetId`) or one range of it. */
export function metadataFinder(within: Finder['within']): Handle {
  return make(FinderKind, { within, tests: [] })
}

function inside(entry: Metadata, { sheetId, box }: Finder['within']): boolean {
  if (sheetId === undefined) return true
  const { at } = entry
  if (at.type === 'SPREADSHEET' || at.sheetId !== sheetId) return false
  if (!box || at.type === 'SHEET') return !box
  const [from, size] = at.type === 'ROW' ? [box.row, box.rows] : [box.column, box.columns]
  return at.start >= from && at.start + at.count <= from + size
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
  onIntersectingLocations: () => SELF,
  find: (self, _args, run) =>
    metadataHandles(run.workbook, (entry) => inside(entry, self.within) && self.tests.every((test) => test(entry))),
}

const entryMethods: Methods<Metadata> = {
  getId: (entry) => entry.id,
  getKey: (entry) => entry.key,
  getValue: (entry) => entry.value,
  getVisibility: (entry) => member(MetadataVisibility, entry.visibility),
  getLocation: (entry) => make(LocationKind, entry),
  setKey: (entry, args, run) => {
    entry.key = string(args, 0)
    touch(run.workbook)
    return SELF
  },
  setValue: (entry, args, run) => {
    entry.value = string(args, 0)
    touch(run.workbook)
    return SELF
  },
  setVisibility: (entry, args, run) => {
    entry.visibility = enumName(args, 0, MetadataVisibility) === 'PROJECT' ? 'PROJECT' : 'DOCUMENT'
    touch(run.workbook)
    return SELF
  },
  remove: (entry, _args, run) => {
    run.workbook.metadata = run.workbook.metadata.filter((one) => one !== entry)
    touch(run.workbook)
  },
}

const location: Methods<Metadata> = {
  getLocationType: ({ at }) => member(MetadataLocationType, at.type),
  getSpreadsheet: ({ at }) => (at.type === 'SPREADSHEET' ? spreadsheet : null),
  getSheet: ({ at }, _args, run) => {
    const sheet = at.type === 'SHEET' ? sheetWithId(run.workbook, at.sheetId) : undefined
    return sheet ? sheetHandle(sheet) : null
  },
  getRow: (entry, _args, run) => lines(entry, 'ROW', run.workbook),
  getColumn: (entry, _args, run) => lines(entry, 'COLUMN', run.workbook),
}

function lines({ at }: Metadata, type: 'ROW' | 'COLUMN', workbook: Workbook): Handle | null {
  if (at.type !== type) return null
  const sheet = sheetWithId(workbook, at.sheetId)
  if (!sheet) return null
  const box =
    type === 'ROW'
      ? { row: at.start, rows: at.count, column: 1, columns: sheet.maxColumns }
      : { row: 1, rows: sheet.maxRows, column: at.start, columns: at.count }
  return rangeHandle(sheet, box)
}

Object.assign(FinderKind.methods, finder)
Object.assign(MetadataKind.methods, entryMethods)
Object.assign(LocationKind.methods, location)
