// Draws requests for an operation of the document: good ones, almost good ones, and hostile ones.
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { type OperationName, routes } from '../../shared/contract/routes.ts'
import type { NamedSchemas } from '../platform/http/openapi/json-schema.ts'
import type { DescribedOperation } from '../platform/http/openapi/open-api-document.ts'
import { hostileTexts, hostileValues, nearly } from './hostile.ts'
import { exampleBody } from './person.ts'
import { marker, validValues } from './valid.ts'
import { placesOf, querySchema } from './world.ts'

/** `path` and `body` may have markers in them. Who asks: the person, another one, or nobody that is known. */
export type FuzzRequest = {
  method: string
  path: string
  headers: [string, string][]
  body: string | Uint8Array | undefined
  who: 'person' | 'stranger' | 'nobody'
}

const mostly = <T>(usual: fc.Arbitrary<T>, other: fc.Arbitrary<T>, weight = 6): fc.Arbitrary<T> =>
  fc.oneof({ weight, arbitrary: usual }, { weight: 1, arbitrary: other })

/** What stands in the address for an id; encoded, so that it stays one part of it. */
const ids = (place: string): fc.Arbitrary<string> =>
  mostly(
    fc.constant(marker(place)),
    fc.oneof(
      fc.uuid(),
      hostileTexts.filter((text) => text !== '').map((text) => encodeURIComponent(text.toWellFormed()).slice(0, 2_000)),
      fc.constantFrom('%00', '%E0%A4%A', '%2e%2e%2f', '%ff', 'a;b', 'UPPER', '-', '~', '%20'),
    ),
  )

function paths(name: OperationName): fc.Arbitrary<string> {
  const places = placesOf(name)
  return fc.tuple(...places.map(ids)).map((chosen) => {
    const left = chosen.values()
    return routes[name].path.replace(/\{\w+\}/g, () => left.next().value ?? '')
  })
}

function queries(operation: DescribedOperation, named: NamedSchemas): fc.Arbitrary<string> {
  const schema = querySchema(operation)
  const pairs = (values: unknown): [string, string][] =>
    Object.entries(Object(values)).map(([name, value]) => [name, String(value).toWellFormed()])
  const valid = validValues(schema, named).map((values) => new URLSearchParams(pairs(values)).toString())
  const known = Object.keys(schema.properties ?? {})
  const names = known.length > 0 ? fc.oneof(fc.constantFrom(...known), hostileTexts) : hostileTexts
  const odd = fc
    .array(fc.tuple(names, hostileTexts), { maxLength: 4 })
    .map((list) =>
      new URLSearchParams(list.map(([name, value]) => [name.toWellFormed(), value.toWellFormed()])).toString(),
    )
  const raw = fc.constantFrom(
    'a[]=1&a[]=2',
    'limit=1&limit=2',
    'limit=%',
    'cursor=%E0%A4%A',
    '&&=&',
    '?',
    'limit[a]=1',
    '__proto__[x]=1',
  )
  return fc.oneof({ weight: 6, arbitrary: valid }, { weight: 3, arbitrary: odd }, { weight: 1, arbitrary: raw })
}

const json: [string, string][] = [['content-type', 'application/json']]
type Body = Pick<FuzzRequest, 'body' | 'headers'>

const asJson = (value: unknown): Body => ({ body: JSON.stringify(value) ?? 'null', headers: json })

/** Bodies that are no JSON, or JSON in another coat. */
const damaged = (values: fc.Arbitrary<unknown>): fc.Arbitrary<Body> =>
  fc.tuple(values, fc.nat(1_000)).chain(([value, at]) => {
    const text = JSON.stringify(value) ?? 'null'
    const type = (contentType: string, body: string | Uint8Array | undefined = text): Body => ({
      body,
      headers: contentType === '' ? [] : [['content-type', contentType]],
    })
    const packed = new Uint8Array(gzipSync(text))
    const coded = (coding: string, body: string | Uint8Array): Body => ({
      body,
      headers: [...json, ['content-encoding', coding]],
    })
    return fc.constantFrom<Body>(
      type('application/json', text.slice(0, at % (text.length + 1))),
      type('application/json', `\ufeff${text}`),
      type('application/json', `${text}${text}`),
      type('application/json', `{"a":1,${text.slice(1)}`),
      type('application/json', new Uint8Array(Buffer.from(text, 'utf16le'))),
      type('application/json', new Uint8Array([0xff, 0xfe, 0x00, 0x80])),
      type('application/json', '"text"'),
      type('application/json', '1e999'),
      type('application/json', ''),
      type('application/json', undefined),
      type('application/json; charset=utf-16'),
      type('application/json; charset="'),
      type('application/vnd.api+json'),
      type('text/plain'),
      type('application/x-www-form-urlencoded', 'a=1&__proto__[x]=1'),
      type('multipart/form-data; boundary=x', '--x\r\n\r\n--x--'),
      type('application/octet-stream'),
      type('a/b/c; =;'),
      type(''),
      coded('gzip', packed),
      coded('gzip', text),
      coded('br', text),
      coded('nonsense', text),
    )
  })

