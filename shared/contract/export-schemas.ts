// What goes in and out of exports to Google Sheets, of plans for clients that write themselves, and of their receipts.
import * as z from 'zod'
import { Place } from '../plan/place.ts'
import { NeedKind, PlanPreview } from '../plan/plan-preview.ts'
import { Receipt } from '../plan/receipt.ts'
import { SheetPlan } from '../plan/sheet-plan.ts'
import { Decisions, Target } from '../plan/target.ts'
import { Cell, Column } from '../table/table.ts'
import { limits } from './limits.ts'
import { ProblemBody } from './problem-body.ts'
import { PageQuery } from './schemas.ts'

const Id = z.uuid()
const Time = z.iso.datetime()
const Count = z.int().nonnegative()
const Version = z.int().positive().max(1e9)

const SheetId = Id.meta({ description: 'The export’s id, as `create` gave it out. It is not Google’s id.' })
export const ExportParams = z.object({ sheet_id: SheetId })
export const PermissionParams = z.object({
  sheet_id: SheetId,
  id: z.string().min(1).max(200).meta({ description: 'The permission’s id, from the list.' }),
})

const Template = z
  .string()
  .min(1)
  .max(100)
  .meta({
    description: 'The id of a template: one that comes with the product, or one of your own.',
    examples: ['plain_table', 'sales_analysis'],
  })
const Locale = z
  .string()
  .regex(/^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,2}$/)
  .meta({ description: 'Decides how days and amounts are written in the spreadsheet.', examples: ['en_US', 'de-DE'] })

/** What a person would decide in the sidebar before the write; what is left open stops it, and is said. */
const Agreed = {
  decisions: Decisions.optional().meta({
    description:
      'Which column goes where, whether rows that break a rule go in (`{"review": {"all": "in"}}`), and whose value stays where the sheet and the table both changed. A write with something undecided fails with `plan_refused`, which says what it is.',
    examples: [{ review: { all: 'in', rows: {} } }],
  }),
  allow: z
    .array(NeedKind)
    .max(20)
    .optional()
    .meta({
      description:
        'What the write may do to contents that are there. Left out, an update may do what it is for within the table: `replace` and `merge` put other values into its cells. What goes beyond that is asked: rows that a `merge` would delete, contents around the table that would move (`move`), merged cells that would be separated. Such a write fails with `plan_refused` and changes nothing; its error says what it is about and which `allow` agrees to it. With `[]` everything is asked.',
      examples: [['move']],
    }),
}

export const ExportBody = z
  .object({
    conversation_id: Id.meta({ description: 'The conversation whose table is exported.' }),
    template: Template,
    title: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .optional()
      .meta({
        description: 'What the spreadsheet is called; the table’s title when left out.',
        examples: ['Orders of March'],
      }),
    table_id: Id.optional().meta({
      description:
        'The table; the newest of the conversation when left out. Lists within its records, which are tables of their own, go along, each into its own sheet.',
    }),
    version: Version.optional().meta({ description: 'A version of the table; the newest when left out.' }),
    connection_id: Id.optional().meta({
      description: 'The connected Google account to write with; the only one, or the first, when left out.',
    }),
    locale: Locale.optional(),
    time_zone: z
      .string()
      .min(1)
      .max(64)
      .optional()
      .meta({ description: 'An IANA time zone.', examples: ['Europe/Berlin'] }),
    native_table: z
      .boolean()
      .default(false)
      .meta({ description: 'Makes one of Google’s own tables in place of bands and a filter.' }),
    ...Agreed,
  })
  .meta({ id: 'ExportRequest' })
export type ExportBody = z.infer<typeof ExportBody>

export const UpdateType = z.enum(['append', 'replace', 'merge'])
export type UpdateType = z.infer<typeof UpdateType>

/** What is deeper is no record of anybody's, and would break what walks through it. */
const deepest = 50

function isShallow(value: unknown): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return false
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []))
  }
  return true
}

const Records = z
  .array(z.record(z.string().max(1000), z.unknown()))
  .min(1)
  .max(limits.tableRows)
  .refine(isShallow, { message: `Records may be nested ${deepest} levels deep`, abort: true })
const Rows = z.object({ columns: z.array(Column).min(1).max(limits.tableColumns), rows: z.array(z.array(Cell)) })

export const ExportUpdateBody = z
  .object({
    update_type: UpdateType.meta({
      description:
        '`append` adds rows at the end, `replace` puts the new rows in place of the old ones, also of what was typed there by hand, `merge` goes by the key columns and keeps what was changed in the sheet.',
    }),
    data: z
      .union([Records, Rows])
      .optional()
      .meta({
        description:
          'The rows themselves: objects by column key or header, or a table with typed columns. Objects within objects become dotted columns, lists of objects go into sheets of their own. Without `data` and `table_id` the newest version of the exported table is taken.',
        examples: [[{ order: '1043', quantity: 2, unit_price: 12.5 }]],
      }),
    table_id: Id.optional().meta({ description: 'Another table, whose rows are taken.' }),
    version: Version.optional().meta({ description: 'A version of the table; the newest when left out.' }),
    by: z
      .array(z.string().max(200))
      .max(20)
      .optional()
      .meta({ description: 'For `merge`: keys of the columns that name a row, unless the template says it.' }),
    ...Agreed,
  })
  .refine((body) => body.data === undefined || (body.table_id === undefined && body.version === undefined), {
    message: 'Send either data or table_id',
  })
  .meta({ id: 'ExportUpdate' })
export type ExportUpdateBody = z.infer<typeof ExportUpdateBody>

