// Makes the OpenAPI 3.1 document from the contract's operations.
import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi'
import { basePath, type OperationName, routes } from '../../../shared/contract/routes.ts'
import { scopes } from '../../../shared/contract/scopes.ts'
import { addExamples } from './openapi/add-examples.ts'
import { describeOperation } from './openapi/describe-operation.ts'
import { dressNamed, dressSchemas } from './openapi/dress-schemas.ts'
import { answerHeaders } from './openapi/headers.ts'
import type { OpenApiDocument } from './openapi/open-api-document.ts'
import { problemExamples } from './openapi/responses.ts'
import { tagsOf } from './openapi/tags.ts'

const description = `Turns conversation, pasted text and files into typed tables, and writes them into Google Sheets.

Keys are in snake_case, ids are UUIDs, times are ISO 8601 in UTC. Lists come in pages: \`{ "items": […], "next_cursor": … }\`.
What goes wrong is told as \`application/problem+json\` (RFC 9457); programs go by its \`code\`.
Every write takes \`Idempotency-Key\`: sent again with the same key and body, it answers what the first one did.`

const bearer = {
  type: 'http' as const,
  scheme: 'bearer',
  bearerFormat: 'JWT',
  description: 'The access token of a signed-in person, from registering or signing in.',
}

const apiKey = {
  type: 'http' as const,
  scheme: 'bearer',
  bearerFormat: 'API key',
  description: `A personal API key, sent like an access token. What it may do was chosen when it was made: ${scopes.join(', ')}.`,
}

/** The whole document. `publicUrl` is where people reach the server, when that is known. */
export function openApiDocument(version: string, publicUrl?: string): OpenApiDocument {
  const paths: ZodOpenApiPathsObject = {}
  const names = Object.keys(routes) as OperationName[]
  for (const name of names) {
    const { method, path } = routes[name]
    paths[path] = { ...paths[path], [method.toLowerCase()]: describeOperation(name) }
  }
  const made = createDocument({
    openapi: '3.1.0',
    info: { title: 'Tablewright', version, description },
    servers: [{ url: `${publicUrl ?? ''}${basePath}`, description: 'This server' }],
    tags: tagsOf(names.map((name) => routes[name].path)),
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: { bearer, api_key: apiKey },
      headers: Object.fromEntries(Object.entries(answerHeaders)),
      examples: problemExamples,
    },
  })
  // A copy that shares nothing, to be dressed.
  const document: OpenApiDocument = JSON.parse(JSON.stringify(made))
  dressNamed(document.components.schemas)
  for (const path of Object.values(document.paths))
    for (const operation of Object.values(path)) {
      dressSchemas([operation.parameters, operation.requestBody, operation.responses], operation.operationId)
      addExamples(operation, document.components.schemas)
    }
  // Some problems are only told in streams and pages.
  const told = JSON.stringify(document.paths)
  for (const code of Object.keys(problemExamples))
    if (!told.includes(`"#/components/examples/${code}"`)) delete document.components.examples[code]
  return document
}
