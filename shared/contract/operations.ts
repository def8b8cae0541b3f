// Every HTTP operation once: its route, what it takes, what it answers and which problems it may end in.
import * as z from 'zod'
import { LearnSource } from '../template/learn-source.ts'
import type { ProblemCode } from './problems.ts'
import type { OperationName } from './routes.ts'
import * as schemas from './schemas.ts'
import * as tables from './table-schemas.ts'
import * as templates from './template-schemas.ts'
import * as usage from './usage-schemas.ts'

const Id = z.uuid()
const ConversationParams = z.object({ id: Id })
const MessageParams = z.object({ id: Id, message_id: Id })
const TableParams = z.object({ table_id: Id })
const TemplateParams = z.object({ template_id: z.string().max(100) })

const header = (name: string, description: string) => z.object({ [name]: z.string().optional().meta({ description }) })
const IfMatch = header('If-Match', 'The ETag of the last read: refuses with 412 when it has changed since. Optional.')
const IdempotencyKey = header(
  'Idempotency-Key',
  'Any text of at most 200 characters, new for each message: the same message sent again with it gets the reply of the first.',
)
const LastEventId = header('Last-Event-ID', 'The id of the last event that was heard: the stream goes on after it.')
const FileName = z.object({
  'X-File-Name': z.string().max(1500).meta({ description: 'The file’s name, percent-encoded.' }),
})

export type Operation = {
  summary: string
  /** Answers server-sent events when asked by `Accept: text/event-stream`. */
  stream?: boolean
  params?: z.ZodObject
  query?: z.ZodObject
  /** What it takes in headers beside the token; for the document, the handlers read them. */
  headers?: z.ZodObject
  body?: z.ZodType
  /** The body is the file's bytes. */
  binary?: boolean
  /** The answer is a file, sent by the handler itself. */
  file?: boolean
  status: 200 | 201 | 204
  response?: z.ZodType
  problems: ProblemCode[]
}

/** What every operation that begins a reply may end in before it does. */
const beginning: ProblemCode[] = [
  'not_found',
  'already_answering',
  'key_reused',
  'daily_cap_reached',
  'too_many_streams',
  'unavailable',
]

/** What keeps a message from being sent. */
const unsendable: ProblemCode[] = [
  'message_empty',
  'message_too_long',
  'file_unreadable',
  'file_too_large',
  'table_too_large',
]

