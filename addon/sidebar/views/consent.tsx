// Before anything leaves for the first time: what it is, to which host, and who reads it.
import { useEffect, useRef } from 'preact/hooks'
import { agreeAndSend } from '../actions/send-message.ts'
import { useApp } from '../app-context.ts'
import type { State } from '../state.ts'
import { counted, grouped } from '../words.ts'

export function ConsentCard({ state }: { state: State }) {
  const { host } = useApp()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { about, draft } = state
  const range = draft.range
  const cells = range?.table ? range.table.rows.length * range.table.columns.length : 0
  return (
    <section class="card pad" aria-labelledby="consent">
      <h2 id="consent" class="small" tabIndex={-1} ref={heading}>
        Before this is sent
      </h2>
      <p>This leaves the sheet:</p>
      <ul class="bullets">
        {draft.text.trim() !== '' && <li>your message, {counted(draft.text.length, 'character')}</li>}
        {range !== null && (
          <li dir="auto">
            the range <b>{range.a1}</b>, {grouped(cells)} cells
          </li>
        )}
        {draft.files.map((chip) => (
          <li key={chip.key} dir="auto">
            the file <b>{chip.file.name}</b>
          </li>
        ))}
      </ul>
      <dl class="facts">
        <dt>To the server</dt>
        <dd>{host}</dd>
        <dt>Read by</dt>
        <dd>
          {about?.engine === 'gpt'
            ? `${about.model} at ${about.model_host}`
            : 'the built-in engine there; nothing is sent to a model'}
        </dd>
      </dl>
      <p class="hint">
        Nothing else of the spreadsheet is sent. You are asked again if the server or the model changes.
      </p>
    </section>
  )
}

export function ConsentFooter() {
  const app = useApp()
  return (
    <footer>
      <div class="row">
        <button type="button" class="btn grow" onClick={() => agreeAndSend(app)}>
          Agree and send
        </button>
        <button type="button" class="btn ghost" onClick={() => app.store.set({ consent: false })}>
          Not now
        </button>
      </div>
    </footer>
  )
}
