// The shape of the OpenAPI document as it is served, as far as it is read again here.
import type { JsonSchema, NamedSchemas } from './json-schema.ts'

export type Example = { summary?: string; value?: unknown; $ref?: string }
export type MediaType = { schema?: JsonSchema; example?: unknown; examples?: Record<string, Example> }
export type Content = Record<string, MediaType>

export type Parameter = {
  name: string
  in: 'path' | 'query' | 'header' | 'cookie'
  required?: boolean
  description?: string
  schema: JsonSchema
  example?: unknown
}

export type Answer = { description: string; headers?: Record<string, unknown>; content?: Content }

export type DescribedOperation = {
  operationId: string
  summary: string
  description?: string
  tags?: string[]
  security?: Record<string, string[]>[]
  parameters?: Parameter[]
  requestBody?: { required?: boolean; content: Content }
  responses: Record<string, Answer>
}

export type OpenApiDocument = {
  openapi: string
  paths: Record<string, Record<string, DescribedOperation>>
  components: {
    schemas: NamedSchemas
    headers: Record<string, unknown>
    examples: Record<string, Example>
    securitySchemes: Record<string, unknown>
  }
}
