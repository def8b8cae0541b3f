// Range: data validation, checkboxes, banding, filter, protection, metadata and rich text.
import { cellAt, eachCell, eachPosition, encloses, overlaps, patchCell } from '../../workbook/cells.ts'
import { touch } from '../../workbook/changes.ts'
import { textAt } from '../../workbook/display.ts'
import { takeId, type Validation } from '../../workbook/workbook.ts'
import { boolean, grid, instance, string } from '../arguments.ts'
import { bandingColors } from '../colors.ts'
import { BandingTheme, enumName } from '../enums.ts'
import type { Execution } from '../execution.ts'
import {
  BandingKind,
  FilterKind,
  isWholeLines,
  ProtectionKind,
  type RangeState,
  RichTextKind,
  type RichTextState,
  ValidationKind,
} from '../kinds.ts'
import { type Args, type Methods, make, SELF } from '../service.ts'
import { addMetadata, metadataFinder, metadataHandles } from './metadata.ts'
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

function check(range: RangeState, run: Execution, value: boolean): typeof SELF {
  eachPosition(range.box, (row, column) => {
    if (cellAt(range.sheet, row, column)?.validation?.type === 'CHECKBOX')
      patchCell(run.workbook, range.sheet, row, column, { value, formula: undefined })
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
    const validation: Validation = {
      type: 'CHECKBOX',
      args: args.map((_, index) => string(args, index)),
      allowInvalid: false,
      helpText: null,
    }
    eachPosition(range.box, (row, column) => {
      const value =
        cellAt(range.sheet, row, column)?.value ?? (args.length > 1 ? string(args, 1) : args.length > 0 ? null : false)
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
  isChecked: ({ sheet, box }) => {
    const states = new Set<boolean | null>()
    eachPosition(box, (row, column) => {
      const cell = cellAt(sheet, row, column)
      states.add(cell?.validation?.type === 'CHECKBOX' ? cell.value === true : null)
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
  getFilter: ({ sheet, box }) =>
    sheet.filter && overlaps(sheet.filter.box, box) ? make(FilterKind, { sheet, filter: sheet.filter }) : null,
  protect: ({ sheet, box }, _args, run) => {
    const protection = {
      id: takeId(run.workbook),
      box,
      description: '',
      warningOnly: false,
      editors: [run.shared.user.email],
      domainEdit: false,
      unprotected: [],
    }
    sheet.protections.push(protection)
    touch(run.workbook)
    return make(ProtectionKind, { sheet, protection })
  },
  canEdit: () => true,
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
  createDeveloperMetadataFinder: ({ sheet, box }) => metadataFinder({ sheetId: sheet.id, box }),
  getRichTextValue: (range, _args, run) => richText(range, run, range.box.row, range.box.column),
  getRichTextValues: (range, _args, run) => readGrid(range, (row, column) => richText(range, run, row, column)),
  setRichTextValue: (range, args, run) => setRichText(range, run, instance(args, 0, RichTextKind), true),
  setRichTextValues: (range, args, run) => {
    const values = grid(args, 0, range.box.rows, range.box.columns).map((line) =>
      line.map((value) => instance([value], 0, RichTextKind)),
    )
    return setRichText(range, run, values, false)
  },
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

function richText({ sheet }: RangeState, run: Execution, row: number, column: number) {
  return make(RichTextKind, {
    text: textAt(run.workbook, sheet, row, column),
    style: cellAt(sheet, row, column)?.style ?? {},
    link: null,
  })
}

function setRichText(
  range: RangeState,
  run: Execution,
  values: RichTextState | RichTextState[][],
  single: boolean,
): typeof SELF {
  writeGrid<RichTextState>(
    range,
    values,
    (row, column, { text, style }) => {
      const own = cellAt(range.sheet, row, column)?.style
      patchCell(run.workbook, range.sheet, row, column, {
        value: text || null,
        formula: undefined,
        style: { ...own, ...style },
      })
    },
    single,
  )
  return SELF
}
