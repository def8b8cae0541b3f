// Stands in the composer's place while a reply is written: how far it is, and Stop.
import { useEffect, useRef, useState } from 'preact/hooks'
import { stopReply } from '../actions/stop-reply.ts'
import { useApp } from '../app-context.ts'
import type { State } from '../state.ts'
import { counted } from '../words.ts'

/** A screen reader hears the count at most this often, in milliseconds. */
const spokenEvery = 5000
/** After so many milliseconds without a word of the reply, a word from us. */
const patience = 8000

export function ProgressFooter({ state }: { state: State }) {
  const app = useApp()
  const stop = useRef<HTMLButtonElement>(null)
  const long = useLong(patience)
  const words = progressWords(state, long)
  const spoken = useSpoken(words)
  useEffect(() => {
    if (document.hasFocus() && document.activeElement === document.body) stop.current?.focus()
  }, [])
  return (
    <footer>
      {/* The bar has no end in sight: how many rows come is known when they have come. */}
      <div class="prog" role="progressbar" aria-label="Writing the reply">
        <b />
      </div>
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

function progressWords(state: State, long: boolean): string {
  if (state.reconnecting) return 'Connection lost. Trying again\u2026'
  if (state.sending) return 'Sending\u2026'
  const entry = state.entries.find((known) => known.id === state.writing)
  const rows = entry?.tables.reduce((sum, table) => sum + table.count, 0) ?? 0
  if (rows > 0) return `${counted(rows, 'row')} so far`
  if (entry?.content !== '') return 'Writing\u2026'
  return long ? 'Still reading. This can take a minute.' : 'Reading\u2026'
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
