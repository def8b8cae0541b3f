// One request to an emulated API after it has been read, allowed and validated, and what answers it.

import type { Workbook } from '../../workbook/workbook.ts'
import { accessOf } from '../access.ts'
import { ApiError, notFound } from '../api-error.ts'
import type { Files } from '../files.ts'
import type { Selection } from './select-fields.ts'

export type Json = Record<string, unknown>

/** Who asks: the account, the OAuth client, and the scopes granted (last part of their addresses). */
export type Caller = { user: string; client: string; scopes: string[] }

export type Call = {
  /** Whether the method only reads. */
  reads: boolean
  /** Parameters of the path, decoded. */
  path: Record<string, string>
  /** Parameters of the query by their names, as the types that they have. */
  query: Json
  /** The body in camelCase with enumerations as names and without nulls. */
  body: Json
  /** Whether contents are asked for in place of metadata (`alt=media`). */
  media: boolean
  /** The mask of the answer; undefined when none was sent. */
  fields: Selection | undefined
  caller: Caller
  files: Files
}

/** A file's bytes or an empty answer, where it is not JSON. */
export class Raw {
  readonly status: number
  readonly type: string
  readonly content: string | Uint8Array

  constructor(status: number, type: string, content: string | Uint8Array) {
    this.status = status
    this.type = type
    this.content = content
  }
}

export type Handler = (call: Call) => object | Raw | Promise<object | Raw>
export type Handlers = Record<string, Handler>

/** The workbook that the path names; Google's 404 or 403 when the caller may not see or change it. */
export function bookOf({ files, caller, path, reads }: Call): Workbook {
  const file = files.get(path.spreadsheetId ?? '')
  const access = file?.book ? accessOf(file, caller) : 'hidden'
  if (access === 'hidden') throw notFound()
  if (access === 'none' || (access === 'read' && !reads))
    throw new ApiError(403, 'PERMISSION_DENIED', 'The caller does not have permission')
  return file!.book!
}
