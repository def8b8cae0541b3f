// Before a write: the values that stand in no source, which stay out of the sheet unless the person keeps them.
import type { Cell } from '../../../shared/table/table.ts'
import { askAgain } from '../actions/ask-again.ts'
import { decideAll } from '../actions/decide-cells.ts'
import { useApp, useAppState } from '../app-context.ts'
import type { CellPlace } from '../evidence.ts'
import { formatCell, localeTag } from '../format-cell.ts'
import type { TableView } from '../transcript.ts'
import { counted } from '../words.ts'
import { RowName } from './cell-card.tsx'
import { FaultNotice, Notice } from './notice.tsx'

/** More of them are counted only. */
const listed = 3

type UnsupportedNoteProps = { table: TableView; rows: Cell[][]; places: CellPlace[] }

export function UnsupportedNote({ table, rows, places }: UnsupportedNoteProps) {
  const app = useApp()
  const { hello, cellFault } = useAppState()
  const locale = localeTag(hello?.spreadsheet.locale)
  const one = places.length === 1
  const all = one ? '' : ' all'
  const whole = { ...table, rows }
  const text = ({ row, column }: CellPlace) => {
    const known = table.columns[column]
    return known && formatCell(rows[row]?.[column] ?? null, known, locale).text
  }
  return (
    <>
      <Notice
        tone="care"
        title={`${counted(places.length, 'value')} not in the text`}
        remedies={[
          { label: `Keep${all}`, act: () => decideAll(app, table.id, 'keep') },
          { label: `Remove${all}`, act: () => decideAll(app, table.id, 'remove') },
          { label: 'Ask again', quiet: true, act: () => askAgain(app, whole, places) },
        ]}
      >
        <ul class="bullets">
          {places.slice(0, listed).map((place) => (
            <li key={`${place.row} ${place.column}`}>
              <RowName table={whole} row={place.row} column={place.column} locale={locale} />: <bdi>{text(place)}</bdi>
            </li>
          ))}
          {places.length > listed && <li>and {counted(places.length - listed, 'more', 'more')}</li>}
        </ul>
        {one ? 'It stays empty in the sheet unless you keep it.' : 'They stay empty in the sheet unless you keep them.'}
      </Notice>
      {cellFault?.tableId === table.id && (
        <FaultNotice
          fault={cellFault.fault}
          remedies={[{ label: 'Close', quiet: true, act: () => app.store.set({ cellFault: null }) }]}
        />
      )}
    </>
  )
}
