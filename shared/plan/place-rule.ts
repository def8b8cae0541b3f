// The rules that a sheet has for its cells already, in words that both writers read the same.
import * as z from 'zod'

const comparisons = {
  GREATER_THAN: 'greater',
  AFTER: 'greater',
  GREATER_THAN_OR_EQUAL_TO: 'at_least',
  ON_OR_AFTER: 'at_least',
  LESS_THAN: 'less',
  BEFORE: 'less',
  LESS_THAN_OR_EQUAL_TO: 'at_most',
  ON_OR_BEFORE: 'at_most',
  EQUAL_TO: 'equals',
  NOT_EQUAL_TO: 'not_equals',
  BETWEEN: 'between',
  NOT_BETWEEN: 'not_between',
} as const
const Comparison = z.enum(Object.values(comparisons))
export type Comparison = z.infer<typeof Comparison>

const texts = { TEXT_CONTAINS: 'contains', TEXT_DOES_NOT_CONTAIN: 'not_contains', TEXT_EQUAL_TO: 'equals' } as const

const bounds = { test: Comparison, values: z.array(z.number()).min(1).max(2) }

/**
 * What a cell has to be. `list` items and checkbox states are what the cell holds, as texts; days are serial numbers; `day` is any.
 * `unknown` is what cannot be told without the sheet, such as a formula.
 */
const Demand = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('list'), values: z.array(z.string()) }),
  z.object({ kind: z.literal('checkbox'), states: z.array(z.string()) }),
  z.object({ kind: z.literal('email') }),
  z.object({ kind: z.literal('url') }),
  z.object({ kind: z.literal('text'), test: z.enum(Object.values(texts)), text: z.string() }),
  z.object({ kind: z.literal('number'), ...bounds }),
  z.object({ kind: z.literal('date'), ...bounds }),
  z.object({ kind: z.literal('day') }),
  z.object({ kind: z.literal('unknown'), says: z.string() }),
])
export type Demand = z.infer<typeof Demand>

/** A rule of the sheet; one that is `strict` refuses other input, the others only warn. */
export const PlaceRule = z.object({ strict: z.boolean(), demand: Demand })
export type PlaceRule = z.infer<typeof PlaceRule>

const kinds: Record<string, Demand> = {
  CHECKBOX: { kind: 'checkbox', states: ['TRUE', 'FALSE'] },
  TEXT_IS_VALID_EMAIL: { kind: 'email' },
  TEXT_IS_VALID_URL: { kind: 'url' },
  DATE_IS_VALID_DATE: { kind: 'day' },
}

/** The demand of a criterion that compares with numbers, days or a text; null when it is another, or its values are unread. */
function compared(type: string, values: readonly unknown[]): Demand | null {
  const [first] = values
  const text = Object.entries(texts).find(([name]) => name === type)?.[1]
  if (text) return typeof first === 'string' ? { kind: 'text', test: text, text: first } : null
  const kind = type.startsWith('NUMBER_') ? 'number' : type.startsWith('DATE_') ? 'date' : null
  const test = Object.entries(comparisons).find(([name]) => type === `NUMBER_${name}` || type === `DATE_${name}`)?.[1]
  const wanted = test === 'between' || test === 'not_between' ? 2 : 1
  const numbers = values.filter((value): value is number => typeof value === 'number' && !Number.isNaN(value))
  return kind && test && numbers.length >= wanted ? { kind, test, values: numbers.slice(0, wanted) } : null
}

/** A list of more items than these names nothing that a person chose. */
export const mostItems = 10_000

const isText = (value: unknown): value is string => typeof value === 'string'

/**
 * A criterion by the name that scripts know it by. `values` are its arguments: the items of a list (also of one that is a range, when they
 * were read), numbers, days as serial numbers, texts. Whatever else there is makes it unknown.
 */
export function demandOf(type: string, values: readonly unknown[]): Demand {
  const [first] = values
  if (type === 'VALUE_IN_LIST' || type === 'VALUE_IN_RANGE') {
    if (Array.isArray(first) && first.every(isText)) return { kind: 'list', values: first }
  } else if (type === 'CHECKBOX' && values.length > 0) return { kind: 'checkbox', states: values.map(heldAs) }
  else if (kinds[type]) return kinds[type]
  const said = type === 'CUSTOM_FORMULA' ? String(first ?? '') : type.toLowerCase().replaceAll('_', ' ')
  return compared(type, values) ?? { kind: 'unknown', says: said.slice(0, 500) }
}

/** A value as the text that lists and checkboxes name it by. */
export function heldAs(value: unknown): string {
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value ?? '')
}
