// Reads and types every table of one text.
import { type BuiltTable, buildTable } from '../../shared/table/build-table.ts'
import { readTables } from '../../shared/table/read.ts'
import { fileTitle, titleTable } from './title-table.ts'

/** `fileName` is null for the text of a message. */
export type TextToRead = { text: string; fileName: string | null; locale: string | undefined }

export type TableInText = BuiltTable & { start: number; end: number; format: string }

export function readText({ text, fileName, locale }: TextToRead): TableInText[] {
  const reads = readTables(text, { locale })
  const name = fileName !== null && reads.length === 1 ? fileTitle(fileName) : null
  return reads.flatMap((read) => {
    const built = buildTable(read, { title: titleTable(read, text, name), locale })
    return built.table.columns.length > 0 ? [{ ...built, start: read.start, end: read.end, format: read.format }] : []
  })
}
