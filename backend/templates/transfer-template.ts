// Takes templates out as files and in again.
import type { ImportedTemplate, TemplateFile } from '../../shared/contract/template-schemas.ts'
import { importTemplate as readTemplate } from '../../shared/template/import-template.ts'
import type { Sql } from '../platform/database/connect.ts'
import type { Actor } from '../platform/http/actor.ts'
import { Problem } from '../platform/problem.ts'
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

/** A new template of the workspace, from a file, a bare template or a JSON Schema. Throws what saving throws. */
export async function importTemplate(
  sql: Sql,
  actor: Actor,
  content: unknown,
  most: number,
): Promise<ImportedTemplate> {
  const { template, notes } = read(content)
  return { ...(await createTemplate(sql, actor, bodyOf(template), most)), notes }
}

/** What the import answered that made the template with this id. Throws `not_found`. */
export async function importedBefore(
  sql: Sql,
  { workspaceId }: Actor,
  content: unknown,
  id: string,
): Promise<ImportedTemplate> {
  return { ...(await getTemplate(sql, workspaceId, id)), notes: read(content).notes }
}

function read(content: unknown) {
  const found = readTemplate(content)
  if ('fault' in found) throw new Problem('template_invalid', found.fault)
  return found
}
