// Spreadsheet: its sheets, names, settings, selection and metadata.
import { announce, touch } from '../../workbook/changes.ts'
import {
  activeSheet,
  addSheet,
  copySheet,
  moveSheet,
  removeSheet,
  sheetNamed,
  sheetWithId,
} from '../../workbook/sheets.ts'
import { newNamedRangeId, type Sheet } from '../../workbook/workbook.ts'
import { instance, integer, number, record, string, textOrNull } from '../arguments.ts'
import { enumName, ProtectionType } from '../enums.ts'
import type { Execution } from '../execution.ts'
import {
  NamedRangeKind,
  ProtectionKind,
  RangeKind,
  RangeListKind,
  rangeHandle,
  SelectionKind,
  SheetKind,
  sheetHandle,
} from '../kinds.ts'
import { type Args, Handle, type Methods, make, SELF } from '../service.ts'
import { showUi } from '../ui-state.ts'
import { addMetadata, metadataFinder, metadataHandles } from './metadata.ts'
import { getRange, rangeList } from './sheet-place.ts'

/** `insertSheet(name?, index?, {template}?)` in any of Google's combinations. */
function insertSheet(run: Execution, args: Args): Handle {
  const { workbook } = run
  const name = args.find((arg) => typeof arg === 'string')
  const index = args.find((arg) => typeof arg === 'number')
  const options = args.find((arg) => typeof arg === 'object' && arg !== null && !(arg instanceof Handle))
  const template = options ? instance([record([options], 0).template], 0, SheetKind).sheet : undefined
  const at = index ?? workbook.sheets.indexOf(activeSheet(workbook)) + 1
  if (at < 0 || at > workbook.sheets.length) throw new Error('Invalid index')
  let sheet: Sheet
  if (template) {
    sheet = addSheet(workbook, name, at)
    const copy = copySheet(workbook, template)
    workbook.sheets.splice(workbook.sheets.indexOf(copy), 1)
    Object.assign(sheet, { ...copy, id: sheet.id, name: sheet.name })
  } else sheet = addSheet(workbook, name, at)
  workbook.activeSheetId = sheet.id
  touch(workbook)
  return sheetHandle(sheet)
}

const activeBox = (run: Execution) => {
  const sheet = activeSheet(run.workbook)
  return { sheet, box: sheet.selection[0] ?? { row: 1, column: 1, rows: 1, columns: 1 } }
}
const activeRange = (run: Execution) => {
  const { sheet, box } = activeBox(run)
  return rangeHandle(sheet, box)
}
const activeCell = (run: Execution) => {
  const { sheet, box } = activeBox(run)
  return rangeHandle(sheet, { ...box, rows: 1, columns: 1 })
}
const activeRanges = (run: Execution) => {
  const sheet = activeSheet(run.workbook)
  return make(RangeListKind, { ranges: sheet.selection.map((box) => ({ sheet, box })) })
}

function activate(run: Execution, sheet: Sheet): Handle {
  run.workbook.activeSheetId = sheet.id
  announce(run.workbook)
  return sheetHandle(sheet)
}

