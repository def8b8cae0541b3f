// Writes values and formulas so that text stays text, and makes sure that it did.
import type { Block } from '../../../shared/plan/a1.ts'
import type { SheetCell } from '../../../shared/plan/sheet-cell.ts'
import { automatic } from '../../../shared/template/number-format.ts'
import { isDate } from '../cell-kind.ts'
import { Failure, toProblem } from '../failure.ts'
import { blockRange, type Range } from '../sheets.ts'
import { shared } from './blocks.ts'
import type { WritePlace } from './write-place.ts'

/** Cells to write and the number format that each is known to have; none where the sheet's own is not known. */
export type CellBlock = { row: number; column: number; cells: SheetCell[][] }
type FormatAt = (row: number, column: number) => string | undefined

const text = '@'

/**
 * What `setValues` gets. A text that the sheet would read as something else gets a leading apostrophe: in a text cell
 * only `=` and `'` are special, elsewhere anything may be.
 */
function inputOf(cell: SheetCell, format: string | undefined): string | number | boolean {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'object') return cell.formula
  if (typeof cell !== 'string') return cell
  return format !== text || /^[=']/.test(cell) ? `'${cell}` : cell
}

/** Line ends and control characters are the sheet's to settle. */
function settled(value: string): string {
  return value.replace(/\r\n?/g, '\n').replace(/(?![\t\n])\p{Cc}/gu, '')
}

/** Whether the sheet holds what the plan says. Formulas and dates are Google's to show; an empty checkbox reads false. */
function isAsPlanned(cell: SheetCell, found: unknown): boolean {
  if (cell === null || cell === '') return found === '' || found === false
  // In a cell of text format a formula stays the text that it is.
  if (typeof cell === 'object') return found !== cell.formula
  // A sheet keeps 15 digits of a number; a double has up to 17.
  if (typeof cell === 'number') return isDate(found) || Math.abs(Number(found) - cell) <= Math.abs(cell) * 1e-14
  return found === cell || (typeof cell === 'string' && typeof found === 'string' && settled(found) === settled(cell))
}

type Run = { row: number; column: number; cells: (string | { formula: string })[] }

function refused(): Failure {
  return new Failure(
    'invalid',
    'The sheet did not take every value as it is.',
    'A rule of the sheet may refuse it, or somebody is typing there. Try again, or choose another place.',
  )
}

/** Texts and formulas that came out as something else, in runs of neighbours below each other. Throws for other values. */
function findDamage(cells: SheetCell[][], found: unknown[][]): Run[] {
  const runs: Run[] = []
  const columns = cells[0]?.length ?? 0
  for (let c = 0; c < columns; c++) {
    let run: Run | null = null
    for (let r = 0; r < cells.length; r++) {
      const cell = cells[r]?.[c] ?? null
      if (isAsPlanned(cell, found[r]?.[c])) {
        run = null
        continue
      }
      if (typeof cell !== 'string' && (typeof cell !== 'object' || cell === null)) throw refused()
      if (!run || typeof run.cells[0] !== typeof cell) {
        run = { row: r, column: c, cells: [] }
        runs.push(run)
      }
      run.cells.push(cell)
    }
  }
  return runs
}

const blockOf = ({ row, column, cells }: CellBlock): Block => ({
  row,
  column,
  rows: cells.length,
  columns: cells[0]?.length ?? 0,
})

/** Blocks that continue each other downwards or to the right, as one. */
function joinCells(edits: CellBlock[]): CellBlock[] {
  const joined: CellBlock[] = []
  for (const edit of edits) {
    const block = blockOf(edit)
    if (block.rows === 0 || block.columns === 0) continue
    const last = joined.at(-1)
    const before = last && blockOf(last)
    if (
      last &&
      before &&
      before.column === block.column &&
      before.columns === block.columns &&
      before.row + before.rows === block.row
    )
      joined[joined.length - 1] = { ...last, cells: [...last.cells, ...edit.cells] }
    else if (
      last &&
      before &&
      before.row === block.row &&
      before.rows === block.rows &&
      before.column + before.columns === block.column
    )
      joined[joined.length - 1] = { ...last, cells: last.cells.map((cells, r) => [...cells, ...(edit.cells[r] ?? [])]) }
    else joined.push(edit)
  }
  return joined
}

/** Runs of texts in a column with nothing but texts between them, as one: each takes a call. */
function joinTexts(cells: SheetCell[][], damage: Run[]): Run[] {
  const joined: Run[] = []
  for (const run of damage) {
    const last = joined.at(-1)
    const from = last ? last.row + last.cells.length : 0
    const between =
      last?.column === run.column ? cells.slice(from, run.row).map((line) => line[run.column] ?? null) : []
    const texts = between.filter((cell): cell is string => typeof cell === 'string' && cell !== '')
    const near = last?.column === run.column && texts.length === between.length
    if (last && near && typeof last.cells[0] === 'string' && typeof run.cells[0] === 'string')
      last.cells.push(...texts, ...run.cells)
    else joined.push({ ...run, cells: [...run.cells] })
  }
  return joined
}

function repair(range: Range, cells: SheetCell[][], damage: Run[]): unknown[][] {
  for (const { row, column, cells: run } of joinTexts(cells, damage)) {
    run.forEach((cell, at) => {
      if (typeof cell === 'object')
        range
          .offset(row + at, column, 1, 1)
          .setNumberFormat(automatic)
          .setFormula(cell.formula)
    })
    if (run.some((cell) => typeof cell === 'object')) continue
    const rich = run.map((cell) => [SpreadsheetApp.newRichTextValue().setText(String(cell)).build()])
    range.offset(row, column, run.length, 1).setRichTextValues(rich)
  }
  const values: unknown[][] = range.getValues()
  if (findDamage(cells, values).length > 0) throw refused()
  return values
}

/** Google says the help text of the rule that refuses a value, in whatever words the sheet's owner chose. */
function explained(range: Range, error: unknown): unknown {
  if (toProblem(error).code !== 'internal') return error
  const strict = range.getDataValidations().some((row) => row.some((rule) => rule !== null && !rule.getAllowInvalid()))
  if (!strict) return error
  const said = error instanceof Error ? error.message.slice(0, 300) : ''
  return new Failure(
    'invalid',
    'The rules of the sheet refuse a value.',
    `A cell in that place only takes certain values${said ? `: “${said}”` : ''}. Choose another place, or change the rule under Data > Data validation.`,
  )
}

/** A block, what the sheet holds there after it was written, and the formulas that were. */
export type FoundCells = { block: Block; values: unknown[][]; formulas: string[][] }

const formulaOf = (cell: SheetCell) => (cell !== null && typeof cell === 'object' ? cell.formula : '')

/** Whether no cell is in two of the blocks. */
export function areApart(blocks: CellBlock[]): boolean {
  return blocks.every((one, at) => blocks.slice(at + 1).every((other) => !shared(blockOf(one), blockOf(other))))
}

/** Writes blocks of cells; what the sheet made of them is for `checkCells` to see. */
export function putCells({ sheet }: Pick<WritePlace, 'sheet'>, blocks: CellBlock[], formatAt: FormatAt): CellBlock[] {
  const joined = joinCells(blocks)
  for (const block of joined) {
    const { row, column, cells } = block
    const range = blockRange(sheet, blockOf(block))
    try {
      range.setValues(cells.map((line, r) => line.map((cell, c) => inputOf(cell, formatAt(row + r, column + c)))))
    } catch (error) {
      throw explained(range, error)
    }
  }
  return joined
}

/** Reads back what was put. Texts that were parsed are set again as rich text, which never is. */
export function checkCells({ sheet }: Pick<WritePlace, 'sheet'>, blocks: CellBlock[]): FoundCells[] {
  return blocks.map((written) => {
    const { cells } = written
    const block = blockOf(written)
    const range = blockRange(sheet, block)
    const values: unknown[][] = range.getValues()
    const damage = findDamage(cells, values)
    const kept = damage.length > 0 ? repair(range, cells, damage) : values
    return { block, values: kept, formulas: cells.map((line) => line.map(formulaOf)) }
  })
}

/** Writes blocks of cells and reads them back at once. */
export function writeCells(place: Pick<WritePlace, 'sheet'>, blocks: CellBlock[], formatAt: FormatAt): FoundCells[] {
  return joinCells(blocks).flatMap((block) => checkCells(place, putCells(place, [block], formatAt)))
}
