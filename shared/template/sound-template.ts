// Makes a template that was put together from elsewhere one that can be saved.
import { checkTemplate } from './check-template.ts'
import type { Template } from './template.ts'

/** Each round takes out what the last one brought to light: a rule over a column whose formula went, for example. */
const mostRounds = 3

/**
 * The template without what would keep it from being saved (it is changed in place), and a sentence about each removal.
 * Keys and headers that are there twice stay.
 */
export function soundTemplate(template: Template): { template: Template; notes: string[] } {
  const notes: string[] = []
  for (let round = 0; round < mostRounds; round++) {
    const faults = checkTemplate(template)
    if (faults.length === 0) break
    const dropped = { rules: new Set<number>(), formats: new Set<number>(), aliases: new Map<object, Set<string>>() }
    for (const { path, says } of faults) {
      const [, columnAt, part, itemAt] = /^layout\.columns\.(\d+)\.(\w+)(?:\.(\d+))?/.exec(path) ?? []
      const column = template.layout.columns[Number(columnAt)]
      if (column && part === 'aliases') {
        const alias = column.aliases[Number(itemAt)] ?? ''
        dropped.aliases.set(column, (dropped.aliases.get(column) ?? new Set()).add(alias))
      } else if (column && (part === 'key' || part === 'header')) continue
      else if (column && part !== undefined) Reflect.deleteProperty(column, part)
      else if (path.startsWith('validation_rules')) dropped.rules.add(Number(path.split('.')[1]))
      else if (path.startsWith('formatting.conditional_formats')) dropped.formats.add(Number(path.split('.')[2]))
      else if (path === 'layout.frozen_columns') template.layout.frozen_columns = 0
      else if (path.startsWith('layout.sort')) template.layout.sort = []
      else if (path === 'layout.chart') template.layout.chart = null
      notes.push(`Not taken over: ${says}`)
    }
    for (const column of template.layout.columns) {
      const gone = dropped.aliases.get(column)
      if (gone) column.aliases = column.aliases.filter((alias) => !gone.has(alias))
    }
    template.validation_rules = template.validation_rules.filter((_, at) => !dropped.rules.has(at))
    template.formatting.conditional_formats = template.formatting.conditional_formats.filter(
      (_, at) => !dropped.formats.has(at),
    )
  }
  return { template, notes }
}
