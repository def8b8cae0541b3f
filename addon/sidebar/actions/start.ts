// Brings the sidebar up: the spreadsheet's side first, then the server, then where the person left off.
import type { App } from '../app-context.ts'
import { type Fault, faultOf, signInFaults } from '../fault.ts'
import { resumeConversation } from './open-conversation.ts'
import { savedDraft } from './remember.ts'

/** Milliseconds between quiet attempts while the server is away. */
const retryEvery = 6000

/** What is under way in a sidebar: who wants the same meanwhile waits for it. */
type UnderWay = WeakMap<App, Promise<boolean>>
const comingUp: UnderWay = new WeakMap()
const connects: UnderWay = new WeakMap()

function begin(underWay: UnderWay, app: App, work: () => Promise<boolean>): Promise<boolean> {
  const begun = work().finally(() => {
    if (underWay.get(app) === begun) underWay.delete(app)
  })
  underWay.set(app, begun)
  return begun
}

/** Never throws: what goes wrong stands in the state as `blocked` or `offline`. */
export async function start(app: App): Promise<void> {
  app.store.set({ phase: 'starting', blocked: null })
  await begin(comingUp, app, async () => {
    const connected = connect(app)
    if (!(await greet(app)) || !(await connected)) return false
    await resume(app)
    return true
  })
}

async function greet(app: App): Promise<boolean> {
  try {
    const hello = await app.rpc('hello', {})
    const { preferences, selection, last_write: receipt } = hello
    app.store.set((state) => ({
      ...state,
      phase: 'ready',
      hello,
      preferences,
      selection,
      draft: { ...state.draft, text: state.draft.text || savedDraft(preferences) },
      written:
        receipt === null
          ? null
          : { receipt, tableId: null, source: null, leftEmpty: 0, after: null, step: 'done', fault: null },
    }))
    return true
  } catch (error) {
    app.store.set({ phase: 'ready', blocked: faultOf(error) })
    return false
  }
}

/** Asks the server what it is and signs in. Answers whether both worked; keeps trying quietly while it is away. */
export function connect(app: App): Promise<boolean> {
  return connects.get(app) ?? begin(connects, app, () => tryToConnect(app))
}

async function tryToConnect(app: App): Promise<boolean> {
  app.store.set({ connecting: true })
  try {
    const [about, user] = await Promise.all([app.api.call('getAbout', {}), app.api.signIn()])
    app.store.set((state) => ({
      ...state,
      about,
      user,
      offline: null,
      connecting: false,
      sendFault: state.sendFault !== null && endsWithConnection(state.sendFault) ? null : state.sendFault,
    }))
    return true
  } catch (error) {
    const offline = faultOf(error)
    app.store.set({ offline, connecting: false })
    if (offline.kind === 'offline') {
      setTimeout(() => {
        if (app.store.get().offline !== null) void reconnect(app)
      }, retryEvery)
    }
    return false
  }
}

/** Whether being connected and signed in is the whole remedy. */
function endsWithConnection({ kind, code }: Fault): boolean {
  return kind === 'offline' || signInFaults.includes(code)
}

/** Connects again, and goes on where the person was. Answers whether the server is there. */
export async function reconnect(app: App): Promise<boolean> {
  return await (comingUp.get(app) ??
    begin(comingUp, app, async () => {
      if (!(await connect(app))) return false
      await resume(app)
      return true
    }))
}

/**
 * Answers whether the server is there for what the person wants of it now. While the sidebar comes up that waits, also for
 * the last conversation, which the person goes on with.
 */
export async function reachServer(app: App): Promise<boolean> {
  const { about, user } = app.store.get()
  return comingUp.has(app) || about === null || user === null ? await reconnect(app) : true
}

async function resume(app: App) {
  const { preferences, conversation, blocked, entries } = app.store.get()
  const id = conversation?.id ?? preferences.conversation_id
  if (blocked === null && id && entries.length === 0) await resumeConversation(app, id, conversation?.title)
}
