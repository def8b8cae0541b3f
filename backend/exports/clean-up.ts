// Takes away what an operation has left in Google that nobody has seen, when it will not be finished.
import * as z from 'zod'
import type { GoogleApi } from '../platform/google/google-api.ts'
import { findLeftovers } from './find-done.ts'
import { findByOperation, removeFile } from './make-file.ts'
import { readStructure } from './read-structure.ts'
import { writeIdOf } from './write-operation.ts'

/** A spreadsheet in which the operation's first table is done is not taken away; true then. */
export async function cleanUpCreation(google: GoogleApi, operationId: string): Promise<void> {
  const id = await findByOperation(google, google.call, operationId)
  if (id !== null) await removeFile(google, id)
}

/** The hidden sheets of the tables of an operation. */
export async function cleanUpSheets(
  google: GoogleApi,
  spreadsheetId: string,
  { operationId, tables }: { operationId: string; tables: number },
): Promise<void> {
  const structure = await readStructure(google, spreadsheetId)
  const done = new Set(structure.done.map(({ sheet_id }) => sheet_id))
  const left = Array.from({ length: tables }, (_, at) => findLeftovers(structure, writeIdOf(operationId, at))).flat()
  const requests = left.filter((sheetId) => !done.has(sheetId)).map((sheetId) => ({ deleteSheet: { sheetId } }))
  if (requests.length === 0) return
  const url = `${google.sheets}/${encodeURIComponent(spreadsheetId)}:batchUpdate?fields=spreadsheetId`
  await google.call({ method: 'POST', url, body: { requests }, answer: z.looseObject({}) })
}
