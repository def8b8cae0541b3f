// Works out formulas with IronCalc: the workbook is fed to it as typed values, and results are kept until something changes.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { initSync, Model } from '@ironcalc/wasm'
import { columnLetters, quoteSheetName } from './address.ts'
import { type Empty, type Fed, findEmpty, passesCellsOn, withEmptyCells } from './empty-results.ts'
import { exactNumbers, mostExact, type Reading } from './exact-results.ts'
import { inEnglish } from './formula-locale.ts'
import { mapReferences } from './formula-references.ts'
import { withoutGoogleFunctions } from './google-functions.ts'
import type { CellValue, Sheet, Workbook } from './workbook.ts'

type Results = { version: number; sheets: Map<Sheet, Map<number, CellValue>> }

/** Enough digits to read a number back; IronCalc gives only formatted text. */
const exactFormat = '0.00000000000000E+00'
/** Google's words for the engine's errors. */
const errorNames: Record<string, string> = {
  '#SPILL!': '#REF!',
  '#CALC!': '#N/A',
  '#CIRC!': '#REF!',
  '#N/IMPL!': '#NAME?',
}
const lastRow = 1_048_576
const lastColumn = 16_384
const results = new WeakMap<Workbook, Results>()
let started = false

const keyOf = (row: number, column: number) => row * 32_768 + column

/** The worked-out value of a formula cell or of a cell a formula spills into; null for any other. Errors are their text. */
export function computedValue(workbook: Workbook, sheet: Sheet, row: number, column: number): CellValue {
  return resultsOf(workbook, sheet)?.get(keyOf(row, column)) ?? null
}

/** The last row and column that a formula gives a value to; 0 where there are none. */
export function computedSize(workbook: Workbook, sheet: Sheet): { rows: number; columns: number } {
  const size = { rows: 0, columns: 0 }
  for (const key of resultsOf(workbook, sheet)?.keys() ?? []) {
    size.rows = Math.max(size.rows, Math.floor(key / 32_768))
    size.columns = Math.max(size.columns, key % 32_768)
  }
  return size
}

function resultsOf(workbook: Workbook, sheet: Sheet): Map<number, CellValue> | undefined {
  let known = results.get(workbook)
  if (known?.version !== workbook.version) {
    known = { version: workbook.version, sheets: hasFormulas(workbook) ? compute(workbook) : new Map() }
    results.set(workbook, known)
  }
  return known.sheets.get(sheet)
}

function hasFormulas(workbook: Workbook): boolean {
  for (const sheet of workbook.sheets)
    for (const line of sheet.rows.values())
      for (const cell of line.values()) if (cell.formula !== undefined) return true
  return false
}

function compute(workbook: Workbook): Map<Sheet, Map<number, CellValue>> {
  if (!started) {
    const binary = createRequire(import.meta.url).resolve('@ironcalc/wasm/wasm_bg.wasm')
    initSync({ module: readFileSync(binary) })
    started = true
  }
  const model = new Model('workbook', 'en', 'UTC', 'en')
  try {
    model.pauseEvaluation()
    const fed = feed(model, workbook)
    model.resumeEvaluation()
    model.evaluate()
    let readings: Reading[] = []
    const read = () => workbook.sheets.map((sheet, index) => readResults(model, sheet, index, readings))
    let sheets = read()
    const empty = emptyResults(model, fed, sheets)
    if (empty.length > 0) {
      readings = []
      sheets = read()
      for (const { sheet, row, column } of empty) sheets[sheet]!.set(keyOf(row, column), null)
      readings = readings.filter(({ sheet, row, column }) => sheets[sheet]!.get(keyOf(row, column)) !== null)
    }
    const names = engineNames(workbook)
    const exact =
      readings.length === 0 || readings.length > mostExact
        ? readings.map(({ value }) => Number(value.toPrecision(14)))
        : exactNumbers(
            model,
            workbook.sheets.map(({ name }) => names.get(name)!),
            exactFormat,
            readings,
          )
    readings.forEach(({ sheet, row, column }, index) => {
      sheets[sheet]!.set(keyOf(row, column), exact[index]!)
    })
    return new Map(workbook.sheets.map((sheet, index) => [sheet, sheets[index]!]))
  } finally {
    model.free()
  }
}

/** Gives the workbook to the model; the formulas that may pass empty cells on are told. */
function feed(model: Model, workbook: Workbook): Fed[] {
  const fed: Fed[] = []
  const names = engineNames(workbook)
  for (let index = 1; index < workbook.sheets.length; index++) model.newSheet()
  workbook.sheets.forEach((_, index) => {
    model.renameSheet(index, `tmp sheet ${index}`)
  })
  workbook.sheets.forEach((sheet, index) => {
    model.renameSheet(index, names.get(sheet.name)!)
  })
  for (const { name, sheetId, box } of workbook.namedRanges) {
    const sheet = workbook.sheets.find((one) => one.id === sheetId)
    if (!sheet) continue
    const end = `$${columnLetters(box.column + box.columns - 1)}$${box.row + box.rows - 1}`
    model.newDefinedName(
      name,
      null,
      `${quoteSheetName(names.get(sheet.name)!)}!$${columnLetters(box.column)}$${box.row}:${end}`,
    )
  }
  workbook.sheets.forEach((sheet, index) => {
    for (const [row, line] of sheet.rows)
      for (const [column, cell] of line) {
        const input = cell.formula === undefined ? inputOf(cell.value) : formulaOf(cell.formula, workbook, sheet, names)
        if (input === null || row > lastRow || column > lastColumn) continue
        model.setUserInput(index, row, column, input)
        if (cell.formula === undefined) continue
        readExactly(model, index, row, column, 1, 1)
        if (passesCellsOn(cell.formula)) fed.push({ sheet: index, row, column, input, zeros: [], alone: true })
      }
  })
  return fed
}

