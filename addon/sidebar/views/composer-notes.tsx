// What stands above the message: that an earlier one is being written anew, and what a long one will take.
import { useEffect, useState } from 'preact/hooks'
import { stopEditing } from '../actions/edit-message.ts'
import { type Estimate, estimateDraft } from '../actions/estimate-draft.ts'
import { useApp } from '../app-context.ts'
import type { State } from '../state.ts'
import { moneyWords, roughly } from '../words.ts'

/** Milliseconds without a change before the server is asked. */
const pause = 700

export function EditingNote({ state }: { state: State }) {
  const app = useApp()
  const { editing, entries, draft } = state
  if (editing === null) return null
  const own = entries.find(({ id }) => id === editing.entryId)
  // What is attached now takes the place of what was attached then.
  const attached = draft.files.length > 0 || draft.range !== null ? [] : (own?.attachments ?? [])
  return (
    <p class="hint row wrap editing">
      <span class="grow">
        Editing your message.
        {attached.length > 0 && (
          <>
            {' '}
            <bdi>{attached.map(({ label }) => label).join(', ')}</bdi> {attached.length === 1 ? 'stays' : 'stay'} with
            it.
          </>
        )}
      </span>
      <button type="button" class="link" onClick={() => stopEditing(app)}>
        Cancel
      </button>
    </p>
  )
}

/** Nothing is said of what is small, and nothing stands in the way of sending. */
export function EstimateNote({ state }: { state: State }) {
  const app = useApp()
  const [estimate, setEstimate] = useState<Estimate | null>(null)
  const { draft } = state
  useEffect(() => {
    const controller = new AbortController()
    setEstimate(null)
    const timer = setTimeout(async () => {
      const found = await estimateDraft(app, controller.signal)
      if (!controller.signal.aborted) setEstimate(found)
    }, pause)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [app, draft])
  return (
    <p class={estimate === null ? 'hidden' : 'hint'} role="status">
      {estimate !== null && estimateWords(estimate)}
    </p>
  )
}

function estimateWords({ input_tokens, output_tokens, cost, remaining_today }: Estimate): string {
  const tokens = input_tokens + output_tokens
  const about = `About ${roughly(tokens)} tokens${cost === null ? '' : `, about ${moneyWords(cost)}`}.`
  const left = remaining_today?.tokens ?? null
  if (left !== null && left < tokens) return `${about} Only ${roughly(left)} are left for today.`
  return `This is a long one. ${about}`
}
