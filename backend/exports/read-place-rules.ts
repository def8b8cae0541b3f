// Reads the rules that cells of a place have, in the words of a plan.
import * as z from 'zod'
import type { RuledBlock } from '../../shared/plan/place.ts'
import { demandOf, heldAs, mostItems, type PlaceRule } from '../../shared/plan/place-rule.ts'
import type { PlanBlock } from '../../shared/plan/plan-edit.ts'
import { ruledBlocks } from '../../shared/plan/ruled-blocks.ts'
import { serialOfDate } from '../../shared/table/compute/serial.ts'
import { parseCell } from '../../shared/table/infer.ts'
import type { GoogleApi } from '../platform/google/google-api.ts'
import { GoogleError } from '../platform/google/google-error.ts'

export const DataValidation = z.object({
  condition: z.object({
    type: z.string().default(''),
    values: z
      .array(z.object({ userEnteredValue: z.string().default(''), relativeDate: z.string().optional() }))
      .default([]),
  }),
  strict: z.boolean().default(false),
})
type DataValidation = z.infer<typeof DataValidation>

/** The names that scripts know the conditions by. */
const scriptNames: Record<string, string> = {
  BOOLEAN: 'CHECKBOX',
  ONE_OF_LIST: 'VALUE_IN_LIST',
  ONE_OF_RANGE: 'VALUE_IN_RANGE',
  TEXT_NOT_CONTAINS: 'TEXT_DOES_NOT_CONTAIN',
  TEXT_EQ: 'TEXT_EQUAL_TO',
  TEXT_IS_EMAIL: 'TEXT_IS_VALID_EMAIL',
  TEXT_IS_URL: 'TEXT_IS_VALID_URL',
  DATE_IS_VALID: 'DATE_IS_VALID_DATE',
  DATE_EQ: 'DATE_EQUAL_TO',
  NUMBER_EQ: 'NUMBER_EQUAL_TO',
  NUMBER_NOT_EQ: 'NUMBER_NOT_EQUAL_TO',
  NUMBER_GREATER: 'NUMBER_GREATER_THAN',
  NUMBER_GREATER_THAN_EQ: 'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  NUMBER_LESS: 'NUMBER_LESS_THAN',
  NUMBER_LESS_THAN_EQ: 'NUMBER_LESS_THAN_OR_EQUAL_TO',
}

/** A bound as somebody typed it; null when it is a formula, or cannot be read. */
function boundOf(text: string, isDay: boolean, locale: string): number | null {
  const quotient = /^=(-?\d+)([/*])1E(\d+)$/.exec(text)
  if (quotient)
    return quotient[2] === '/'
      ? Number(quotient[1]) / 10 ** Number(quotient[3])
      : Number(`${quotient[1]}E${quotient[3]}`)
  if (text.startsWith('=') || text.trim() === '') return null
  if (!Number.isNaN(Number(text))) return Number(text)
  const language = locale.replaceAll('_', '-')
  const read = parseCell(text, { type: isDay ? 'date' : 'number', locale: language })?.value
  if (typeof read === 'number') return read
  return typeof read === 'string' && isDay ? serialOfDate(read) : null
}

/** An item that was marked as text because it would be a formula. */
const itemOf = (text: string) => (/^'[=+]/.test(text) ? text.slice(1) : text)

function ruleOf({ condition, strict }: DataValidation, locale: string, lists: Map<string, string[] | null>): PlaceRule {
  const type = scriptNames[condition.type] ?? condition.type
  const entered = condition.values.map(({ userEnteredValue }) => userEnteredValue)
  if (condition.values.some(({ relativeDate }) => relativeDate)) return { strict, demand: demandOf(type, []) }
  if (type === 'VALUE_IN_LIST') return { strict, demand: demandOf(type, [entered.map(itemOf)]) }
  if (type === 'VALUE_IN_RANGE') return { strict, demand: demandOf(type, [lists.get(entered[0] ?? '')]) }
  const bounded = type.startsWith('NUMBER_') || type.startsWith('DATE_')
  const values = bounded ? entered.map((text) => boundOf(text, type.startsWith('DATE_'), locale)) : entered
  return { strict, demand: demandOf(type, values) }
}

const Ranges = z.object({
  valueRanges: z.array(z.object({ values: z.array(z.array(z.unknown())).default([]) })).default([]),
})

/** What stands in the ranges that lists name, in one call; null for those that cannot be read. */
async function readLists(google: GoogleApi, id: string, named: string[]): Promise<Map<string, string[] | null>> {
  const lists = new Map<string, string[] | null>()
  if (named.length === 0) return lists
  const query = new URLSearchParams({ valueRenderOption: 'UNFORMATTED_VALUE', dateTimeRenderOption: 'SERIAL_NUMBER' })
  for (const name of named) query.append('ranges', name.replace(/^=/, ''))
  const url = `${google.sheets}/${encodeURIComponent(id)}/values:batchGet?${query}`
  try {
    const { valueRanges } = await google.call({ method: 'GET', url, answer: Ranges })
    named.forEach((name, at) => {
      const items = (valueRanges[at]?.values ?? []).flat().filter((value) => value !== '' && value !== null)
      lists.set(name, items.length <= mostItems ? items.map(heldAs) : null)
    })
  } catch (error) {
    // A range that is gone names nothing any more.
    if (!(error instanceof GoogleError) || error.status !== 400) throw error
  }
  return lists
}

/** The rules in a block of a sheet, read cell by cell (by row and column in it, from 0); lists in ranges take another call. */
export async function readPlaceRules(
  google: GoogleApi,
  spreadsheet: { id: string; locale: string },
  block: PlanBlock,
  validationAt: (row: number, column: number) => DataValidation | undefined,
): Promise<RuledBlock[]> {
  const named = new Set<string>()
  const found = new Map<string, DataValidation>()
  for (let r = 0; r < block.rows; r++)
    for (let c = 0; c < block.columns; c++) {
      const rule = validationAt(r, c)
      if (!rule) continue
      found.set(JSON.stringify(rule), rule)
      if (rule.condition.type === 'ONE_OF_RANGE') named.add(rule.condition.values[0]?.userEnteredValue ?? '')
    }
  if (found.size === 0) return []
  const lists = await readLists(google, spreadsheet.id, [...named])
  const rules = new Map([...found].map(([text, rule]) => [text, ruleOf(rule, spreadsheet.locale, lists)]))
  return ruledBlocks(block, (row, column) => {
    const rule = validationAt(row, column)
    return rule ? (rules.get(JSON.stringify(rule)) ?? null) : null
  })
}
