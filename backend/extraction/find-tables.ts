// Finds every table in a message and what is attached to it, and types them, without any model.
import { buildTable, countUnread } from '../../shared/table/build-table.ts'
import { readTables } from '../../shared/table/read.ts'
import type { Cell, Column } from '../../shared/table/table.ts'
import type { SourceTable, SourceText } from './engine.ts'
import { inChunks } from './in-chunks.ts'
import { fileTitle, titleTable } from './title-table.ts'

export type MessageParts = {
  content: string
  /** Decoded files. */
  files: { name: string; text: string }[]
  ranges: { a1: string; columns: Column[]; rows: Cell[][] }[]
  locale: string | undefined
}

export type FoundTables = { message: SourceText; files: SourceText[]; found: SourceTable[] }

/** `found` are in reading order: the selected ranges first, then the message, then the files. */
export async function findTables(parts: MessageParts): Promise<FoundTables> {
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

  const readText = async (label: string, text: string, origin: 'message' | 'file'): Promise<SourceText> => {
    // Reading a large file takes a while on the only thread; let waiting requests through first.
    await new Promise(setImmediate)
    const tables: SourceText['tables'] = []
    const reads = readTables(text, { locale: parts.locale })
    const name = origin === 'file' && reads.length === 1 ? fileTitle(label) : null
    for (const read of reads) {
      const title = titleTable(read, text, name)
      const { table, receipt } = buildTable(read, { title, locale: parts.locale })
      if (table.columns.length === 0) continue
      const id = nextId()
      tables.push({ id, start: read.start, end: read.end })
      found.push({
        id,
        origin,
        where: label,
        format: read.format,
        title,
        columns: table.columns,
        row_count: table.rows.length,
        sample: table.rows.slice(0, 5),
        receipt,
        rows: () => inChunks(table.rows),
      })
    }
    return { label, text, tables }
  }

  const message = await readText('your message', parts.content, 'message')
  const files: SourceText[] = []
  for (const file of parts.files) files.push(await readText(file.name, file.text, 'file'))
  return { message, files, found }
}
