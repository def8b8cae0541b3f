// The Apps Script look-alike: runs code against a workbook as Google would, one execution at a time.
import { randomBytes } from 'node:crypto'
import { newWorkbook, type Workbook } from '../workbook/workbook.ts'
import { admit, type Role } from './access.ts'
import type { AuthMode } from './authorization.ts'
import { type Execution, endExecution, newExecution, type Shared } from './execution.ts'
import { globals } from './globals.ts'
import { createIdentity, type Identity, type User, userFrom } from './identity.ts'
import { spreadsheetHandle } from './kinds.ts'
import { compile, declaredFunctions, type Project } from './project.ts'
import { createRealm, type Realm } from './realm.ts'
import { authModeMember } from './services/identity-services.ts'
import { newStores, type Stores } from './stores.ts'
import { newUiState, type UiState } from './ui-state.ts'

export type RuntimeOptions = {
  title?: string
  /** The person at the sheet: an e-mail address, or more of them. */
  user?: string | Partial<User>
  /** What that person is to the spreadsheet: its owner where nobody came to it before, else an editor. */
  role?: Role
  /** Milliseconds each call that reads or writes the document takes; 0 by default. */
  latencyMs?: number
  workbook?: Workbook
  stores?: Stores
  scriptProperties?: Record<string, string>
  /** A project whose globals are fresh in every `call`; a function is asked before each. */
  project?: Project | (() => Project)
  /** The OAuth client that ID tokens are made out to. */
  clientId?: string
  identity?: Identity
  scriptTimeZone?: string
  /** `false` lifts Google's storage quotas. */
  quota?: boolean
  onLog?: (line: string) => void
}

export type Runtime = {
  workbook: Workbook
  stores: Stores
  ui: UiState
  user: User
  identity: Identity
  /** Runs code in a world that lasts as long as the runtime and returns its value as plain data. */
  evaluate: (code: string) => unknown
  /** Calls a function: of the loaded project in a fresh execution, else of the lasting world. */
  call: (name: string, ...args: unknown[]) => unknown
  /** As `call`, in a given authorization mode; a project is required. */
  callAs: (authMode: AuthMode, name: string, ...args: unknown[]) => unknown
  /** Runs `onOpen` (if there is one) as opening the file does. */
  open: (authMode?: AuthMode) => void
  loadProject: (project: Project | (() => Project)) => void
  /** Functions that the project's HTML and menus may call. */
  functionNames: () => string[]
  /** Takes a lock as someone else would; returns how to give it back. */
  holdLock: (name: 'document' | 'user' | 'script') => () => void
  /** Calls of the latest `call` or `evaluate` that read or wrote the document. */
  readonly lastCallCount: number
}

/** Makes a runtime over a new or a given workbook. Nothing is read from or written to disk. */
export function createRuntime(options: RuntimeOptions = {}): Runtime {
  const workbook = options.workbook ?? newWorkbook({ ...(options.title === undefined ? {} : { title: options.title }) })
  let source = options.project
  const project = () => (typeof source === 'function' ? source() : source)
  const shared: Shared = {
    workbook,
    workbooks: new Map([[workbook.id, workbook]]),
    user: userFrom(options.user),
    identity: options.identity ?? createIdentity(options.clientId ?? 'emulator.apps.googleusercontent.com'),
    stores: options.stores ?? newStores(),
    ui: newUiState(),
    html: (name) => project()?.html[name],
    scriptId: randomBytes(43).toString('base64url'),
    scriptTimeZone: options.scriptTimeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    latencyMs: options.latencyMs ?? 0,
    quota: options.quota ?? true,
    onLog: options.onLog ?? (() => {}),
  }
  admit(workbook, shared.user.email, options.role)
  for (const [key, value] of Object.entries(options.scriptProperties ?? {}))
    shared.stores.properties.script.set(key, value)
  let lasting: { run: Execution; realm: Realm } | undefined
  let lastCallCount = 0
  let named: { code: string; names: string[] } | undefined

  const lastingWorld = () => {
    if (!lasting) {
      const run = newExecution(shared, 'FULL')
      lasting = { run, realm: createRealm(run, globals) }
    }
    return lasting
  }

  const execute = (authMode: AuthMode, code: string, work: (realm: Realm) => unknown): unknown => {
    const run = newExecution(shared, authMode)
    try {
      const realm = createRealm(run, globals)
      realm.run(compile(code))
      return realm.toHost(work(realm))
    } finally {
      lastCallCount = run.calls
      endExecution(run)
    }
  }

  const callFunction = (realm: Realm, name: string, args: unknown[]): unknown => {
    const found = realm.find(name)
    if (!found) throw new Error(`Script function not found: ${name}`)
    return found(...args)
  }

  const callAs = (authMode: AuthMode, name: string, ...args: unknown[]): unknown => {
    const loaded = project()
    if (!loaded) throw new Error(`Script function not found: ${name}`)
    return execute(authMode, loaded.code, (realm) => callFunction(realm, name, args))
  }

  return {
    workbook,
    stores: shared.stores,
    ui: shared.ui,
    user: shared.user,
    identity: shared.identity,
    evaluate: (code) => {
      const { run, realm } = lastingWorld()
      const before = run.calls
      try {
        return realm.toHost(realm.run(compile(code, 'evaluated.gs')))
      } finally {
        lastCallCount = run.calls - before
      }
    },
    call: (name, ...args) => {
      if (project()) return callAs('FULL', name, ...args)
      const { run, realm } = lastingWorld()
      const before = run.calls
      try {
        return realm.toHost(callFunction(realm, name, args))
      } finally {
        lastCallCount = run.calls - before
      }
    },
    callAs,
    open: (authMode = 'LIMITED') => {
      const loaded = project()
      if (!loaded) return
      shared.ui.menus = []
      execute(authMode, loaded.code, (realm) =>
        realm.find('onOpen')?.({
          authMode: authModeMember(authMode),
          source: authMode === 'NONE' ? null : spreadsheetHandle(workbook),
          user: null,
        }),
      )
    },
    loadProject: (loaded) => {
      source = loaded
    },
    functionNames: () => {
      const loaded = project()
      if (!loaded) return []
      if (named?.code === loaded.code) return named.names
      const names = declaredFunctions(loaded.code).filter((name) => !name.endsWith('_'))
      const found: string[] = []
      execute('NONE', loaded.code, (realm) => {
        for (const name of names) if (realm.find(name)) found.push(name)
      })
      named = { code: loaded.code, names: found }
      return found
    },
    holdLock: (name) => {
      shared.stores.locks.set(name, 'someone else')
      return () => shared.stores.locks.delete(name)
    },
    get lastCallCount() {
      return lastCallCount
    },
  }
}
