// Shortens the writing of template columns.
import type { TemplateInput } from '../template.ts'

type TemplateColumn = TemplateInput['layout']['columns'][number]

const plain = (name: string) => name.trim().toLowerCase()

/** A template column with everything else at its default. Lists that overlap give each alias once, and none that is the header. */
export function column(
  key: string,
  header: string,
  type: TemplateColumn['type'],
  aliases: string,
  more: Partial<TemplateColumn> = {},
): TemplateColumn {
  const names = new Map(aliases.split(',').map((alias) => [plain(alias), alias.trim()]))
  names.delete(plain(header))
  return { key, header, type, aliases: [...names.values()], ...more }
}
