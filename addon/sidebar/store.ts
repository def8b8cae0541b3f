// Holds the one state and tells those who watch it.
import type { State } from './state.ts'

export type Store = {
  get: () => State
  set: (change: Partial<State> | ((state: State) => State)) => void
  watch: (watcher: () => void) => () => void
}

export function createStore(initial: State): Store {
  let state = initial
  const watchers = new Set<() => void>()
  return {
    get: () => state,
    set: (change) => {
      state = typeof change === 'function' ? change(state) : { ...state, ...change }
      for (const watcher of watchers) watcher()
    },
    watch: (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
  }
}
