// Reads the tables out of a text or a file and gives them back, typed and traced; nothing of it is stored.
import { randomUUID } from 'node:crypto'
import { type ExtractBody, type Extraction, extractLimits } from '../../shared/contract/extract-schemas.ts'
import type { EndState } from '../../shared/table/table.ts'
import type { Engine, EngineInput } from '../extraction/engine.ts'
import { estimateTokens } from '../extraction/estimate-tokens.ts'
import { findTables } from '../extraction/find-tables.ts'
import { fitRecords } from '../extraction/format/fit-records.ts'
import { groupsOf, listNamesOf } from '../extraction/format/format.ts'
import { type GatheredTable, gatherTables } from '../extraction/gather-tables.ts'
import { recordAudit } from '../platform/audit/record-audit.ts'
import { cleanText } from '../platform/clean-text.ts'
import type { Sql } from '../platform/database/connect.ts'
import { describeBytes } from '../platform/describe-bytes.ts'
import type { Actor } from '../platform/http/actor.ts'
import { Problem, problemBody } from '../platform/problem.ts'
import { listOwnTemplates } from '../templates/list-templates.ts'
import { checkText } from './check-message.ts'
import type { Meter } from './meter.ts'
import { openFile } from './open-file.ts'
import { resolveFormat } from './resolve-format.ts'
import { demandReadable } from './upload-file.ts'
import type { Charge } from './watch-usage.ts'

export type ExtractParts = {
  sql: Sql
  engine: Engine
  meter: Meter
  charge: Charge
  messageBytes: number
  fileBytes: number
  pseudonym: (userId: string) => string
}

function fileOf({ file, locale }: ExtractBody, fileBytes: number) {
  if (!file) return []
  const bytes = Buffer.from(file.content_base64, 'base64')
  if (bytes.length > fileBytes)
    throw new Problem(
      'file_too_large',
      `A file may be ${describeBytes(fileBytes)}. Split it, or leave out what is not needed.`,
    )
  if (bytes.length > extractLimits.fileBytes)
    throw new Problem(
      'file_too_large',
      `A file may have ${describeBytes(extractLimits.fileBytes)} here. Upload it with POST /files.`,
    )
  demandReadable(bytes)
  return [openFile('file', cleanText(file.name), bytes, locale)]
}

function formatAsked({ template, response_format: format }: ExtractBody) {
  if (template === undefined) return format
  if (format === undefined || format.template === template) return { template }
  throw new Problem('format_invalid', 'Send either “template” or “response_format”.')
}

const tooMuch = () =>
  new Problem(
    'table_too_large',
    `It holds more than the ${extractLimits.cells.toLocaleString('en-US')} cells that one answer carries. Send it in parts, or as a file in a conversation, whose tables are read page by page.`,
  )

const tableOf = ({ receipt, evidence, ...table }: GatheredTable, state: EndState): Extraction['tables'][number] => {
  const made = {
    state: state === 'complete' ? ('failed' as const) : state,
    rows_seen: null,
    cells_unread: 0,
    notes: [],
  }
  return {
    ...table,
    row_count: table.rows.length,
    ...(evidence ? { evidence } : {}),
    receipt: receipt ?? { ...made, rows_extracted: table.rows.length },
  }
}

/**
 * Gives up when `signal` aborts. Throws the problems of the operation `extract`: one of the model only when it kept
 * everything from being read.
 */
export async function extract(
  { sql, engine, meter, charge, messageBytes, fileBytes, pseudonym }: ExtractParts,
  actor: Actor,
  body: ExtractBody,
  signal: AbortSignal,
): Promise<Extraction> {
  const { workspaceId, userId } = actor
  const { text = '', locale } = body
  if (!body.file) checkText({ content: text }, messageBytes)
  const asked = formatAsked(body)
  const format = asked ? await resolveFormat(sql, workspaceId, asked) : null
  const parts = await findTables(
    {
      id: 'text',
      content: text,
      files: fileOf(body, fileBytes),
      ranges: [],
      locale,
      lists: format ? listNamesOf(format) : [],
    },
    signal,
  )
  if (parts.found.reduce((sum, { row_count, columns }) => sum + row_count * columns.length, 0) > extractLimits.cells)
    throw tooMuch()
  const input: EngineInput = {
    ...parts,
    ...{ history: [], known: [], locale, continuing: null, pseudonym: pseudonym(userId) },
    template: format?.template ?? null,
    groups: format ? groupsOf(format) : [],
    ownTemplates: format ? [] : await listOwnTemplates(sql, workspaceId),
  }

  const payer = { workspaceId, userId, messageId: randomUUID() }
  const need = meter.capped ? await estimateTokens(input) : null
  await sql.begin(async (tx) => {
    if (need) await meter.reserve(tx, payer, need)
    // Nothing of it is kept: whoever lost the answer gets a new one.
    await recordAudit(tx, { ...actor, operationId: undefined }, 'text.extract')
  })
  const watch = charge(payer)
  const gathered = gatherTables()
  let said = ''
  let usage: Extraction['usage'] = null
  let state: EndState = 'failed'
  let problem: Problem | null = null
  try {
    for await (const event of engine.run(input, signal)) {
      await watch?.see(event)
      gathered.take(event)
      if (gathered.cells > extractLimits.cells) throw tooMuch()
      if (event.type === 'text') said += event.text
      else if (event.type === 'usage') usage = event.usage
      else if (event.type === 'end') {
        state = event.state
        problem = event.problem ?? null
      }
    }
  } finally {
    await watch?.over(signal.aborted ? 'stopped' : 'failed')
  }
  signal.throwIfAborted()
  const { tables } = gathered
  if (problem && tables.every(({ rows }) => rows.length === 0)) throw problem
  const output = format ? await fitRecords(tables, format, locale) : null
  return {
    ...{ engine: engine.kind, model: engine.model, state },
    problem: problem ? problemBody(problem) : (output?.problem ?? null),
    text: cleanText(said.trim()),
    tables: tables.map((table) => tableOf(table, state)),
    ...{ output, usage },
  }
}
