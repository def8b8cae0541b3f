// One request to an emulated API after it has been read, allowed and validated, and what answers it.

import type { Workbook } from '../../workbook/workbook.ts'
import { notFound } from '../api-error.ts'
import { type DriveFile, type Files, spreadsheetType } from '../files.ts'

export type Json = Record<string, unknown>

/** Who asks: the account, the OAuth client, and the scopes granted (last part of their addresses). */
export type Caller = { user: string; client: string; scopes: string[] }

export type Call = {
  /** Parameters of the path, decoded. */
  path: Record<string, string>
  /** Parameters of the query by their names, as the types that they have. */
  query: Json
  /** The body in camelCase with enumerations as names and without nulls. */
  body: Json
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

/** The workbook that the path names; Google's 404 when there is none that the caller may see. */
export function bookOf(call: Call): Workbook {
  return spreadsheetFile(call).book!
}

/** The file of the spreadsheet that the path names. */
export function spreadsheetFile({ files, caller, path }: Call): DriveFile {
  const file = files.get(path.spreadsheetId ?? '')
  if (!file?.book || file.mimeType !== spreadsheetType || !maySee(file, caller)) throw notFound()
  return file
}

/** With `drive.file` alone an app sees only what it made or was opened with. */
export function maySee(file: DriveFile, { scopes, client }: Caller): boolean {
  const wide = [
    'drive',
    'drive.readonly',
    'spreadsheets',
    'spreadsheets.readonly',
    'drive.metadata',
    'drive.metadata.readonly',
  ]
  return scopes.some((scope) => wide.includes(scope)) || file.client === client
}
