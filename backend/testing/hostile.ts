// Values that clients should not send and do: wrong kinds, sizes, characters, and texts that mean something elsewhere.
import fc from 'fast-check'

const nested = (depth: number, inner: unknown): unknown => (depth === 0 ? inner : [nested(depth - 1, inner)])

const texts = [
  ...['', ' ', '\t\n', '0', '-1', '1.5', '1e400', '0x10', 'Infinity', 'NaN', 'null', 'undefined', 'true', '١٢٣', '-0'],
  ...[
    '\u0000',
    'a\u0000b',
    '\ud800',
    'x\udfffy',
    '\ufeff',
    '\u202eabc',
    '\u0085',
    '\u2028',
    '👩‍👩‍👧‍👦',
    'e\u0301'.repeat(50),
  ],
  ...[
    "'; drop table users; --",
    "' or 1=1 --",
    '$1',
    '%',
    '_',
    '\\',
    "\\'",
    '%s%n',
    '{{7*7}}',
    '#{7*7}',
    '`id`',
    '$(id)',
  ],
  ...['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', 'javascript:alert(1)', '=cmd|" /C calc"!A0'],
  ...['a\r\nSet-Cookie: a=b', 'a\nb', '../../../etc/passwd', '..%2f..%2f', 'file:///etc/passwd', 'C:\\nul', 'CON'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', 'length', 'then'],
  ...['2026-02-30', '0000-00-00T00:00:00Z', '9999-12-31T23:59:60Z', '+275760-09-13', '2026-01-01T00:00:00+99:99'],
  ...['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', '0192f3a4-5b6c-4d7e-8f90'],
  ...['a'.repeat(201), 'ä'.repeat(5_000), 'x'.repeat(60_000), '😀'.repeat(2_000), '('.repeat(3_000), ' '.repeat(3_000)],
]

const numbers = [0, -0, -1, 1.5, 1e308, -1e308, 5e-324, 2 ** 31, 2 ** 32, -(2 ** 31) - 1, 2 ** 53, 2 ** 63, 1e21]

const things: unknown[] = [
  ...[null, true, false, [], {}, [[]], [null], [{}], [[[]]]],
  JSON.parse('{"__proto__":{"admin":true}}'),
  JSON.parse('{"constructor":{"prototype":{"admin":true}}}'),
  JSON.parse('{"then":1,"toString":1,"toJSON":1}'),
  ...[{ length: -1 }, { $gt: '' }, { $ref: '#' }],
  ...[nested(60, 1), nested(150, 'x'), Array(2_000).fill(0), Array(300).fill({ a: 1 })],
]

export const hostileTexts: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...texts) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
)

export const hostileValues: fc.Arbitrary<unknown> = fc.oneof(
  hostileTexts,
  fc.constantFrom(...numbers),
  fc.constantFrom(...things),
  fc.anything({ maxDepth: 2, withNullPrototype: false }).map((value) => JSON.parse(JSON.stringify(value) ?? 'null')),
)

/** One change to a value: at the place that `at` chooses, what stands there is replaced, left out, or gets company. */
type Change = { at: number; kind: 'replace' | 'remove' | 'add' | 'double'; value: unknown; name: string }

const changes: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'add', 'double'),
  value: hostileValues,
  name: hostileTexts,
})

type Place = { owner: Record<string, unknown> | unknown[]; key: string }

function* placesIn(owner: unknown): Generator<Place> {
  if (owner === null || typeof owner !== 'object') return
  for (const [key, value] of Object.entries(owner)) {
    yield { owner: owner as Place['owner'], key }
    yield* placesIn(value)
  }
}

function apply(root: { value: unknown }, { at, kind, value: drawn, name }: Change): void {
  // The same value is drawn again: put in as it is, it could come to hold itself.
  const value = structuredClone(drawn)
  const places = [...placesIn(root)]
  const place = places[at % places.length]
  if (!place) return
  const owner = place.owner as Record<string, unknown>
  if (kind === 'replace') owner[place.key] = value
  else if (kind === 'remove' && Array.isArray(place.owner)) place.owner.splice(Number(place.key), 1)
  else if (kind === 'remove') delete owner[place.key]
  else if (kind === 'double' && Array.isArray(place.owner)) place.owner.push(owner[place.key], owner[place.key])
  // A list has its `length` already, which nothing else can take the place of.
  else if (Array.isArray(place.owner)) place.owner.push(value)
  else Object.defineProperty(owner, name, { value, enumerable: true, configurable: true, writable: true })
}

/** Values that are valid but for one to three changes. */
export const nearly = (valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.tuple(valid, fc.array(changes, { minLength: 1, maxLength: 3 })).map(([value, list]) => {
    const root = { value: structuredClone(value) }
    for (const change of list) apply(root, change)
    return root.value
  })
