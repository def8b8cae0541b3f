// How tables look to the model: as their columns and first rows, however long they are.
import type { SourceTable, SourceText } from './engine.ts'
import { visible } from './hidden-characters.ts'

/** A table this short stays readable in the text too, in characters: prose around it may speak of its rows. */
const shortTable = 1_500

/** The text with each longer table replaced by its id: its rows cost nothing, however many there are. */
export const withoutTables = ({ text, tables }: SourceText): string => {
  let out = ''
  let at = 0
  for (const { id, start, end } of tables) {
    out += text.slice(at, start)
    out +=
      end - start <= shortTable
        ? `[table ${id}:]\n${text.slice(start, end)}\n[end of ${id}]`
        : `[table ${id} stands here]`
    at = Math.max(at, end)
  }
  return visible(out + text.slice(at))
}

const cellLimit = 120
/** The columns of a very wide table are told by their names alone beyond this many, and then only counted. */
const mostColumns = 200

/** What the model sees of a table: about as much for a million rows as for ten. */
export const describeTable = (table: SourceTable): string => {
  const columns = table.columns.slice(0, mostColumns).map(({ name, type, currency, formula }) => ({
    name,
    type,
    ...(currency ? { currency } : {}),
    ...(formula ? { formula } : {}),
  }))
  const more = table.columns.length - columns.length
  const rows = table.sample
    .slice(0, 5)
    .map((row) =>
      JSON.stringify(
        row.slice(0, mostColumns).map((cell) => (typeof cell === 'string' ? cell.slice(0, cellLimit) : cell)),
      ),
    )
  return visible(
    [
      `table ${table.id} "${table.title}" (${table.where}), ${table.row_count} rows`,
      `columns: ${JSON.stringify(columns)}${more > 0 ? ` and ${more} more` : ''}`,
      'first rows:',
      ...rows,
    ].join('\n'),
  )
}