export const spreadsheetMethods: Methods<null> = {
  getId: (_self, _args, run) => run.workbook.id,
  getName: (_self, _args, run) => run.workbook.title,
  getUrl: (_self, _args, run) => `https://docs.google.com/spreadsheets/d/${run.workbook.id}/edit`,
  rename: (_self, args, run) => {
    run.workbook.title = string(args, 0)
    touch(run.workbook)
  },
  getSheets: (_self, _args, run) => run.workbook.sheets.map(sheetHandle),
  getNumSheets: (_self, _args, run) => run.workbook.sheets.length,
  getSheetByName: (_self, args, run) => {
    const sheet = sheetNamed(run.workbook, string(args, 0))
    return sheet ? sheetHandle(sheet) : null
  },
  getSheetById: (_self, args, run) => {
    const sheet = sheetWithId(run.workbook, number(args, 0))
    return sheet ? sheetHandle(sheet) : null
  },
  insertSheet: (_self, args, run) => insertSheet(run, args),
  deleteSheet: (_self, args, run) => removeSheet(run.workbook, instance(args, 0, SheetKind).sheet),
  deleteActiveSheet: (_self, _args, run) => {
    removeSheet(run.workbook, activeSheet(run.workbook))
    return sheetHandle(activeSheet(run.workbook))
  },
  duplicateActiveSheet: (_self, _args, run) => {
    const source = activeSheet(run.workbook)
    const copy = copySheet(run.workbook, source)
    moveSheet(run.workbook, copy, run.workbook.sheets.indexOf(source) + 2)
    return activate(run, copy)
  },
  moveActiveSheet: (_self, args, run) => {
    const position = integer(args, 0)
    if (position < 1 || position > run.workbook.sheets.length) throw new Error('Invalid sheet position')
    moveSheet(run.workbook, activeSheet(run.workbook), position)
  },
  getActiveSheet: (_self, _args, run) => sheetHandle(activeSheet(run.workbook)),
  setActiveSheet: (_self, args, run) => activate(run, instance(args, 0, SheetKind).sheet),
  getActiveRange: (_self, _args, run) => activeRange(run),
  getActiveRangeList: (_self, _args, run) => activeRanges(run),
  getActiveCell: (_self, _args, run) => activeCell(run),
  getCurrentCell: (_self, _args, run) => activeCell(run),
  setActiveRange: (_self, args, run) => {
    const { sheet, box } = instance(args, 0, RangeKind)
    sheet.selection = [box]
    activate(run, sheet)
    return args[0]
  },
  setActiveSelection: (_self, args, run) => {
    const range = args[0] instanceof Handle ? args[0] : getRange(run, activeSheet(run.workbook), args)
    const { sheet, box } = instance([range], 0, RangeKind)
    sheet.selection = [box]
    activate(run, sheet)
    return range
  },
  getSelection: () => make(SelectionKind, null),
  getRange: (_self, args, run) => getRange(run, activeSheet(run.workbook), [string(args, 0)]),
  getRangeList: (_self, args, run) => rangeList(run, activeSheet(run.workbook), args),
  getRangeByName: (_self, args, run) => {
    const named = run.workbook.namedRanges.find((one) => one.name === string(args, 0))
    const sheet = named && sheetWithId(run.workbook, named.sheetId)
    return named && sheet ? rangeHandle(sheet, named.box) : null
  },
  getNamedRanges: (_self, _args, run) => run.workbook.namedRanges.map((one) => make(NamedRangeKind, one)),
  setNamedRange: (_self, args, run) => {
    const name = string(args, 0)
    const { sheet, box } = instance(args, 1, RangeKind)
    if (!/^[\p{L}_][\p{L}\p{N}_.]{0,249}$/u.test(name) || /^(true|false|[A-Za-z]{1,3}\d+)$/i.test(name))
      throw new Error(`The name "${name}" is invalid for a range.`)
    run.workbook.namedRanges = [
      ...run.workbook.namedRanges.filter((one) => one.name !== name),
      {
        id: run.workbook.namedRanges.find((one) => one.name === name)?.id ?? newNamedRangeId(),
        name,
        sheetId: sheet.id,
        box,
      },
    ]
    touch(run.workbook)
  },
  removeNamedRange: (_self, args, run) => {
    const name = string(args, 0)
    if (!run.workbook.namedRanges.some((one) => one.name === name))
      throw new Error(`The named range "${name}" does not exist.`)
    run.workbook.namedRanges = run.workbook.namedRanges.filter((one) => one.name !== name)
    touch(run.workbook)
  },
  getSpreadsheetLocale: (_self, _args, run) => run.workbook.locale,
  setSpreadsheetLocale: (_self, args, run) => {
    run.workbook.locale = string(args, 0)
    touch(run.workbook)
  },
  getSpreadsheetTimeZone: (_self, _args, run) => run.workbook.timeZone,
  setSpreadsheetTimeZone: (_self, args, run) => {
    run.workbook.timeZone = string(args, 0)
    touch(run.workbook)
  },
  getProtections: (_self, args, run) => {
    const sheets = enumName(args, 0, ProtectionType) === 'SHEET'
    return run.workbook.sheets.flatMap((sheet) =>
      sheet.protections
        .filter((one) => (one.box === null) === sheets)
        .map((protection) => make(ProtectionKind, { sheet, protection })),
    )
  },
  addDeveloperMetadata: (_self, args, run) => {
    addMetadata(run.workbook, args, { type: 'SPREADSHEET' })
    return SELF
  },
  getDeveloperMetadata: (_self, _args, run) => metadataHandles(run.workbook, ({ at }) => at.type === 'SPREADSHEET'),
  createDeveloperMetadataFinder: () => metadataFinder({}),
  toast: (_self, args, run) => {
    const seconds = args.length > 2 && args[2] !== null ? number(args, 2) : 5
    showUi(run.shared.ui, { type: 'toast', text: string(args, 0), title: textOrNull(args, 1) ?? '', seconds })
  },
}

/** The selection shares these with the spreadsheet. */
Object.assign(SelectionKind.methods, {
  getActiveRange: (_self, _args, run) => activeRange(run),
  getActiveRangeList: (_self, _args, run) => activeRanges(run),
  getActiveSheet: (_self, _args, run) => sheetHandle(activeSheet(run.workbook)),
  getCurrentCell: (_self, _args, run) => activeCell(run),
} satisfies Methods<null>)
