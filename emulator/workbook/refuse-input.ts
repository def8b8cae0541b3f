// Says why a cell refuses what is written to it: its data validation rejects what does not meet it.
import { writeA1 } from './address.ts'
import { cellAt } from './cells.ts'
import { allows, listChoices } from './criteria.ts'
import { formulasHold } from './custom-formulas.ts'
import { type Input, withInput } from './typed-input.ts'
import type { Sheet, Validation, Workbook } from './workbook.ts'

export type Written = { row: number; column: number; input: Input }

/** Google's words for the first cell that refuses its new content, or null when all may be written. */
export function refusal(workbook: Workbook, sheet: Sheet, written: Written[]): string | null {
  const asked: (Written & { rule: Validation })[] = []
  let refused: (Written & { rule: Validation }) | undefined
  for (const one of written) {
    const rule = cellAt(sheet, one.row, one.column)?.validation
    if (!rule || rule.allowInvalid || one.input.formula !== undefined) continue
    if (rule.type === 'CUSTOM_FORMULA' && one.input.value !== null && one.input.value !== '')
      asked.push({ ...one, rule })
    else if (!refused && !allows(workbook, rule, one.input.value)) refused = { ...one, rule }
  }
  refused ??= asked.length > 0 ? unmet(workbook, sheet, written, asked) : undefined
  if (!refused) return null
  const { row, column, rule } = refused
  if (rule.helpText !== null) return rule.helpText
  const cell = writeA1({ row, column, rows: 1, columns: 1 })
  const text = `The data you entered in cell ${cell} violates the data validation rules set on this cell.`
  const choices = rule.type === 'VALUE_IN_LIST' ? listChoices(workbook, rule) : null
  return choices ? `${text}\nPlease enter one of the following values: ${choices.join(', ')}.` : text
}

/** The first cell whose custom formula is not true once everything is written. */
function unmet<T extends Written & { rule: Validation }>(
  workbook: Workbook,
  sheet: Sheet,
  written: Written[],
  asked: T[],
): T | undefined {
  const rows = new Map(sheet.rows)
  for (const { row, column, input } of written) {
    const line = new Map(rows.get(row))
    line.set(column, withInput(line.get(column), input))
    rows.set(row, line)
  }
  const after = { ...sheet, rows }
  const book = { ...workbook, sheets: workbook.sheets.map((one) => (one === sheet ? after : one)) }
  const holds = formulasHold(
    book,
    asked.map(({ row, column, rule }) => {
      const anchor = firstUnder(sheet, rule, row, column)
      return { sheet: after, formula: String(rule.args[0]), ranges: [anchor], row, column }
    }),
  )
  return asked.find((_, index) => !holds[index])
}

/** A rule's formula is written for the first cell of the block that the rule is set on. */
function firstUnder(sheet: Sheet, rule: Validation, row: number, column: number) {
  const same = (other: Validation | undefined) => other === rule || JSON.stringify(other) === JSON.stringify(rule)
  let [top, left] = [row, column]
  while (top > 1 && same(cellAt(sheet, top - 1, column)?.validation)) top -= 1
  while (left > 1 && same(cellAt(sheet, row, left - 1)?.validation)) left -= 1
  return { row: top, column: left, rows: 1, columns: 1 }
}
