// Goes to the next value of a table that stands in no source, also when its row has not been fetched yet.
import type { App } from '../app-context.ts'
import { focusCell } from '../cell-focus.ts'
import { isAfter, nextPlace, unsupportedCells } from '../evidence.ts'
import { faultHere } from '../fault.ts'
import { grouped } from '../words.ts'
import { lookAt } from './find-evidence.ts'
import { loadKept } from './load-rows.ts'

export async function goToUnsupported(app: App, entryId: string, tableId: string): Promise<void> {
  const find = () =>
    app.store
      .get()
      .entries.find(({ id }) => id === entryId)
      ?.tables.find(({ id }) => id === tableId)
  const table = find()
  if (table === undefined) return
  const { looked } = app.store.get()
  const after = looked?.tableId === tableId ? looked : null
  let place = nextPlace(unsupportedCells(table.evidence), after)
  // It would begin again: the next one may stand in a row that is not here yet.
  if ((place === null || !isAfter(place, after)) && table.rows.length < table.count) {
    await loadKept(app, entryId, table)
    place = nextPlace(unsupportedCells(find()?.evidence ?? []), after)
  }
  if (place !== null) {
    lookAt(app, { ...place, entryId, tableId, held: true })
    requestAnimationFrame(() => focusCell(entryId, tableId, place))
    return
  }
  const detail = `It stands after the first ${grouped(find()?.rows.length ?? 0)} rows, which are the ones that the sidebar shows.`
  const { fault } = faultHere('out_of_sight', 'The value can\u2019t be shown here.', detail)
  app.store.set({ cellFault: { tableId, fault } })
}
