// Range: values, formulas, display text, number formats and notes.
import { cellAt, eachCell, patchCell, putCell } from '../../workbook/cells.ts'
import { serialToInstant } from '../../workbook/dates.ts'
import { showsDate, textAt, valueAt } from '../../workbook/display.ts'
import { shiftFormula } from '../../workbook/formula-references.ts'
import { shownFormat } from '../../workbook/implied-format.ts'
import { fromR1C1, toR1C1 } from '../../workbook/r1c1.ts'
import { refusal, type Written } from '../../workbook/refuse-input.ts'
import { type Input, parseInput, withInput } from '../../workbook/typed-input.ts'
import { grid, string, textOrNull } from '../arguments.ts'
import { inputFrom } from '../cell-input.ts'
import type { Execution } from '../execution.ts'
import type { RangeState } from '../kinds.ts'
import { type Methods, SELF } from '../service.ts'

type Read = (row: number, column: number) => unknown

/** Reads every position of a range into rows. */
export function readGrid({ box }: RangeState, read: Read): unknown[][] {
  return Array.from({ length: box.rows }, (_, down) =>
    Array.from({ length: box.columns }, (_, right) => read(box.row + down, box.column + right)),
  )
}

/** Calls `write` for every position with its value, the same one everywhere or one from each place of a grid. */
export function writeGrid<T>(
  { box }: RangeState,
  values: T | T[][],
  write: (row: number, column: number, value: T) => void,
  single: boolean,
): void {
  for (let down = 0; down < box.rows; down++)
    for (let right = 0; right < box.columns; right++)
      write(box.row + down, box.column + right, single ? (values as T) : (values as T[][])[down]![right]!)
}

const reader =
  ({ sheet }: RangeState, { workbook }: Execution): Read =>
  (row, column) => {
    const value = valueAt(workbook, sheet, row, column)
    if (value === null) return ''
    if (typeof value !== 'number' || !showsDate(shownFormat(workbook, sheet, cellAt(sheet, row, column)))) return value
    return new Date(serialToInstant(value, workbook.timeZone))
  }

/** Writes parsed inputs after checking all of them against validations that reject. */
function writeInputs(range: RangeState, run: Execution, inputs: Input[][] | Input, single: boolean): void {
  const { sheet } = range
  const written: Written[] = []
  writeGrid<Input>(range, inputs, (row, column, input) => written.push({ row, column, input }), single)
  const refused = refusal(run.workbook, sheet, written)
  if (refused !== null) throw new Error(refused)
  writeGrid<Input>(
    range,
    inputs,
    (row, column, input) => {
      putCell(run.workbook, sheet, row, column, withInput(cellAt(sheet, row, column), input))
    },
    single,
  )
}

const formulaAt = ({ sheet }: RangeState, row: number, column: number) => cellAt(sheet, row, column)?.formula ?? ''

const generalFormat = '0.###############'

/** A whole number as Java writes a double: `5.0`. Google keeps notes so. */
const noteText = (value: unknown): string | undefined =>
  typeof value === 'number' && Number.isInteger(value) ? value.toFixed(1) : (textOrNull([value], 0) ?? undefined)

const relativeAt = ({ sheet }: RangeState, row: number, column: number) => {
  const formula = cellAt(sheet, row, column)?.formula
  return formula === undefined ? null : toR1C1(formula, row, column)
}

