// Every HTTP operation once: its route, what it takes, what it answers and which problems it may end in.
import * as z from 'zod'
import { Template } from '../template/template.ts'
import type { ProblemCode } from './problems.ts'
import type { OperationName } from './routes.ts'
import * as schemas from './schemas.ts'

const Id = z.uuid()
const ConversationParams = z.object({ id: Id })
const MessageParams = z.object({ id: Id, message_id: Id })
const TableParams = z.object({ table_id: Id })

export type Operation = {
  summary: string
  /** Works without a bearer token. */
  open?: boolean
  /** Answers server-sent events when asked by `Accept: text/event-stream`. */
  stream?: boolean
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  /** The body is the file's bytes; its name is in the `X-File-Name` header, percent-encoded. */
  binary?: boolean
  status: 200 | 201 | 204
  response?: z.ZodType
  problems: ProblemCode[]
}

const contract = {
  getAbout: { summary: 'What this server is', open: true, status: 200, response: schemas.About, problems: [] },
  register: {
    summary: 'Create an account with e-mail and password',
    open: true,
    body: schemas.RegisterBody,
    status: 201,
    response: schemas.Session,
    problems: ['email_taken'],
  },
  login: {
    summary: 'Sign in with e-mail and password',
    open: true,
    body: schemas.LoginBody,
    status: 200,
    response: schemas.Session,
    problems: ['wrong_credentials', 'too_many_requests'],
  },
  signInWithGoogle: {
    summary: 'Sign in with a Google identity token',
    open: true,
    body: schemas.GoogleBody,
    status: 200,
    response: schemas.Session,
    problems: ['identity_refused'],
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
    body: schemas.MessageBody,
    status: 201,
    response: schemas.Message,
    problems: [
      'not_found',
      'already_answering',
      'message_empty',
      'message_too_long',
      'file_unreadable',
      'too_many_streams',
      'unavailable',
    ],
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
  uploadFile: {
    summary: 'Upload a file, to be named in a message’s attachments',
    binary: true,
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
    status: 200,
    response: schemas.TableHead,
    problems: ['not_found'],
  },
  listRows: {
    summary: 'Read a table’s rows, page by page',
    params: TableParams,
    query: schemas.RowsQuery,
    status: 200,
    response: schemas.RowsPage,
    problems: ['not_found'],
  },
  listTemplates: {
    summary: 'List the templates',
    query: schemas.PageQuery,
    status: 200,
    response: schemas.page(Template),
    problems: [],
  },
  getTemplate: {
    summary: 'Read one template',
    params: z.object({ template_id: z.string().max(100) }),
    status: 200,
    response: Template,
    problems: ['not_found'],
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
