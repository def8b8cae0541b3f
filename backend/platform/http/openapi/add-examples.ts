// Gives every body, parameter and answer of an operation an example.
import type { Operation } from '../../../../shared/contract/operation.ts'
import { operations } from '../../../../shared/contract/operations.ts'
import type { OperationName } from '../../../../shared/contract/routes.ts'
import { bodyExamples } from './body-examples.ts'
import { exampleOf } from './example-of.ts'
import { type JsonSchema, type NamedSchemas, resolve } from './json-schema.ts'
import type { Content, DescribedOperation } from './open-api-document.ts'

const isJson = (type: string) => /[/+]json$/.test(type)

function addTo(content: Content, example: (schema: JsonSchema) => unknown): void {
  for (const [type, media] of Object.entries(content))
    if (isJson(type) && media.schema && !media.examples && media.example === undefined)
      media.example = example(media.schema)
}

/** Changes the operation in place. What it has examples of already stays. `named` is `components.schemas`. */
export function addExamples(operation: DescribedOperation, named: NamedSchemas): void {
  for (const parameter of operation.parameters ?? [])
    if (parameter.required)
      parameter.example ??= exampleOf(parameter.schema, { named, optional: false }, parameter.name)
  const body = operation.requestBody?.content
  const written = bodyExamples[operation.operationId]
  if (body?.['application/json'] && written) body['application/json'].examples = written
  if (body) addTo(body, (schema) => acceptable(operation.operationId, schema, named))
  for (const answer of Object.values(operation.responses))
    if (answer.content) addTo(answer.content, (schema) => exampleOf(schema, { named, optional: true }))
}

/**
 * An example of the body that the operation takes. A schema can’t say that one of several fields has to be there: when
 * the smallest example is refused, each field that may be left out is tried beside it.
 */
function acceptable(operationId: string, schema: JsonSchema, named: NamedSchemas): unknown {
  const { body }: Operation = operations[operationId as OperationName]
  const smallest = exampleOf(schema, { named, optional: false })
  const { properties = {} } = resolve(schema, named)
  const whole = Object.keys(properties).map((field) => ({
    ...Object(smallest),
    [field]: exampleOf(properties[field] ?? {}, { named, optional: false }, field, 1),
  }))
  return [smallest, ...whole].find((value) => body?.safeParse(value).success) ?? smallest
}
