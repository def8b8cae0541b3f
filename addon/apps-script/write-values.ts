// Writes the cells of a plan so that text stays text, and makes sure that it did.
import type { SheetPlan } from '../../shared/plan/plan.ts'
import type { SheetCell } from '../../shared/plan/sheet-cell.ts'
import { automatic } from '../../shared/template/number-format.ts'
import { isDate } from './cell-kind.ts'
import { Failure } from './failure.ts'
import type { Range } from './sheets.ts'

const text = '@'

/** Header and text cells are in text format, where nothing is parsed; a formula would not be computed there. */
function formatOf(cell: SheetCell, row: number, columnFormat: string): string {
  if (row === 0) return text
  return cell !== null && typeof cell === 'object' && columnFormat === text ? automatic : columnFormat
}

/**
 * What `setValues` gets. A text that the sheet would read as something else gets a leading apostrophe: in a text cell
 * only `=` and `'` are special, elsewhere anything may be.
 */
function inputOf(cell: SheetCell, format: string): string | number | boolean {
  if (cell === null) return ''
  if (typeof cell === 'object') return cell.formula
  if (typeof cell !== 'string') return cell
  return format !== text || /^[=']/.test(cell) ? `'${cell}` : cell
}

/** Line ends and control characters are the sheet's to settle. */
function settled(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/(?![\t\n])\p{Cc}/gu, '')
}

/** Whether the sheet holds what the plan says. Formulas and dates are Google's to show; an empty checkbox reads false. */
function isAsPlanned(cell: SheetCell, found: unknown): boolean {
  if (cell === null) return found === '' || found === false
  if (typeof cell === 'object') return true
  // A sheet keeps 15 digits of a number; a double has up to 17.
  if (typeof cell === 'number') return isDate(found) || Math.abs(Number(found) - cell) <= Math.abs(cell) * 1e-14
  return found === cell || (typeof cell === 'string' && typeof found === 'string' && settled(found) === settled(cell))
}

type Run = { row: number; column: number; texts: string[] }

/** Texts that came out as something else, in runs of neighbours below each other. Throws for anything but text. */
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
      if (typeof cell !== 'string') throw refused()
      if (!run) {
        run = { row: r, column: c, texts: [] }
        runs.push(run)
      }
      run.texts.push(cell)
    }
  }
  return runs
}

function refused(): Failure {
  return new Failure(
    'invalid',
    'The sheet did not take every value as it is.',
    'A rule of the sheet may refuse it, or somebody is typing there. Try again, or choose another place.',
  )
}

/** Writes all cells and reads them back. Texts that were parsed are set again as rich text, which never is. */
export function writeValues(range: Range, plan: SheetPlan): void {
  const formats = plan.cells.map((cells, r) =>
    cells.map((cell, c) => formatOf(cell, r, plan.columns[c]?.number_format ?? automatic)),
  )
  range.setNumberFormats(formats)
  range.setValues(plan.cells.map((cells, r) => cells.map((cell, c) => inputOf(cell, formats[r]?.[c] ?? automatic))))
  SpreadsheetApp.flush()
  const damage = findDamage(plan.cells, range.getValues())
  if (damage.length === 0) return
  for (const { row, column, texts } of damage) {
    const rich = texts.map((each) => [SpreadsheetApp.newRichTextValue().setText(each).build()])
    range.offset(row, column, texts.length, 1).setRichTextValues(rich)
  }
  SpreadsheetApp.flush()
  if (findDamage(plan.cells, range.getValues()).length > 0) throw refused()
}
