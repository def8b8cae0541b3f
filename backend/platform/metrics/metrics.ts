// What a server counts of its work, and how that is told to Prometheus: names of things only, never whose they are.
import type { RateLimitConfig } from '../limits/rate-limits.ts'
import type { ModelWatch } from '../model/model.ts'
import { Counter, Gauge, Histogram, Registry } from './prometheus.ts'

/** Seconds. Most answers take milliseconds; the longest are those that wait for a model. */
const answerTimes = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]
const firstTextTimes = [0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8, 16, 32, 64]

type Reading = { labels: Record<string, string>; value: number }

export type Metrics = ReturnType<typeof createMetrics>

/** Each server of a process has its own. What it gives away are functions that record, one for each thing that happens. */
export function createMetrics() {
  const registry = new Registry()
  const registers = [registry]
  const counter = <T extends string>(name: string, help: string, labelNames: T[] = []) =>
    new Counter<T>({ name, help, labelNames, registers })

  const requests = counter('http_requests_total', 'Answers by operation and class of status.', [
    ...(['operation', 'method', 'status'] as const),
  ])
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long answers took, streams left out.',
    labelNames: ['operation', 'method'],
    buckets: answerTimes,
    registers,
  })
  const problems = counter('tablewright_problems_total', 'Problems that requests were answered with.', ['code'])
  const refusals = counter('tablewright_rate_limit_refusals_total', 'Requests beyond a limit.', ['limit'])

  const replies = counter('tablewright_replies_total', 'Replies that ended, by how.', ['state'])
  const firstText = new Histogram({
    name: 'tablewright_reply_first_text_seconds',
    help: 'From the message to the first text or table of its reply.',
    buckets: firstTextTimes,
    registers,
  })
  const asked = counter('tablewright_model_requests_total', 'Requests to the model.', ['model'])
  const failed = counter('tablewright_model_failures_total', 'Requests to the model that did not end well, by why.', [
    ...(['model', 'kind'] as const),
  ])
  const tokens = counter('tablewright_model_tokens_total', 'Tokens; input counts the cached ones too.', [
    ...(['model', 'kind'] as const),
  ])

  const operations = counter(
    'tablewright_export_operations_total',
    'Tries of exports and updates, by how they ended.',
    [...(['kind', 'state'] as const)],
  )
  const rows = counter('tablewright_export_rows_total', 'Rows written into spreadsheets.')
  const cells = counter('tablewright_export_cells_total', 'Cells written into spreadsheets.')
  const googleAnswers = counter('tablewright_google_calls_total', 'Calls of Google’s APIs, by status.', ['status'])
  const waits = counter('tablewright_quota_waits_total', 'Waits for Google’s quota.', ['kind'])
  const waited = counter('tablewright_quota_wait_seconds_total', 'Time spent in those waits.', ['kind'])

  return {
    /** `seconds` is null for what has no end of its own, such as a stream. */
    answered(operation: string, method: string, status: string, seconds: number | null): void {
      requests.inc({ operation, method, status })
      if (seconds !== null) durations.observe({ operation, method }, seconds)
    },
    refused: (code: string): void => problems.inc({ code }),
    limited: (limit: keyof RateLimitConfig): void => refusals.inc({ limit }),
    replies: {
      began: (seconds: number): void => firstText.observe(seconds),
      ended: (state: string): void => replies.inc({ state }),
    },
    /** What is asked of this model. */
    modelWatch: (model: string): ModelWatch => ({
      asked: () => asked.inc({ model }),
      used: ({ input_tokens, cached_tokens, output_tokens }) => {
        tokens.inc({ model, kind: 'input' }, input_tokens)
        tokens.inc({ model, kind: 'cached' }, cached_tokens)
        tokens.inc({ model, kind: 'output' }, output_tokens)
      },
      failed: (kind) => failed.inc({ model, kind }),
    }),
    exports: {
      ended: (kind: string, state: string): void => operations.inc({ kind, state }),
      wrote: (written: { rows: number; cells: number }): void => {
        rows.inc(written.rows)
        cells.inc(written.cells)
      },
      waited: (kind: string, ms: number): void => {
        waits.inc({ kind })
        waited.inc({ kind }, ms / 1000)
      },
    },
    /** Null: no answer came. */
    googleAnswered: (status: number | null): void =>
      googleAnswers.inc({ status: status === null ? 'none' : `${status}` }),
    /** A figure that is read whenever somebody asks; one that cannot be read is left out. */
    gauge(name: string, help: string, labelNames: string[], read: () => Reading[] | Promise<Reading[]>): void {
      new Gauge({
        ...{ name, help, labelNames, registers },
        async collect() {
          this.reset()
          const readings = await Promise.resolve()
            .then(read)
            .catch(() => [])
          for (const { labels, value } of readings) this.set(labels, value)
        },
      })
    },
    registry,
  }
}
