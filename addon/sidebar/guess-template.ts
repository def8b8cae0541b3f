// Chooses the template whose columns clearly are the table's columns; in doubt the plain one.
import type { Column } from '../../shared/table/table.ts'
import { bestMatch, matchNames } from '../../shared/template/match-names.ts'
import type { Template } from '../../shared/template/template.ts'

/**
 * Answers the id of the best template, or null when there is none at all. A template that is named in `wish`, the
 * person's own words, wins as soon as one of its columns has something to take.
 */
export function guessTemplate(columns: Column[], templates: Template[], wish = ''): string | null {
  const plain = templates.find((template) => template.layout.columns.length === 0) ?? templates[0]
  const names = columns.map(({ name, key }) => name || key)
  const named = templates.find(
    (template) => wish.toLowerCase().includes(template.name.toLowerCase()) && matchNames(names, template).matched > 0,
  )
  return (named ?? bestMatch(names, templates) ?? plain)?.id ?? null
}