export const ExportState = z.enum(['queued', 'running', 'waiting', 'done', 'failed', 'cancelled']).meta({
  description:
    '`waiting`: Google asks to slow down, or a fault passes; it goes on by itself. `done`, `failed` and `cancelled` are final.',
})
export type ExportState = z.infer<typeof ExportState>

const Progress = z
  .object({
    rows: Count,
    rows_total: Count.nullable(),
    cells: Count,
    cells_total: Count.nullable(),
    calls: Count.meta({ description: 'Calls to Google that were made so far.' }),
    calls_total: Count.nullable(),
  })
  .meta({ description: 'How far the write is. Totals are null until the table was planned.' })
export type Progress = z.infer<typeof Progress>

/** One table of an export, as it was written last. `path` names the list within the records that it was; null for the table itself. */
export const ExportedTable = z.object({
  path: z.string().nullable(),
  title: z.string(),
  anchor_id: z.string(),
  sheet_id: z.int().meta({ description: 'Google’s id of the sheet in the spreadsheet.' }),
  sheet_name: z.string(),
  range: z.string(),
  rows: Count,
  cells_left_empty: Count.meta({
    description: 'Values that stand in no source, and were left out until a person confirms them.',
  }),
  template: z.object({ id: z.string(), version: z.int() }),
  source: z.object({ conversation_id: Id.nullable(), table_id: Id, version: z.int() }).nullable(),
  columns: z.array(Column),
})
export type ExportedTable = z.infer<typeof ExportedTable>

export const SheetExport = z
  .object({
    id: Id,
    user_id: Id,
    conversation_id: Id,
    connection_id: Id.nullable(),
    spreadsheet_id: z.string().nullable().meta({ description: 'Google’s id; null until the spreadsheet is there.' }),
    url: z.url().nullable(),
    title: z.string(),
    template_type: z.string(),
    status: ExportState,
    last_sync: Time.nullable().meta({ description: 'When something was written the last time.' }),
    meta_data: z.object({
      locale: z.string(),
      time_zone: z.string().nullable(),
      native_table: z.boolean(),
      tables: z.array(ExportedTable),
    }),
    created_at: Time,
    updated_at: Time,
  })
  .meta({ id: 'SheetExport', description: 'A spreadsheet that a table was exported to.' })
export type SheetExport = z.infer<typeof SheetExport>

export const ExportOperation = z.object({
  id: Id,
  kind: z.enum(['create', 'update']),
  update_type: UpdateType.nullable(),
  state: ExportState,
  progress: Progress,
  errors: z.array(ProblemBody).meta({
    description: 'What failed, and while it is `waiting`, what it waits for. Empty when all went well.',
  }),
  receipts: z.array(Receipt).meta({ description: 'What was written, a receipt for each table.' }),
  attempts: Count,
  next_try_at: Time.nullable(),
  created_at: Time,
  updated_at: Time,
  finished_at: Time.nullable(),
})
export type ExportOperation = z.infer<typeof ExportOperation>

export const StatusQuery = z.object({
  operation_id: Id.optional().meta({
    description: 'One write into the spreadsheet; the one that runs, or the last, when left out.',
  }),
})

export const ExportStatus = z
  .object({
    id: Id,
    state: ExportState,
    progress: Progress,
    errors: z.array(ProblemBody),
    last_sync: Time.nullable(),
    spreadsheet_id: z.string().nullable(),
    url: z.url().nullable(),
    operation: ExportOperation,
    queued: Count.meta({ description: 'Writes that wait for their turn behind this one.' }),
  })
  .meta({ id: 'ExportStatus', description: 'How far a write is. `state`, `progress` and `errors` are its own.' })
export type ExportStatus = z.infer<typeof ExportStatus>

export const PlanBody = z
  .object({
    table_id: Id,
    version: Version.optional(),
    template: Template,
    target: Target,
    place: Place.optional().meta({
      description: 'What was read of the spreadsheet around the target; an empty spreadsheet when left out.',
    }),
    locale: Locale.optional().meta({ description: 'The spreadsheet’s, where no `place` says it.' }),
    base_version: Version.optional().meta({
      description:
        'For `merge`: the version of the table that the sheet got last, so that the sheet’s own changes are told apart.',
    }),
    decisions: Decisions.optional(),
  })
  .meta({ id: 'PlanRequest' })
export type PlanBody = z.infer<typeof PlanBody>

export const PlanAnswer = z
  .object({
    operation_id: Id.meta({ description: 'For the receipt of this write.' }),
    anchor_id: z.string().meta({ description: 'Names the table in the spreadsheet from now on.' }),
    plan: SheetPlan,
    preview: PlanPreview.meta({
      description: 'What will change, and what has to be decided before it may be written.',
    }),
  })
  .meta({ id: 'Plan' })
export type PlanAnswer = z.infer<typeof PlanAnswer>

export const ReceiptBody = z
  .object({
    spreadsheet_id: z.string().min(1).max(200).nullable().default(null),
    conversation_id: Id.nullable().default(null),
    template: Template.nullable().default(null),
    receipt: Receipt,
  })
  .meta({ id: 'ReceiptRequest' })
export type ReceiptBody = z.infer<typeof ReceiptBody>

export const StoredReceipt = z
  .object({ id: Id, ...ReceiptBody.shape, created_at: Time })
  .meta({ id: 'StoredReceipt', description: 'What a client says that it wrote.' })
export type StoredReceipt = z.infer<typeof StoredReceipt>

export const ReceiptsQuery = PageQuery.extend({
  table_id: Id.optional().meta({ description: 'Only the receipts of this table.' }),
})
export type ReceiptsQuery = z.infer<typeof ReceiptsQuery>
