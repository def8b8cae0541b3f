// Sends a message in plain words about values that stand in no source, so that the model looks again.
import type { App } from '../app-context.ts'
import { type CellPlace, namingColumn } from '../evidence.ts'
import { formatCell, localeTag } from '../format-cell.ts'
import type { TableView } from '../transcript.ts'
import { sendWords } from './send-message.ts'

/** More values than this are not named one by one. */
const named = 8

export async function askAgain(app: App, table: TableView, places: CellPlace[]): Promise<void> {
  const locale = localeTag(app.store.get().hello?.spreadsheet.locale)
  app.store.set({ looked: null, view: { name: 'chat' } })
  await sendWords(app, askingWords(table, places, locale))
}

/** The message: the table by its title, each cell by its column and its row's first filled cell. */
export function askingWords(table: TableView, places: CellPlace[], locale: string): string {
  const text = ({ row, column }: CellPlace) => {
    const known = table.columns[column]
    return known === undefined ? '' : formatCell(table.rows[row]?.[column] ?? null, known, locale).text
  }
  const describe = (place: CellPlace) => {
    const at = namingColumn(table, place.row)
    const row =
      at === place.column || at < 0
        ? `row ${place.row + 1}`
        : `the row with ${table.columns[at]?.name} \u201c${text({ row: place.row, column: at })}\u201d`
    return `\u201c${table.columns[place.column]?.name}\u201d in ${row}: \u201c${text(place)}\u201d is not in the text.`
  }
  const rest = places.length - named
  const lines = places.slice(0, named).map(describe)
  const [first] = lines
  if (lines.length === 1)
    return `Look again at ${first} Correct it in the table \u201c${table.title}\u201d, or leave it empty.`
  return [
    `Look again at these values in the table \u201c${table.title}\u201d. Correct each, or leave it empty:`,
    ...lines.map((line) => `- ${line}`),
    ...(rest > 0 ? [`- and ${rest} more that are not in the text.`] : []),
  ].join('\n')
}
