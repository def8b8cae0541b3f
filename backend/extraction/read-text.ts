// Reads and types every table of one text.
import { limits } from '../../shared/contract/limits.ts'
import { type BuiltTable, buildTable } from '../../shared/table/build-table.ts'
import { readTables } from '../../shared/table/read.ts'
import type { ReadTable } from '../../shared/table/read-table.ts'
import { unfoldTable } from '../../shared/table/unfold.ts'
import { Problem } from '../platform/problem.ts'
import { readRecord } from './read-record.ts'
import { fileTitle, titleTable } from './title-table.ts'

/** `fileName` is null for the text of a message. */
export type TextToRead = {
  text: string
  fileName: string | null
  locale: string | undefined
  /** Names of lists that a record has to have, where a format asks for records with lists in them. */
  lists?: string[] | undefined
}

export type TableInText = BuiltTable & { start: number; end: number; format: string }

// Files of these kinds are written for people: a table in them stands among prose, as in a message.
const prose = /\.(?:md|markdown|rst|adoc|html?|log|eml)$/i

const number = (value: number) => value.toLocaleString('en-US')

/** What a table may have. */
export type TableSizes = { tableRows: number; tableColumns: number; tableCells: number }

/** Throws `Problem('table_too_large')`; rows and columns by their number. */
export function checkSize(
  { title, columns, rows }: { title: string; columns: number; rows: number },
  { tableRows, tableColumns, tableCells }: TableSizes = limits,
): void {
  if (rows <= tableRows && columns <= tableColumns && rows * columns <= tableCells) return
  throw new Problem(
    'table_too_large',
    `“${title}” has ${number(rows)} rows and ${number(columns)} columns; a table may have ${number(tableRows)} rows, ${number(tableColumns)} columns and ${number(tableCells)} cells. Split it, then send the parts.`,
  )
}

type Titled = { read: ReadTable; title: string }

/** Lists within the record are called by it, so that they are known as its own. */
function titleRecord([first, ...others]: ReadTable[], text: string, fileName: string | null): Titled[] {
  if (!first) return []
  const title = titleTable(first, text, fileName === null ? null : fileTitle(fileName))
  return [{ read: first, title }, ...others.map((read) => ({ read, title: `${title}: ${read.title}` }))]
}

function readAll({ text, fileName, locale }: TextToRead): Titled[] {
  const found = readTables(text, { locale, file: fileName !== null && !prose.test(fileName) })
  const name = fileName !== null && found.length === 1 ? fileTitle(fileName) : null
  return found.flatMap((table) => {
    const [first = table, ...others] = unfoldTable(table)
    const title = titleTable(first, text, name)
    // Lists within the records of a table are called by it, so that they are known as its own.
    const isPart = others.length > 0 && first.title === table.title
    const titleOf = (read: ReadTable) =>
      isPart && read.title ? `${title}: ${read.title}` : titleTable(read, text, name)
    return [{ read: first, title }, ...others.map((read) => ({ read, title: titleOf(read) }))]
  })
}

/** Throws `Problem('table_too_large')`. */
export function readText({ text, fileName, locale, lists = [] }: TextToRead): TableInText[] {
  const record = lists.length > 0 ? readRecord(text, lists) : null
  const reads = record ? titleRecord(record, text, fileName) : readAll({ text, fileName, locale })
  return reads.flatMap(({ read, title: called }) => {
    const built = buildTable(read, { title: called, locale })
    const { title, columns, rows } = built.table
    checkSize({ title, columns: columns.length, rows: rows.length })
    return built.table.columns.length > 0 ? [{ ...built, start: read.start, end: read.end, format: read.format }] : []
  })
}
