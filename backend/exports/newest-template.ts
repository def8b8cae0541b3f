// Finds the template that a write goes through now: what the person has made better since holds for what comes now.
import { Template } from '../../shared/template/template.ts'
import type { Sql } from '../platform/database/connect.ts'
import type { Actor } from '../platform/http/actor.ts'
import { Problem } from '../platform/problem.ts'
import { getTemplate } from '../templates/get-template.ts'

/** The newest version of it; itself when it was deleted meanwhile. */
export async function newestTemplate(sql: Sql, actor: Actor, template: Template): Promise<Template> {
  try {
    return Template.parse(await getTemplate(sql, actor.workspaceId, template.id))
  } catch (error) {
    if (error instanceof Problem && error.code === 'not_found') return template
    throw error
  }
}
