// Removes values that stand in no source, or keeps them: shown at once, taken back when the server does not take it.
import type { BodyOf } from '../../../shared/contract/operations.ts'
import type { Evidence } from '../../../shared/table/evidence.ts'
import type { Cell } from '../../../shared/table/table.ts'
import type { App } from '../app-context.ts'
import { type CellPlace, evidenceAt, recount, unsupportedCells } from '../evidence.ts'
import { faultHere, faultOf } from '../fault.ts'
import { changeTable, type Entry, newestEntry, type TableView } from '../transcript.ts'
import { loadRows } from './load-rows.ts'

export type Decision = 'remove' | 'keep'

/** How many cells the server changes at a time. */
const most = 1000

/** Changes to one table go one after the other, each on the version that the last one made. */
const lastChange = new WeakMap<App, Promise<void>>()

type Change = CellPlace & { value: Cell; evidence: Evidence }

/** Never throws: a failure stands in `cellFault`, and the cells are as they were. */
export async function decideCells(app: App, tableId: string, places: CellPlace[], decision: Decision): Promise<void> {
  const table = findTable(app, tableId)
  if (table === undefined || places.length === 0) return
  const before = places.map((place) => changeOf(table, place))
  const after = before.map((change): Change => {
    return decision === 'keep' ? { ...change, evidence: 'confirmed' } : { ...change, value: null, evidence: null }
  })
  app.store.set({ cellFault: null })
  changeCells(app, tableId, after)
  const turn = (lastChange.get(app) ?? Promise.resolve()).then(() => tell(app, tableId, before, decision))
  lastChange.set(app, turn)
  await turn
}

/** The same for every such cell of the table, those that are not on the screen too. */
export async function decideAll(app: App, tableId: string, decision: Decision): Promise<void> {
  const table = findTable(app, tableId)
  if (table === undefined) return
  try {
    const { evidence } = await loadRows(app.api, table, () => {}, new AbortController().signal)
    await decideCells(app, tableId, unsupportedCells(evidence), decision)
  } catch (error) {
    app.store.set({ cellFault: { tableId, fault: faultOf(error) } })
  }
}

async function tell(app: App, tableId: string, before: Change[], decision: Decision) {
  for (let from = 0; from < before.length; from += most) {
    const part = before.slice(from, from + most)
    try {
      await patch(app, tableId, part, decision)
    } catch (error) {
      changeCells(app, tableId, before.slice(from))
      app.store.set({ cellFault: { tableId, fault: faultOf(error) } })
      return
    }
  }
  await refresh(app, tableId)
}

async function patch(app: App, tableId: string, cells: Change[], decision: Decision) {
  const params = { table_id: tableId }
  const shown = findTable(app, tableId)
  if (shown === undefined) return
  const now = await app.api.read('getTable', { params })
  if (now.body.version !== shown.version) {
    throw faultHere(
      'stale',
      'The table has changed since.',
      'It was changed in another place. Open the conversation again to see it as it is now.',
    )
  }
  const body: BodyOf<'updateTable'> = {
    cells: cells.map(({ row, column }) => {
      const place = { row, column: shown.columns[column]?.key ?? '' }
      return decision === 'keep' ? { ...place, confirm: true } : { ...place, value: null }
    }),
  }
  const head = await app.api.call('updateTable', { params, body, headers: { 'if-match': now.etag } })
  setTable(app, tableId, (table) => ({ ...table, version: head.version, receipt: head.receipt ?? table.receipt }))
}

/** Values that are computed from the cells may have changed with them. */
async function refresh(app: App, tableId: string) {
  const table = findTable(app, tableId)
  if (table === undefined || !table.columns.some(({ formula }) => formula !== undefined)) return
  try {
    const query = { limit: Math.max(1, table.rows.length) }
    const page = await app.api.call('listRows', { params: { table_id: tableId }, query })
    const evidence = page.evidence ?? page.items.map(() => null)
    setTable(app, tableId, (now) => ({ ...now, rows: page.items, evidence }))
  } catch {
    // The cells themselves are changed; the computed ones are read again with the next look at the conversation.
  }
}

function changeOf(table: TableView, place: CellPlace): Change {
  return { ...place, value: table.rows[place.row]?.[place.column] ?? null, evidence: evidenceAt(table, place) ?? null }
}

function changeCells(app: App, tableId: string, changes: Change[]) {
  setTable(app, tableId, (table) => {
    const rows = [...table.rows]
    const evidence = [...table.evidence]
    for (const { row, column, value, evidence: mark } of changes) {
      const cells = rows[row]
      const marks = evidence[row]
      if (cells === undefined || !marks) continue
      rows[row] = cells.map((cell, at) => (at === column ? value : cell))
      evidence[row] = marks.map((known, at) => (at === column ? mark : known))
    }
    return recount({ ...table, rows, evidence }, table)
  })
}

function findTable(app: App, tableId: string): TableView | undefined {
  return newestEntry(app.store.get().entries, tableId)?.tables.find(({ id }) => id === tableId)
}

function setTable(app: App, tableId: string, change: (table: TableView) => TableView) {
  app.store.set((state) => {
    const newest = newestEntry(state.entries, tableId)
    const entries = state.entries.map(
      (entry): Entry => (entry === newest ? changeTable(entry, tableId, change) : entry),
    )
    return { ...state, entries }
  })
}
