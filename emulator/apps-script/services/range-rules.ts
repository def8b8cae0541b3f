// Range: data validation, checkboxes, banding, filter, protection and metadata.
import { cellAt, eachCell, eachPosition, encloses, overlaps, patchCell } from '../../workbook/cells.ts'
import { touch } from '../../workbook/changes.ts'
import { valueAt } from '../../workbook/display.ts'
import { type CellValue, takeId, type Validation } from '../../workbook/workbook.ts'
import { boolean, grid, instance, string } from '../arguments.ts'
import { bandingColors } from '../colors.ts'
import { BandingTheme, enumName } from '../enums.ts'
import type { Execution } from '../execution.ts'
import { BandingKind, FilterKind, isWholeLines, ProtectionKind, type RangeState, ValidationKind } from '../kinds.ts'
import { mayEditBox } from '../protected-cells.ts'
import { type Args, type Methods, make, SELF } from '../service.ts'
import { addMetadata, metadataFinder, metadataHandles } from './metadata.ts'
import { protect } from './protections.ts'
import { readGrid, writeGrid } from './range-values.ts'

const rule = (value: unknown): Validation | undefined =>
  value === null || value === undefined ? undefined : instance([value], 0, ValidationKind)

function validate(range: RangeState, run: Execution, rules: unknown, single: boolean): typeof SELF {
  writeGrid<unknown>(
    range,
    rules as unknown[][],
    (row, column, one) => {
      const validation = rule(one)
      if (validation || cellAt(range.sheet, row, column))
        patchCell(run.workbook, range.sheet, row, column, { validation })
    },
    single,
  )
  return SELF
}

const validationAt = ({ sheet }: RangeState, row: number, column: number) => {
  const validation = cellAt(sheet, row, column)?.validation
  return validation ? make(ValidationKind, validation) : null
}

/** What a checkbox holds when it is ticked and when it is not. */
const checkboxStates = ({ args }: Validation): [CellValue, CellValue] => {
  const [checked, unchecked] = args as CellValue[]
  return args.length === 0 ? [true, false] : [checked ?? null, unchecked ?? null]
}

function check(range: RangeState, run: Execution, value: boolean): typeof SELF {
  eachPosition(range.box, (row, column) => {
    const validation = cellAt(range.sheet, row, column)?.validation
    if (validation?.type !== 'CHECKBOX') return
    const [checked, unchecked] = checkboxStates(validation)
    patchCell(run.workbook, range.sheet, row, column, { value: value ? checked : unchecked, formula: undefined })
  })
  return SELF
}

