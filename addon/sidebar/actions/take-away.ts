// Where the sheet can't be written: the table on the clipboard, or as a file.
import type { Cell, Column } from '../../../shared/table/table.ts'
import type { App } from '../app-context.ts'
import { faultHere } from '../fault.ts'
import { saveFile } from '../save-file.ts'
import type { TableView } from '../transcript.ts'

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

/** A pasted text that begins like a formula would become one: the apostrophe keeps it text. */
function pasted(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return typeof cell === 'boolean' ? (cell ? 'TRUE' : 'FALSE') : String(cell)
  return /^\s*[=+@\t-]/.test(cell) && !/^[+-]?[\d\s().,/-]*$/.test(cell) ? `'${cell}` : cell
}

/** Lines and tabs in a cell would end it. */
const inLine = (text: string) => (/["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** The table as spreadsheet programs take it from the clipboard: tab-separated text, and HTML beside it. */
export function clipboardOf(columns: Column[], rows: Cell[][]): { text: string; html: string } {
  const lines = [columns.map(({ name, key }) => pasted(name || key)), ...rows.map((row) => row.map(pasted))]
  return {
    text: lines.map((line) => line.map(inLine).join('\t')).join('\n'),
    html: `<table>${lines.map((line) => `<tr>${line.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('')}</table>`,
  }
}

/** Puts the whole table on the clipboard. Throws a fault where the browser does not let it. */
export async function copyTable(columns: Column[], rows: Cell[][]): Promise<void> {
  const { text, html } = clipboardOf(columns, rows)
  try {
    const blob = (content: string, type: string) => new Blob([content], { type })
    const item = new ClipboardItem({ 'text/plain': blob(text, 'text/plain'), 'text/html': blob(html, 'text/html') })
    await navigator.clipboard.write([item])
  } catch {
    if (!copyText(text)) {
      const detail = 'Allow it in the browser, or download the table as a file.'
      throw faultHere('no_clipboard', 'The browser did not let the table onto the clipboard.', detail)
    }
  }
}

/** The old way, which works in frames that may not use the new one. */
function copyText(text: string): boolean {
  const field = document.createElement('textarea')
  field.value = text
  document.body.append(field)
  field.select()
  const done = document.execCommand('copy')
  field.remove()
  return done
}

/** The whole table, as the server has it, as a file. */
export async function downloadTable(
  app: App,
  { id, version, title }: TableView,
  format: 'csv' | 'xlsx',
): Promise<void> {
  const input = { params: { table_id: id }, query: { format, version, exact: false } }
  const response = await app.api.open('downloadTable', input)
  saveFile(`${title || 'Table'}.${format}`, response.headers.get('content-type') ?? '', await response.blob())
}
