// Partial answers: `fields=sheets(properties.title,data/rowData)` leaves only what it names.
import { badRequest } from '../api-error.ts'
import type { Api, FieldType } from '../discovery/api-table.ts'

/** The fields asked for; null for all below. */
export type Selection = Map<string, Selection> | null

/** Reads a mask; null when it asks for everything. Returns undefined when it cannot be read. */
export function readSelection(text: string): Selection | undefined {
  let at = 0
  const list = (depth: number): Map<string, Selection> | undefined => {
    const names = new Map<string, Selection>()
    for (;;) {
      const path: string[] = []
      for (;;) {
        const name = /^[^,()./]+/.exec(text.slice(at))?.[0]
        if (!name) return undefined
        path.push(name)
        at += name.length
        if (text[at] !== '.' && text[at] !== '/') break
        at += 1
      }
      let inner: Selection = null
      if (text[at] === '(') {
        at += 1
        const below = list(depth + 1)
        if (!below || text[at] !== ')') return undefined
        at += 1
        inner = below
      }
      merge(names, path, inner)
      if (text[at] !== ',') break
      at += 1
    }
    return names
  }
  const names = list(0)
  return names && at === text.length ? names : undefined
}

function merge(into: Map<string, Selection>, [name = '', ...rest]: string[], inner: Selection): void {
  const known = into.get(name)
  if (rest.length === 0 && inner === null) into.set(name, null)
  else if (known !== null) {
    const below = known ?? new Map<string, Selection>()
    into.set(name, below)
    if (rest.length > 0) merge(below, rest, inner)
    else for (const [key, value] of inner ?? []) merge(below, [key], value)
  }
}

/** What the selection leaves of a value; a list keeps all its items, even those of which nothing is left. */
export function select(value: unknown, selection: Selection): unknown {
  if (selection === null || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => select(item, selection))
  const all = selection.get('*')
  const kept = Object.entries(value).flatMap(([key, item]) => {
    const inner = selection.has(key) ? selection.get(key)! : all
    return inner === undefined ? [] : [[key, select(item, inner)]]
  })
  return Object.fromEntries(kept)
}

/** Google's 400 for a path that the message has no field for. `text` is the mask as sent. */
export function unknownField(text: string, path: string) {
  return badRequest('Request contains an invalid argument.', [
    {
      '@type': 'type.googleapis.com/google.rpc.BadRequest',
      fieldViolations: [
        {
          field: text,
          description: `Error expanding 'fields' parameter. Cannot find matching fields for path '${path}'.`,
        },
      ],
    },
  ])
}

/** The first path of a mask that the message has no field for; null when there is none. */
export function firstUnknown(api: Api, message: string, selection: Selection, where = ''): string | null {
  const fields = api.schemas.get(message)
  if (!fields || fields.size === 0) return null
  for (const [name, inner] of selection ?? []) {
    const path = where === '' ? name : `${where}.${name}`
    if (name === '*') continue
    const type: FieldType | undefined = fields.get(name) ?? fields.get(camel(name))
    if (!type) return path
    if (inner === null || type.map || type.kind === 'any') continue
    const below =
      type.kind === 'message' ? firstUnknown(api, type.name ?? '', inner, path) : `${path}.${[...inner.keys()][0]}`
    if (below !== null) return below
  }
  return null
}

function camel(name: string): string {
  return name.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

/** Whether the selection names a field, at any depth of the given path. */
export function asksFor(selection: Selection | undefined, ...path: string[]): boolean {
  if (selection === undefined) return false
  if (selection === null || path.length === 0) return true
  const [name = '', ...rest] = path
  const inner = selection.has(name) ? selection.get(name)! : selection.get('*')
  return inner !== undefined && asksFor(inner, ...rest)
}
