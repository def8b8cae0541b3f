// What a plan does to something of the person's: each thing is agreed to by its own tick.
import type { Need } from '../../../../shared/plan/plan-preview.ts'
import type { InsertAction, InsertState } from '../../insert-state.ts'

type NeedsProps = { needs: Need[]; allow: InsertState['allow']; dispatch: (action: InsertAction) => void }

export function Needs({ needs, allow, dispatch }: NeedsProps) {
  if (needs.length === 0) return null
  return (
    <div class="needs">
      {needs.map(({ kind, says, details }) => (
        <div key={kind} class="note care">
          <label class="check">
            <input
              type="checkbox"
              checked={allow.includes(kind)}
              onChange={(event) => dispatch({ type: 'allow', kind, allow: event.currentTarget.checked })}
            />
            <b dir="auto">{says}</b>
          </label>
          {details.length > 0 && (
            <details>
              <summary>Which</summary>
              {details.map((detail) => (
                <span key={detail} class="block" dir="auto">
                  {detail}
                </span>
              ))}
            </details>
          )}
        </div>
      ))}
    </div>
  )
}
