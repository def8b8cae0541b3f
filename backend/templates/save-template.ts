// Saves templates of the workspace: makes them, changes them, each time as a version of its own, and deletes them.
import { isDeepStrictEqual } from 'node:util'
import type { AuditAction } from '../../shared/contract/audit.ts'
import type { TemplateBody, TemplateChange, TemplateEntry } from '../../shared/contract/template-schemas.ts'
import type { Template } from '../../shared/template/template.ts'
import { recordAudit } from '../platform/audit/record-audit.ts'
import type { Sql, Transaction } from '../platform/database/connect.ts'
import type { Actor } from '../platform/http/actor.ts'
import { matchesEtag } from '../platform/http/etag.ts'
import { Problem } from '../platform/problem.ts'
import { demandSound } from './demand-sound.ts'
import { findBuiltIn, getOwnTemplate, missingTemplate } from './get-template.ts'
import { ownEntry } from './own-entry.ts'
import { countTemplates, insertTemplate, insertTemplateVersion, lockTemplate, markTemplateDeleted } from './store.ts'

const audit = (tx: Transaction, actor: Actor, action: AuditAction, id: string) =>
  recordAudit(tx, actor, action, { type: 'template', id })

/** The workspace may have `most`. Throws `template_invalid` with all that is wrong with it, or `too_many_templates`. */
export async function createTemplate(sql: Sql, actor: Actor, body: TemplateBody, most: number): Promise<TemplateEntry> {
  const { workspaceId, userId } = actor
  demandSound(body)
  if ((await countTemplates(sql, workspaceId)) >= most)
    throw new Problem('too_many_templates', `A workspace can keep ${most} templates. Delete one first.`)
  const made = await sql.begin(async (tx) => {
    const templateId = await insertTemplate(tx, workspaceId)
    await insertTemplateVersion(tx, { workspaceId, templateId, version: 1, userId }, body)
    await audit(tx, actor, 'template.create', templateId)
    return await getOwnTemplate(tx, workspaceId, templateId)
  })
  return ownEntry(made)
}

function refuseBuiltIn(id: string): void {
  if (findBuiltIn(id))
    throw new Problem('template_fixed', 'This template comes with Tablewright. Save a copy of it and change that.')
}

/**
 * Throws `not_found`, `template_fixed` for a template of the product, `stale` when `ifMatch` names an older state, and
 * `template_invalid`. What is the same as before makes no new version.
 */
export async function updateTemplate(
  sql: Sql,
  actor: Actor,
  id: string,
  change: TemplateChange,
  ifMatch: string | undefined,
): Promise<TemplateEntry> {
  const { workspaceId, userId } = actor
  refuseBuiltIn(id)
  const changed = await sql.begin(async (tx) => {
    await getOwnTemplate(tx, workspaceId, id)
    await lockTemplate(tx, workspaceId, id)
    const before = await getOwnTemplate(tx, workspaceId, id)
    if (!matchesEtag(ifMatch, before.updated_at))
      throw new Problem('stale', 'The template has changed since you read it. Read it again, then change it.')
    const after = bodyOf({ ...before, ...change })
    // A new name never meets a rule that is stricter than when the template was saved.
    if (change.layout || change.formatting || change.validation_rules) demandSound(after)
    if (isDeepStrictEqual(after, bodyOf(before))) return before
    const key = { workspaceId, templateId: id, version: before.latest_version + 1, userId }
    await insertTemplateVersion(tx, key, after)
    await audit(tx, actor, 'template.update', id)
    return await getOwnTemplate(tx, workspaceId, id)
  })
  return ownEntry(changed)
}

/** A template without what the server gives it. */
export const bodyOf = ({
  name,
  description,
  locale,
  layout,
  formatting,
  validation_rules,
}: TemplateBody | Template): TemplateBody => ({ name, description, locale, layout, formatting, validation_rules })

/** What was written through it stays. Throws `not_found`, `template_fixed`. */
export async function deleteTemplate(sql: Sql, actor: Actor, id: string): Promise<void> {
  const { workspaceId } = actor
  refuseBuiltIn(id)
  await getOwnTemplate(sql, workspaceId, id)
  await sql.begin(async (tx) => {
    if (!(await markTemplateDeleted(tx, workspaceId, id))) throw missingTemplate()
    await audit(tx, actor, 'template.delete', id)
  })
}
