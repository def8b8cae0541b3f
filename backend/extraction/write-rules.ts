// Checks written cells against the template's rules, which strict schemas cannot carry: a note names them, none is changed.
import type { Cell, Column } from '../../shared/table/table.ts'
import { ruleFault } from '../../shared/template/keep-rule.ts'
import { toSheetCell } from '../../shared/template/sheet-cell.ts'
import type { Template } from '../../shared/template/template.ts'

/** What Google Sheets holds in one cell, in characters. */
const longestCell = 50_000
const textTypes = new Set<Column['type']>(['text', 'email', 'url'])

/** Looks at every row as it is told; `notes` name the cells, a few of each rule. */
export function createRuleWatch(template: Template | null, columns: Column[]) {
  const found = new Map<string, { places: string[]; count: number }>()
  const rules = (template?.validation_rules ?? []).flatMap(({ column, rule }) => {
    const at = columns.findIndex(({ key }) => key === column)
    return at < 0 ? [] : [{ at, rule }]
  })

  const places = new Map(columns.map(({ key }, at) => [key, at]))
  const asInSheet = (cells: Cell[], at: number | undefined) => {
    const column = at === undefined ? undefined : columns[at]
    return column ? toSheetCell(cells[at!] ?? null, column.type, textTypes.has(column.type)) : null
  }

  const add = (what: string, place: string) => {
    const entry = found.get(what) ?? { places: [], count: 0 }
    entry.count += 1
    if (entry.places.length < 5) entry.places.push(place)
    found.set(what, entry)
  }

  return {
    look(cells: Cell[], row: number): void {
      for (const { at, rule } of rules) {
        const fault = ruleFault(asInSheet(cells, at), rule, (key) => asInSheet(cells, places.get(key)))
        if (fault === null) continue
        add(`“${columns[at]!.name}” ${fault}`, `row ${row + 1} (${String(cells[at]).slice(0, 40)})`)
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
