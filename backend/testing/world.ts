// One of everything that a person can own, made through the API, and where the API takes the ids of it.
import { type OperationName, routes } from '../../shared/contract/routes.ts'
import { exampleOf } from '../platform/http/openapi/example-of.ts'
import { type JsonSchema, type NamedSchemas, resolve } from '../platform/http/openapi/json-schema.ts'
import type { DescribedOperation } from '../platform/http/openapi/open-api-document.ts'
import { agree } from './agree.ts'
import type { Person } from './person.ts'

/** What a person owns: by the address of the thing up to its id, such as `/tables/{table_id}`, its id. */
export type World = Record<string, string>

type Maker = (person: Person, world: World) => Promise<string>

const made = async (person: Person, path: string, body: unknown): Promise<string> =>
  (await person.json<{ id: string }>('POST', path, body)).id

/** Goes through Google’s page as a browser would, with an account that is the person’s own. */
async function connectGoogle(person: Person): Promise<string> {
  const { url } = await person.json<{ url: string }>('GET', routes.authorizeGoogle.path)
  await agree(url, person.email)
  const { items } = await person.json<{ items: { id: string }[] }>('GET', routes.listGoogleConnections.path)
  return items[0]?.id ?? ''
}

type Status = { state: string; operation: { id: string } }

/** Waits until the table is written. */
async function finishedExport(person: Person, id: string): Promise<Status> {
  for (;;) {
    const status = await person.json<Status>('GET', `/export/sheets/${id}/status`)
    if (status.state === 'done') return status
    if (['failed', 'cancelled'].includes(status.state)) throw new Error(`The export is ${JSON.stringify(status)}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/**
 * How each thing with an id is made, in an order in which each may use those before it. An operation at an address that is
 * not here fails the sweep: write down how to make what it is about.
 */
const makers: Record<string, Maker> = {
  '/chat/conversations/{id}': (person) => made(person, '/chat/conversations', { title: 'Orders' }),
  '/chat/conversations/{id}/messages/{message_id}': (person, world) =>
    made(person, `/chat/conversations/${world['/chat/conversations/{id}']}/messages`, {
      content: 'order,quantity\nA-1,2\nA-2,1\n',
    }),
  '/tables/{table_id}': async (person, world) => {
    const path = `/chat/conversations/${world['/chat/conversations/{id}']}/tables`
    const { items } = await person.json<{ items: { id: string }[] }>('GET', path)
    return items[0]?.id ?? ''
  },
  '/files/{file_id}': (person) => person.upload('orders.csv', 'order,quantity\nA-3,4\n'),
  '/export/templates/{template_id}': (person) =>
    made(person, '/export/templates/create', person.example('createTemplate')),
  '/google/connections/{id}': (person) => connectGoogle(person),
  '/export/sheets/{sheet_id}': (person, world) =>
    made(person, '/export/sheets/create', {
      conversation_id: world['/chat/conversations/{id}'],
      table_id: world['/tables/{table_id}'],
      template: 'plain_table',
    }),
  '/export/sheets/{sheet_id}/operations/{operation_id}': async (person, world) =>
    (await finishedExport(person, world['/export/sheets/{sheet_id}'] ?? '')).operation.id,
  '/export/sheets/{sheet_id}/permissions/{id}': (person, world) =>
    // At Google, a permission’s id names who it is for: two people must not share with the same one.
    made(person, `/export/sheets/${world['/export/sheets/{sheet_id}']}/permissions`, {
      ...Object(person.example('grantPermission')),
      email: `friend-of-${person.userId}@example.com`,
    }),
  '/auth/keys/{id}': (person) => made(person, '/auth/keys', person.example('createKey')),
}

/** Fields of bodies and queries that name something by its id. */
const references: Record<string, string> = {
  file_id: '/files/{file_id}',
  conversation_id: '/chat/conversations/{id}',
  table_id: '/tables/{table_id}',
  template: '/export/templates/{template_id}',
  template_id: '/export/templates/{template_id}',
  connection_id: '/google/connections/{id}',
  operation_id: '/export/sheets/{sheet_id}/operations/{operation_id}',
}

/** The address of what a field of this name names; undefined for fields that name nothing. */
export const placeOfField = (field: string): string | undefined => references[field]

const paths = new Set<string>(Object.values(routes).map(({ path }) => path))
/** Things that are named in bodies and queries only. */
const unaddressed = ['/files/{file_id}', '/export/sheets/{sheet_id}/operations/{operation_id}']
const isServed = (place: string) => unaddressed.includes(place) || [...paths].some((path) => path.startsWith(place))

/** Makes everything that this server serves. */
export async function createWorld(person: Person): Promise<World> {
  const world: World = {}
  for (const [place, make] of Object.entries(makers)) {
    if (!isServed(place)) continue
    world[place] = await make(person, world)
    if (!world[place]) throw new Error(`There is nothing at ${place}`)
  }
  return world
}

/** The addresses of the things that an operation’s path names, in their order. */
export function placesOf(name: OperationName): string[] {
  const { path } = routes[name]
  return [...path.matchAll(/\{\w+\}/g)].map((found) => path.slice(0, found.index + found[0].length))
}

/** What an operation names by id and no maker is there for; empty when all is well. */
export const unknownPlaces = (name: OperationName): string[] => placesOf(name).filter((place) => !(place in makers))

/** The path of an operation with these ids in it. */
export function pathWith(name: OperationName, ids: World): string {
  const places = placesOf(name).values()
  return routes[name].path.replace(/\{\w+\}/g, () => encodeURIComponent(ids[places.next().value ?? ''] ?? ''))
}

/** A field that names something by its id: the address of the thing, and a body or query in which it names that one. */
export type Reference = { field: string; place: string; build(id: string): unknown }

/**
 * Every field of a schema that is a reference, put into an example of the schema. A field that takes a UUID and is not
 * known here has the place ''.
 */
export function referencesIn(schema: JsonSchema, named: NamedSchemas, base?: unknown): Reference[] {
  const real = resolve(schema, named)
  const choices = [...(real.anyOf ?? []), ...(real.oneOf ?? [])].flatMap((part) => referencesIn(part, named))
  const items = (real.items ? referencesIn(real.items, named) : []).map(wrap((inner) => [inner]))
  const rest = Object(base ?? exampleOf(real, { named, optional: false }))
  const fields = Object.entries(real.properties ?? {}).flatMap(([field, property]): Reference[] => {
    const place = references[field] ?? (property.format === 'uuid' ? '' : undefined)
    if (place !== undefined) return [{ field, place, build: (id) => ({ ...rest, [field]: id }) }]
    return referencesIn(property, named).map(wrap((inner) => ({ ...rest, [field]: inner })))
  })
  return [...choices, ...items, ...fields]
}

const wrap =
  (around: (inner: unknown) => unknown) =>
  ({ field, place, build }: Reference): Reference => ({ field, place, build: (id) => around(build(id)) })

/** The query of an operation as one schema. */
export const querySchema = ({ parameters = [] }: DescribedOperation): JsonSchema => ({
  type: 'object',
  properties: Object.fromEntries(
    parameters.filter(({ in: place }) => place === 'query').map((p) => [p.name, p.schema]),
  ),
  required: parameters.filter((parameter) => parameter.in === 'query' && parameter.required).map(({ name }) => name),
})
