// The file that a Drive request names, if the caller may do with it what the request wants.
import { accessOf } from '../access.ts'
import type { DriveFile } from '../files.ts'
import type { Call } from '../http/call.ts'
import { DriveError, fileNotFound } from './drive-error.ts'

/** The file; Drive's 404 when the caller cannot see it, its 403 when it may only read what it wants to change. */
export function fileOf({ files, caller, path }: Call, need: 'read' | 'write'): DriveFile {
  const id = path.fileId ?? ''
  const file = files.get(id)
  const access = file ? accessOf(file, caller) : 'none'
  if (!file || access === 'none' || access === 'hidden') throw fileNotFound(id)
  if (need === 'write' && access === 'read')
    throw new DriveError(
      403,
      'insufficientFilePermissions',
      'The user does not have sufficient permissions for this file.',
    )
  return file
}