const contract = {
  getAbout: { summary: 'What this server is', status: 200, response: schemas.About, problems: [] },
  register: {
    summary: 'Create an account with e-mail and password',
    body: schemas.RegisterBody,
    status: 201,
    response: schemas.Session,
    problems: ['email_taken'],
  },
  login: {
    summary: 'Sign in with e-mail and password',
    body: schemas.LoginBody,
    status: 200,
    response: schemas.Session,
    problems: ['wrong_credentials', 'too_many_requests'],
  },
  signInWithGoogle: {
    summary: 'Sign in with a Google identity token',
    body: schemas.GoogleBody,
    status: 200,
    response: schemas.Session,
    problems: ['identity_refused', 'unavailable'],
  },
  getMe: { summary: 'Who is signed in', status: 200, response: schemas.User, problems: [] },
  createConversation: {
    summary: 'Start a conversation',
    body: schemas.ConversationBody,
    status: 201,
    response: schemas.Conversation,
    problems: [],
  },
  listConversations: {
    summary: 'List conversations, the latest first',
    query: schemas.PageQuery,
    status: 200,
    response: schemas.page(schemas.Conversation),
    problems: [],
  },
  getConversation: {
    summary: 'Read one conversation',
    params: ConversationParams,
    status: 200,
    response: schemas.Conversation,
    problems: ['not_found'],
  },
  updateConversation: {
    summary: 'Rename or describe a conversation',
    params: ConversationParams,
    headers: IfMatch,
    body: schemas.ConversationBody,
    status: 200,
    response: schemas.Conversation,
    problems: ['not_found', 'stale'],
  },
  deleteConversation: {
    summary: 'Delete a conversation',
    params: ConversationParams,
    status: 204,
    problems: ['not_found'],
  },
  sendMessage: {
    summary: 'Send a message; the reply streams, or comes as JSON when it is done',
    stream: true,
    params: ConversationParams,
    headers: IdempotencyKey,
    body: schemas.MessageBody,
    status: 201,
    response: schemas.Message,
    problems: [...beginning, ...unsendable],
  },
  listMessages: {
    summary: 'List the messages of a conversation, the oldest first',
    params: ConversationParams,
    query: schemas.PageQuery,
    status: 200,
    response: schemas.page(schemas.Message),
    problems: ['not_found'],
  },
  getMessageEvents: {
    summary: 'Follow a reply from any point; resume with Last-Event-ID',
    stream: true,
    params: MessageParams,
    headers: LastEventId,
    status: 200,
    problems: ['not_found', 'too_many_streams'],
  },
  cancelMessage: {
    summary: 'Stop a reply; whole rows are kept',
    params: MessageParams,
    status: 200,
    response: schemas.Message,
    problems: ['not_found'],
  },
  editMessage: {
    summary: 'Change a message and have it answered again; what came after it is not listed any more',
    stream: true,
    params: MessageParams,
    headers: IdempotencyKey,
    body: schemas.MessageBody,
    status: 201,
    response: schemas.Message,
    problems: [...beginning, ...unsendable],
  },
  regenerateMessage: {
    summary: 'Make a reply anew; the old one and what came after it are not listed any more',
    stream: true,
    params: MessageParams,
    headers: IdempotencyKey,
    status: 201,
    response: schemas.Message,
    problems: beginning,
  },
  continueMessage: {
    summary: 'Let the last reply go on when it ended early; the events that come are those of the rest',
    stream: true,
    params: MessageParams,
    headers: IdempotencyKey,
    status: 200,
    response: schemas.Message,
    problems: [...beginning, 'not_continuable'],
  },
  estimateMessage: {
    summary: 'Say what a message would take before it is sent',
    body: usage.EstimateBody,
    status: 200,
    response: usage.Estimate,
    problems: ['not_found', ...unsendable, 'unavailable'],
  },
  uploadFile: {
    summary: 'Upload a file, to be named in a message’s attachments',
    binary: true,
    headers: FileName,
    status: 201,
    response: schemas.StoredFile,
    problems: ['file_too_large', 'file_unreadable'],
  },
  listConversationTables: {
    summary: 'List the tables of a conversation',
    params: ConversationParams,
    query: schemas.PageQuery,
    status: 200,
    response: schemas.page(schemas.TableHead),
    problems: ['not_found'],
  },
  getTable: {
    summary: 'Read a table’s title, columns, counts and receipt',
    params: TableParams,
    query: tables.TableQuery,
    status: 200,
    response: schemas.TableHead,
    problems: ['not_found'],
  },
  updateTable: {
    summary: 'Change a table’s title, columns and cells by hand, which makes its next version',
    params: TableParams,
    headers: IfMatch,
    body: tables.TableBody,
    status: 200,
    response: schemas.TableHead,
    problems: ['not_found', 'stale', 'already_answering'],
  },
  listRows: {
    summary: 'Read a table’s rows with the evidence of their cells, page by page',
    params: TableParams,
    query: tables.TableRowsQuery,
    status: 200,
    response: schemas.RowsPage,
    problems: ['not_found'],
  },
  downloadTable: {
    summary: 'Download a table as CSV, Excel workbook or JSON',
    params: TableParams,
    query: tables.DownloadQuery,
    file: true,
    status: 200,
    problems: ['not_found', 'table_too_large'],
  },
  listTableVersions: {
    summary: 'List the versions of a table, the newest first',
    params: TableParams,
    query: schemas.PageQuery,
    status: 200,
    response: schemas.page(tables.TableVersion),
    problems: ['not_found'],
  },
  getEvidence: {
    summary: 'Read where the value of one cell comes from, with the words around it',
    params: TableParams,
    query: tables.EvidenceQuery,
    status: 200,
    response: tables.CellEvidence,
    problems: ['not_found'],
  },
  listTemplates: {
    summary: 'List the templates: those that come with the product first, then your own',
    query: schemas.PageQuery,
    status: 200,
    response: schemas.page(templates.TemplateEntry),
    problems: [],
  },
  createTemplate: {
    summary: 'Save a new template',
    body: templates.TemplateBody,
    status: 201,
    response: templates.TemplateEntry,
    problems: ['template_invalid', 'too_many_templates'],
  },
  learnTemplate: {
    summary: 'Draft a template from a header row or from a range that somebody has made',
    body: LearnSource,
    status: 200,
    response: templates.LearnedTemplate,
    problems: [],
  },
  importTemplate: {
    summary: 'Save a template from the file of another, or from a JSON Schema',
    body: templates.TemplateImport,
    status: 201,
    response: templates.ImportedTemplate,
    problems: ['template_invalid', 'too_many_templates'],
  },
  getTemplate: {
    summary: 'Read one template, or a version of it',
    params: TemplateParams,
    query: templates.TemplateQuery,
    status: 200,
    response: templates.TemplateEntry,
    problems: ['not_found'],
  },
  updateTemplate: {
    summary: 'Change a template of your own; every change is a version',
    params: TemplateParams,
    headers: IfMatch,
    body: templates.TemplateChange,
    status: 200,
    response: templates.TemplateEntry,
    problems: ['not_found', 'stale', 'template_fixed', 'template_invalid'],
  },
  deleteTemplate: {
    summary: 'Delete a template of your own',
    params: TemplateParams,
    status: 204,
    problems: ['not_found', 'template_fixed'],
  },
  listTemplateVersions: {
    summary: 'List the saved versions of a template, the newest first',
    params: TemplateParams,
    query: schemas.PageQuery,
    status: 200,
    response: schemas.page(templates.TemplateVersion),
    problems: ['not_found'],
  },
  exportTemplate: {
    summary: 'Read a template as a file that can be imported',
    params: TemplateParams,
    query: templates.TemplateQuery,
    status: 200,
    response: templates.TemplateFile,
    problems: ['not_found'],
  },
  getUsage: {
    summary: 'What the person used of the model, and what is left of today',
    status: 200,
    response: usage.UsageReport,
    problems: [],
  },
} as const satisfies Record<OperationName, Operation>

/** The one map that routes, validation, the OpenAPI document and the typed calls come from. */
export const operations = contract
export type Operations = typeof contract

type Parsed<O, K extends string> = K extends keyof O ? (O[K] extends z.ZodType ? z.infer<O[K]> : undefined) : undefined

export type ParamsOf<N extends OperationName> = Parsed<Operations[N], 'params'>
export type QueryOf<N extends OperationName> = Parsed<Operations[N], 'query'>
export type BodyOf<N extends OperationName> = Parsed<Operations[N], 'body'>
export type ResponseOf<N extends OperationName> = Parsed<Operations[N], 'response'>
