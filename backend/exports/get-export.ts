// Reads exports: the list, one of them, and how far its writes are.

import type { ExportStatus, SheetExport } from '../../shared/contract/export-schemas.ts'
import { limits } from '../../shared/contract/limits.ts'
import type { PageQuery } from '../../shared/contract/schemas.ts'
import { CountPlace, decodeCursor, toPage } from '../platform/cursor.ts'
import type { Actor } from '../platform/http/actor.ts'
import { Problem } from '../platform/problem.ts'
import { type Db, type ExportRow, findExport, selectExports } from './export-store.ts'
import { countQueued, findOperation } from './operation-store.ts'
import { showExport, showStatus } from './show-export.ts'

export const missingExport = () =>
  new Problem('not_found', 'There is no such export. List them with GET /export/sheets.')

export async function listExports(db: Db, actor: Actor, { cursor, limit = limits.pageItems }: PageQuery) {
  const [before = null] = decodeCursor('exports', cursor, CountPlace) ?? []
  const rows = await selectExports(db, actor.workspaceId, before, limit + 1)
  const page = toPage('exports', rows, limit, ({ position }) => [position])
  return { ...page, items: page.items.map(showExport) }
}

/** The stored export. Throws `Problem('not_found')`, for somebody else's too. */
export async function getExportRow(db: Db, { workspaceId }: Actor, exportId: string): Promise<ExportRow> {
  const row = await findExport(db, { workspaceId, exportId })
  if (!row) throw missingExport()
  return row
}

export async function getExport(db: Db, actor: Actor, exportId: string): Promise<SheetExport> {
  return showExport(await getExportRow(db, actor, exportId))
}

/** Of one write; without its id that of the one that is on, or of the last. Throws `Problem('not_found')`. */
export async function getStatus(
  db: Db,
  actor: Actor,
  exportId: string,
  operationId: string | null = null,
): Promise<ExportStatus> {
  const { workspaceId } = actor
  const sheet = await getExportRow(db, actor, exportId)
  const operation = await findOperation(db, { workspaceId, exportId }, operationId)
  if (!operation)
    throw new Problem(
      'not_found',
      'There is no such write into this spreadsheet. Leave operation_id out for the last one.',
    )
  return showStatus(sheet, operation, await countQueued(db, { workspaceId, exportId }, operation.position))
}
