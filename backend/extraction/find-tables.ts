// Finds every table in a message and what is attached to it, and types them, without any model.
import { countFilled, countUnread } from '../../shared/table/build-table.ts'
import type { Cell, Column } from '../../shared/table/table.ts'
import type { SourceTable, SourceText } from './engine.ts'
import { inChunks } from './in-chunks.ts'
import { readAside } from './read-aside.ts'
import type { TableInText } from './read-text.ts'
import { readWorkbookAside } from './read-workbook-aside.ts'

/** A file as the text that was decoded from it, with what is to be said of that, or a workbook as its bytes. */
export type FileToRead = { id: string; name: string } & ({ text: string; note?: string } | { workbook: Uint8Array })

export type MessageParts = {
  /** Of the message, as the spans of evidence name it. */
  id: string
  content: string
  files: FileToRead[]
  ranges: { a1: string; columns: Column[]; rows: Cell[][] }[]
  locale: string | undefined
  /** Names of lists that a record has to have, where a format asks for records with lists in them. */
  lists?: string[] | undefined
}

export type FoundTables = { message: SourceText; files: SourceText[]; found: SourceTable[] }

/**
 * `found` are in reading order: the selected ranges first, then the message, then the files. Throws
 * `Problem('table_too_large')`, `Problem('file_unreadable')` for a workbook, or the reason of `signal` after its abort.
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
        cells_quoted: countFilled(rows),
        notes: [],
      },
      rows: () => inChunks(rows),
    })
  }

  const add = (table: TableInText, where: string, origin: 'message' | 'file', note?: string): string => {
    const { title, columns, rows } = table.table
    const id = nextId()
    const receipt = note ? { ...table.receipt, notes: [note, ...table.receipt.notes] } : table.receipt
    const [row_count, sample] = [rows.length, rows.slice(0, 5)]
    const place = { id, origin, where, format: table.format }
    found.push({ ...place, title, columns, row_count, sample, receipt, rows: () => inChunks(rows) })
    return id
  }

  const readIn = async (
    { id, label }: { id: string; label: string },
    text: string,
    origin: 'message' | 'file',
    note?: string,
  ): Promise<SourceText> => {
    const input = { text, fileName: origin === 'file' ? label : null, locale: parts.locale, lists: parts.lists }
    const tables = (await readAside(input, signal)).map((table) => {
      const { start, end } = table
      return { id: add(table, label, origin, note), start, end }
    })
    return { id, label, text, tables }
  }

  /** A workbook has no text with places in it: its tables are known by their sheets. */
  const readBook = async (id: string, label: string, bytes: Uint8Array): Promise<SourceText> => {
    const { tables, text } = await readWorkbookAside({ bytes, fileName: label, locale: parts.locale }, signal)
    for (const table of tables) add(table, `${label}, sheet “${table.sheet}”`, 'file')
    return { id, label, text: `[A workbook. Its tables are known by their ids.]\n${text}`, tables: [] }
  }

  const message = await readIn({ id: parts.id, label: 'your message' }, parts.content, 'message')
  const files: SourceText[] = []
  for (const file of parts.files) {
    files.push(
      'workbook' in file
        ? await readBook(file.id, file.name, file.workbook)
        : await readIn({ id: file.id, label: file.name }, file.text, 'file', file.note),
    )
  }
  return { message, files, found }
}
