// Lists the saved versions of a template, the newest first.
import * as z from 'zod'
import { limits } from '../../shared/contract/limits.ts'
import type { PageQuery } from '../../shared/contract/schemas.ts'
import type { TemplateVersion } from '../../shared/contract/template-schemas.ts'
import { decodeCursor, toPage } from '../platform/cursor.ts'
import type { Sql } from '../platform/database/connect.ts'
import type { Actor } from '../platform/http/actor.ts'
import { findBuiltIn, getOwnTemplate } from './get-template.ts'
import { selectTemplateVersions } from './store.ts'

const Place = z.tuple([z.int().positive()])

/** Templates of the product have no history. Throws `Problem('not_found')`. */
export async function listTemplateVersions(
  sql: Sql,
  { workspaceId }: Actor,
  id: string,
  { cursor, limit = limits.pageItems }: PageQuery,
): Promise<{ items: TemplateVersion[]; next_cursor: string | null }> {
  if (findBuiltIn(id)) return { items: [], next_cursor: null }
  await getOwnTemplate(sql, workspaceId, id)
  const list = `template versions ${id}`
  const [before] = decodeCursor(list, cursor, Place) ?? [null]
  const rows = await selectTemplateVersions(sql, workspaceId, id, before, limit + 1)
  return toPage(list, rows, limit, (last) => [last.version])
}
