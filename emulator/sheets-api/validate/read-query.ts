// Reads the parameters of a query by the method's table, Google's own ones (alt, fields, key …) left aside.
import type { Api, Method } from '../discovery/api-table.ts'
import { snakeCase, typeName } from './proto-names.ts'
import { fieldOf } from './read-message.ts'
import { readScalar } from './read-scalar.ts'
import { invalidValue, unknownName, type Violation } from './violations.ts'

/** Parameters that every method takes. */
const system =
  /^\$?(\.?xgafv|access_token|alt|callback|fields|key|oauth_token|prettyPrint|quotaUser|userIp|uploadType|upload_protocol|pp|bearer_token|outputFormat|unique|trace|userProject|apiVersion)$/

/** The parameters by their names, typed; the last value counts where only one is taken. */
export function readQuery(
  api: Api,
  method: Method,
  query: URLSearchParams,
  violations: Violation[],
): Record<string, unknown> {
  const result: Record<string, unknown> = {}
  for (const given of new Set(query.keys())) {
    if (system.test(given)) continue
    const [name, type] = fieldOf(method.query, given)
    if (!type) {
      const reason = `Cannot bind query parameter. Field '${given}' could not be found in request message.`
      violations.push(unknownName('', given, reason))
      continue
    }
    const values = type.kind === 'enum' ? api.enums.get(type.name ?? '') : undefined
    const read = query.getAll(given).flatMap((text) => {
      const value = readScalar(type, type.kind === 'bool' ? text.toLowerCase() : text, values)
      if (value === undefined && text !== '')
        violations.push(invalidValue(snakeCase(name), typeName(type, values), JSON.stringify(text)))
      return value === undefined ? [] : [value]
    })
    if (type.repeated) result[name] = read
    else if (read.length > 0) result[name] = read.at(-1)
  }
  return result
}
