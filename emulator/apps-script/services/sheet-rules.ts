// Sheet: clearing, banding, conditional formats, filter, protections, named ranges and metadata.
import { wholeSheet } from '../../workbook/cells.ts'
import { touch } from '../../workbook/changes.ts'
import { sortBox } from '../../workbook/sort.ts'
import type { ConditionalRule } from '../../workbook/workbook.ts'
import { boolean, instance, integer, list, string } from '../arguments.ts'
import { enumName, ProtectionType } from '../enums.ts'
import {
  BandingKind,
  ConditionalRuleKind,
  FilterKind,
  NamedRangeKind,
  ProtectionKind,
  type SheetState,
} from '../kinds.ts'
import { type Methods, make, SELF } from '../service.ts'
import { addMetadata, metadataFinder, metadataHandles } from './metadata.ts'
import { protect } from './protections.ts'
import { clearBox, clearing } from './range-structure.ts'
import { textFinder } from './text-finder.ts'

/** The empty list where a sheet has none of what no class here stands for. */
function noneOf(objects: unknown[], name: string): [] {
  if (objects.length > 0) throw new Error(`SpreadsheetApp.${name} is not emulated`)
  return []
}

export const sheetRules: Methods<SheetState> = {
  clear: ({ sheet }, args, run) => {
    clearBox(run, sheet, wholeSheet(sheet), clearing(args))
    return SELF
  },
  clearContents: ({ sheet }, _args, run) => {
    clearBox(run, sheet, wholeSheet(sheet), { contents: true })
    return SELF
  },
  clearFormats: ({ sheet }, _args, run) => {
    clearBox(run, sheet, wholeSheet(sheet), { formats: true })
    return SELF
  },
  clearNotes: ({ sheet }, _args, run) => {
    clearBox(run, sheet, wholeSheet(sheet), { notes: true })
    return SELF
  },
  clearConditionalFormatRules: ({ sheet }, _args, run) => {
    sheet.conditionalRules = []
    touch(run.workbook)
  },
  getBandings: ({ sheet }) =>
    sheet.bandings.map((banding) => make(BandingKind, { sheet, banding, colors: banding.rows ?? banding.columns })),
  getConditionalFormatRules: ({ sheet }) =>
    sheet.conditionalRules.map((rule) =>
      make(ConditionalRuleKind, { rule, ranges: rule.ranges.map((box) => ({ sheet, box })) }),
    ),
  setConditionalFormatRules: ({ sheet }, args, run) => {
    sheet.conditionalRules = list(args, 0).map((value): ConditionalRule => {
      const { rule, ranges } = instance([value], 0, ConditionalRuleKind)
      if (!rule || ranges.length === 0) throw new Error('Conditional format rule cannot reference a different sheet.')
      if (ranges.some((range) => range.sheet !== sheet))
        throw new Error('Conditional format rule cannot reference a different sheet.')
      return { ...rule, ranges: ranges.map(({ box }) => box) }
    })
    touch(run.workbook)
  },
  getFilter: ({ sheet }) => (sheet.filter ? make(FilterKind, { sheet, filter: sheet.filter }) : null),
  protect: ({ sheet }, _args, run) => {
    const known = sheet.protections.find((one) => one.box === null)
    return make(ProtectionKind, { sheet, protection: known ?? protect(run, sheet, null) })
  },
  getProtections: ({ sheet }, args) => {
    const type = enumName(args, 0, ProtectionType)
    return sheet.protections
      .filter((one) => (one.box === null) === (type === 'SHEET'))
      .map((protection) => make(ProtectionKind, { sheet, protection }))
  },
  getNamedRanges: ({ sheet }, _args, run) =>
    run.workbook.namedRanges
      .filter((one) => one.sheetId === sheet.id)
      .map((named) => make(NamedRangeKind, { workbook: run.workbook, named })),
  addDeveloperMetadata: ({ sheet }, args, run) => {
    addMetadata(run.workbook, args, { type: 'SHEET', sheetId: sheet.id })
    return SELF
  },
  getDeveloperMetadata: ({ sheet }, _args, run) =>
    metadataHandles(run.workbook, ({ at }) => at.type === 'SHEET' && at.sheetId === sheet.id),
  createDeveloperMetadataFinder: ({ sheet }, _args, run) => metadataFinder(run.workbook, { sheetId: sheet.id }),
  createTextFinder: ({ sheet }, args) => textFinder([{ sheet, box: null }], string(args, 0)),
  getCharts: ({ sheet }) => noneOf(sheet.charts, 'EmbeddedChart'),
  getSlicers: ({ sheet }) => noneOf(sheet.slicers, 'Slicer'),
  getPivotTables: () => [],
  getDataSourceTables: () => [],
  getDrawings: () => [],
  getImages: () => [],
  getFormUrl: () => null,
  sort: ({ sheet }, args, run) => {
    const box = wholeSheet(sheet)
    const frozen = sheet.frozenRows
    sortBox(run.workbook, sheet, { ...box, row: 1 + frozen, rows: box.rows - frozen }, [
      { column: integer(args, 0), ascending: args.length > 1 ? boolean(args, 1) : true },
    ])
    return SELF
  },
}
