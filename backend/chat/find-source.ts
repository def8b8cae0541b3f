// Finds the text that a value was quoted from, as it was when the value was read.
import { findTables } from '../extraction/find-tables.ts'
import { rangeText } from '../extraction/ground-sources.ts'
import type { Sql } from '../platform/database/connect.ts'
import { Problem } from '../platform/problem.ts'
import type { FindSource, FoundSource, ReadAt } from '../tables/find-evidence.ts'
import { selectFileContent } from './file-store.ts'
import { openFile } from './open-file.ts'
import { findFileLocale, findRange, findSourceMessage } from './source-store.ts'

const named = /^(message|file):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** Whoever looks at one cell looks at its neighbours next; so many characters of files are kept for that. */
const keptCharacters = 8_000_000
const readMs = 30_000

export function createFindSource(sql: Sql): FindSource {
  const kept = new Map<string, FoundSource>()

  const keep = (key: string, found: FoundSource) => {
    kept.set(key, found)
    const size = () => [...kept.values()].reduce((sum, { text }) => sum + (text?.length ?? 0), 0)
    for (const oldest of kept.keys()) {
      if (size() <= keptCharacters) break
      kept.delete(oldest)
    }
  }

  const readMessage = async (id: string, { workspaceId, messageId, time }: ReadAt): Promise<FoundSource | null> => {
    const message = await findSourceMessage(sql, workspaceId, id, messageId)
    if (!message) return null
    // The first of the edits that came after the table tells what it was read from.
    const then = message.versions?.find(({ replaced_at }) => replaced_at > time)
    const label = message.answered ? 'your message' : 'an earlier message'
    return { kind: 'message', label, text: then?.content ?? message.content }
  }

  const readFile = async (id: string, { workspaceId, conversationId }: ReadAt): Promise<FoundSource | null> => {
    const key = `${workspaceId} ${conversationId} ${id}`
    const before = kept.get(key)
    if (before) return before
    const locale = await findFileLocale(sql, workspaceId, conversationId, id)
    const file = await selectFileContent(sql, workspaceId, id)
    if (!file) return { kind: 'file', label: 'a file that is not here any more', text: null }
    const found: FoundSource = { kind: 'file', label: file.name, text: await read(file, locale) }
    keep(key, found)
    return found
  }

  const readRange = async (a1: string, { workspaceId, conversationId, messageId }: ReadAt) => {
    const range = await findRange(sql, workspaceId, conversationId, a1, messageId)
    if (range?.kind !== 'range') return null
    return { kind: 'range' as const, label: a1, text: rangeText(range.columns, range.rows) }
  }

  const read = async (file: { name: string; content: Buffer }, locale: string | undefined) => {
    try {
      const opened = openFile('file', file.name, file.content, locale)
      if ('text' in opened) return opened.text
      const parts = { id: 'message', content: '', files: [opened], ranges: [], locale }
      return (await findTables(parts, AbortSignal.timeout(readMs))).files[0]?.text ?? null
    } catch (error) {
      if (error instanceof Problem || (error instanceof Error && error.name === 'TimeoutError')) return null
      throw error
    }
  }

  return async (source, at) => {
    if (source.startsWith('range:')) return await readRange(source.slice('range:'.length), at)
    const [, kind, id = ''] = named.exec(source) ?? []
    if (kind === 'message') return await readMessage(id, at)
    return kind === 'file' ? await readFile(id, at) : null
  }
}
