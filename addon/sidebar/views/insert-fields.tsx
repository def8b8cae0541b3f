// The two choices before a write: which template, and where.
import type { Selection } from '../../../shared/contract/rpc.ts'
import { cellName } from '../cell-name.ts'
import type { InsertAction, InsertState } from '../insert-state.ts'

type InsertFieldsProps = {
  state: InsertState
  selection: Selection | null
  dispatch: (action: InsertAction) => void
}

export function InsertFields({ state, selection, dispatch }: InsertFieldsProps) {
  const { templates, templateId, place, name, writing } = state
  const template = templates?.find((known) => known.id === templateId)
  const cell = selection === null ? null : cellName(selection)
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
          {templates?.map((known) => (
            <option key={known.id} value={known.id}>
              {known.name}
            </option>
          ))}
        </select>
        {template !== undefined && template.description !== '' && <p class="hint">{template.description}</p>}
      </div>
      <div class="field">
        <label for="place">Put it</label>
        <select
          id="place"
          value={place}
          disabled={writing}
          onChange={(event) =>
            dispatch({
              type: 'choose',
              change: { place: event.currentTarget.value === 'at_cell' ? 'at_cell' : 'new_sheet' },
            })
          }
        >
          <option value="new_sheet">In a new sheet</option>
          <option value="at_cell" disabled={cell === null}>
            {cell === null ? 'At the selected cell' : `At the selected cell (${cell})`}
          </option>
        </select>
      </div>
      {place === 'new_sheet' && (
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
