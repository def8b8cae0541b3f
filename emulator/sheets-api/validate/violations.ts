// What a request got wrong, collected and said in Google's words.
import { type ApiError, badRequest } from '../api-error.ts'

export type Violation = { field: string; description: string }

/** A name that the message has no field for, or that cannot take what was given. `where` is '' for the root. */
export function unknownName(where: string, name: string, reason: string): Violation {
  const place = where === '' ? '' : ` at '${where}'`
  return {
    field: where,
    description: `Invalid JSON payload received. Unknown name "${name}"${place}: ${reason}`,
  }
}

/** A value that the field's type does not take. */
export function invalidValue(where: string, type: string, value: string): Violation {
  const place = where === '' ? '' : ` at '${where}'`
  return { field: where, description: `Invalid value${place} (${type}), ${value}` }
}

/** The 400 for all of them; a violation at the root names no field. */
export function violationsError(violations: Violation[]): ApiError {
  return badRequest(violations.map(({ description }) => description).join('\n'), [
    {
      '@type': 'type.googleapis.com/google.rpc.BadRequest',
      fieldViolations: violations.map(({ field, description }) =>
        field === '' ? { description } : { field, description },
      ),
    },
  ])
}
