// Checks answers against the contract and makes their JSON.
import * as z from 'zod'
import type { Operation } from '../../../shared/contract/operation.ts'

/** An answer as it is sent: `body` is JSON, or empty. */
export type Rendered = { status: number; body: string; headers?: Record<string, string> }

/** The JSON of frozen values, such as what comes with the product: they are checked once by each schema. */
const constants = new WeakMap<z.core.$ZodType, WeakMap<object, string>>()

/** The JSON of a value as its schema lets it out. Throws an error that says where it is something else. */
function toJson(name: string, schema: z.core.$ZodType, value: unknown): string {
  const constant = typeof value === 'object' && value !== null && Object.isFrozen(value) ? value : null
  const known = constant && constants.get(schema)?.get(constant)
  if (known) return known
  const result = z.core.safeParse(schema, value)
  // Only where and what kind: the value itself may hold somebody's text.
  if (!result.success)
    throw new Error(
      `${name} made a response outside its contract: ${result.error.issues.map((i) => `${i.path.join('.')} ${i.code}`).join(', ')}`,
    )
  const json = JSON.stringify(result.data)
  if (constant) {
    const values = constants.get(schema) ?? new WeakMap<object, string>()
    constants.set(schema, values.set(constant, json))
  }
  return json
}

/** What the items of a page are; null when the schema is none of a page. */
function itemOf(schema: z.core.$ZodType): z.core.$ZodType | null {
  if (!(schema instanceof z.ZodObject) || Object.keys(schema.shape).join() !== 'items,next_cursor') return null
  const { items } = schema.shape
  return items instanceof z.ZodArray ? items.element : null
}

/** A page with items that never change, item by item; null for any other. */
function pageToJson(name: string, schema: z.core.$ZodType, value: unknown): string | null {
  const { items, next_cursor } = (value ?? {}) as { items?: unknown; next_cursor?: unknown }
  if (!Array.isArray(items) || !items.some(Object.isFrozen)) return null
  const item = itemOf(schema)
  if (!item || (next_cursor !== null && typeof next_cursor !== 'string')) return null
  return `{"items":[${items.map((one) => toJson(name, item, one)).join()}],"next_cursor":${JSON.stringify(next_cursor)}}`
}

/** `value` as the operation answers it. Throws an error, for it would be the server's fault, when it is something else. */
export function render(name: string, { status, response }: Operation, value: unknown): Rendered {
  if (!response) return { status, body: '' }
  return { status, body: pageToJson(name, response, value) ?? toJson(name, response, value) }
}
