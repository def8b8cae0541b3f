// Spreadsheet: its sheets, names, settings and metadata; methods of the active sheet are passed on to it.
import { touch } from '../../workbook/changes.ts'
import { copyWorkbook } from '../../workbook/copy-workbook.ts'
import { activeSheet, copySheet, moveSheet, removeSheet, sheetNamed, sheetWithId } from '../../workbook/sheets.ts'
import { newNamedRangeId, type Sheet } from '../../workbook/workbook.ts'
import { boolean, instance, integer, number, string, textOrNull } from '../arguments.ts'
import { enumName, member, ProtectionType, RecalculationInterval } from '../enums.ts'
import type { Execution } from '../execution.ts'
import {
  BandingKind,
  NamedRangeKind,
  ProtectionKind,
  RangeKind,
  rangeHandle,
  SheetKind,
  type SpreadsheetState,
  sheetHandle,
  spreadsheetHandle,
} from '../kinds.ts'
import { type Args, type Method, type Methods, make, SELF } from '../service.ts'
import { showUi } from '../ui-state.ts'
import { demandRangeName } from './document-parts.ts'
import { insertSheet } from './insert-sheet.ts'
import { addMetadata, metadataFinder, metadataHandles } from './metadata.ts'
import { selectionMethods } from './selection.ts'
import { sharing } from './sharing.ts'
import { getRange, rangeList } from './sheet-place.ts'
import { textFinder } from './text-finder.ts'
import { spreadsheetTheme } from './theme.ts'
import { spreadsheetUi } from './ui.ts'

/** Sheet's methods that Spreadsheet has too, for the sheet that is active. */
const passedOn =
  'appendRow autoResizeColumn deleteColumn deleteColumns deleteRow deleteRows getColumnWidth getDataRange getFrozenColumns getFrozenRows getLastColumn getLastRow getRowHeight getSheetId getSheetName getSheetValues getImages hideColumn hideRow insertColumnAfter insertColumnBefore insertColumnsAfter insertColumnsBefore insertRowAfter insertRowBefore insertRowsAfter insertRowsBefore isColumnHiddenByUser isRowHiddenByFilter isRowHiddenByUser setColumnWidth setFrozenColumns setFrozenRows setRowHeight sort unhideColumn unhideRow'
const onActiveSheet =
  (name: string): Method<SpreadsheetState> =>
  (_self, args, run) => {
    const sheet = activeSheet(run.workbook)
    const result = SheetKind.methods[name]!({ sheet }, args, run)
    return typeof result === 'symbol' ? sheetHandle(sheet) : result
  }

const setting =
  (change: (run: Execution, args: Args) => void): Method<SpreadsheetState> =>
  (_self, args, run) => {
    change(run, args)
    touch(run.workbook)
    return SELF
  }

function deleteSheet({ workbook }: Execution, sheet: Sheet): void {
  if (workbook.sheets.length === 1) throw new Error("You can't remove all the sheets in a document.")
  removeSheet(workbook, sheet)
}

const knownZone = (zone: string) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}

