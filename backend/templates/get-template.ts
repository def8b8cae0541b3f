// Finds one template by its id: one that comes with the product, or one of the workspace.
import * as z from 'zod'
import type { TemplateEntry } from '../../shared/contract/template-schemas.ts'
import { builtInTemplates } from '../../shared/template/built-in.ts'
import type { Template } from '../../shared/template/template.ts'
import type { Sql } from '../platform/database/connect.ts'
import { Problem } from '../platform/problem.ts'
import { ownEntry } from './own-entry.ts'
import { type Db, findTemplate } from './store.ts'

export const missingTemplate = () =>
  new Problem('not_found', 'There is no such template. List them with GET /export/templates.')

/** A template of the product by its id. */
export const findBuiltIn = (id: string): Template | undefined => builtInTemplates.find((known) => known.id === id)

/** Templates of the product as they are listed. Frozen: what never changes is made ready to be sent once. */
const entries = new Map(
  builtInTemplates.map((template): [Template, TemplateEntry] => [
    template,
    Object.freeze({ ...template, built_in: true, created_at: null, updated_at: null }),
  ]),
)

export function builtInEntry(template: Template): TemplateEntry {
  const entry = entries.get(template)
  if (!entry) throw new Error(`${template.id} does not come with the product`)
  return entry
}

/** A template of the workspace itself. Throws `Problem('not_found')`. */
export async function getOwnTemplate(db: Db, workspaceId: string, id: string, version: number | null = null) {
  const row = z.uuid().safeParse(id).success ? await findTemplate(db, workspaceId, id, version) : undefined
  if (!row) throw missingTemplate()
  return row
}

/** The newest version, or the one asked for. Throws `Problem('not_found')`, for somebody else's too. */
export async function getTemplate(
  sql: Sql,
  workspaceId: string,
  id: string,
  version: number | null = null,
): Promise<TemplateEntry> {
  const builtIn = findBuiltIn(id)
  if (!builtIn) return ownEntry(await getOwnTemplate(sql, workspaceId, id, version))
  if (version !== null && version !== builtIn.version) throw missingTemplate()
  return builtInEntry(builtIn)
}
