// Reads and types every table of one workbook.
import { limits } from '../../shared/contract/limits.ts'
import { buildTable } from '../../shared/table/build-table.ts'
import type { ReadTable } from '../../shared/table/read-table.ts'
import { cleanText } from '../platform/clean-text.ts'
import { Problem } from '../platform/problem.ts'
import { checkSize, type TableInText } from './read-text.ts'
import { readWorkbook } from './read-workbook.ts'
import { fileTitle, titleTable } from './title-table.ts'

export type WorkbookToRead = { bytes: Uint8Array; fileName: string; locale: string | undefined }

/** `text` is what the sheets say beside their tables, for whoever reads the message with them. */
export type TypedWorkbook = { tables: (TableInText & { sheet: string })[]; text: string }

/** A text that a workbook holds once can stand in a million of its cells. */
const mostCharacters = 4 * limits.fileBytes
const mostLines = 20_000

/** The names that programs give to sheets: they say nothing. */
const unnamed =
  /^(?:sheet|tabelle|table|feuil|hoja|foglio|folha|planilha|лист|аркуш|arkusz|list|munkalap|sayfa|blad|ark|シート|工作表|시트|ورقة|גיליון)\s*_?\d*$/i

/** Throws `Problem('file_unreadable')` or `Problem('table_too_large')`. */
export async function typeWorkbook({ bytes, fileName, locale }: WorkbookToRead): Promise<TypedWorkbook> {
  const { tables, lines } = await readWorkbook(bytes)
  let characters = 0
  const typed = tables.map(({ table, sheet, notes }) => {
    const columns = table.header?.length ?? table.rows[0]?.length ?? 0
    checkSize({ title: sheet, columns, rows: table.rows.length })
    characters += clean(table)
    if (characters > mostCharacters)
      throw new Problem('table_too_large', 'Its cells hold more text than can be read. Split it, then send the parts.')
    const fallback = tables.length === 1 && unnamed.test(sheet) ? fileTitle(fileName) : cleanText(sheet)
    const built = buildTable(table, { title: titleTable(table, '', fallback), ...(locale ? { locale } : {}) })
    built.receipt.notes.push(...notes.map(cleanText))
    return { ...built, start: 0, end: 0, format: table.format, sheet: cleanText(sheet) }
  })
  const text = lines.map((line) => `${line.sheet}: ${line.text}`).join('\n')
  return { tables: typed, text: cleanText(text.slice(0, mostLines)) }
}

/** Takes out what no database holds, which a workbook can name by number; counts characters. */
function clean(table: ReadTable): number {
  let characters = 0
  for (const row of table.header ? [table.header, ...table.rows] : table.rows) {
    for (const [index, text] of row.entries()) {
      if (text === '') continue
      characters += text.length
      row[index] = cleanText(text)
    }
  }
  return characters
}