function inputOf(value: CellValue): string | null {
  if (value === null) return null
  if (typeof value === 'string') return `'${value}`
  return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value)
}

/** A formula that the locale does not take goes in as text that the engine cannot read either. */
function formulaOf(formula: string, workbook: Workbook, home: Sheet, names: Map<string, string>): string {
  const english = inEnglish(formula, workbook.locale)
  return english === null ? '=,' : forEngine(withoutGoogleFunctions(english), workbook, home, names)
}

/** A range without an end is as long as its sheet, not as the engine's; some sheets' names the engine does not take. */
function forEngine(formula: string, workbook: Workbook, home: Sheet, names: Map<string, string>): string {
  return mapReferences(formula, ({ sheet, from, to }) => {
    const rows = (sheet === null ? home : workbook.sheets.find(({ name }) => name === sheet))?.maxRows ?? lastRow
    const open = to?.row === 0
    return {
      sheet: sheet === null ? null : (names.get(sheet) ?? sheet),
      from: open ? { ...from, row: Math.max(from.row, 1) } : from,
      to: open ? { ...to, row: Math.max(from.row, rows) } : to,
    }
  })
}

/** Each sheet's name as the engine takes it, which is as Excel does: 31 characters, and some signs in none. */
function engineNames(workbook: Workbook): Map<string, string> {
  const names = workbook.sheets.map(({ name }, index) => {
    const fits = name.length <= 31 && !/[:\\/?*[\]']/.test(name) && name.trim() === name
    return [name, fits ? name : `sheet ${index} of the workbook`] as const
  })
  return new Map(names)
}

function readExactly(model: Model, sheet: number, row: number, column: number, width: number, height: number): void {
  model.updateRangeStyle({ sheet, row, column, width, height }, 'num_fmt', exactFormat)
}

/** The results of a sheet; numbers that fifteen digits may not tell exactly are noted in `readings`. */
function readResults(model: Model, sheet: Sheet, index: number, readings: Reading[]): Map<number, CellValue> {
  const values = new Map<number, CellValue>()
  for (const [row, line] of sheet.rows)
    for (const [column, cell] of line) {
      if (cell.formula === undefined) continue
      const [width, height] = spillOf(model, index, row, column)
      if (row + height - 1 > sheet.maxRows || column + width - 1 > sheet.maxColumns) {
        values.set(keyOf(row, column), '#REF!')
        continue
      }
      if (width * height > 1) readExactly(model, index, row, column, width, height)
      for (let down = 0; down < height; down++)
        for (let right = 0; right < width; right++) {
          const [atRow, atColumn] = [row + down, column + right]
          const value = readValue(model, index, atRow, atColumn)
          values.set(keyOf(atRow, atColumn), value)
          if (typeof value === 'number') readings.push({ sheet: index, row: atRow, column: atColumn, value })
        }
    }
  return values
}

/** How wide and high the results of a formula are. */
function spillOf(model: Model, sheet: number, row: number, column: number): [number, number] {
  const spill = model.getCellArrayStructure(sheet, row, column)
  return typeof spill === 'object' && 'DynamicAnchor' in spill ? spill.DynamicAnchor : [1, 1]
}

/** The results that are empty cells passed on; the model then knows them as empty. */
function emptyResults(model: Model, fed: Fed[], sheets: Map<number, CellValue>[]): Empty[] {
  for (const formula of fed) {
    const [width, height] = spillOf(model, formula.sheet, formula.row, formula.column)
    formula.alone = width * height === 1
    formula.zeros = Array.from({ length: width * height }, (_, index) => ({
      row: formula.row + Math.floor(index / width),
      column: formula.column + (index % width),
    })).filter(({ row, column }) => sheets[formula.sheet]!.get(keyOf(row, column)) === 0)
  }
  const asked = fed.filter(({ zeros }) => zeros.length > 0)
  const empty = asked.length > 0 ? findEmpty(model, asked) : []
  if (asked.length > 0) withEmptyCells(model, asked, empty)
  for (const { sheet, row, column } of asked) readExactly(model, sheet, row, column, 1, 1)
  return empty
}

function readValue(model: Model, sheet: number, row: number, column: number): CellValue {
  const type = model.getCellType(sheet, row, column)
  const text = model.getFormattedCellValue(sheet, row, column)
  if (type === 1) return Number(text)
  if (type === 4) return text === 'TRUE'
  return errorNames[text] ?? text
}
