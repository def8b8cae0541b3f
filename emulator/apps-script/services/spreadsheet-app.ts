// SpreadsheetApp: the way in to the open spreadsheet, its builders and enums.
import { instance } from '../arguments.ts'
import * as enums from '../enums.ts'
import type { Execution } from '../execution.ts'
import { RangeKind, SheetKind, SpreadsheetKind, spreadsheet } from '../kinds.ts'
import { type Args, defineKind, type Methods, make } from '../service.ts'
import { conditionalBuilder } from './conditional-builder.ts'
import './document-parts.ts'
import { rangePlace } from './range-place.ts'
import { rangeRules } from './range-rules.ts'
import { rangeStructure } from './range-structure.ts'
import { rangeStyle } from './range-style.ts'
import { rangeValues } from './range-values.ts'
import { sheetLines } from './sheet-lines.ts'
import { sheetPlace } from './sheet-place.ts'
import { sheetRules } from './sheet-rules.ts'
import { spreadsheetMethods } from './spreadsheet.ts'
import { richTextBuilder, textStyleBuilder } from './text-builders.ts'
import { uiHandle } from './ui.ts'
import { validationBuilder } from './validation-builder.ts'

Object.assign(RangeKind.methods, rangePlace, rangeValues, rangeStyle, rangeRules, rangeStructure)
Object.assign(SheetKind.methods, sheetPlace, sheetLines, sheetRules)
Object.assign(SpreadsheetKind.methods, spreadsheetMethods)

const AppKind = defineKind<null>('SpreadsheetApp', {
  document: true,
  local: ['getUi', 'newDataValidation', 'newConditionalFormatRule', 'newTextStyle', 'newRichTextValue'],
})

const onSpreadsheet = (name: string) => (_self: null, args: Args, run: Execution) =>
  spreadsheetMethods[name]!(null, args, run)

Object.assign(AppKind.methods, {
  getActive: () => spreadsheet,
  getActiveSpreadsheet: () => spreadsheet,
  getActiveSheet: onSpreadsheet('getActiveSheet'),
  getActiveRange: onSpreadsheet('getActiveRange'),
  getActiveRangeList: onSpreadsheet('getActiveRangeList'),
  getCurrentCell: onSpreadsheet('getCurrentCell'),
  getSelection: onSpreadsheet('getSelection'),
  setActiveSheet: onSpreadsheet('setActiveSheet'),
  setActiveRange: onSpreadsheet('setActiveRange'),
  setCurrentCell: (_self, args, run) => {
    const { sheet, box } = instance(args, 0, RangeKind)
    sheet.selection = [{ ...box, rows: 1, columns: 1 }]
    run.workbook.activeSheetId = sheet.id
    return args[0]
  },
  flush: () => undefined,
  getUi: () => uiHandle,
  newDataValidation: () => validationBuilder(),
  newConditionalFormatRule: () => conditionalBuilder(),
  newTextStyle: () => textStyleBuilder(),
  newRichTextValue: () => richTextBuilder(),
} satisfies Methods<null>)

Object.assign(AppKind.constants, {
  BooleanCriteria: enums.BooleanCriteria.holder,
  DataValidationCriteria: enums.DataValidationCriteria.holder,
  ProtectionType: enums.ProtectionType.holder,
  WrapStrategy: enums.WrapStrategy.holder,
  CopyPasteType: enums.CopyPasteType.holder,
  Dimension: enums.Dimension.holder,
  BandingTheme: enums.BandingTheme.holder,
  BorderStyle: enums.BorderStyle.holder,
  InterpolationType: enums.InterpolationType.holder,
  DeveloperMetadataVisibility: enums.MetadataVisibility.holder,
  DeveloperMetadataLocationType: enums.MetadataLocationType.holder,
  SheetType: enums.SheetType.holder,
  ValueType: enums.ValueType.holder,
  Direction: enums.Direction.holder,
})

export const spreadsheetApp = make(AppKind, null)
