// Checks each column by itself and beside the others: names, defaults, number formats, totals.
import type { ColumnType } from '../../table/table.ts'
import type { CheckedTemplate, TemplateFault } from '../check-template.ts'
import { ruleFault } from '../keep-rule.ts'
import { numberFormatFault } from '../number-format-fault.ts'
import type { TemplateColumn } from '../template.ts'
import { headerIdentity } from '../unique-header.ts'
import { holds, isDay, isNumber, valueOfType } from './kinds.ts'

/** What Google Sheets holds in one cell. */
const longestCell = 50_000

function checkNames(columns: TemplateColumn[]): TemplateFault[] {
  const faults: TemplateFault[] = []
  const keys = new Map<string, string>()
  const headers = new Map<string, string>()
  columns.forEach(({ key, header }, at) => {
    const path = `layout.columns.${at}`
    if (keys.has(key))
      faults.push({
        path: `${path}.key`,
        says: `“${header}” has the key “${key}”, as “${keys.get(key)}” has. Give each its own.`,
      })
    else keys.set(key, header)
    if (header.trim() === '')
      faults.push({ path: `${path}.header`, says: `Column ${at + 1} has no header. Give it a name.` })
    else if (headers.has(headerIdentity(header)))
      faults.push({
        path: `${path}.header`,
        says: `Two columns are called “${header}”. Give one of them another name.`,
      })
    else headers.set(headerIdentity(header), header)
  })
  const aliases = new Map<string, string>()
  columns.forEach(({ header, aliases: own }, at) => {
    own.forEach((alias, number) => {
      const identity = headerIdentity(alias)
      const owner = headers.get(identity) ?? aliases.get(identity)
      if (owner === undefined || owner === header) aliases.set(identity, header)
      else
        faults.push({
          path: `layout.columns.${at}.aliases.${number}`,
          says: `“${alias}” stands for “${header}” and for “${owner}”. Remove it from one of them.`,
        })
    })
  })
  return faults
}

/** Which types each kind of total can be made of. */
const totalTypes: Record<NonNullable<TemplateColumn['total']>, (type: ColumnType) => boolean> = {
  sum: (type) => isNumber(type) || type === 'time',
  average: (type) => isNumber(type) || type === 'time',
  min: (type) => isNumber(type) || isDay(type) || type === 'time',
  max: (type) => isNumber(type) || isDay(type) || type === 'time',
  count: () => true,
}

const totalWords = { sum: 'summed up', average: 'averaged', min: 'compared', max: 'compared', count: 'counted' }

function checkDefault(column: TemplateColumn, template: CheckedTemplate): string | null {
  const { key, header, type, default: value } = column
  if (value === undefined || value === null) return null
  const cell = valueOfType(value, type)
  if (cell === undefined)
    return `The usual value of “${header}” is ${JSON.stringify(value)}, but the column holds ${holds[type]}. Change one of them.`
  if (String(cell).length > longestCell)
    return `The usual value of “${header}” is longer than a cell can hold (50,000 characters). Shorten it.`
  if (column.unique) return `“${header}” tells rows apart, so it cannot have a usual value. Remove one of the two.`
  if (column.formula !== undefined)
    return `“${header}” is computed, so its usual value would never be used. Remove one of the two.`
  const rule = template.validation_rules.find((each) => each.column === key)?.rule
  const fault = rule && rule.kind !== 'formula' ? ruleFault(cell, rule, () => null) : null
  return fault && `The usual value of “${header}” ${fault}. Change the value or the rule.`
}

function checkColumn(column: TemplateColumn, template: CheckedTemplate): [part: string, says: string | null][] {
  const { header, type, total, unique, currency, number_format } = column
  const shown = number_format === undefined ? null : numberFormatFault(number_format, type)
  return [
    ['default', checkDefault(column, template)],
    ['number_format', shown && `The number format of “${header}”, ${number_format}, ${shown}.`],
    [
      'currency',
      currency !== undefined && type !== 'currency'
        ? `“${header}” has the currency ${currency}, but holds ${holds[type]}. Make it a column of money or remove the currency.`
        : null,
    ],
    [
      'total',
      total !== undefined && !totalTypes[total](type)
        ? `“${header}” holds ${holds[type]}, which cannot be ${totalWords[total]}. Count them, or remove the total.`
        : total !== undefined && total !== 'count' && unique && !isDay(type)
          ? `“${header}” tells rows apart, so its values cannot be ${totalWords[total]} in a way that says anything. Count them, or remove the total.`
          : null,
    ],
  ]
}

/** Faults of single columns and of their names. */
export function checkColumns(template: CheckedTemplate): TemplateFault[] {
  const { columns } = template.layout
  return [
    ...checkNames(columns),
    ...columns.flatMap((column, at) =>
      checkColumn(column, template).flatMap(([part, says]) =>
        says === null ? [] : [{ path: `layout.columns.${at}.${part}`, says }],
      ),
    ),
  ]
}
