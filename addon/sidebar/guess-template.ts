// Chooses the template whose columns clearly are the table's columns; in doubt the plain one.
import type { Column } from '../../shared/table/table.ts'
import { isClearMatch, matchNames } from '../../shared/template/match-names.ts'
import type { Template } from '../../shared/template/template.ts'

/**
 * Answers the id of the best template, or null when there is none at all. A template that is named in `wish`, the
 * person's own words, wins as soon as one of its columns has something to take.
 */
export function guessTemplate(columns: Column[], templates: Template[], wish = ''): string | null {
  const plain = templates.find((template) => template.layout.columns.length === 0) ?? templates[0]
  const names = columns.map(({ name, key }) => name || key)
  let best: { id: string; share: number } | null = null
  for (const template of templates) {
    if (template.layout.columns.length === 0) continue
    const match = matchNames(names, template)
    if (match.matched > 0 && wish.toLowerCase().includes(template.name.toLowerCase())) return template.id
    if (isClearMatch(match) && (best === null || match.share > best.share))
      best = { id: template.id, share: match.share }
  }
  return best?.id ?? plain?.id ?? null
}