export const rangeRules: Methods<RangeState> = {
  getDataValidation: (range) => validationAt(range, range.box.row, range.box.column),
  getDataValidations: (range) => readGrid(range, (row, column) => validationAt(range, row, column)),
  setDataValidation: (range, args, run) => validate(range, run, rule(args[0]) ? args[0] : null, true),
  setDataValidations: (range, args, run) =>
    validate(range, run, grid(args, 0, range.box.rows, range.box.columns), false),
  clearDataValidations: (range, _args, run) => {
    eachCell(range.sheet, range.box, (cell, row, column) => {
      if (cell.validation) patchCell(run.workbook, range.sheet, row, column, { validation: undefined })
    })
    return SELF
  },
  insertCheckboxes: (range, args, run) => {
    const given = args.map((value) => (typeof value === 'boolean' || value === null ? value : string([value], 0)))
    const validation: Validation = { type: 'CHECKBOX', args: given, allowInvalid: true, helpText: null }
    const [checked, unchecked] = checkboxStates(validation)
    eachPosition(range.box, (row, column) => {
      const before = cellAt(range.sheet, row, column)?.value ?? null
      const value = before === checked ? checked : unchecked
      patchCell(run.workbook, range.sheet, row, column, { validation, value })
    })
    return SELF
  },
  removeCheckboxes: (range, _args, run) => {
    eachCell(range.sheet, range.box, (cell, row, column) => {
      if (cell.validation?.type === 'CHECKBOX')
        patchCell(run.workbook, range.sheet, row, column, { validation: undefined, value: null })
    })
    return SELF
  },
  check: (range, _args, run) => check(range, run, true),
  uncheck: (range, _args, run) => check(range, run, false),
  isChecked: ({ sheet, box }, _args, run) => {
    const states = new Set<boolean | null>()
    eachPosition(box, (row, column) => {
      const validation = cellAt(sheet, row, column)?.validation
      const value = valueAt(run.workbook, sheet, row, column)
      states.add(validation?.type === 'CHECKBOX' ? value === checkboxStates(validation)[0] : null)
    })
    return states.size === 1 ? [...states][0] : null
  },
  applyRowBanding: (range, args, run) => band(range, args, run, 'rows'),
  applyColumnBanding: (range, args, run) => band(range, args, run, 'columns'),
  getBandings: ({ sheet, box }) =>
    sheet.bandings
      .filter((banding) => overlaps(banding.box, box))
      .map((banding) => make(BandingKind, { sheet, banding, colors: banding.rows ?? banding.columns })),
  createFilter: ({ sheet, box }, _args, run) => {
    if (sheet.filter) throw new Error("You can't create a filter in a sheet that already has a filter.")
    sheet.filter = { box, criteria: {} }
    touch(run.workbook)
    return make(FilterKind, { sheet, filter: sheet.filter })
  },
  getFilter: ({ sheet }) => (sheet.filter ? make(FilterKind, { sheet, filter: sheet.filter }) : null),
  protect: ({ sheet, box }, _args, run) => make(ProtectionKind, { sheet, protection: protect(run, sheet, box) }),
  canEdit: ({ sheet, box }, _args, run) => mayEditBox(run, sheet, box),
  addDeveloperMetadata: (range, args, run) => {
    const { sheet, box } = range
    const type = isWholeLines(box, sheet)
    if (!type)
      throw new Error(
        'Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.',
      )
    const [start, count] = type === 'ROW' ? [box.row, box.rows] : [box.column, box.columns]
    addMetadata(run.workbook, args, { type, sheetId: sheet.id, start, count })
    return SELF
  },
  getDeveloperMetadata: ({ sheet, box }, _args, run) =>
    metadataHandles(run.workbook, ({ at }) => {
      if ((at.type !== 'ROW' && at.type !== 'COLUMN') || at.sheetId !== sheet.id) return false
      const lines =
        at.type === 'ROW'
          ? { row: at.start, rows: at.count, column: 1, columns: sheet.maxColumns }
          : { row: 1, rows: sheet.maxRows, column: at.start, columns: at.count }
      return encloses(lines, box) && encloses(box, lines)
    }),
  createDeveloperMetadataFinder: ({ sheet, box }, _args, run) =>
    metadataFinder(run.workbook, { sheetId: sheet.id, box }),
}

function band({ sheet, box }: RangeState, args: Args, run: Execution, direction: 'rows' | 'columns') {
  if (sheet.bandings.some((banding) => overlaps(banding.box, box)))
    throw new Error(
      'You cannot add alternating background colors to a range that already has alternating background colors.',
    )
  const theme = bandingColors[args[0] === undefined ? 'LIGHT_GREY' : enumName(args, 0, BandingTheme)]!
  const [header, footer] = [args.length > 1 ? boolean(args, 1) : true, args.length > 2 ? boolean(args, 2) : false]
  const colors = {
    first: theme.first,
    second: theme.second,
    header: header ? theme.header : null,
    footer: footer ? theme.footer : null,
  }
  const banding = { id: takeId(run.workbook), box, rows: null, columns: null, [direction]: colors }
  sheet.bandings.push(banding)
  touch(run.workbook)
  return make(BandingKind, { sheet, banding, colors })
}
