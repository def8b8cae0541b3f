// Seals what people wrote under the newest key, also what was stored before there was one.
import type { Sql } from '../platform/database/connect.ts'
import { type Texts, textsOf } from '../platform/database/texts.ts'
import type { Resealed } from '../platform/secrets/reseal-rows.ts'
import { SecretError } from '../platform/secrets/secret-box.ts'
import { renewTableHeads, renewTableRows } from '../tables/reseal-rows.ts'
import type { MessageInputs } from './message-store.ts'
import { openEvent, sealEvent } from './message-texts.ts'
import * as store from './reseal-store.ts'

const portion = 100

/** Goes over the rows of one place; `renew` says whether a row was changed. One that cannot be opened keeps no other from it. */
export async function renewAll<Row>(
  name: string,
  read: (after: Row | undefined, limit: number) => Promise<Row[]>,
  renew: (row: Row) => Promise<boolean>,
): Promise<Resealed> {
  const result: Resealed = { name, resealed: 0, kept: 0, unreadable: [] }
  for (let last: Row | undefined; ; ) {
    const rows = await read(last, portion)
    for (const row of rows) {
      try {
        if (await renew(row)) result.resealed++
        else result.kept++
      } catch (error) {
        if (!(error instanceof SecretError)) throw error
        result.unreadable.push(error.message)
      }
    }
    last = rows.at(-1)
    if (!last) return result
  }
}

const renewText = async (texts: Texts, stored: string, workspaceId: string) => {
  const next = await texts.renew(stored, workspaceId)
  return { text: next ?? stored, changed: next !== null }
}

async function renewInputs(texts: Texts, inputs: MessageInputs, workspaceId: string) {
  const { attachments, sealed_attachments: sealed, ...rest } = inputs
  if (sealed !== undefined) {
    const { text, changed } = await renewText(texts, sealed, workspaceId)
    return { inputs: { ...inputs, sealed_attachments: text }, changed }
  }
  if (!attachments?.some(({ kind }) => kind === 'range')) return { inputs, changed: false }
  const { text, changed } = await renewText(texts, JSON.stringify(attachments), workspaceId)
  return changed ? { inputs: { ...rest, sealed_attachments: text }, changed } : { inputs, changed }
}

/** Messages, their earlier versions, replies and their events, titles, files, and the rows of tables. */
export async function resealTexts(sql: Sql): Promise<Resealed[]> {
  const texts = textsOf(sql)
  return [
    await renewAll(
      'titles of conversations',
      (after: Awaited<ReturnType<typeof store.selectTitles>>[number] | undefined, limit) =>
        store.selectTitles(sql, after, limit),
      async (row) => {
        const title = await renewText(texts, row.title, row.workspace_id)
        const description = await renewText(texts, row.description, row.workspace_id)
        if (!title.changed && !description.changed) return false
        return await store.replaceTitles(sql, row, { title: title.text, description: description.text })
      },
    ),
    await renewAll(
      'messages',
      (after: store.SaidRow | undefined, limit) => store.selectSaid(sql, after, limit),
      async (row) => {
        const all = [row, ...(row.versions ?? [])]
        const renewed = await Promise.all(
          all.map(async (said) => {
            const content = await renewText(texts, said.content, row.workspace_id)
            const { inputs, changed } = await renewInputs(texts, said.inputs, row.workspace_id)
            return { content: content.text, inputs, changed: content.changed || changed }
          }),
        )
        if (renewed.every(({ changed }) => !changed)) return false
        const [said, ...before] = renewed
        const versions = row.versions?.map((version, at) => {
          const { content = version.content, inputs = version.inputs } = before[at] ?? {}
          return { ...version, content, inputs }
        })
        const { content = row.content, inputs = row.inputs } = said ?? {}
        return await store.replaceSaid(sql, row, { content, inputs, versions: versions ?? null })
      },
    ),
    await renewAll(
      'words of replies',
      (after: Awaited<ReturnType<typeof store.selectWords>>[number] | undefined, limit) =>
        store.selectWords(sql, after, limit),
      async ({ event, ...key }) => {
        const stored = event.type === 'text-delta' ? event.text : 'title' in event ? event.title : ''
        if ((await texts.renew(stored, key.workspace_id)) === null) return false
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
    await renewAll('titles and columns of tables', ...renewTableHeads(sql)),
    await renewAll('rows of tables', ...renewTableRows(sql)),
  ]
}
