// Stands in the composer's place while a reply is written: how far it is, and Stop.
import { useEffect, useRef, useState } from 'preact/hooks'
import { stopReply } from '../actions/stop-reply.ts'
import { useApp } from '../app-context.ts'
import type { State } from '../state.ts'
import { counted, grouped } from '../words.ts'

/** A screen reader hears the count at most this often, in milliseconds. */
const spokenEvery = 5000
/** After so many milliseconds without a word of the reply, a word from us. */
const patience = 8000

export function ProgressFooter({ state }: { state: State }) {
  const app = useApp()
  const stop = useRef<HTMLButtonElement>(null)
  const long = useLong(patience)
  const rows = rowsOf(state)
  const words = progressWords(state, rows, long)
  const part = rows.expected === null ? null : Math.min(1, rows.count / rows.expected)
  const spoken = useSpoken(words)
  useEffect(() => {
    if (document.hasFocus() && document.activeElement === document.body) stop.current?.focus()
  }, [])
  return (
    <footer>
      <ProgressBar part={part} />
      <div class="row">
        <span class="hint grow" aria-hidden="true">
          {words}
        </span>
        <span class="hidden" role="status">
          {spoken}
        </span>
        <button
          type="button"
          class="btn out"
          ref={stop}
          aria-disabled={state.stopping}
          onClick={() => !state.stopping && stopReply(app)}
        >
          {state.stopping ? 'Stopping\u2026' : 'Stop'}
        </button>
      </div>
    </footer>
  )
}

/** Whether this has been on the screen for so many milliseconds. */
function useLong(milliseconds: number): boolean {
  const [long, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), milliseconds)
    return () => clearTimeout(timer)
  }, [milliseconds])
  return long
}

type Rows = { count: number; expected: number | null }

/** How many rows the reply has, and how many it will have when every table that is being written says so. */
function rowsOf(state: State): Rows {
  const tables = state.entries.find((known) => known.id === state.writing)?.tables ?? []
  const count = tables.reduce((sum, table) => sum + table.count, 0)
  const ends = tables.map((table) => (table.receipt === null ? table.expected : table.count))
  if (!tables.some((table) => table.receipt === null) || ends.includes(null)) return { count, expected: null }
  const expected = ends.reduce((sum: number, rows) => sum + (rows ?? 0), 0)
  return { count, expected: expected > 0 && count <= expected ? expected : null }
}

function progressWords(state: State, { count, expected }: Rows, long: boolean): string {
  if (state.reconnecting) return 'Connection lost. Trying again\u2026'
  if (state.sending) return 'Sending\u2026'
  if (count > 0 && expected !== null) return `${grouped(count)} of about ${counted(expected, 'row')}`
  if (count > 0) return `${counted(count, 'row')} so far`
  const entry = state.entries.find((known) => known.id === state.writing)
  if (entry?.content !== '') return 'Writing\u2026'
  return long ? 'Still reading. This can take a minute.' : 'Reading\u2026'
}

/** Without a `part` it has no end in sight: how many rows come is known when they have come. */
function ProgressBar({ part }: { part: number | null }) {
  const percent = part === null ? undefined : Math.round(part * 100)
  return (
    <div
      class={part === null ? 'prog' : 'prog known'}
      role="progressbar"
      aria-label="Writing the reply"
      aria-valuenow={percent}
      aria-valuemin={percent === undefined ? undefined : 0}
      aria-valuemax={percent === undefined ? undefined : 100}
    >
      <b style={percent === undefined ? undefined : { width: `${percent}%` }} />
    </div>
  )
}

function useSpoken(words: string): string {
  const [spoken, setSpoken] = useState(words)
  const latest = useRef(words)
  latest.current = words
  useEffect(() => {
    const timer = setInterval(() => setSpoken(latest.current), spokenEvery)
    return () => clearInterval(timer)
  }, [])
  return spoken
}
