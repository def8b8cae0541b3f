// Every body, parameter and answer of the document has an example, and every example fits its schema.
import { expect, test } from 'vitest'
import { operations } from '../../../../shared/contract/operations.ts'
import { createDocumentCheck } from '../../../testing/check-answer.ts'
import { openApiDocument } from '../openapi.ts'
import type { JsonSchema } from './json-schema.ts'
import type { Content, Example, MediaType } from './open-api-document.ts'

const document = openApiDocument('1.0.0')
const { faultsOf } = createDocumentCheck(document)
const described = Object.values(document.paths).flatMap((path) => Object.values(path))

const isJson = (type: string) => /[/+]json$/.test(type)
const referred = ({ $ref, value }: Example) =>
  $ref ? document.components.examples[$ref.replace('#/components/examples/', '')]?.value : value

const valuesOf = ({ example, examples }: MediaType): unknown[] =>
  examples ? Object.values(examples).map(referred) : example === undefined ? [] : [example]

/** What is wrong with the examples of one body or answer. */
const faultsOfContent = (content: Content): string[] =>
  Object.entries(content).flatMap(([type, media]) => {
    if (!isJson(type) || media.schema?.format === 'binary') return []
    const values = valuesOf(media)
    if (values.length === 0) return [`${type} has no example`]
    return values.flatMap((value) => faultsOf(media.schema ?? {}, value))
  })

test.each(described)('$operationId: its examples fit', ({ requestBody, responses, parameters = [] }) => {
  expect(faultsOfContent(requestBody?.content ?? {})).toEqual([])
  for (const answer of Object.values(responses)) expect(faultsOfContent(answer.content ?? {})).toEqual([])
  for (const { name, required, schema, example } of parameters) {
    if (required) expect([name, example]).not.toEqual([name, undefined])
    if (example !== undefined) expect([name, ...faultsOf(schema, example)]).toEqual([name])
  }
})

test.each(described)(
  '$operationId: the server itself takes the examples of its body',
  ({ operationId, requestBody }) => {
    const { body } = operations[operationId as keyof typeof operations] as { body?: { parse(value: unknown): unknown } }
    for (const value of valuesOf(requestBody?.content['application/json'] ?? {}))
      expect(() => body?.parse(value)).not.toThrow()
  },
)

/** Every schema below one, with where it stands. */
function* schemasBelow(schema: JsonSchema, path: string): Generator<[string, JsonSchema]> {
  yield [path, schema]
  for (const [name, property] of Object.entries(schema.properties ?? {}))
    yield* schemasBelow(property, `${path}.${name}`)
  for (const part of [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.items ? [schema.items] : [])])
    yield* schemasBelow(part, path)
}

test('fields say what they mean', () => {
  const fields = Object.entries(document.components.schemas).flatMap(([name, schema]) =>
    Object.entries(schema.properties ?? {}).map(([field, property]) => [`${name}.${field}`, property] as const),
  )
  const said = fields.filter(([, { description, $ref }]) => description || $ref)
  expect(said.length / fields.length).toBeGreaterThan(0.8)
})

test('no schema repeats what its format says, and all of them resolve', () => {
  const text = JSON.stringify(document)
  for (const [, name = ''] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g))
    expect(Object.keys(document.components.schemas)).toContain(name)
  for (const [name, schema] of Object.entries(document.components.schemas))
    for (const [path, { format, pattern }] of schemasBelow(schema, name))
      expect([path, format === 'uuid' && pattern !== undefined]).toEqual([path, false])
})
