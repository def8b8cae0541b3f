// Conditional formats of a template as the sheet holds them.
import { serialOfDate } from '../table/compute/serial.ts'
import type { ConditionalFormat } from '../template/conditional-format.ts'
import { columnLetter } from './a1.ts'
import type { PlacedColumn } from './placed-column.ts'
import type { PlanBlock, PlanEdit } from './plan-edit.ts'
import { readsAsFormula, ruleFormula, textLiteral } from './render-rule.ts'
import type { SheetCondition } from './sheet-rule.ts'

type ConditionPlace = {
  placed: PlacedColumn[]
  row: number
  rows: number
  letters: Record<string, string>
  locale: string
}

const isDay = ({ fitted }: PlacedColumn) => fitted.type === 'date' || fitted.type === 'datetime'

/** Blocks of neighbouring columns. */
function blocksOf(columns: PlacedColumn[], { row, rows }: ConditionPlace): PlanBlock[] {
  const blocks: PlanBlock[] = []
  for (const { column } of [...columns].sort((a, b) => a.column - b.column)) {
    const last = blocks.at(-1)
    if (last && last.column + last.columns === column) last.columns++
    else blocks.push({ row, column, rows, columns: 1 })
  }
  return blocks
}

/** A test for a text that looks like a formula, as a formula that holds it as a text; null for tests that have no such. */
function literalCondition(
  { test, values, look }: Extract<ConditionalFormat, { kind: 'cell' }>,
  columns: PlacedColumn[],
  { row }: ConditionPlace,
): SheetCondition | null {
  if (test !== 'equals' && test !== 'not_equals') return null
  const first = Math.min(...columns.map(({ column }) => column))
  const cell = `${columnLetter(first)}${row}`
  const formula = `=${cell}${test === 'equals' ? '=' : '<>'}${textLiteral(String(values[0] ?? ''))}`
  return { kind: 'formula', formula, look }
}

function render(format: ConditionalFormat, columns: PlacedColumn[], place: ConditionPlace): SheetCondition | null {
  switch (format.kind) {
    case 'cell': {
      const days = columns.every(isDay)
      const values = format.values.map((value) =>
        days && typeof value === 'string' ? (serialOfDate(value) ?? value) : value,
      )
      if (values.some(readsAsFormula)) return literalCondition(format, columns, place)
      return { kind: 'cell', test: format.test, values, look: format.look }
    }
    case 'formula': {
      const formula = ruleFormula(format.formula, place)
      return formula === null ? null : { kind: 'formula', formula, look: format.look }
    }
    case 'scale': {
      const { min, mid, max } = format
      return { kind: 'scale', min, mid, max }
    }
  }
}

/**
 * The formats that the columns of the place are there for, last first: each goes before those that the sheet has. `lost`
 * counts those that the spreadsheet cannot hold as they are meant.
 */
export function conditionEdits(
  formats: ConditionalFormat[],
  place: ConditionPlace,
): { edits: PlanEdit[]; lost: number } {
  let lost = 0
  if (place.rows === 0) return { edits: [], lost }
  const edits = formats.flatMap((format): PlanEdit[] => {
    const named = format.columns.flatMap((key) => place.placed.find(({ fitted }) => fitted.key === key) ?? [])
    const columns = format.columns.length > 0 ? named : place.placed
    // Days and other values are compared in different ways.
    const groups = format.kind === 'cell' ? [columns.filter(isDay), columns.filter((each) => !isDay(each))] : [columns]
    return groups.flatMap((group): PlanEdit[] => {
      if (group.length === 0) return []
      const condition = render(format, group, place)
      if (!condition) lost++
      return condition ? [{ kind: 'condition', blocks: blocksOf(group, place), condition }] : []
    })
  })
  return { edits: edits.reverse(), lost }
}
