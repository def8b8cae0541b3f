// Lists the templates page by page: those of the product first, then the workspace's own.
import * as z from 'zod'
import { limits } from '../../shared/contract/limits.ts'
import type { PageQuery } from '../../shared/contract/schemas.ts'
import type { TemplateEntry } from '../../shared/contract/template-schemas.ts'
import { builtInTemplates } from '../../shared/template/built-in.ts'
import { decodeCursor, toPage } from '../platform/cursor.ts'
import type { Sql } from '../platform/database/connect.ts'
import type { Actor } from '../platform/http/actor.ts'
import { builtInEntry, findBuiltIn } from './get-template.ts'
import { ownEntry } from './own-entry.ts'
import { selectTemplates } from './store.ts'

/** Where a page ended: with a template of the product, which has no time, or with one of the workspace. */
const Place = z.union([z.tuple([z.literal(''), z.string()]), z.tuple([z.iso.datetime(), z.uuid()])])

/** Throws `Problem('invalid_request')` on a cursor of another list. */
export async function listTemplates(sql: Sql, actor: Actor, { cursor, limit = limits.pageItems }: PageQuery) {
  const place = decodeCursor('templates', cursor, Place)
  const [time, id] = place ?? ['', '']
  const shown = id === '' ? -1 : builtInTemplates.findIndex((known) => known.id === findBuiltIn(id)?.id)
  const ours = time === '' ? builtInTemplates.slice(shown + 1, shown + 2 + limit) : []
  const after = time === '' ? null : { createdAt: time, id }
  const missing = limit + 1 - ours.length
  const theirs = missing > 0 ? await selectTemplates(sql, actor.workspaceId, after, missing) : []
  const entries: TemplateEntry[] = [...ours.map(builtInEntry), ...theirs.map(ownEntry)]
  return toPage('templates', entries, limit, (last) => [last.created_at ?? '', last.id])
}

/** More than anybody keeps in mind: what a message may mean without naming its template. */
const ownLooked = 100

/** The first of a workspace's own templates. */
export const listOwnTemplates = async (sql: Sql, workspaceId: string): Promise<TemplateEntry[]> =>
  (await selectTemplates(sql, workspaceId, null, ownLooked)).map(ownEntry)
