// The choices before a write: which template, and where.
import type { Selection } from '../../../../shared/contract/rpc.ts'
import type { KnownTable } from '../../../../shared/plan/place.ts'
import { useApp } from '../../app-context.ts'
import { cellName } from '../../cell-name.ts'
import type { InsertAction, InsertState, Place } from '../../insert-state.ts'

type InsertFieldsProps = {
  state: InsertState
  selection: Selection | null
  dispatch: (action: InsertAction) => void
}

export function InsertFields({ state, selection, dispatch }: InsertFieldsProps) {
  const app = useApp()
  const { templates, templateId, place, known, name } = state
  const writing = state.writing !== null
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
          {template?.description}{' '}
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
          {known.map((table) => (
            <KnownOptions key={table.anchor.id} table={table} />
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

function KnownOptions({ table: { anchor, sheet_name } }: { table: KnownTable }) {
  const headers = anchor.columns.filter(({ key }) => anchor.key.includes(key)).map(({ header }) => header)
  const where = anchor.title === sheet_name || anchor.title === '' ? sheet_name : `${anchor.title}, ${sheet_name}`
  return (
    <>
      {headers.length > 0 && (
        <option value={`merge ${anchor.id}`}>
          In {'\u201c'}
          {where}
          {'\u201d'}, merge by {headers.join(' and ')}
        </option>
      )}
      <option value={`append ${anchor.id}`}>
        In {'\u201c'}
        {where}
        {'\u201d'}, add rows
      </option>
      <option value={`replace ${anchor.id}`}>
        In {'\u201c'}
        {where}
        {'\u201d'}, replace its rows
      </option>
    </>
  )
}

const placeValue = ({ kind, anchorId }: Place) => (anchorId === null ? kind : `${kind} ${anchorId}`)

function placeOf(value: string): Place {
  const [kind = '', anchorId = null] = value.split(' ')
  return { kind: kind as Place['kind'], anchorId }
}
