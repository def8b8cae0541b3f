// Where that which an operation made can be read: its answer's `Location`.
import { operations } from '../../../shared/contract/operations.ts'
import { basePath, type OperationName, routes } from '../../../shared/contract/routes.ts'

const reading = new Set(
  Object.values(routes).flatMap(({ method, path }) => (method === 'GET' ? [path.replaceAll(/\{\w+\}/g, '{}')] : [])),
)

/** The path of what is made, its own id as the last `{}`; null for what makes nothing that has an address. */
export function madeAt(name: OperationName): string | null {
  const { method, path } = routes[name]
  const { status } = operations[name]
  if (method !== 'POST' || (status !== 201 && status !== 202)) return null
  const place = `${path.replace(/\/(create|import)$/, '').replaceAll(/\{\w+\}/g, '{}')}/{}`
  return reading.has(place) ? place : null
}

/** The address of a value that was made there; `params` are those of the request. */
export function locationOf(place: string, params: unknown, value: unknown): string | null {
  const { id } = Object(value) as { id?: unknown }
  if (typeof id !== 'string') return null
  const ids = [...Object.values(Object(params)), id].map((part) => encodeURIComponent(String(part))).values()
  return basePath + place.replaceAll('{}', () => ids.next().value ?? '')
}
