// The first rows of a table with their types, in a region that scrolls by itself.
import { formatCell, isNumber, typeBadge } from '../format-cell.ts'
import type { TableView } from '../transcript.ts'
import { grouped } from '../words.ts'
import { Grid } from './scroll-region.tsx'

/** More rows than this are counted, not drawn. */
const drawnRows = 50
const drawnColumns = 40

export function TableGrid({ table, locale }: { table: TableView; locale: string }) {
  const rows = table.rows.slice(0, drawnRows)
  const columns = table.columns.slice(0, drawnColumns)
  const rest = table.count - rows.length
  const restColumns = table.columns.length - columns.length
  return (
    <>
      <Grid tall label={`Rows of ${table.title || 'the table'}`}>
        <table>
          <thead>
            <tr>
              {columns.map((column) => {
                const badge = typeBadge(column)
                return (
                  <th key={column.key} scope="col" dir="auto" class={isNumber(column.type) ? 'n' : undefined}>
                    {column.name}
                    <i title={badge.words} aria-label={badge.words} role="img">
                      {badge.sign}
                    </i>
                  </th>
                )
              })}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              // Rows have no id and only ever grow at the end.
              <tr key={at}>
                {columns.map((column, index) => {
                  const cell = formatCell(row[index] ?? null, column, locale)
                  const names = `${cell.number ? 'n' : ''}${cell.unread ? ' un' : ''}`.trim()
                  return (
                    <td
                      key={column.key}
                      class={names || undefined}
                      dir="auto"
                      title={cell.unread ? unreadTitle(column.type) : undefined}
                    >
                      {cell.text}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Grid>
      {(rest > 0 || restColumns > 0) && rows.length > 0 && (
        <p class="more">
          {[
            rest > 0 ? `and ${grouped(rest)} more ${rest === 1 ? 'row' : 'rows'}` : '',
            restColumns > 0 ? `${grouped(restColumns)} more columns` : '',
          ]
            .filter((part) => part !== '')
            .join(', ')}
        </p>
      )}
    </>
  )
}

function unreadTitle(type: string): string {
  return `Not a ${type}: kept as text, as written`
}
