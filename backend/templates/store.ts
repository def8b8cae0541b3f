// SQL of the templates that people make, and of their versions.
import type { TemplateBody } from '../../shared/contract/template-schemas.ts'
import type { Sql, Transaction } from '../platform/database/connect.ts'
import { textsOf } from '../platform/database/texts.ts'

export type Db = Sql | Transaction

/** One version of a template, with the times of the template itself. */
export type TemplateRow = TemplateBody & {
  id: string
  version: number
  latest_version: number
  created_at: string
  updated_at: string
}

type SealedJson = 'layout' | 'formatting' | 'validation_rules'
/** As it is stored: what people made or learned from their sheets is sealed, all of it or nothing. */
type StoredTemplate = Omit<TemplateRow, SealedJson> & { [K in SealedJson]: TemplateRow[K] | string }

async function opened(db: Db, workspaceId: string, stored: StoredTemplate): Promise<TemplateRow> {
  const { open, openJson } = textsOf(db)
  const { name, description, layout, formatting, validation_rules, ...row } = stored
  return {
    ...row,
    name: await open(name, workspaceId),
    description: await open(description, workspaceId),
    layout: await openJson(layout, workspaceId),
    formatting: await openJson(formatting, workspaceId),
    validation_rules: await openJson(validation_rules, workspaceId),
  }
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
  const { seal, sealJson } = textsOf(db)
  const name = await seal(body.name, key.workspaceId)
  const description = await seal(body.description, key.workspaceId)
  const layout = await sealJson(body.layout, key.workspaceId)
  const formatting = await sealJson(body.formatting, key.workspaceId)
  const rules = await sealJson(body.validation_rules, key.workspaceId)
  await db`
    with stored as (
      insert into export_template_versions
        (workspace_id, template_id, version, user_id, name, description, locale, layout, formatting, validation_rules)
      values (${key.workspaceId}, ${key.templateId}, ${key.version}, ${key.userId}, ${name}, ${description},
        ${body.locale}, ${db.json(layout)}, ${db.json(formatting)}, ${db.json(rules)})
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
  const [row] = await db<StoredTemplate[]>`
    select ${columns(db)} from export_templates t
    join export_template_versions v on v.workspace_id = t.workspace_id and v.template_id = t.id
      and v.version = coalesce(${version}::integer, t.latest_version)
    where t.workspace_id = ${workspaceId} and t.id = ${templateId} and t.deleted_at is null`
  return row && (await opened(db, workspaceId, row))
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
  const rows = await db<StoredTemplate[]>`
    select ${columns(db)} from export_templates t
    join export_template_versions v on v.workspace_id = t.workspace_id and v.template_id = t.id
      and v.version = t.latest_version
    where t.workspace_id = ${workspaceId} and t.deleted_at is null
      ${after ? db`and (t.created_at, t.id) > (${after.createdAt}::timestamptz, ${after.id}::uuid)` : db``}
    order by t.created_at, t.id limit ${limit}`
  return await Promise.all(rows.map((row) => opened(db, workspaceId, row)))
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
  const rows = await db<(VersionRow & { sealed: string | null })[]>`
    select version, name, created_at, jsonb_array_length(layout -> 'columns') as columns,
      case jsonb_typeof(layout) when 'string' then layout end as sealed
    from export_template_versions
    where workspace_id = ${workspaceId} and template_id = ${templateId}
      ${before === null ? db`` : db`and version < ${before}`}
    order by version desc limit ${limit}`
  const { open, openJson } = textsOf(db)
  return await Promise.all(
    rows.map(async ({ sealed, ...row }) => {
      if (sealed === null) return row
      const layout = await openJson<string | TemplateBody['layout']>(sealed, workspaceId)
      return {
        ...row,
        name: await open(row.name, workspaceId),
        columns: typeof layout === 'string' ? 0 : layout.columns.length,
      }
    }),
  )
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
