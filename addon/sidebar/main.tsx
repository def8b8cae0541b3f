// Where the sidebar begins: makes its parts and draws them.
import { render } from 'preact'
import { rememberDraft } from './actions/remember.ts'
import { start } from './actions/start.ts'
import { watchSelection } from './actions/watch-selection.ts'
import { createApi } from './api.ts'
import { type App, AppContext } from './app-context.ts'
import { hostOf, readBoot } from './boot.ts'
import { rpc } from './rpc.ts'
import { initialState } from './state.ts'
import { createStore } from './store.ts'
import { AppView } from './views/app-view.tsx'
import { ErrorBoundary } from './views/error-boundary.tsx'

const boot = readBoot(document)
const app: App = {
  store: createStore(initialState),
  api: createApi(boot.backend_url, async () => (await rpc('identity', {})).id_token),
  rpc,
  boot,
  host: hostOf(boot.backend_url),
  following: null,
}

const root = document.getElementById('app')
if (root !== null) {
  root.textContent = ''
  render(
    <AppContext.Provider value={app}>
      <ErrorBoundary>
        <AppView />
      </ErrorBoundary>
    </AppContext.Provider>,
    root,
  )
  rememberDraft(app)
  watchSelection(app)
  void start(app)
}
