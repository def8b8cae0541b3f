// Takes templates out as files and in again.
import type { TemplateEntry, TemplateFile } from '../../shared/contract/template-schemas.ts'
import type { Sql } from '../platform/database/connect.ts'
import type { Actor } from '../platform/http/actor.ts'
import { getTemplate } from './get-template.ts'
import { bodyOf, createTemplate } from './save-template.ts'

/** The newest version, or the one asked for, of any template that can be chosen. Throws `not_found`. */
export async function exportTemplate(
  sql: Sql,
  { workspaceId }: Actor,
  id: string,
  version: number | null,
): Promise<TemplateFile> {
  const template = await getTemplate(sql, workspaceId, id, version)
  return { format: 'tablewright-template', format_version: 1, template: bodyOf(template) }
}

/** A new template of the workspace. Throws what saving throws. */
export const importTemplate = (sql: Sql, actor: Actor, { template }: TemplateFile): Promise<TemplateEntry> =>
  createTemplate(sql, actor, template)
