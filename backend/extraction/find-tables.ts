// Finds every table in a message and what is attached to it, and types them, without any model.
import { countUnread } from '../../shared/table/build-table.ts'
import type { Cell, Column } from '../../shared/table/table.ts'
import type { SourceTable, SourceText } from './engine.ts'
import { inChunks } from './in-chunks.ts'
import { readAside } from './read-aside.ts'

export type MessageParts = {
  content: string
  /** Decoded files. */
  files: { name: string; text: string }[]
  ranges: { a1: string; columns: Column[]; rows: Cell[][] }[]
  locale: string | undefined
}

export type FoundTables = { message: SourceText; files: SourceText[]; found: SourceTable[] }

/**
 * `found` are in reading order: the selected ranges first, then the message, then the files. Throws
 * `Problem('table_too_large')`, or the reason of `signal` after its abort.
 */
export async function findTables(parts: MessageParts, signal: AbortSignal): Promise<FoundTables> {
  const found: SourceTable[] = []
  const nextId = () => `t${found.length + 1}`

  for (const { a1, columns, rows } of parts.ranges) {
    found.push({
      id: nextId(),
      origin: 'range',
      where: a1,
      format: 'range',
      title: a1.replace(/!.*$/, '').replace(/^'|'$/g, '') || 'Selection',
      columns,
      row_count: rows.length,
      sample: rows.slice(0, 5),
      receipt: {
        state: 'complete',
        rows_seen: rows.length,
        rows_extracted: rows.length,
        cells_unread: countUnread(rows, columns),
        notes: [],
      },
      rows: () => inChunks(rows),
    })
  }

  const read = async (label: string, text: string, origin: 'message' | 'file'): Promise<SourceText> => {
    const tables: SourceText['tables'] = []
    const inText = await readAside({ text, fileName: origin === 'file' ? label : null, locale: parts.locale }, signal)
    for (const { table, receipt, format, start, end } of inText) {
      const { title, columns, rows } = table
      const id = nextId()
      tables.push({ id, start, end })
      const row_count = rows.length
      const sample = rows.slice(0, 5)
      const place = { id, origin, where: label, format }
      found.push({ ...place, title, columns, row_count, sample, receipt, rows: () => inChunks(rows) })
    }
    return { label, text, tables }
  }

  const message = await read('your message', parts.content, 'message')
  const files: SourceText[] = []
  for (const file of parts.files) files.push(await read(file.name, file.text, 'file'))
  return { message, files, found }
}
