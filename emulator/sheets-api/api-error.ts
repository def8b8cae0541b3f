// The one error that a request to the emulated Google APIs ends in, and its JSON as Google writes it.

/** Google's canonical status names. */
export type Status =
  | 'INVALID_ARGUMENT'
  | 'FAILED_PRECONDITION'
  | 'UNAUTHENTICATED'
  | 'PERMISSION_DENIED'
  | 'NOT_FOUND'
  | 'RESOURCE_EXHAUSTED'
  | 'INTERNAL'
  | 'UNAVAILABLE'

/** What Google answers in place of a result: an HTTP code, its status name, a message, and sometimes details. */
export class ApiError extends Error {
  readonly code: number
  readonly status: Status
  readonly details: object[] | undefined

  constructor(code: number, status: Status, message: string, details?: object[]) {
    super(message)
    this.code = code
    this.status = status
    this.details = details
  }
}

/** A 400 INVALID_ARGUMENT. */
export function badRequest(message: string, details?: object[]): ApiError {
  return new ApiError(400, 'INVALID_ARGUMENT', message, details)
}

/** The 404 for a file that does not exist or that the caller may not see. */
export function notFound(): ApiError {
  return new ApiError(404, 'NOT_FOUND', 'Requested entity was not found.')
}

/** The body of the answer, as the Sheets API writes it. */
export function errorBody({ code, message, status, details }: ApiError): object {
  return { error: { code, message, status, ...(details ? { details } : {}) } }
}