/** Bytes as people upload them, under names as people have them. */
const files: fc.Arbitrary<Body> = fc
  .tuple(
    fc.oneof(
      fc.constantFrom('a,b\n1,2\n', '{"a":[1]}', '<table><tr><td>1</table>', 'PK\u0003\u0004', ''),
      hostileTexts,
    ),
    mostly(
      fc.constantFrom('a.csv', 'b.xlsx', 'c.json', 'd.txt', '%E2%82%AC.csv'),
      hostileTexts.map((text) => encodeURIComponent(text.toWellFormed())),
    ),
    mostly(fc.constant('application/octet-stream'), fc.constantFrom('text/csv', 'application/json', 'x')),
  )
  .map(([text, name, type]) => ({
    body: new Uint8Array(Buffer.from(text)),
    headers: [['content-type', type], ...(name ? [['x-file-name', name.slice(0, 4_000)] as [string, string]] : [])],
  }))

function bodies(operation: DescribedOperation, named: NamedSchemas): fc.Arbitrary<Body> {
  const content = operation.requestBody?.content
  if (content?.['application/octet-stream']) return files
  const schema = content?.['application/json']?.schema
  const none = fc.constant<Body>({ body: undefined, headers: [] })
  if (!schema) return mostly(none, hostileValues.map(asJson), 8)
  const valid = mostly(validValues(schema, named), fc.constant(exampleBody(operation)), 2)
  return fc.oneof(
    { weight: 5, arbitrary: valid.map(asJson) },
    { weight: 6, arbitrary: nearly(valid).map(asJson) },
    { weight: 2, arbitrary: hostileValues.map(asJson) },
    { weight: 2, arbitrary: damaged(valid) },
    { weight: 1, arbitrary: none },
  )
}

/** What a header can carry: Node’s own client refuses the rest. */
const headerTexts = hostileTexts.map((text) => text.replace(/[^\t\x20-\x7e\x80-\xff]/g, '').slice(0, 1_500))

const oddHeaders: fc.Arbitrary<[string, string]> = fc.oneof(
  fc.tuple(
    fc.constantFrom(
      'idempotency-key',
      'if-match',
      'last-event-id',
      'x-request-id',
      'if-none-match',
      'range',
      'origin',
      'accept-language',
    ),
    headerTexts,
  ),
  fc.tuple(
    fc.constant('accept'),
    fc.constantFrom(
      'text/event-stream',
      '*/*',
      'text/html',
      'application/json;q=0',
      'image/*',
      ',',
      'text/event-stream;q=0.1, */*',
    ),
  ),
  fc.tuple(
    fc.constant('if-match'),
    fc.constantFrom('*', '"x"', 'W/"x"', '"', '"a", "b"', ',,,', '"MjAyNi0wNS0wNFQwOTozMDowMC4wMDBa"'),
  ),
  fc.tuple(fc.constant('last-event-id'), fc.constantFrom('0', '1', '-1', '1e9', '99999999999999999999', '2', 'x')),
  fc.tuple(fc.constant('idempotency-key'), fc.constantFrom('one', 'two', 'k'.repeat(200), 'k'.repeat(201), ' ', 'ü')),
  fc.tuple(
    fc.constantFrom('x-forwarded-for', 'x-forwarded-host', 'x-http-method-override', 'cookie', 'forwarded'),
    headerTexts,
  ),
)

/** Requests for one operation. */
export function fuzzRequests(
  name: OperationName,
  operation: DescribedOperation,
  named: NamedSchemas,
): fc.Arbitrary<FuzzRequest> {
  return fc
    .record({
      path: paths(name),
      query: queries(operation, named),
      sent: bodies(operation, named),
      more: fc.oneof(
        { weight: 2, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.array(oddHeaders, { maxLength: 3 }) },
      ),
      who: fc.constantFrom<FuzzRequest['who']>(...Array(12).fill('person'), 'stranger', 'nobody'),
    })
    .map(({ path, query, sent, more, who }) => ({
      method: routes[name].method,
      // Longer heads are refused by Node itself, with 431.
      path: query === '' ? path : `${path}?${query.slice(0, 4_000)}`,
      headers: [...sent.headers, ...more],
      body: sent.body,
      who,
    }))
}
