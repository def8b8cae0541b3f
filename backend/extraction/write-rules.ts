// Checks written cells against the template's rules, which strict schemas cannot carry: a note names them, none is changed.
import type { Cell, Column } from '../../shared/table/table.ts'
import type { Template } from '../../shared/template/template.ts'
import type { ValidationRule } from '../../shared/template/validation-rule.ts'

const emailPattern = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
/** What Google Sheets holds in one cell, in characters. */
const longestCell = 50_000

function breaks(cell: Cell, rule: ValidationRule): boolean {
  switch (rule.kind) {
    case 'list':
      return !rule.values.includes(String(cell))
    case 'checkbox':
      return typeof cell !== 'boolean'
    case 'email':
      return typeof cell !== 'string' || !emailPattern.test(cell)
    case 'url':
      return typeof cell !== 'string' || !/^(https?:\/\/|www\.)\S+$/i.test(cell)
    case 'date':
      return typeof cell !== 'string' || !/^\d{4}-\d\d-\d\d/.test(cell)
    case 'length':
      return String(cell).length < (rule.min ?? 0) || String(cell).length > (rule.max ?? Infinity)
    case 'pattern':
    case 'formula':
      return false
    case 'number':
      return typeof cell !== 'number' || cell < (rule.min ?? -Infinity) || cell > (rule.max ?? Infinity)
  }
}

function wanted(rule: ValidationRule): string {
  switch (rule.kind) {
    case 'list':
      return `none of ${rule.values.slice(0, 6).join(', ')}${rule.values.length > 6 ? ', …' : ''}`
    case 'checkbox':
      return 'neither yes nor no'
    case 'email':
      return 'no e-mail address'
    case 'url':
      return 'no web address'
    case 'date':
      return 'no date'
    case 'length':
      return 'too short or too long'
    case 'pattern':
      return 'not written as it should be'
    case 'formula':
      return 'against its rule'
    case 'number':
      if (rule.min !== undefined && rule.max !== undefined) return `not between ${rule.min} and ${rule.max}`
      return rule.min !== undefined ? `not ${rule.min} or more` : `not ${rule.max ?? 'a number'} or less`
  }
}

/** Looks at every row as it is told; `notes` name the cells, a few of each rule. */
export function createRuleWatch(template: Template | null, columns: Column[]) {
  const found = new Map<string, { places: string[]; count: number }>()
  const rules = (template?.validation_rules ?? []).flatMap(({ column, rule }) => {
    const at = columns.findIndex(({ key }) => key === column)
    return at < 0 ? [] : [{ at, rule }]
  })

  const add = (what: string, place: string) => {
    const entry = found.get(what) ?? { places: [], count: 0 }
    entry.count += 1
    if (entry.places.length < 5) entry.places.push(place)
    found.set(what, entry)
  }

  return {
    look(cells: Cell[], row: number): void {
      for (const { at, rule } of rules) {
        const cell = cells[at] ?? null
        if (cell === null || !breaks(cell, rule)) continue
        add(`“${columns[at]!.name}” is ${wanted(rule)}`, `row ${row + 1} (${String(cell).slice(0, 40)})`)
      }
      for (let at = 0; at < cells.length; at += 1) {
        const cell = cells[at]
        if (typeof cell === 'string' && cell.length > longestCell)
          add(`“${columns[at]!.name}” has more characters than a cell of the sheet can hold`, `row ${row + 1}`)
      }
    },
    notes: (): string[] =>
      [...found].map(([what, { places, count }]) => {
        const more = count > places.length ? ` and ${count - places.length} more` : ''
        return `${what} in ${places.join(', ')}${more}; kept as written.`
      }),
  }
}
