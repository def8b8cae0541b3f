// The document classes of SpreadsheetApp: their kinds, what their instances hold, and how ranges are made.

import type { OpenEnds } from '../workbook/address.ts'
import { encloses, wholeSheet } from '../workbook/cells.ts'
import type {
  BandColors,
  Banding,
  Box,
  CellStyle,
  ConditionalRule,
  Filter,
  FilterCriteria,
  Metadata,
  NamedRange,
  Protection,
  Sheet,
  TextRun,
  Validation,
  Workbook,
} from '../workbook/workbook.ts'
import { defineKind, type Handle, make } from './service.ts'

/** `open` says which ends the address left open, as in `B:D` or `B2:B`. */
export type RangeState = { sheet: Sheet; box: Box; open?: OpenEnds }
export type SheetState = { sheet: Sheet }
export type SpreadsheetState = { workbook: Workbook }
export type RangeListState = { sheet: Sheet; ranges: RangeState[] }
export type BandingState = { sheet: Sheet; banding: Banding; colors: BandColors | null }
export type FilterState = { sheet: Sheet; filter: Filter }
export type ProtectionState = { sheet: Sheet; protection: Protection }
export type NamedRangeState = { workbook: Workbook; named: NamedRange }
export type MetadataState = { workbook: Workbook; entry: Metadata }
export type ValidationState = Validation
export type RuleDraft = { ranges: RangeState[]; rule: ConditionalRule | null }
export type CriteriaState = FilterCriteria & { visibleValues?: string[] }
/** What a text style states; what it does not mention stays as it is. */
export type TextStyleState = CellStyle
export type RichTextState = { text: string | null; runs: TextRun[] }

const place = [
  'getRow',
  'getColumn',
  'getLastRow',
  'getLastColumn',
  'getNumRows',
  'getNumColumns',
  'getHeight',
  'getWidth',
  'getA1Notation',
  'getSheet',
  'getGridId',
  'getCell',
  'offset',
  'getRowIndex',
  'getColumnIndex',
  'isStartColumnBounded',
  'isStartRowBounded',
  'isEndColumnBounded',
  'isEndRowBounded',
  'toString',
]

export const RangeKind = defineKind<RangeState>('SpreadsheetApp.Range', { document: true, local: place })
export const RangeListKind = defineKind<RangeListState>('SpreadsheetApp.RangeList', {
  document: true,
  local: ['getRanges'],
})
export const SheetKind = defineKind<SheetState>('SpreadsheetApp.Sheet', {
  document: true,
  local: ['getRange', 'getRangeList', 'getParent', 'getSheetId'],
})
export const SpreadsheetKind = defineKind<SpreadsheetState>('SpreadsheetApp.Spreadsheet', {
  document: true,
  local: ['getId', 'getRange', 'getUrl'],
})
export const NamedRangeKind = defineKind<NamedRangeState>('SpreadsheetApp.NamedRange', { document: true })
export const BandingKind = defineKind<BandingState>('SpreadsheetApp.Banding', { document: true })
export const FilterKind = defineKind<FilterState>('SpreadsheetApp.Filter', { document: true })
export const ProtectionKind = defineKind<ProtectionState>('SpreadsheetApp.Protection', { document: true })
export const MetadataKind = defineKind<MetadataState>('SpreadsheetApp.DeveloperMetadata', { document: true })
export const ValidationKind = defineKind<ValidationState>('SpreadsheetApp.DataValidation')
export const ConditionalRuleKind = defineKind<RuleDraft>('SpreadsheetApp.ConditionalFormatRule')
export const CriteriaKind = defineKind<CriteriaState>('SpreadsheetApp.FilterCriteria')
export const TextStyleKind = defineKind<TextStyleState>('SpreadsheetApp.TextStyle')
export const RichTextKind = defineKind<RichTextState & { start: number }>('SpreadsheetApp.RichTextValue')
export const SelectionKind = defineKind<SpreadsheetState>('SpreadsheetApp.Selection', { document: true })

const spreadsheets = new WeakMap<Workbook, Handle>()

/** The Spreadsheet object of a workbook, the same one each time. */
export function spreadsheetHandle(workbook: Workbook): Handle {
  const known = spreadsheets.get(workbook) ?? make(SpreadsheetKind, { workbook })
  spreadsheets.set(workbook, known)
  return known
}

export function sheetHandle(sheet: Sheet): Handle {
  return make(SheetKind, { sheet })
}

export function rangeHandle(sheet: Sheet, box: Box, open?: OpenEnds): Handle {
  return make(RangeKind, open ? { sheet, box, open } : { sheet, box })
}

/** A range that must lie within the sheet; throws Google's errors when it does not. */
export function rangeWithin(sheet: Sheet, box: Box, open?: OpenEnds): Handle {
  if (box.row < 1) throw new Error('The starting row of the range is too small.')
  if (box.column < 1) throw new Error('The starting column of the range is too small.')
  if (box.rows < 1) throw new Error('The number of rows in the range must be at least 1.')
  if (box.columns < 1) throw new Error('The number of columns in the range must be at least 1.')
  if (!encloses(wholeSheet(sheet), box))
    throw new Error('The coordinates of the range are outside the dimensions of the sheet.')
  return rangeHandle(sheet, box, open)
}

export function isWholeLines(box: Box, sheet: Sheet): 'ROW' | 'COLUMN' | null {
  if (box.columns === sheet.maxColumns) return 'ROW'
  return box.rows === sheet.maxRows ? 'COLUMN' : null
}