export const spreadsheetMethods: Methods<SpreadsheetState> = {
  ...Object.fromEntries(passedOn.split(' ').map((name) => [name, onActiveSheet(name)])),
  ...selectionMethods,
  ...sharing,
  ...spreadsheetTheme,
  ...spreadsheetUi,
  getId: (_self, _args, run) => run.workbook.id,
  getKey: (_self, _args, run) => run.workbook.id,
  getName: (_self, _args, run) => run.workbook.title,
  getUrl: (_self, _args, run) => `https://docs.google.com/spreadsheets/d/${run.workbook.id}/edit`,
  getFormUrl: () => null,
  isAnonymousView: () => false,
  isAnonymousWrite: () => false,
  rename: setting(({ workbook }, args) => {
    workbook.title = string(args, 0)
  }),
  renameActiveSheet: (_self, args, run) => void onActiveSheet('setName')({ workbook: run.workbook }, args, run),
  copy: (_self, args, run) => {
    const copy = copyWorkbook(run.workbook, string(args, 0))
    run.shared.workbooks.set(copy.id, copy)
    return spreadsheetHandle(copy)
  },
  getSheets: (_self, _args, run) => run.workbook.sheets.map(sheetHandle),
  getNumSheets: (_self, _args, run) => run.workbook.sheets.length,
  getSheetByName: (_self, args, run) => {
    const sheet = sheetNamed(run.workbook, textOrNull(args, 0) ?? '')
    return sheet ? sheetHandle(sheet) : null
  },
  getSheetById: (_self, args, run) => {
    const sheet = sheetWithId(run.workbook, number(args, 0))
    return sheet ? sheetHandle(sheet) : null
  },
  insertSheet: (_self, args, run) => insertSheet(run, args),
  deleteSheet: (_self, args, run) => deleteSheet(run, instance(args, 0, SheetKind).sheet),
  deleteActiveSheet: (_self, _args, run) => {
    deleteSheet(run, activeSheet(run.workbook))
    return sheetHandle(activeSheet(run.workbook))
  },
  duplicateActiveSheet: (_self, _args, run) => {
    const source = activeSheet(run.workbook)
    const copy = copySheet(run.workbook, source)
    moveSheet(run.workbook, copy, run.workbook.sheets.indexOf(source) + 2)
    run.workbook.activeSheetId = copy.id
    return sheetHandle(copy)
  },
  moveActiveSheet: (_self, args, run) => {
    const position = integer(args, 0)
    if (position < 1 || position > run.workbook.sheets.length) throw new Error('Sheet index was out of bounds.')
    moveSheet(run.workbook, activeSheet(run.workbook), position)
  },
  getRange: (_self, args, run) => getRange(run, activeSheet(run.workbook), [string(args, 0)]),
  getRangeList: (_self, args, run) => rangeList(run, activeSheet(run.workbook), args),
  getRangeByName: (_self, args, run) => {
    const name = string(args, 0)
    const named = run.workbook.namedRanges.find((one) => one.name.toLowerCase() === name.toLowerCase())
    const sheet = named && sheetWithId(run.workbook, named.sheetId)
    return named && sheet ? rangeHandle(sheet, named.box) : null
  },
  getNamedRanges: (_self, _args, { workbook }) =>
    workbook.namedRanges.map((named) => make(NamedRangeKind, { workbook, named })),
  setNamedRange: (_self, args, { workbook }) => {
    const name = string(args, 0)
    const { sheet, box } = instance(args, 1, RangeKind)
    demandRangeName(name)
    const known = workbook.namedRanges.find((one) => one.name.toLowerCase() === name.toLowerCase())
    if (known) Object.assign(known, { sheetId: sheet.id, box })
    else workbook.namedRanges.push({ id: newNamedRangeId(), name, sheetId: sheet.id, box })
    touch(workbook)
  },
  removeNamedRange: (_self, args, { workbook }) => {
    const name = string(args, 0)
    if (!workbook.namedRanges.some((one) => one.name === name))
      throw new Error(`The named range "${name}" does not exist.`)
    workbook.namedRanges = workbook.namedRanges.filter((one) => one.name !== name)
    touch(workbook)
  },
  getSpreadsheetLocale: (_self, _args, run) => run.workbook.locale,
  setSpreadsheetLocale: setting(({ workbook }, args) => {
    const locale = string(args, 0).replace('-', '_')
    if (!/^[a-z]{2,3}(_[A-Z]{2})?$/.test(locale)) throw new Error(`Invalid argument: ${string(args, 0)}`)
    workbook.locale = locale
  }),
  getSpreadsheetTimeZone: (_self, _args, run) => run.workbook.timeZone,
  setSpreadsheetTimeZone: setting(({ workbook }, args) => {
    const zone = string(args, 0)
    if (!knownZone(zone)) throw new Error(`Invalid argument: ${zone}`)
    workbook.timeZone = zone
  }),
  getRecalculationInterval: (_self, _args, { workbook }) => member(RecalculationInterval, workbook.autoRecalc),
  setRecalculationInterval: setting(({ workbook }, args) => {
    workbook.autoRecalc = enumName(args, 0, RecalculationInterval)
  }),
  isIterativeCalculationEnabled: (_self, _args, { workbook }) => workbook.iteration !== null,
  setIterativeCalculationEnabled: setting(({ workbook }, args) => {
    workbook.iteration = boolean(args, 0) ? { max: 50, threshold: 0.05, ...workbook.iteration } : null
  }),
  getMaxIterativeCalculationCycles: (_self, _args, { workbook }) => workbook.iteration?.max ?? 50,
  setMaxIterativeCalculationCycles: setting(({ workbook }, args) => {
    workbook.iteration = { ...workbook.iteration, max: integer(args, 0) }
  }),
  getIterativeCalculationConvergenceThreshold: (_self, _args, { workbook }) => workbook.iteration?.threshold ?? 0.05,
  setIterativeCalculationConvergenceThreshold: setting(({ workbook }, args) => {
    workbook.iteration = { ...workbook.iteration, threshold: number(args, 0) }
  }),
  getProtections: (_self, args, run) => {
    const sheets = enumName(args, 0, ProtectionType) === 'SHEET'
    return run.workbook.sheets.flatMap((sheet) =>
      sheet.protections
        .filter((one) => (one.box === null) === sheets)
        .map((protection) => make(ProtectionKind, { sheet, protection })),
    )
  },
  getBandings: (_self, _args, run) =>
    run.workbook.sheets.flatMap((sheet) =>
      sheet.bandings.map((banding) => make(BandingKind, { sheet, banding, colors: banding.rows ?? banding.columns })),
    ),
  getDataSourceTables: () => [],
  createTextFinder: (_self, args, run) =>
    textFinder(
      run.workbook.sheets.map((sheet) => ({ sheet, box: null })),
      string(args, 0),
    ),
  addDeveloperMetadata: (_self, args, run) => {
    addMetadata(run.workbook, args, { type: 'SPREADSHEET' })
    return SELF
  },
  getDeveloperMetadata: (_self, _args, run) => metadataHandles(run.workbook, ({ at }) => at.type === 'SPREADSHEET'),
  createDeveloperMetadataFinder: (_self, _args, run) => metadataFinder(run.workbook, {}),
  toast: (_self, args, run) => {
    const seconds = args.length > 2 && args[2] !== null ? number(args, 2) : 5
    showUi(run.shared.ui, { type: 'toast', text: string(args, 0), title: textOrNull(args, 1) ?? '', seconds })
  },
}
