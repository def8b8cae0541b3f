// Seals what people wrote under the newest key, also what was stored before there was one.
import type { Sql } from '../platform/database/connect.ts'
import { renewAll, resealColumns, type SealedColumns } from '../platform/database/reseal-columns.ts'
import { type Texts, textsOf } from '../platform/database/texts.ts'
import type { Resealed } from '../platform/secrets/reseal-rows.ts'
import type { MessageInputs } from './message-store.ts'
import { openEvent, type SealedEvent, sealEvent } from './message-texts.ts'
import * as store from './reseal-store.ts'

const renewText = async (texts: Texts, stored: string, workspaceId: string) => {
  const next = await texts.renew(stored, workspaceId)
  return { text: next ?? stored, changed: next !== null }
}

async function renewInputs(texts: Texts, stored: MessageInputs, workspaceId: string) {
  const { attachments, sealed_attachments: sealed, ...inputs } = stored
  const format = await renewText(texts, inputs.response_format ?? '', workspaceId)
  const asked = format.changed ? { ...inputs, response_format: format.text } : inputs
  if (sealed === undefined && !attachments?.some(({ kind }) => kind === 'range'))
    return { inputs: attachments ? { ...asked, attachments } : asked, changed: format.changed }
  const { text, changed } = await renewText(texts, sealed ?? JSON.stringify(attachments), workspaceId)
  return { inputs: { ...asked, sealed_attachments: text }, changed: changed || format.changed }
}

/** What a message said before it was edited. */
async function renewVersion(texts: Texts, version: store.StoredVersion, { workspace_id: workspaceId }: store.SaidRow) {
  const content = await renewText(texts, version.content, workspaceId)
  const labels = await texts.renewJson(version.attachments, workspaceId)
  const { inputs, changed } = await renewInputs(texts, version.inputs, workspaceId)
  return {
    version: { ...version, content: content.text, attachments: labels ?? version.attachments, inputs },
    changed: content.changed || labels !== null || changed,
  }
}

/** Whether an event tells something that is not sealed with the key that seals now. */
async function isDue({ renew, renewJson }: Texts, event: SealedEvent, workspaceId: string): Promise<boolean> {
  if (event.type === 'text-delta') return (await renew(event.text, workspaceId)) !== null
  if (event.type === 'table-end') return (await renewJson(event.receipt, workspaceId)) !== null
  if (event.type === 'problem') return (await renewJson(event.problem, workspaceId)) !== null
  if (!('title' in event)) return false
  const opensInClear = event.type === 'table-start' && (event.columns.length > 0 || Boolean(event.source))
  return opensInClear || (await renew(event.title, workspaceId)) !== null
}

const id = ['workspace_id', 'id']

/** What the conversations hold: sealed each column as a whole. */
const sealedColumns: SealedColumns[] = [
  {
    ...{ name: 'titles of conversations', table: 'conversations', key: id },
    columns: { title: 'text', description: 'text' },
  },
  {
    ...{ name: 'messages', table: 'messages', key: id },
    columns: { content: 'text', attachments: 'json', problem: 'json' },
  },
  { name: 'names of files', table: 'files', key: id, columns: { name: 'text' } },
]

/** Conversations and messages, their earlier versions, what came with them, and the events of replies. */
export async function resealTexts(sql: Sql): Promise<Resealed[]> {
  const texts = textsOf(sql)
  const whole = []
  for (const columns of sealedColumns) whole.push(await resealColumns(sql, columns))
  return [
    ...whole,
    await renewAll(
      'what came with messages and what they said before',
      (after: store.SaidRow | undefined, limit) => store.selectSaid(sql, after, limit),
      async (row) => {
        const now = await renewInputs(texts, row.inputs, row.workspace_id)
        const versions = await Promise.all((row.versions ?? []).map((version) => renewVersion(texts, version, row)))
        if (!now.changed && versions.every(({ changed }) => !changed)) return false
        const said = row.versions && versions.map(({ version }) => version)
        return await store.replaceSaid(sql, row, { inputs: now.inputs, versions: said })
      },
    ),
    await renewAll(
      'words of replies',
      (after: store.StoredEventRow | undefined, limit) => store.selectWords(sql, after, limit),
      async ({ event, ...key }) => {
        if (!(await isDue(texts, event, key.workspace_id))) return false
        const opened = await openEvent(sql, key.workspace_id, event)
        await store.replaceEvent(sql, key, await sealEvent(sql, key.workspace_id, opened))
        return true
      },
    ),
    await renewAll(
      'files',
      (after: store.Key | undefined, limit) => store.selectFileKeys(sql, after, limit),
      async (key) => {
        const content = await store.findStoredFile(sql, key)
        const next = content ? await texts.renewBytes(content, key.workspace_id) : null
        if (next) await store.replaceFile(sql, key, next)
        return next !== null
      },
    ),
  ]
}
