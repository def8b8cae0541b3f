// The choices before a write: which template, and where.
import { useMemo } from 'preact/hooks'
import type { Selection } from '../../../../shared/contract/rpc.ts'
import type { TemplateEntry } from '../../../../shared/contract/template-schemas.ts'
import type { KnownTable } from '../../../../shared/plan/place.ts'
import type { Column } from '../../../../shared/table/table.ts'
import { useApp } from '../../app-context.ts'
import { cellName } from '../../cell-name.ts'
import type { InsertAction, InsertState, Place } from '../../insert-state.ts'
import { type MergeKey, mergeKeys, ownKeys } from '../../merge-keys.ts'

type InsertFieldsProps = {
  state: InsertState
  columns: Column[]
  selection: Selection | null
  dispatch: (action: InsertAction) => void
}

export function InsertFields({ state, columns, selection, dispatch }: InsertFieldsProps) {
  const app = useApp()
  const { templates, templateId, place, known, name } = state
  const writing = state.writing !== null
  // Looks at every row, and the view is drawn with every key of the sheet's name.
  const keys = useMemo(
    () => known.map((table) => mergeKeys(table, columns, state.rows ?? [])),
    [known, columns, state.rows],
  )
  const template = templates?.find((one) => one.id === templateId)
  const cell = selection === null ? null : cellName(selection)
  const own = templates?.filter((one) => !one.built_in) ?? []
  const options = (list: InsertState['templates']) =>
    list?.map(({ id, name: title }) => (
      <option key={id} value={id}>
        {title}
      </option>
    ))
  return (
    <>
      <div class="field">
        <label for="template">Template</label>
        <select
          id="template"
          value={templateId ?? ''}
          disabled={templates === null || writing}
          onChange={(event) => dispatch({ type: 'choose', change: { templateId: event.currentTarget.value } })}
        >
          {templates === null && <option value="">{'Loading\u2026'}</option>}
          {own.length > 0 && <optgroup label="Your own">{options(own)}</optgroup>}
          {options(templates?.filter((one) => one.built_in) ?? null)}
        </select>
        <p class="hint">
          {template?.description} {template !== undefined && chartWords(template)}{' '}
          <button type="button" class="link" onClick={() => app.store.set({ view: { name: 'templates' } })}>
            See and change templates
          </button>
        </p>
      </div>
      <div class="field">
        <label for="place">Put it</label>
        <select
          id="place"
          value={placeValue(place)}
          disabled={writing}
          onChange={(event) =>
            dispatch({ type: 'choose', change: { place: placeOf(event.currentTarget.value), base: null } })
          }
        >
          <option value="new_sheet">In a new sheet</option>
          <option value="at_cell" disabled={cell === null}>
            {cell === null ? 'At the selected cell' : `At the selected cell (${cell})`}
          </option>
          {known.map((table, at) => (
            <KnownOptions
              key={table.anchor.id}
              table={table}
              keys={keys[at] ?? []}
              alone={known.filter(({ sheet_id }) => sheet_id === table.sheet_id).length === 1}
            />
          ))}
        </select>
      </div>
      {place.kind === 'new_sheet' && (
        <div class="field">
          <label for="sheet-name">Name of the sheet</label>
          <input
            id="sheet-name"
            type="text"
            dir="auto"
            maxLength={100}
            value={name}
            disabled={writing}
            onInput={(event) => dispatch({ type: 'choose', change: { name: event.currentTarget.value } })}
          />
        </div>
      )}
    </>
  )
}

/** `alone`: no other known table is in its sheet, so that the sheet's name says which one is meant. */
type KnownOptionsProps = { table: KnownTable; keys: MergeKey[]; alone: boolean }

function KnownOptions({ table, keys, alone }: KnownOptionsProps) {
  const { anchor, sheet_name } = table
  const own = ownKeys(table)
  const where = alone ? sheet_name : `${anchor.title || anchor.range_name}, ${sheet_name}`
  const inTable = (what: string) => `In \u201c${where}\u201d, ${what}`
  return (
    <>
      {own.length > 0 && <option value={`merge ${anchor.id}`}>{inTable(`merge by ${own.join(' and ')}`)}</option>}
      {own.length === 0 &&
        keys.slice(0, mostKeys).map(({ key, header }) => (
          <option key={key} value={`merge ${anchor.id} ${key}`}>
            {inTable(`merge by ${header}`)}
          </option>
        ))}
      <option value={`append ${anchor.id}`}>{inTable('add rows')}</option>
      <option value={`replace ${anchor.id}`}>{inTable('replace its rows')}</option>
    </>
  )
}

/** The chart that a template suggests; drawing it is left to the sheet's own menu. */
function chartWords({ layout: { chart, columns } }: TemplateEntry): string {
  if (chart === null) return ''
  const header = (key: string) => columns.find((column) => column.key === key)?.header ?? key
  return `${chart.kind === 'area' ? 'An' : 'A'} ${chart.kind} chart of ${chart.series.map(header).join(' and ')} by ${header(chart.labels)} suits it.`
}

/** More would be a list to search in. */
const mostKeys = 4

const placeValue = ({ kind, anchorId, by }: Place) => [kind, anchorId, by].filter(Boolean).join(' ')

function placeOf(value: string): Place {
  const [kind = '', anchorId = null, ...by] = value.split(' ')
  const place = { kind: kind as Place['kind'], anchorId }
  return by.length === 0 ? place : { ...place, by: by.join(' ') }
}
