// What outlives an execution beside the workbook: properties, caches and locks.
type Cached = { value: string; until: number }

/** What a project is to run by itself; `source` and `event` by Google's names. */
export type Trigger = {
  id: string
  handler: string
  event: string
  source: string
  sourceId: string | null
  timing: boolean
}

export type Stores = {
  properties: { document: Map<string, string>; user: Map<string, string>; script: Map<string, string> }
  caches: { document: Map<string, Cached>; user: Map<string, Cached>; script: Map<string, Cached> }
  /** Lock name to the id of the execution that holds it. */
  locks: Map<string, string>
  triggers: Trigger[]
}
export type StoreName = keyof Stores['properties']

export type StoredProperties = Record<StoreName, Record<string, string>>

export function newStores(properties: Partial<StoredProperties> = {}): Stores {
  const map = (name: StoreName) => new Map(Object.entries(properties[name] ?? {}))
  return {
    properties: { document: map('document'), user: map('user'), script: map('script') },
    caches: { document: new Map(), user: new Map(), script: new Map() },
    locks: new Map(),
    triggers: [],
  }
}

/** The properties as plain JSON data; caches and locks do not outlive a restart. */
export function storedProperties(stores: Stores): StoredProperties {
  const { document, user, script } = stores.properties
  return {
    document: Object.fromEntries(document),
    user: Object.fromEntries(user),
    script: Object.fromEntries(script),
  }
}
