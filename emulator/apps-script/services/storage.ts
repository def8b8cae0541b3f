// PropertiesService, CacheService and LockService, with Google's quotas and errors.
import { number, record, string, strings } from '../arguments.ts'
import type { Execution } from '../execution.ts'
import { defineKind, type Handle, type Methods, make, SELF } from '../service.ts'
import type { StoreName } from '../stores.ts'

type Store = { name: StoreName }
type LockState = { name: StoreName }

const PropertiesKind = defineKind<Store>('PropertiesService.Properties')
const PropertiesServiceKind = defineKind<null>('PropertiesService')
const CacheKind = defineKind<Store>('CacheService.Cache')
const CacheServiceKind = defineKind<null>('CacheService')
const LockKind = defineKind<LockState>('LockService.Lock')
const LockServiceKind = defineKind<null>('LockService')

const limits = {
  property: 9 * 1024,
  properties: 500 * 1024,
  cacheKey: 250,
  cacheValue: 100 * 1024,
  cacheSeconds: 21_600,
  cacheItems: 1000,
}
const bytes = (text: string) => Buffer.byteLength(text)

/** What is no text is stored as JavaScript writes it. */
const asText = (value: unknown) => (value === null || value === undefined ? String(value) : string([value], 0))

function setProperty(run: Execution, store: Store, key: string, value: string): void {
  const map = run.shared.stores.properties[store.name]
  if (run.shared.quota) {
    if (bytes(value) > limits.property) throw new Error('Argument too large: value')
    let total = bytes(key) + bytes(value)
    for (const [name, one] of map) if (name !== key) total += bytes(name) + bytes(one)
    if (total > limits.properties)
      throw new Error('You have exceeded the property storage quota. Please remove some properties and try again.')
  }
  map.set(key, value)
}

Object.assign(PropertiesKind.methods, {
  getProperty: ({ name }, args, run) => run.shared.stores.properties[name].get(string(args, 0)) ?? null,
  getProperties: ({ name }, _args, run) => Object.fromEntries(run.shared.stores.properties[name]),
  getKeys: ({ name }, _args, run) => [...run.shared.stores.properties[name].keys()],
  setProperty: (self, args, run) => {
    setProperty(run, self, string(args, 0), asText(args[1]))
    return SELF
  },
  setProperties: (self, args, run) => {
    if (args[1] === true) run.shared.stores.properties[self.name].clear()
    for (const [key, value] of Object.entries(record(args, 0))) setProperty(run, self, key, asText(value))
    return SELF
  },
  deleteProperty: ({ name }, args, run) => {
    run.shared.stores.properties[name].delete(string(args, 0))
    return SELF
  },
  deleteAllProperties: ({ name }, _args, run) => {
    run.shared.stores.properties[name].clear()
    return SELF
  },
} satisfies Methods<Store>)

function put(run: Execution, { name }: Store, key: string, value: string, seconds: number): void {
  const cache = run.shared.stores.caches[name]
  if (key.length > limits.cacheKey) throw new Error('Argument too large: key')
  if (run.shared.quota && bytes(value) > limits.cacheValue) throw new Error('Argument too large: value')
  cache.delete(key)
  cache.set(key, { value, until: Date.now() + Math.min(Math.max(1, seconds), limits.cacheSeconds) * 1000 })
  for (const oldest of cache.keys()) {
    if (cache.size <= limits.cacheItems) break
    cache.delete(oldest)
  }
}

function get(run: Execution, { name }: Store, key: string): string | null {
  if (key.length > limits.cacheKey) throw new Error('Argument too large: key')
  const cached = run.shared.stores.caches[name].get(key)
  return cached && cached.until > Date.now() ? cached.value : null
}

const seconds = (args: readonly unknown[], index: number) => (args.length > index ? number(args, index) : 600)

Object.assign(CacheKind.methods, {
  get: (self, args, run) => get(run, self, string(args, 0)),
  getAll: (self, args, run) =>
    Object.fromEntries(
      strings(args, 0).flatMap((key) => {
        const value = get(run, self, key)
        return value === null ? [] : [[key, value]]
      }),
    ),
  put: (self, args, run) => put(run, self, string(args, 0), string(args, 1), seconds(args, 2)),
  putAll: (self, args, run) => {
    for (const [key, value] of Object.entries(record(args, 0)))
      put(run, self, key, string([value], 0), seconds(args, 1))
  },
  remove: ({ name }, args, run) => void run.shared.stores.caches[name].delete(string(args, 0)),
  removeAll: ({ name }, args, run) => {
    for (const key of strings(args, 0)) run.shared.stores.caches[name].delete(key)
  },
} satisfies Methods<Store>)

/** Executions run one after another, so a lock held by another never frees itself while we wait: waiting gives up at once. */
function tryLock(run: Execution, { name }: LockState): boolean {
  const holder = run.shared.stores.locks.get(name)
  if (holder !== undefined && holder !== run.id) return false
  run.shared.stores.locks.set(name, run.id)
  return true
}

Object.assign(LockKind.methods, {
  tryLock: (self, args, run) => number(args, 0) >= 0 && tryLock(run, self),
  waitLock: (self, args, run) => {
    if (number(args, 0) < 0 || !tryLock(run, self))
      throw new Error('Lock timeout: another process was holding the lock for too long.')
  },
  hasLock: ({ name }, _args, run) => run.shared.stores.locks.get(name) === run.id,
  releaseLock: ({ name }, _args, run) => {
    if (run.shared.stores.locks.get(name) === run.id) run.shared.stores.locks.delete(name)
  },
} satisfies Methods<LockState>)

const perStore = (what: string, handle: (name: StoreName) => Handle): Methods<null> => ({
  [`getDocument${what}`]: () => handle('document'),
  [`getUser${what}`]: () => handle('user'),
  [`getScript${what}`]: () => handle('script'),
})
Object.assign(
  PropertiesServiceKind.methods,
  perStore('Properties', (name) => make(PropertiesKind, { name })),
)
Object.assign(
  CacheServiceKind.methods,
  perStore('Cache', (name) => make(CacheKind, { name })),
)
Object.assign(
  LockServiceKind.methods,
  perStore('Lock', (name) => make(LockKind, { name })),
)

export const propertiesService = make(PropertiesServiceKind, null)
export const cacheService = make(CacheServiceKind, null)
export const lockService = make(LockServiceKind, null)
