// Who is signed in, where things go, and who reads them.
import { reconnect } from '../actions/start.ts'
import { useApp } from '../app-context.ts'
import type { State } from '../state.ts'
import { HistoryCard } from './history-card.tsx'
import { Body } from './scroll-region.tsx'
import { UsageCard } from './usage-card.tsx'

export function SettingsView({ state }: { state: State }) {
  const app = useApp()
  const { about, user, hello, offline, connecting } = state
  const standing = offline !== null ? offline.title : about === null ? 'connecting\u2026' : 'connected'
  return (
    <Body label="Settings" start>
      <section class="card pad">
        <dl class="facts">
          <dt>Account</dt>
          <dd>{user?.email ?? hello?.email ?? 'not signed in'}</dd>
          <dt>Server</dt>
          <dd>{app.host}</dd>
          <dd class={offline === null ? 'ok' : 'warn'}>{standing}</dd>
          <dt>Read by</dt>
          <dd>
            {about === null
              ? 'not known yet'
              : about.engine === 'gpt'
                ? `${about.model} at ${about.model_host}`
                : 'the built-in engine'}
          </dd>
          <dt>Version</dt>
          <dd>
            {app.boot.version || 'unknown'}
            {about !== null && about.version !== app.boot.version && ` (server ${about.version})`}
          </dd>
        </dl>
        {offline !== null && (
          <button
            type="button"
            class="btn out"
            aria-disabled={connecting}
            onClick={() => !connecting && reconnect(app)}
          >
            {connecting ? 'Trying\u2026' : 'Connect again'}
          </button>
        )}
      </section>
      {hello !== null && <HistoryCard />}
      {about?.engine === 'gpt' && user !== null && <UsageCard />}
      {user !== null && (
        <section class="card pad">
          <h2 class="small">Templates</h2>
          <p>They say which columns a table gets in the sheet, how it looks and what its cells may hold.</p>
          <button type="button" class="btn out" onClick={() => app.store.set({ view: { name: 'templates' } })}>
            See and change templates
          </button>
        </section>
      )}
      <section class="card pad">
        <h2 class="small">What leaves the sheet</h2>
        <p>
          Only what you send: the message, the files you attach, and a range when its name stands above the message. It
          goes to {app.host} and is kept there with the conversation until you delete it.
        </p>
        {about?.engine === 'gpt' && (
          <p>
            For a long message or a file, {app.host} works out what it will take before you send it. Nothing of that is
            kept, and the model does not see it.
          </p>
        )}
        <p>The rest of the spreadsheet is never read. Writing and undoing happen here, in the sheet.</p>
      </section>
      {about?.engine === 'built-in' ? (
        <section class="card pad">
          <h2 class="small">Connect a model</h2>
          <p>
            The built-in engine reads tables and structured text without any model. To read prose too, whoever runs the
            server sets <code>OPENAI_API_KEY</code> there and starts it again. <code>OPENAI_BASE_URL</code> and{' '}
            <code>OPENAI_MODEL</code> choose another service or model.
          </p>
        </section>
      ) : (
        about !== null && (
          <section class="card pad">
            <h2 class="small">The model</h2>
            <p>
              {about.model} is set on the server, with its key. The key never reaches this sidebar. If it is refused,
              whoever runs the server checks <code>OPENAI_API_KEY</code> there.
            </p>
          </section>
        )
      )}
    </Body>
  )
}
