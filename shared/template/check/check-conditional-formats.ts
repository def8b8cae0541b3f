// Checks that conditional formats name columns that they fit.
import { serialOfDate } from '../../table/compute/serial.ts'
import type { ColumnType } from '../../table/table.ts'
import type { CheckedTemplate, TemplateFault } from '../check-template.ts'
import { type ConditionalFormat, conditionTests, type ScalePoint } from '../conditional-format.ts'
import type { TemplateColumn } from '../template.ts'
import { expressionFault, expressionGives } from './check-formulas.ts'
import { asColumns, holds, isDay, isNumber, isText } from './kinds.ts'

type Test = keyof typeof conditionTests

const orders = new Set<Test>(['greater', 'at_least', 'less', 'at_most', 'between', 'not_between'])
const words = new Set<Test>(['contains', 'not_contains', 'starts_with', 'ends_with'])
const days = new Set<Test>(['before', 'after'])

const isMeasured = (type: ColumnType) => isNumber(type) || isDay(type) || type === 'time'

function valueFault(value: string | number, { header, type }: TemplateColumn, test: Test): string | null {
  if (isDay(type) && (typeof value !== 'string' || serialOfDate(value) === null))
    return `“${header}” holds ${holds[type]}, but a colour of it depends on ${JSON.stringify(value)}. Write days as 2026-01-31.`
  if ((isNumber(type) || type === 'time' || orders.has(test)) && !isDay(type) && typeof value !== 'number')
    return `“${header}” holds ${holds[type]}, but a colour of it depends on the text “${value}”. Give a number.`
  return null
}

function cellFault(format: Extract<ConditionalFormat, { kind: 'cell' }>, column: TemplateColumn): string | null {
  const { test, values } = format
  const { header, type } = column
  const misfit =
    (orders.has(test) && !isMeasured(type)) || (words.has(test) && !isText(type)) || (days.has(test) && !isDay(type))
  if (misfit)
    return `“${header}” holds ${holds[type]}, which cannot be tested with “${test.replaceAll('_', ' ')}”. Choose another test.`
  for (const value of values) {
    const fault = valueFault(value, column, test)
    if (fault) return fault
  }
  return null
}

function pointFault({ at, value }: ScalePoint): string | null {
  if (at === 'min' || at === 'max') return null
  if (value === undefined) return 'A point of the colour scale says no number. Give it one.'
  return at !== 'number' && (value < 0 || value > 100)
    ? 'A percentage of the colour scale is not between 0 and 100. Change it.'
    : null
}

function formatFaults(format: ConditionalFormat, columns: TemplateColumn[]): string[] {
  const missing = format.columns.filter((key) => !columns.some((column) => column.key === key))
  if (missing.length > 0)
    return missing.map(
      (key) => `A colour is for the column “${key}”, which the template does not have. Remove it there.`,
    )
  const own = columns.filter(({ key }) => format.columns.includes(key))
  if (format.kind === 'formula') {
    const fault = expressionFault(format.formula, columns)
    if (fault) return [`The formula that decides on a colour cannot be used: ${fault}`]
    return expressionGives(format.formula, asColumns(columns)) === 'boolean'
      ? []
      : [
          `The formula ${format.formula}, which decides on a colour, is neither true nor false. Compare something in it.`,
        ]
  }
  if (format.kind === 'scale') {
    const unmeasured = own.filter(({ type }) => !isMeasured(type))
    if (unmeasured.length > 0)
      return unmeasured.map(
        ({ header, type }) => `“${header}” holds ${holds[type]}, which no colour scale can order. Remove it there.`,
      )
    return [format.min, format.mid, format.max].flatMap((point) => (point && pointFault(point)) ?? [])
  }
  const count = conditionTests[format.test]
  if (format.values.length !== count) {
    const name = own.map(({ header }) => `“${header}”`).join(', ')
    return [
      `The test “${format.test.replaceAll('_', ' ')}” of ${name} takes ${count === 1 ? 'one value' : `${count} values`}, but has ${format.values.length}.`,
    ]
  }
  const [from, to] = format.values
  if (typeof from === typeof to && from !== undefined && to !== undefined && from > to)
    return [`A colour is for values from ${from} to ${to}, which there are none of. Swap them.`]
  return own.flatMap((column) => cellFault(format, column) ?? [])
}

export function checkConditionalFormats({ layout, formatting }: CheckedTemplate): TemplateFault[] {
  return formatting.conditional_formats.flatMap((format, at) =>
    formatFaults(format, layout.columns).map((says) => ({ path: `formatting.conditional_formats.${at}`, says })),
  )
}
