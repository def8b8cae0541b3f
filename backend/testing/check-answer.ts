// Holds answers of the API against the document that the server serves: status, type, body, headers.
import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js'
import { createParser } from 'eventsource-parser'
import type { JsonSchema } from '../platform/http/openapi/json-schema.ts'
import type { Answer, DescribedOperation, OpenApiDocument } from '../platform/http/openapi/open-api-document.ts'

/** An answer as it was received; header names in lower case. */
export type Received = { status: number; headers: Record<string, string | undefined>; body: string }

const formats: Record<string, RegExp> = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
  date: /^\d{4}-\d\d-\d\d$/,
  email: /^\S+@\S+$/,
  uri: /^[a-z][a-z0-9+.-]*:\S+$/i,
}

export type DocumentCheck = {
  document: OpenApiDocument
  /** What is wrong with a value under a schema of the document; empty when nothing is. */
  faultsOf(schema: JsonSchema, value: unknown): string[]
  /** What is wrong with an answer to an operation. */
  faultsOfAnswer(operation: DescribedOperation, answer: Received): string[]
}

export function createDocumentCheck(document: OpenApiDocument): DocumentCheck {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true })
  for (const [name, format] of Object.entries(formats)) ajv.addFormat(name, format)
  ajv.addFormat('binary', true)
  ajv.addSchema({ ...document, $id: 'document' } as AnySchema)
  const compiled = new Map<string, ReturnType<typeof ajv.compile>>()

  function faultsOf(schema: JsonSchema, value: unknown): string[] {
    const text = JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"document#/')
    const validate = compiled.get(text) ?? ajv.compile(JSON.parse(text))
    compiled.set(text, validate)
    if (validate(value)) return []
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message}`).slice(0, 5)
  }

  function faultsOfBody({ content }: Answer, { headers, body }: Received): string[] {
    const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase()
    if (!content) return body === '' ? [] : ['has a body although none is described']
    const media = type === undefined ? undefined : content[type]
    if (!media) return [`has the type ${type}, described are ${Object.keys(content).join(', ')}`]
    const { schema } = media
    if (!schema || schema.format === 'binary' || type === 'text/html') return []
    if (type === 'text/event-stream') return dataOf(body).flatMap((data) => faultsOf(schema, parsed(data)))
    return faultsOf(schema, parsed(body))
  }

  return {
    document,
    faultsOf,
    faultsOfAnswer(operation, received) {
      const answer = operation.responses[String(received.status)]
      if (!answer) return [`has the status ${received.status}, described are ${Object.keys(operation.responses)}`]
      return [
        ...faultsOfBody(answer, received),
        ...faultsOfCode(answer, received),
        ...faultsOfHeaders(answer, received),
      ]
    },
  }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Headers that are described but only sent where there is something to say. */
const perhaps = [
  ...['retry-after', 'content-disposition', 'etag', 'ratelimit', 'ratelimit-policy', 'idempotency-replayed'],
]

function faultsOfHeaders({ headers = {} }: Answer, received: Received): string[] {
  const promised = Object.keys(headers).filter((name) => !perhaps.includes(name.toLowerCase()))
  return promised.filter((name) => received.headers[name.toLowerCase()] === undefined).map((name) => `lacks ${name}`)
}

/** A problem carries its own status, and a code that the answer’s description names. */
function faultsOfCode({ description }: Answer, received: Received): string[] {
  // A person with a browser is told on a page.
  if (received.status < 400 || received.headers['content-type']?.startsWith('text/html')) return []
  const problem = parsed(received.body) as { code?: string; status?: number } | undefined
  return [
    ...(problem?.status === received.status ? [] : [`says the status ${problem?.status} in its body`]),
    ...(description.includes(`\`${problem?.code}\``) ? [] : [`has the code ${problem?.code}, which is not described`]),
  ]
}

function dataOf(text: string): string[] {
  const found: string[] = []
  createParser({ onEvent: ({ data }) => found.push(data) }).feed(text)
  return found
}
