// The kinds of request that need something this Google does not have: connected data and comments.
import { ApiError, badRequest } from '../api-error.ts'

/** The refusal of a kind that nothing here can carry out. */
export function refusedRequests(kind: string): ApiError {
  if (/DataSource/.test(kind))
    return new ApiError(403, 'PERMISSION_DENIED', 'The caller does not have permission to use connected data sources.')
  if (/Comment/.test(kind))
    return new ApiError(
      403,
      'PERMISSION_DENIED',
      'Comments are open only to projects of the developer preview program.',
    )
  return badRequest('No request set.')
}
