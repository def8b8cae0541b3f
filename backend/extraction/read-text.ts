// Reads and types every table of one text.
import { limits } from '../../shared/contract/limits.ts'
import { type BuiltTable, buildTable } from '../../shared/table/build-table.ts'
import { readTables } from '../../shared/table/read.ts'
import { unfoldTable } from '../../shared/table/unfold.ts'
import { Problem } from '../platform/problem.ts'
import { fileTitle, titleTable } from './title-table.ts'

/** `fileName` is null for the text of a message. */
export type TextToRead = { text: string; fileName: string | null; locale: string | undefined }

export type TableInText = BuiltTable & { start: number; end: number; format: string }

// Files of these kinds are written for people: a table in them stands among prose, as in a message.
const prose = /\.(?:md|markdown|rst|adoc|html?|log|eml)$/i

const number = (value: number) => value.toLocaleString('en-US')

/** Throws `Problem('table_too_large')`; rows and columns by their number. */
export function checkSize({ title, columns, rows }: { title: string; columns: number; rows: number }): void {
  if (rows <= limits.tableRows && columns <= limits.tableColumns && rows * columns <= limits.tableCells) return
  throw new Problem(
    'table_too_large',
    `“${title}” has ${number(rows)} rows and ${number(columns)} columns; a table may have ${number(limits.tableRows)} rows, ${number(limits.tableColumns)} columns and ${number(limits.tableCells)} cells. Split it, then send the parts.`,
  )
}

/** Throws `Problem('table_too_large')`. */
export function readText({ text, fileName, locale }: TextToRead): TableInText[] {
  const found = readTables(text, { locale, file: fileName !== null && !prose.test(fileName) })
  const reads = found.flatMap(unfoldTable)
  const name = fileName !== null && found.length === 1 ? fileTitle(fileName) : null
  return reads.flatMap((read) => {
    const built = buildTable(read, { title: titleTable(read, text, name), locale })
    const { title, columns, rows } = built.table
    checkSize({ title, columns: columns.length, rows: rows.length })
    return built.table.columns.length > 0 ? [{ ...built, start: read.start, end: read.end, format: read.format }] : []
  })
}
