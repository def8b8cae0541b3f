// Which column of the table goes where: shown open when that is not sure, and changed with one choice.
import type { PlanPreview } from '../../../../shared/plan/plan-preview.ts'
import type { Column } from '../../../../shared/table/table.ts'
import type { InsertAction, InsertState } from '../../insert-state.ts'
import { counted } from '../../words.ts'

type ColumnMatchesProps = {
  preview: PlanPreview
  columns: Column[]
  decisions: InsertState['decisions']
  dispatch: (action: InsertAction) => void
}

export function ColumnMatches({ preview, columns, decisions, dispatch }: ColumnMatchesProps) {
  const matched = preview.matches.filter(({ how }) => how !== 'added')
  const unsure = matched.filter(({ sure, from }) => !sure && from !== null)
  const lines = [
    ...matched.filter(({ computed, from }) => !computed || from !== null),
    ...preview.unused.map(({ key, header }) => ({ key, header, from: null, sure: true })),
  ]
  if (lines.length === 0) return null
  const choose = (key: string, from: string) => {
    const mapping = { ...decisions.mapping, [key]: from === '' ? null : from }
    // A column goes to one place: taking it for another leaves the first one empty.
    if (from !== '') for (const line of lines) if (line.from === from && line.key !== key) mapping[line.key] = null
    dispatch({ type: 'decide', decisions: { mapping } })
  }
  return (
    <details class={unsure.length > 0 ? 'card care-edge' : 'card'} open={unsure.length > 0}>
      <summary class="pad">{unsure.length > 0 ? `${counted(unsure.length, 'column')} to look at` : 'Columns'}</summary>
      <div class="pad lined">
        {unsure.length > 0 && <p class="hint">These were guessed. Choose others where they are wrong.</p>}
        {lines.map(({ key, header, from, sure }) => (
          <div key={key} class="row match">
            <label class={sure || from === null ? 'cut' : 'cut warn'} for={`match-${key}`} dir="auto">
              {header}
            </label>
            <select id={`match-${key}`} value={from ?? ''} onChange={(event) => choose(key, event.currentTarget.value)}>
              <option value="">nothing</option>
              {columns.map((column) => (
                <option key={column.key} value={column.key}>
                  {column.name || column.key}
                </option>
              ))}
            </select>
          </div>
        ))}
      </div>
    </details>
  )
}