export const rangeValues: Methods<RangeState> = {
  getValue: (range, _args, run) => reader(range, run)(range.box.row, range.box.column),
  getValues: (range, _args, run) => readGrid(range, reader(range, run)),
  getDisplayValue: ({ sheet, box }, _args, run) => textAt(run.workbook, sheet, box.row, box.column),
  getDisplayValues: (range, _args, run) =>
    readGrid(range, (row, column) => textAt(run.workbook, range.sheet, row, column)),
  getFormula: (range) => formulaAt(range, range.box.row, range.box.column),
  getFormulas: (range) => readGrid(range, (row, column) => formulaAt(range, row, column)),
  getFormulaR1C1: (range) => relativeAt(range, range.box.row, range.box.column),
  getFormulasR1C1: (range) => readGrid(range, (row, column) => relativeAt(range, row, column)),
  isBlank: (range, _args, run) =>
    // A formula is something, whatever it comes to.
    [reader(range, run), (row: number, column: number) => formulaAt(range, row, column)].every((read) =>
      readGrid(range, read).every((line) => line.every((value) => value === '')),
    ),
  setValue: (range, args, run) => {
    writeGrid(range, args[0], (row, column, value) => inputAt(range, run, row, column, value), true)
    return SELF
  },
  setValues: (range, args, run) => {
    const values = grid(args, 0, range.box.rows, range.box.columns)
    const inputs = values.map((line, down) =>
      line.map((value, right) =>
        inputFrom(run.workbook, cellAt(range.sheet, range.box.row + down, range.box.column + right), value),
      ),
    )
    writeInputs(range, run, inputs, false)
    return SELF
  },
  setFormula: (range, args, run) => {
    const formula = asFormula(textOrNull(args, 0) ?? '')
    const { row: top, column: left } = range.box
    const inputs = readGrid(range, (row, column) =>
      parseInput(shiftFormula(formula, row - top, column - left), run.workbook.locale),
    )
    writeInputs(range, run, inputs as Input[][], false)
    return SELF
  },
  setFormulas: (range, args, run) => {
    const formulas = grid(args, 0, range.box.rows, range.box.columns)
    const inputs = formulas.map((line) =>
      line.map((one) => parseInput(asFormula(textOrNull([one], 0) ?? ''), run.workbook.locale)),
    )
    writeInputs(range, run, inputs, false)
    return SELF
  },
  setFormulaR1C1: (range, args, run) => {
    const formula = asFormula(textOrNull(args, 0) ?? '')
    const inputs = readGrid(range, (row, column) => parseInput(fromR1C1(formula, row, column), run.workbook.locale))
    writeInputs(range, run, inputs as Input[][], false)
    return SELF
  },
  setFormulasR1C1: (range, args, run) => {
    const { row, column } = range.box
    const formulas = grid(args, 0, range.box.rows, range.box.columns)
    const inputs = formulas.map((line, down) =>
      line.map((one, right) =>
        parseInput(fromR1C1(asFormula(textOrNull([one], 0) ?? ''), row + down, column + right), run.workbook.locale),
      ),
    )
    writeInputs(range, run, inputs, false)
    return SELF
  },
  getNumberFormat: ({ sheet, box }) => cellAt(sheet, box.row, box.column)?.format ?? generalFormat,
  getNumberFormats: (range) =>
    readGrid(range, (row, column) => cellAt(range.sheet, row, column)?.format ?? generalFormat),
  setNumberFormat: (range, args, run) => setFormats(range, run, string(args, 0), true),
  setNumberFormats: (range, args, run) =>
    setFormats(range, run, grid(args, 0, range.box.rows, range.box.columns), false),
  getNote: ({ sheet, box }) => cellAt(sheet, box.row, box.column)?.note ?? '',
  getNotes: (range) => readGrid(range, (row, column) => cellAt(range.sheet, row, column)?.note ?? ''),
  // One number is kept as it is written, those of a grid as Java writes them.
  setNote: (range, args, run) => setNotes(range, run, textOrNull(args, 0), true),
  setNotes: (range, args, run) => setNotes(range, run, grid(args, 0, range.box.rows, range.box.columns), false),
  clearNote: (range, _args, run) => setNotes(range, run, null, true),
  setComment: (range, args, run) => setNotes(range, run, textOrNull(args, 0), true),
  setComments: (range, args, run) => setNotes(range, run, grid(args, 0, range.box.rows, range.box.columns), false),
  getComments: (range) => readGrid(range, (row, column) => cellAt(range.sheet, row, column)?.note ?? ''),
  getComment: ({ sheet, box }) => cellAt(sheet, box.row, box.column)?.note ?? '',
}

function inputAt(range: RangeState, run: Execution, row: number, column: number, value: unknown): void {
  const input = inputFrom(run.workbook, cellAt(range.sheet, row, column), value)
  writeInputs({ sheet: range.sheet, box: { row, column, rows: 1, columns: 1 } }, run, input, true)
}

function asFormula(text: string): string {
  return text === '' || text.startsWith('=') ? text : `=${text}`
}

function setFormats(range: RangeState, run: Execution, values: unknown, single: boolean): typeof SELF {
  writeGrid<unknown>(
    range,
    values as unknown[][],
    (row, column, value) => {
      const format = textOrNull([value], 0) ?? ''
      patchCell(run.workbook, range.sheet, row, column, {
        format: /^(general|0\.#{15})?$/i.test(format) ? undefined : format,
      })
    },
    single,
  )
  return SELF
}

function setNotes(range: RangeState, run: Execution, values: unknown, single: boolean): typeof SELF {
  if (single && !values) {
    eachCell(range.sheet, range.box, (cell, row, column) => {
      if (cell.note) patchCell(run.workbook, range.sheet, row, column, { note: undefined })
    })
    return SELF
  }
  writeGrid<unknown>(
    range,
    values as unknown[][],
    (row, column, value) => {
      patchCell(run.workbook, range.sheet, row, column, { note: noteText(value) })
    },
    single,
  )
  return SELF
}
