// Reads the rules that cells of a place have, in the words of a plan.
import type { Block } from '../../../shared/plan/a1.ts'
import type { RuledBlock } from '../../../shared/plan/place.ts'
import { demandOf, heldAs, mostItems, type PlaceRule } from '../../../shared/plan/place-rule.ts'
import { ruledBlocks } from '../../../shared/plan/ruled-blocks.ts'
import { isDate } from '../cell-kind.ts'
import type { Range } from '../sheets.ts'
import { dateSerial } from './read-window.ts'

type Rule = GoogleAppsScript.Spreadsheet.DataValidation

const isRange = (value: unknown): value is Range =>
  typeof value === 'object' && value !== null && 'getValues' in value && 'getA1Notation' in value

/** Each rule that cells share is read once, and each range of items. */
function ruleReader(timeZone: string): (rule: Rule) => PlaceRule {
  const known = new Map<Rule, PlaceRule>()
  const lists = new Map<string, string[]>()
  const serial = dateSerial(timeZone)
  const itemsOf = (range: Range): string[] => {
    const name = `${range.getSheet().getSheetId()} ${range.getA1Notation()}`
    const before = lists.get(name)
    if (before) return before
    const values: unknown[] = range.getValues().flat()
    const items = values.filter((value) => value !== '').map((value) => heldAs(isDate(value) ? serial(value) : value))
    lists.set(name, items)
    return items
  }
  return (rule) => {
    const read = known.get(rule)
    if (read) return read
    const type = String(rule.getCriteriaType())
    const values: unknown[] = rule.getCriteriaValues()
    const plain = values.map((value) => {
      if (isRange(value)) return itemsOf(value).length <= mostItems ? itemsOf(value) : null
      if (isDate(value)) return serial(value)
      return Array.isArray(value) ? value.map(String) : value
    })
    const made = { strict: !rule.getAllowInvalid(), demand: demandOf(type, plain) }
    known.set(rule, made)
    return made
  }
}

/** The rules in a block of a sheet, whose cells are `range`. */
export function readPlaceRules(range: Range, block: Block, timeZone: string): RuledBlock[] {
  const rules: (Rule | null)[][] = range.getDataValidations()
  const read = ruleReader(timeZone)
  return ruledBlocks(block, (row, column) => {
    const rule = rules[row]?.[column]
    return rule ? read(rule) : null
  })
}
