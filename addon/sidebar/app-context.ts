// What every action works with, and how the views reach them.
import { createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import type { Api } from './api.ts'
import type { Boot } from './boot.ts'
import type { Rpc } from './rpc.ts'
import type { State } from './state.ts'
import type { Store } from './store.ts'

export type App = {
  store: Store
  api: Api
  rpc: Rpc
  boot: Boot
  /** The server's host, for people. */
  host: string
  /** Ends the reading of the reply that is being followed; the server goes on with it. */
  following: AbortController | null
}

export const AppContext = createContext<App | null>(null)

export function useApp(): App {
  const app = useContext(AppContext)
  if (app === null) throw new Error('No AppContext above this view')
  return app
}

/** The state, drawn anew whenever it changes. */
export function useAppState(): State {
  const { store } = useApp()
  const [state, setState] = useState(store.get())
  useEffect(() => {
    setState(store.get())
    return store.watch(() => setState(store.get()))
  }, [store])
  return state
}
