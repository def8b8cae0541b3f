// Asks for a new spreadsheet with a table: what is to be written is stored with its job, and a worker writes it.
import { randomUUID } from 'node:crypto'
import type { ExportBody, SheetExport } from '../../shared/contract/export-schemas.ts'
import type { Decisions } from '../../shared/plan/target.ts'
import { Template } from '../../shared/template/template.ts'
import { getConversation } from '../chat/conversations.ts'
import type { Sizes } from '../config/sizes.ts'
import type { GoogleFor } from '../google/connections.ts'
import { recordAudit } from '../platform/audit/record-audit.ts'
import type { Sql } from '../platform/database/connect.ts'
import type { Actor } from '../platform/http/actor.ts'
import type { Jobs } from '../platform/jobs/jobs.ts'
import { Problem } from '../platform/problem.ts'
import { getTemplate } from '../templates/get-template.ts'
import { chooseTables } from './choose-tables.ts'
import { insertExport } from './export-store.ts'
import { getExport } from './get-export.ts'
import { insertOperation } from './operation-store.ts'
import { sendOperation } from './send-operation.ts'
import { showExport } from './show-export.ts'

export type AskParts = { sql: Sql; jobs: Jobs; googleFor: GoogleFor; sizes: Sizes }

export const undecided: Decisions = {
  mapping: {},
  review: { all: null, rows: {} },
  conflicts: { all: null, cells: {} },
}

/** `de-DE` as Google writes it: `de_DE`. */
export function googleLocale(locale: string): string {
  const [language = 'en', ...parts] = locale.split(/[-_]/)
  return [language.toLowerCase(), ...parts.map((part) => (part.length <= 3 ? part.toUpperCase() : part))].join('_')
}

function demandTimeZone(name: string | undefined): void {
  try {
    if (name !== undefined) new Intl.DateTimeFormat('en', { timeZone: name })
  } catch {
    throw new Problem(
      'invalid_request',
      `“time_zone” in the body: there is no time zone called ${name}. Such as Europe/Berlin.`,
    )
  }
}

/**
 * `id` is the export's: the same request worked on again, after a crash, makes no second one. Throws `not_found` for what is
 * somebody else's too, and the problems of connections.
 */
export async function createExport(
  { sql, jobs, googleFor }: AskParts,
  actor: Actor,
  body: ExportBody,
  id: string = randomUUID(),
): Promise<SheetExport> {
  demandTimeZone(body.time_zone)
  const { workspaceId, userId } = actor
  const key = { workspaceId, exportId: id }
  await getConversation(sql, actor, body.conversation_id)
  const { root, sources } = await chooseTables(sql, actor, body)
  const template = Template.parse(await getTemplate(sql, workspaceId, body.template))
  const { connectionId } = await googleFor(actor, body.connection_id)
  const { decisions = undecided, allow = [] } = body
  const input = { template, table_id: root.id, decisions, allow, by: [] }
  return await sql.begin(async (tx) => {
    const made = await insertExport(tx, actor, {
      id,
      conversation_id: body.conversation_id,
      connection_id: connectionId,
      title: body.title ?? (root.title.trim() || 'Table'),
      template_type: template.id,
      meta_data: {
        locale: googleLocale(body.locale ?? template.locale ?? 'en_US'),
        time_zone: body.time_zone ?? null,
        native_table: body.native_table,
        tables: [],
      },
    })
    if (!made) return await getExport(tx, actor, id)
    const operationId = randomUUID()
    await insertOperation(tx, key, { id: operationId, userId, kind: 'create', updateType: null, input, data: sources })
    await recordAudit(tx, actor, 'export.create', { type: 'export', id })
    await sendOperation(jobs, tx, { workspaceId, operationId, userId })
    return showExport(made)
  })
}
