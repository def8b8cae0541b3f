// Does the same SQL as the API in handlers as short as they can be, for comparison: no checks, no contract, no log.
import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import express, { type Request, type Response } from 'express'
import { hasSession } from '../backend/accounts/session-store.ts'
import * as chat from '../backend/chat/conversation-store.ts'
import * as audit from '../backend/platform/audit/store.ts'
import { connect } from '../backend/platform/database/connect.ts'
import * as answers from '../backend/platform/idempotency/store.ts'
import * as templates from '../backend/templates/store.ts'

const sql = connect(process.env.DATABASE_URL ?? '')

type Who = { workspaceId: string; userId: string; sessionId: string; operationId?: string }

/** Whose request it is stands in a header, as it is. */
const whoOf = (req: Request): Who => JSON.parse(req.get('x-who') ?? '{}') as Who

/** What the API asks for every request, and what it asks before and after a write with a key. */
const read =
  (work: (who: Who, req: Request) => Promise<unknown>) =>
  async (req: Request, res: Response): Promise<void> => {
    const who = whoOf(req)
    await hasSession(sql, who)
    res.json(await work(who, req))
  }

const write =
  (status: number, work: (who: Who, req: Request) => Promise<unknown>) =>
  async (req: Request, res: Response): Promise<void> => {
    const owner = randomUUID()
    const who = { ...whoOf(req), operationId: owner }
    await hasSession(sql, who)
    const place = { ...who, digest: Buffer.from((req.get('idempotency-key') ?? '').replaceAll('-', ''), 'hex') }
    await answers.claimAnswer(sql, place, { request: place.digest, owner, id: owner })
    const value = await work(who, req)
    const body = value === undefined ? '' : JSON.stringify(value)
    await answers.keepAnswer(sql, place, owner, { status, headers: {}, body: Buffer.from(body), content: null })
    res.status(status)
    if (value === undefined) res.end()
    else res.type('json').send(body)
  }

const entry = (
  { workspaceId, userId, operationId = '' }: Who,
  action: audit.NewEntry['action'],
  type: string,
  id: string,
) => ({
  ...{ workspaceId, userId, action, operationId },
  ...{ keyId: null, address: '127.0.0.1', subject: { type, id } },
})

const idOf = (req: Request) => String(req.params.id)
const pageItems = 100

const app = express()
app.disable('x-powered-by').set('etag', false).use(express.json())

app.post(
  '/chat/conversations',
  write(201, (who, req) =>
    sql.begin(async (tx) => {
      const made = await chat.insertConversation(tx, { ...who, title: req.body.title, description: '' })
      await audit.insertEntry(tx, entry(who, 'conversation.create', 'conversation', made.id))
      return made
    }),
  ),
)
app.get(
  '/chat/conversations',
  read(async ({ workspaceId }) => ({
    items: await chat.selectConversations(sql, workspaceId, 'active', null, pageItems + 1),
  })),
)
app.get(
  '/chat/conversations/:id',
  read(({ workspaceId }, req) => chat.findConversation(sql, workspaceId, idOf(req)).then((row) => row ?? null)),
)
app.patch(
  '/chat/conversations/:id',
  write(200, (who, req) =>
    sql.begin(async (tx) => {
      await chat.lockConversation(tx, who.workspaceId, idOf(req))
      const changed = await chat.updateConversation(tx, who.workspaceId, idOf(req), req.body)
      await audit.insertEntry(tx, entry(who, 'conversation.update', 'conversation', idOf(req)))
      return changed
    }),
  ),
)
app.delete(
  '/chat/conversations/:id',
  write(204, (who, req) =>
    sql.begin(async (tx) => {
      await chat.markConversationDeleted(tx, who.workspaceId, idOf(req))
      await tx`
        update messages set cancel_requested = true
        where workspace_id = ${who.workspaceId} and conversation_id = ${idOf(req)} and state = 'streaming' returning id`
      await audit.insertEntry(tx, entry(who, 'conversation.delete', 'conversation', idOf(req)))
      return undefined
    }),
  ),
)

app.post(
  '/export/templates/create',
  write(201, async (who, req) => {
    await templates.countTemplates(sql, who.workspaceId)
    return await sql.begin(async (tx) => {
      const templateId = await templates.insertTemplate(tx, who.workspaceId)
      await templates.insertTemplateVersion(tx, { ...who, templateId, version: 1 }, req.body)
      await audit.insertEntry(tx, entry(who, 'template.create', 'template', templateId))
      return await templates.findTemplate(tx, who.workspaceId, templateId, null)
    })
  }),
)
app.get(
  '/export/templates',
  read(async ({ workspaceId }) => ({
    items: await templates.selectTemplates(sql, workspaceId, null, pageItems + 1),
  })),
)
app.get(
  '/export/templates/:id',
  read(({ workspaceId }, req) => templates.findTemplate(sql, workspaceId, idOf(req), null).then((row) => row ?? null)),
)
app.patch(
  '/export/templates/:id',
  write(200, (who, req) =>
    sql.begin(async (tx) => {
      const { workspaceId } = who
      const templateId = idOf(req)
      await templates.findTemplate(tx, workspaceId, templateId, null)
      await templates.lockTemplate(tx, workspaceId, templateId)
      const before = await templates.findTemplate(tx, workspaceId, templateId, null)
      if (!before) return null
      const version = before.latest_version + 1
      await templates.insertTemplateVersion(tx, { ...who, templateId, version }, { ...before, ...req.body })
      await audit.insertEntry(tx, entry(who, 'template.update', 'template', templateId))
      return await templates.findTemplate(tx, workspaceId, templateId, null)
    }),
  ),
)
app.delete(
  '/export/templates/:id',
  write(204, async (who, req) => {
    await templates.findTemplate(sql, who.workspaceId, idOf(req), null)
    return await sql.begin(async (tx) => {
      await templates.markTemplateDeleted(tx, who.workspaceId, idOf(req))
      await audit.insertEntry(tx, entry(who, 'template.delete', 'template', idOf(req)))
      return undefined
    })
  }),
)

/** The program to be started; `DATABASE_URL` says where. */
export const bareApi = import.meta.filename

if (import.meta.main) {
  const server = app.listen(0, '127.0.0.1', () => {
    console.log(`ready http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  })
  process.once('SIGTERM', () => process.exit())
}
