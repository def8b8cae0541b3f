// Drive's own form of errors: a list of reasons beside the message.
import { ApiError } from '../api-error.ts'

/** A refusal with Drive's reason and the parameter that it is about. */
export class DriveError extends ApiError {
  readonly reason: string
  readonly location: string | undefined

  constructor(code: number, reason: string, message: string, location?: string) {
    super(code, code === 404 ? 'NOT_FOUND' : code === 403 ? 'PERMISSION_DENIED' : 'INVALID_ARGUMENT', message)
    this.reason = reason
    this.location = location
  }
}

export function fileNotFound(id: string): DriveError {
  return new DriveError(404, 'notFound', `File not found: ${id}.`, 'fileId')
}

/** A mask that names what there is not. */
export function unknownDriveField(name: string): DriveError {
  return new DriveError(400, 'invalidParameter', `Invalid field selection ${name}`, 'fields')
}

/** The body of the answer; refusals that are not Drive's own keep their status and details. */
export function driveErrorBody(error: ApiError): object {
  const { code, message, status, details } = error
  if (error instanceof DriveError) {
    const place = error.location ? { location: error.location, locationType: 'parameter' } : {}
    return { error: { code, message, errors: [{ message, domain: 'global', reason: error.reason, ...place }] } }
  }
  const login = code === 401 ? { location: 'Authorization', locationType: 'header' } : {}
  const reason = code === 401 ? 'authError' : code === 403 ? 'insufficientPermissions' : 'badRequest'
  const errors = [{ message: code === 401 ? 'Invalid Credentials' : message, domain: 'global', reason, ...login }]
  return { error: { code, message, errors, status, ...(details ? { details } : {}) } }
}
