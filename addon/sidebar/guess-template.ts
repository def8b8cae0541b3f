// Chooses the template whose columns clearly are the table's columns; in doubt the plain one.
import type { Column } from '../../shared/table/table.ts'
import type { Template } from '../../shared/template/template.ts'

const plainWord = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')

/**
 * Answers the id of the best template, or null when there is none at all. A template that is named in `wish`, the
 * person's own words, wins as soon as one of its columns has something to take.
 */
export function guessTemplate(columns: Column[], templates: Template[], wish = ''): string | null {
  const plain = templates.find((template) => template.layout.columns.length === 0) ?? templates[0]
  const names = columns.flatMap((column) => [plainWord(column.name), plainWord(column.key)])
  let best: { id: string; share: number } | null = null
  for (const template of templates) {
    const own = template.layout.columns
    if (own.length === 0) continue
    const matched = own.filter((column) =>
      [column.header, column.key, ...column.aliases].some((name) => names.includes(plainWord(name))),
    ).length
    // Both ways: most of the table has a place, and a good part of the template is filled.
    const share = matched / columns.length
    const filled = matched / own.filter((column) => column.formula === undefined).length
    if (matched > 0 && wish.toLowerCase().includes(template.name.toLowerCase())) return template.id
    if (matched >= 2 && share >= 0.6 && filled >= 0.4 && (best === null || share > best.share)) {
      best = { id: template.id, share }
    }
  }
  return best?.id ?? plain?.id ?? null
}
