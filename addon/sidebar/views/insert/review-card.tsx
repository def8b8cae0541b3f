// Rows with values that break a rule: each goes in or stays out by the person's word, one by one or all at once.
import type { PlanPreview, ReviewRow } from '../../../../shared/plan/plan-preview.ts'
import type { InsertAction, InsertState } from '../../insert-state.ts'
import { counted } from '../../words.ts'

type ReviewCardProps = {
  review: PlanPreview['review']
  decisions: InsertState['decisions']
  dispatch: (action: InsertAction) => void
}

export function ReviewCard({ review, decisions, dispatch }: ReviewCardProps) {
  if (review.count === 0) return null
  const decide = (change: Partial<InsertState['decisions']['review']>) =>
    dispatch({ type: 'decide', decisions: { review: { ...decisions.review, ...change } } })
  const hidden = review.count - review.first.length
  return (
    <section class="card care-edge" aria-labelledby="review">
      <h2 class="bar-title" id="review">
        {counted(review.count, 'row')} to look at
        {review.undecided > 0 && <span class="warn">{review.undecided} undecided</span>}
      </h2>
      <div class="pad lined">
        <p class="hint">
          {review.undecided > 0
            ? 'They break a rule of the template or of the sheet. They go in only when you say so.'
            : 'They break a rule of the template or of the sheet. Those that go in are marked there.'}
        </p>
        <div class="row wrap">
          <button type="button" class="btn out" onClick={() => decide({ all: 'in', rows: {} })}>
            Insert all of them
          </button>
          <button type="button" class="btn out" onClick={() => decide({ all: 'out', rows: {} })}>
            Leave all out
          </button>
        </div>
        <ul class="list tall scroll">
          {review.first.map((row) => (
            <ReviewLine
              key={row.row}
              row={row}
              onDecide={(word) => decide({ rows: { ...decisions.review.rows, [row.row]: word } })}
            />
          ))}
        </ul>
        {hidden > 0 && <p class="hint">and {counted(hidden, 'other row')}.</p>}
      </div>
    </section>
  )
}

function ReviewLine({ row, onDecide }: { row: ReviewRow; onDecide: (word: 'in' | 'out') => void }) {
  const goes = row.decision ?? (row.must ? null : 'in')
  return (
    <li class="pad">
      <b class="cut" dir="auto">
        {row.cells.join(' \u00b7 ')}
      </b>
      {row.faults.map(({ header, value, says }) => (
        <span key={`${header}${says}`}>
          <bdi>{header}</bdi>:{' '}
          {value !== '' && (
            <q>
              <bdi>{value}</bdi>
            </q>
          )}{' '}
          {says}
        </span>
      ))}
      <div class="row">
        {(['in', 'out'] as const).map((word) => (
          <label key={word} class="check">
            <input type="radio" name={`review-${row.row}`} checked={goes === word} onChange={() => onDecide(word)} />
            <span>{word === 'in' ? 'Insert' : 'Leave out'}</span>
          </label>
        ))}
      </div>
    </li>
  )
}
