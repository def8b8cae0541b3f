// Plans a write for a client that makes it by itself: the same plan as ours, over the place that the client has read.
import { randomUUID } from 'node:crypto'
import type { PlanAnswer, PlanBody } from '../../shared/contract/export-schemas.ts'
import type { Place } from '../../shared/plan/place.ts'
import { planTable } from '../../shared/plan/plan-table.ts'
import { fitTable } from '../../shared/template/fit-table.ts'
import { Template } from '../../shared/template/template.ts'
import type { Sql } from '../platform/database/connect.ts'
import type { Actor } from '../platform/http/actor.ts'
import { Problem } from '../platform/problem.ts'
import { getTable } from '../tables/get-table.ts'
import { getTemplate } from '../templates/get-template.ts'
import { googleLocale, undecided } from './create-export.ts'
import { loadTable } from './load-source.ts'
import { plainly } from './plan-problem.ts'

/** The answer names each cell; more of them are for an export, which does not go through a client. */
const mostCells = 200_000

const emptyPlace = (locale: string): Place => ({ locale, sheet_names: [], range_names: [], sheet: null, known: null })

/** Throws `not_found`, `plan_refused` and its kin, and `table_too_large`. */
export async function planForClient(sql: Sql, actor: Actor, operation_id: string, body: PlanBody): Promise<PlanAnswer> {
  const { target, decisions = undecided } = body
  const head = await getTable(sql, actor, body.table_id, body.version)
  if (head.receipt === null)
    throw new Problem('already_answering', 'The table is still being made. Plan it when its reply has ended.')
  if (head.row_count * head.columns.length > mostCells)
    throw new Problem(
      'table_too_large',
      `A plan has at most ${mostCells} cells. Export the table with POST /export/sheets/create.`,
    )
  const template = Template.parse(await getTemplate(sql, actor.workspaceId, body.template))
  const place = body.place ?? emptyPlace(googleLocale(body.locale ?? template.locale ?? 'en_US'))
  const { table } = await loadTable(sql, actor, { table_id: head.id, version: head.version })
  const base =
    body.base_version === undefined
      ? null
      : (await loadTable(sql, actor, { table_id: head.id, version: body.base_version })).table
  const new_id = randomUUID()
  const source = { conversation_id: head.conversation_id, table_id: head.id, version: head.version }
  const now = new Date().toISOString()
  const made = plainly(() => {
    const fitted = fitTable({ table, template, locale: place.locale, decisions, remembered: {} })
    return planTable({ fitted, template, target, decisions, base, source, place, operation_id, new_id, now })
  })
  return { operation_id, anchor_id: place.known?.anchor.id ?? new_id, ...made }
}
