// Learns a template from a header row alone, or from a range that somebody has made well.
import { usualWidth } from './column-width.ts'
import { learnColumn } from './learn/learn-column.ts'
import { learnConditions } from './learn/learn-conditions.ts'
import { learnLooks } from './learn/learn-looks.ts'
import { learnRule } from './learn/learn-rule.ts'
import { learnType } from './learn/learn-type.ts'
import { mostOf, type ReadSource, readSource, type SourceColumn } from './learn/read-source.ts'
import type { LearnSource } from './learn-source.ts'
import { soundTemplate } from './sound-template.ts'
import { Template } from './template.ts'
import type { ValidationRule } from './validation-rule.ts'

/** A template to look at and save, and sentences about what of the range it could not take over. */
export type Learned = { template: Template; notes: string[] }

type Rules = { rules: Template['validation_rules']; notes: string[] }

function learnRules({ columns }: ReadSource, source: LearnSource, keys: ReadonlyMap<string, string>): Rules {
  const rules: Template['validation_rules'] = []
  const notes: string[] = []
  const ruleOf = ({ body, header, at, key }: SourceColumn) => {
    const found = mostOf(body.map(({ rule }) => rule ?? null))
    if (!found) return
    const rule: ValidationRule | null =
      found.kind === 'other' ? null : learnRule(found, source.column + at, { keys, locale: source.locale })
    if (rule) rules.push({ column: key, rule })
    else {
      const what = found.kind === 'other' ? found.says : found.kind === 'formula' ? found.formula : 'an empty list'
      notes.push(`The rule of “${header}” is not part of the template, because it goes by ${what}.`)
    }
  }
  columns.forEach(ruleOf)
  return { rules, notes }
}

/** The label of the totals row: its first text. */
const labelOf = (read: ReadSource): string =>
  String(read.total?.find(({ value, formula }) => typeof value === 'string' && formula === '')?.value ?? 'Total').slice(
    0,
    200,
  )

const isLocale = /^[a-zA-Z]{2,3}([_-][a-zA-Z0-9]{2,8})*$/

/**
 * Learns types, formats, widths, colours, rules, formulas, totals, notes and what tells rows apart. A row of headers alone
 * gives columns of the types that such columns usually have. The template can be saved as it is.
 */
export function learnTemplate(source: LearnSource): Learned {
  const read = readSource(source)
  const keys = new Map(read.columns.map(({ letters, key }) => [letters, key]))
  const place = { keys, locale: source.locale }
  const types = new Map(read.columns.map((column) => [column.key, learnType(column, source.locale)]))
  const known = source.anchor && source.anchor.key.length > 0 ? new Set(source.anchor.key) : null
  const untouched = source.widths.every((width) => width === usualWidth)
  const columns = read.columns.map((column) => {
    const learned = types.get(column.key) ?? { type: 'text' as const }
    const width = untouched ? undefined : source.widths[column.at]
    return learnColumn({ column, learned, place, body: read.body, width }, known ? known.has(column.key) : null)
  })
  const plainTypes = new Map([...types].map(([key, { type }]) => [key, type]))
  const { rules, notes: ruleNotes } = learnRules(read, source, keys)
  const { formats, notes: colourNotes } = learnConditions(source, read, place, plainTypes)
  // Headers alone say nothing about the rest: it is as new templates have it.
  const alone = read.rows === 0
  const frozen = alone ? 1 : source.frozen_rows - (source.row - 1)
  const template = Template.parse({
    id: 'learned',
    name: source.name.trim() || source.anchor?.title.trim().slice(0, 200) || 'My template',
    description: '',
    version: 1,
    locale: !alone && isLocale.test(source.locale) ? source.locale : null,
    layout: {
      columns: columns.map(({ column }) => column),
      frozen_rows: Math.min(100, Math.max(frozen, 0)),
      frozen_columns: Math.min(100, Math.max(source.frozen_columns - (source.column - 1), 0)),
      filter: alone || source.filter,
      totals_label: read.total ? labelOf(read) : null,
    },
    formatting: { ...learnLooks(source, read), conditional_formats: formats, gridlines: source.gridlines },
    validation_rules: rules,
  })
  const sound = soundTemplate(template)
  return {
    template: sound.template,
    notes: [...columns.flatMap(({ notes }) => notes), ...ruleNotes, ...colourNotes, ...sound.notes],
  }
}
