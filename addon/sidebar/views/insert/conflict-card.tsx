// Values that both the sheet and the table changed, side by side: the person says which one stays.
import type { PlanConflict, PlanPreview } from '../../../../shared/plan/plan-preview.ts'
import type { InsertAction, InsertState } from '../../insert-state.ts'
import { counted } from '../../words.ts'

type ConflictCardProps = {
  conflicts: PlanPreview['conflicts']
  decisions: InsertState['decisions']
  dispatch: (action: InsertAction) => void
}

const shown = (value: PlanConflict['base']) => (value === null || value === '' ? 'empty' : String(value))

export function ConflictCard({ conflicts, decisions, dispatch }: ConflictCardProps) {
  if (conflicts.count === 0) return null
  const decide = (change: Partial<InsertState['decisions']['conflicts']>) =>
    dispatch({ type: 'decide', decisions: { conflicts: { ...decisions.conflicts, ...change } } })
  const hidden = conflicts.count - conflicts.first.length
  return (
    <section class="card care-edge" aria-labelledby="conflicts">
      <h2 class="bar-title" id="conflicts">
        {counted(conflicts.count, 'value')} changed on both sides
        {conflicts.undecided > 0 && <span class="warn">{conflicts.undecided} undecided</span>}
      </h2>
      <div class="pad lined">
        <div class="row wrap">
          <button type="button" class="btn out" onClick={() => decide({ all: 'sheet', cells: {} })}>
            Keep the sheet{'\u2019'}s
          </button>
          <button type="button" class="btn out" onClick={() => decide({ all: 'table', cells: {} })}>
            Take the new ones
          </button>
        </div>
        <ul class="list tall scroll">
          {conflicts.first.map((conflict) => (
            <ConflictLine
              key={conflict.id}
              conflict={conflict}
              onDecide={(word) => decide({ cells: { ...decisions.conflicts.cells, [conflict.id]: word } })}
            />
          ))}
        </ul>
        {hidden > 0 && <p class="hint">and {counted(hidden, 'other value')}.</p>}
      </div>
    </section>
  )
}

type ConflictLineProps = { conflict: PlanConflict; onDecide: (word: 'sheet' | 'table') => void }

function ConflictLine({ conflict, onDecide }: ConflictLineProps) {
  const { id, key, header, base, says, decision } = conflict
  return (
    <li class="pad">
      <b class="cut" dir="auto">
        {key}
        {header !== null && ` \u00b7 ${header}`}
      </b>
      <span dir="auto">{says}</span>
      {(['sheet', 'table'] as const).map((word) => (
        <label key={word} class="check">
          <input type="radio" name={`conflict-${id}`} checked={decision === word} onChange={() => onDecide(word)} />
          <span dir="auto">
            {word === 'sheet' ? 'In the sheet: ' : 'New: '}
            <b>{header === null ? (conflict[word] === null ? 'deleted' : 'changed') : shown(conflict[word])}</b>
          </span>
        </label>
      ))}
      {header !== null && <span class="hint">It was {shown(base)}.</span>}
    </li>
  )
}
