// Shortens the writing of template columns.
import type { TemplateInput } from '../template.ts'

type TemplateColumn = TemplateInput['layout']['columns'][number]

/** A template column with everything else at its default. */
export function column(
  key: string,
  header: string,
  type: TemplateColumn['type'],
  aliases: string,
  more: Partial<TemplateColumn> = {},
): TemplateColumn {
  return { key, header, type, aliases: aliases.split(',').map((alias) => alias.trim()), ...more }
}
