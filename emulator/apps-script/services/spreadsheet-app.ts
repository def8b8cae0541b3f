// SpreadsheetApp: the way in to spreadsheets, its builders and enums.
import { newWorkbook, type Workbook } from '../../workbook/workbook.ts'
import { instance, integer, string, textOrNull } from '../arguments.ts'
import { enumConstants, spreadsheetEnums } from '../enums.ts'
import type { Execution } from '../execution.ts'
import { RangeKind, SheetKind, SpreadsheetKind, spreadsheetHandle } from '../kinds.ts'
import { type Args, defineKind, type Handle, type Method, type Methods, make } from '../service.ts'
import { cellImageBuilder } from './cell-image.ts'
import { colorBuilder } from './color.ts'
import { conditionalBuilder } from './conditional-builder.ts'
import './document-parts.ts'
import { FileKind } from './drive.ts'
import { criteriaBuilder } from './filters.ts'
import { rangeGroups, sheetGroups } from './groups.ts'
import { rangeData } from './range-data.ts'
import { rangePlace } from './range-place.ts'
import { rangeRules } from './range-rules.ts'
import { rangeStructure } from './range-structure.ts'
import { rangeStyle } from './range-style.ts'
import { rangeValues } from './range-values.ts'
import { rangeRichText, richTextBuilder } from './rich-text.ts'
import { selectionMethods } from './selection.ts'
import { sheetLines } from './sheet-lines.ts'
import { sheetPlace } from './sheet-place.ts'
import { sheetRules } from './sheet-rules.ts'
import { spreadsheetMethods } from './spreadsheet.ts'
import { textStyleBuilder } from './text-builders.ts'
import { uiHandle } from './ui.ts'
import { validationBuilder } from './validation-builder.ts'

Object.assign(
  RangeKind.methods,
  rangePlace,
  rangeValues,
  rangeStyle,
  rangeRules,
  rangeRichText,
  rangeStructure,
  rangeData,
  rangeGroups,
)
Object.assign(SheetKind.methods, sheetPlace, sheetLines, sheetRules, sheetGroups)
Object.assign(SpreadsheetKind.methods, spreadsheetMethods)

const AppKind = defineKind<null>('SpreadsheetApp', {
  document: true,
  local: [
    'getUi',
    'newColor',
    'newDataValidation',
    'newConditionalFormatRule',
    'newFilterCriteria',
    'newCellImage',
    'newTextStyle',
    'newRichTextValue',
  ],
})

const onActive =
  (method: Method<{ workbook: Workbook }>): Method<null> =>
  (_self, args, run) =>
    method({ workbook: run.workbook }, args, run)

function open(run: Execution, id: string): Handle {
  if (!id) throw new Error('Invalid argument: id')
  const found = run.shared.workbooks.get(id)
  if (found) return spreadsheetHandle(found)
  if (id.length < 20)
    throw new Error('Unexpected error while getting the method or property openById on object SpreadsheetApp.')
  throw new Error(`Document ${id} is missing (perhaps it was deleted, or you don't have read access?)`)
}

function openByUrl(run: Execution, url: string): Handle {
  const id = /^https:\/\/docs\.google\.com\/(?:a\/[^/]+\/)?spreadsheets\/(?:u\/\d+\/)?d\/([\w-]+)/.exec(url)?.[1]
  if (!id) throw new Error('Invalid argument: url')
  return open(run, id)
}

function create(run: Execution, args: Args): Handle {
  const { locale, timeZone } = run.shared.workbook
  const workbook = newWorkbook({ title: string(args, 0), locale, timeZone })
  if (args.length > 1) Object.assign(workbook.sheets[0]!, { maxRows: integer(args, 1), maxColumns: integer(args, 2) })
  run.shared.workbooks.set(workbook.id, workbook)
  return spreadsheetHandle(workbook)
}

Object.assign(
  AppKind.methods,
  Object.fromEntries(Object.entries(selectionMethods).map(([name, method]) => [name, onActive(method)])),
  {
    getActive: (_self, _args, run) => spreadsheetHandle(run.active),
    getActiveSpreadsheet: (_self, _args, run) => spreadsheetHandle(run.active),
    setActiveSpreadsheet: (_self, args, run) => {
      run.active = instance(args, 0, SpreadsheetKind).workbook
    },
    create: (_self, args, run) => create(run, args),
    open: (_self, args, run) => open(run, instance(args, 0, FileKind).workbook.id),
    openById: (_self, args, run) => open(run, textOrNull(args, 0) ?? ''),
    openByKey: (_self, args, run) => open(run, textOrNull(args, 0) ?? ''),
    openByUrl: (_self, args, run) => openByUrl(run, textOrNull(args, 0) ?? ''),
    flush: () => undefined,
    getUi: () => uiHandle,
    newColor: () => colorBuilder(),
    newDataValidation: () => validationBuilder(),
    newConditionalFormatRule: () => conditionalBuilder(),
    newFilterCriteria: () => criteriaBuilder(),
    newCellImage: () => cellImageBuilder(),
    newTextStyle: () => textStyleBuilder(),
    newRichTextValue: () => richTextBuilder(),
    enableAllDataSourcesExecution: () => undefined,
    enableBigQueryExecution: () => undefined,
  } satisfies Methods<null>,
)

Object.assign(AppKind.constants, enumConstants(spreadsheetEnums))

export const spreadsheetApp = make(AppKind, null)
