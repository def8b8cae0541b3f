// Reads and types every table of one text.
import { limits } from '../../shared/contract/limits.ts'
import { type BuiltTable, buildTable } from '../../shared/table/build-table.ts'
import { readTables } from '../../shared/table/read.ts'
import type { Table } from '../../shared/table/table.ts'
import { Problem } from '../platform/problem.ts'
import { fileTitle, titleTable } from './title-table.ts'

/** `fileName` is null for the text of a message. */
export type TextToRead = { text: string; fileName: string | null; locale: string | undefined }

export type TableInText = BuiltTable & { start: number; end: number; format: string }

const number = (value: number) => value.toLocaleString('en-US')

function checkSize({ title, columns, rows }: Table): void {
  const cells = rows.length * columns.length
  if (rows.length <= limits.tableRows && columns.length <= limits.tableColumns && cells <= limits.tableCells) return
  throw new Problem(
    'table_too_large',
    `“${title}” has ${number(rows.length)} rows and ${number(columns.length)} columns; a table may have ${number(limits.tableRows)} rows, ${number(limits.tableColumns)} columns and ${number(limits.tableCells)} cells. Split it, then send the parts.`,
  )
}

/** Throws `Problem('table_too_large')`. */
export function readText({ text, fileName, locale }: TextToRead): TableInText[] {
  const reads = readTables(text, { locale })
  const name = fileName !== null && reads.length === 1 ? fileTitle(fileName) : null
  return reads.flatMap((read) => {
    const built = buildTable(read, { title: titleTable(read, text, name), locale })
    checkSize(built.table)
    return built.table.columns.length > 0 ? [{ ...built, start: read.start, end: read.end, format: read.format }] : []
  })
}
