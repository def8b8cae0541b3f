// One row of a table's grid; it is drawn anew only when something of it has changed.
import { useMemo } from 'preact/hooks'
import type { Evidence } from '../../../shared/table/evidence.ts'
import type { Cell, Column } from '../../../shared/table/table.ts'
import { kindOf } from '../evidence.ts'
import { formatCell } from '../format-cell.ts'

type GridRowProps = {
  index: number
  cells: Cell[]
  marks: Evidence[] | null
  columns: Column[]
  locale: string
  /** The column of the cell that the Tab key reaches; -1 in every row but one. */
  stop: number
  /** That cell is the one that is looked at. */
  open: boolean
}

/** What is said of a cell that is no plain quotation, for those who do not see its mark. */
const spoken = { unsupported: 'not in the text', confirmed: 'kept by you', computed: 'computed' } as const
const classes = { unsupported: 'no', confirmed: 'kept', computed: 'fx' } as const

export function GridRow({ index, cells, marks, columns, locale, stop, open }: GridRowProps) {
  return useMemo(
    () => (
      <tr aria-rowindex={index + 2}>
        {columns.map((column, at) => {
          const cell = formatCell(cells[at] ?? null, column, locale)
          const kind = kindOf({ rows: [cells], evidence: [marks] }, { row: 0, column: at })
          const mark = kind === 'unsupported' || kind === 'confirmed' || kind === 'computed' ? kind : null
          const names = [cell.number && 'n', cell.unread && 'un', mark && classes[mark], open && at === stop && 'at']
          return (
            <td
              key={column.key}
              class={names.filter(Boolean).join(' ') || undefined}
              dir="auto"
              tabIndex={at === stop ? 0 : -1}
              title={cell.unread ? unreadTitle(column.type) : undefined}
            >
              {mark === null || column.formula !== undefined ? (
                cell.text
              ) : (
                <>
                  <span>{cell.text}</span>
                  <span class="hidden"> {spoken[mark]}</span>
                </>
              )}
            </td>
          )
        })}
      </tr>
    ),
    [index, cells, marks, columns, locale, stop, open],
  )
}

export function unreadTitle(type: string): string {
  return `Not a ${type}: kept as text, as written`
}
