// Which column of a table the person chose for which column of a template, remembered for the next time.
import type { Decisions } from '../../shared/plan/target.ts'
import type { Table } from '../../shared/table/table.ts'
import { normaliseHeader } from '../../shared/template/header-name.ts'
import type { Template } from '../../shared/template/template.ts'

/** A property holds 9 KB; a UTF-16 unit is at most 3 bytes of UTF-8. */
const mostUnits = 2800
const propertyOf = (template: Template) => `mapping ${template.id}`

/** By template column: the normalised name of the table's column; empty where none was chosen. The oldest first. */
function readChoices(template: Template): Record<string, string> {
  try {
    const value: unknown = JSON.parse(PropertiesService.getUserProperties().getProperty(propertyOf(template)) ?? '{}')
    if (typeof value !== 'object' || value === null) return {}
    return Object.fromEntries(
      Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    )
  } catch {
    return {}
  }
}

/** The remembered choices that this table has a column for, as `fitTable` takes them. */
export function recallMapping(template: Template, table: Table): Record<string, string | null> {
  const byName = new Map(table.columns.map(({ key, name }) => [normaliseHeader(name), key]))
  const recalled: Record<string, string | null> = {}
  for (const [column, name] of Object.entries(readChoices(template))) {
    const key = byName.get(name)
    if (name === '') recalled[column] = null
    else if (key !== undefined) recalled[column] = key
  }
  return recalled
}

/** Remembers what was decided for a write that succeeded. */
export function rememberMapping(template: Template, table: Table, { mapping }: Decisions): void {
  if (Object.keys(mapping).length === 0) return
  const choices = readChoices(template)
  for (const [column, key] of Object.entries(mapping)) {
    const name = table.columns.find((each) => each.key === key)?.name ?? ''
    if (key !== null && name === '') continue
    delete choices[column]
    choices[column] = normaliseHeader(name)
  }
  const entries = Object.entries(choices)
  while (JSON.stringify(entries).length > mostUnits) entries.shift()
  PropertiesService.getUserProperties().setProperty(propertyOf(template), JSON.stringify(Object.fromEntries(entries)))
}
