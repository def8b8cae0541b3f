// SQL of the templates that people make, and of their versions.
import type { TemplateBody } from '../../shared/contract/template-schemas.ts'
import type { Sql, Transaction } from '../platform/database/connect.ts'

export type Db = Sql | Transaction

/** One version of a template, with the times of the template itself. */
export type TemplateRow = TemplateBody & {
  id: string
  version: number
  latest_version: number
  created_at: string
  updated_at: string
}

const columns = (db: Db) => db`
  t.id, v.version, t.latest_version, v.name, v.description, v.locale, v.layout, v.formatting, v.validation_rules,
  t.created_at, t.updated_at`

/** A new template without versions; its id. */
export async function insertTemplate(db: Db, workspaceId: string): Promise<string> {
  const [row] = await db<[{ id: string }]>`
    insert into export_templates (workspace_id) values (${workspaceId}) returning id`
  return row.id
}

export async function insertTemplateVersion(
  db: Db,
  key: { workspaceId: string; templateId: string; version: number; userId: string },
  body: TemplateBody,
): Promise<void> {
  await db`
    with stored as (
      insert into export_template_versions
        (workspace_id, template_id, version, user_id, name, description, locale, layout, formatting, validation_rules)
      values (${key.workspaceId}, ${key.templateId}, ${key.version}, ${key.userId}, ${body.name}, ${body.description},
        ${body.locale}, ${db.json(body.layout)}, ${db.json(body.formatting)}, ${db.json(body.validation_rules)})
    )
    update export_templates set latest_version = ${key.version}, updated_at = clock_timestamp()
    where workspace_id = ${key.workspaceId} and id = ${key.templateId}`
}

/** The version asked for, or the newest; null asks for that. */
export async function findTemplate(
  db: Db,
  workspaceId: string,
  templateId: string,
  version: number | null,
): Promise<TemplateRow | undefined> {
  const [row] = await db<TemplateRow[]>`
    select ${columns(db)} from export_templates t
    join export_template_versions v on v.workspace_id = t.workspace_id and v.template_id = t.id
      and v.version = coalesce(${version}::integer, t.latest_version)
    where t.workspace_id = ${workspaceId} and t.id = ${templateId} and t.deleted_at is null`
  return row
}

/** Nobody else changes the template until the transaction ends. */
export async function lockTemplate(db: Db, workspaceId: string, templateId: string): Promise<void> {
  await db`
    select 1 from export_templates where workspace_id = ${workspaceId} and id = ${templateId} for update`
}

export type TemplatePlace = { createdAt: string; id: string }

/** In the order in which they were made, after `after`. */
export async function selectTemplates(
  db: Db,
  workspaceId: string,
  after: TemplatePlace | null,
  limit: number,
): Promise<TemplateRow[]> {
  return await db<TemplateRow[]>`
    select ${columns(db)} from export_templates t
    join export_template_versions v on v.workspace_id = t.workspace_id and v.template_id = t.id
      and v.version = t.latest_version
    where t.workspace_id = ${workspaceId} and t.deleted_at is null
      ${after ? db`and (t.created_at, t.id) > (${after.createdAt}::timestamptz, ${after.id}::uuid)` : db``}
    order by t.created_at, t.id limit ${limit}`
}

export async function countTemplates(db: Db, workspaceId: string): Promise<number> {
  const [row] = await db<[{ count: number }]>`
    select count(*)::integer as count from export_templates where workspace_id = ${workspaceId} and deleted_at is null`
  return row.count
}

export async function markTemplateDeleted(db: Db, workspaceId: string, templateId: string): Promise<boolean> {
  const rows = await db`
    update export_templates set deleted_at = now(), updated_at = now()
    where workspace_id = ${workspaceId} and id = ${templateId} and deleted_at is null
    returning id`
  return rows.length > 0
}

export type VersionRow = { version: number; name: string; created_at: string; columns: number }

/** The newest first, before `before`. */
export async function selectTemplateVersions(
  db: Db,
  workspaceId: string,
  templateId: string,
  before: number | null,
  limit: number,
): Promise<VersionRow[]> {
  return await db<VersionRow[]>`
    select version, name, created_at, jsonb_array_length(layout -> 'columns') as columns
    from export_template_versions
    where workspace_id = ${workspaceId} and template_id = ${templateId}
      ${before === null ? db`` : db`and version < ${before}`}
    order by version desc limit ${limit}`
}

/** Removes some of those that were deleted so many days ago, with their versions; how many. */
export async function purgeTemplates(db: Db, days: number, limit: number): Promise<number> {
  const rows = await db`
    delete from export_templates where (workspace_id, id) in (
      select workspace_id, id from export_templates where deleted_at < now() - ${days} * interval '1 day'
      limit ${limit} for update skip locked
    ) returning 1`
  return rows.length
}
