// Formulas that reach further than their row: each is written only when it is ticked.
import type { OfferedFormula } from '../../../../shared/plan/plan-preview.ts'
import type { InsertAction, InsertState } from '../../insert-state.ts'

type FormulaOffersProps = {
  formulas: OfferedFormula[]
  decisions: InsertState['decisions']
  dispatch: (action: InsertAction) => void
}

export function FormulaOffers({ formulas, decisions, dispatch }: FormulaOffersProps) {
  const decide = ({ key, formula }: OfferedFormula, write: boolean) => {
    const { [key]: _, ...others } = decisions.formulas ?? {}
    dispatch({ type: 'decide', decisions: { formulas: write ? { ...others, [key]: formula } : others } })
  }
  return (
    <>
      {formulas.map((offer) => (
        <div key={offer.key} class="note care">
          <label class="check">
            <input
              type="checkbox"
              checked={offer.agreed}
              onChange={(event) => decide(offer, event.currentTarget.checked)}
            />
            <b dir="auto">Write the formula of “{offer.header}”, which is left out otherwise.</b>
          </label>
          <code dir="ltr">{offer.formula}</code>
          {offer.reasons.map((reason) => (
            <span key={reason} class="block" dir="auto">
              {reason}
            </span>
          ))}
        </div>
      ))}
    </>
  )
}
