// What the model took today, and what the day allows.
import { useEffect, useState } from 'preact/hooks'
import type { ResponseOf } from '../../../shared/contract/operations.ts'
import { useApp } from '../app-context.ts'
import { type Fault, faultOf } from '../fault.ts'
import { counted, grouped, moneyWords } from '../words.ts'
import { SkeletonLines } from './skeleton.tsx'

type UsageReport = ResponseOf<'getUsage'>

export function UsageCard() {
  const app = useApp()
  const [usage, setUsage] = useState<UsageReport | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const [tries, setTries] = useState(0)
  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    setFault(null)
    app.api
      .call('getUsage', { signal })
      .then((answer) => !signal.aborted && setUsage(answer))
      .catch((error: unknown) => !signal.aborted && setFault(faultOf(error)))
    return () => controller.abort()
  }, [app, tries])
  return (
    <section class="card pad" aria-busy={usage === null && fault === null}>
      <h2 class="small">Today</h2>
      {fault !== null && (
        <p>
          {fault.title}{' '}
          <button type="button" class="link" onClick={() => setTries(tries + 1)}>
            Try again
          </button>
        </p>
      )}
      {fault === null && usage === null && <SkeletonLines />}
      {fault === null && usage !== null && <Today usage={usage} />}
    </section>
  )
}

function Today({ usage: { today, cap, resets_at } }: { usage: UsageReport }) {
  const tokens = today.input_tokens + today.output_tokens
  const limits = [
    cap?.tokens != null ? `${grouped(cap.tokens)} tokens` : '',
    cap?.cost != null ? moneyWords(cap.cost) : '',
  ].filter((limit) => limit !== '')
  const until = new Date(resets_at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  return (
    <>
      <p>
        {counted(today.requests, 'request')}, {counted(tokens, 'token')}
        {today.cost !== null && today.cost.amount > 0 && `, ${moneyWords(today.cost)}`}.
      </p>
      {cap?.tokens != null && cap.tokens > 0 && (
        <progress
          class="used"
          max={cap.tokens}
          value={Math.min(tokens, cap.tokens)}
          aria-label="Used of today's tokens"
        />
      )}
      <p class="hint">
        {limits.length === 0
          ? 'There is no limit for a day on this server.'
          : `The day allows ${limits.join(' and ')}. It begins anew at ${until}.`}
      </p>
    </>
  )
}
