// Makes an empty spreadsheet: by the Sheets API, or by Drive's, which can tell afterwards whether it was made.
import * as z from 'zod'
import type { GoogleApi } from '../platform/google/google-api.ts'
import type { GoogleClient } from '../platform/google/google-client.ts'
import { GoogleError } from '../platform/google/google-error.ts'

/** `locale` in Google's form (`de_DE`), `time_zone` as `Europe/Berlin`; null leaves it to Google. */
export type NewSpreadsheet = { title: string; locale: string; time_zone: string | null }

/** The id that the first sheet of a spreadsheet has. */
export const firstSheetId = 0

const operationProperty = 'tablewright_operation'
const File = z.object({ id: z.string() })

/** One call, which is not made again when its answer is lost: nobody could tell whether there is a spreadsheet then. */
export async function makeBySheets(google: GoogleApi, asked: NewSpreadsheet, sheetName: string): Promise<string> {
  const { title, locale, time_zone } = asked
  const made = await google.call({
    method: 'POST',
    url: `${google.sheets}?fields=spreadsheetId`,
    body: {
      properties: { title, locale, ...(time_zone === null ? {} : { timeZone: time_zone }) },
      sheets: [{ properties: { sheetId: firstSheetId, title: sheetName } }],
    },
    answer: z.object({ spreadsheetId: z.string() }),
    settle: null,
  })
  return made.spreadsheetId
}

/** The spreadsheet that an operation has made, or null. */
export async function findByOperation(
  google: Pick<GoogleApi, 'drive'>,
  call: GoogleClient['call'],
  operationId: string,
): Promise<string | null> {
  const value = operationId.replace(/[\\']/g, '\\$&')
  const q = `appProperties has { key='${operationProperty}' and value='${value}' } and trashed = false`
  const query = new URLSearchParams({ q, fields: 'files(id)', pageSize: '1' })
  const answer = z.object({ files: z.array(File).default([]) })
  const { files } = await call({ method: 'GET', url: `${google.drive}?${query}`, answer })
  return files[0]?.id ?? null
}

/** The file carries the operation's id, by which it is found when the answer is lost. */
export async function makeByDrive(google: GoogleApi, { title }: NewSpreadsheet, operationId: string): Promise<string> {
  const { id } = await google.call({
    method: 'POST',
    url: `${google.drive}?fields=id`,
    body: {
      name: title,
      mimeType: 'application/vnd.google-apps.spreadsheet',
      appProperties: { [operationProperty]: operationId },
    },
    answer: File,
    settle: async (once) => {
      const found = await findByOperation(google, once, operationId)
      return found === null ? null : { id: found }
    },
  })
  return id
}

/** Takes back a spreadsheet whose table was refused; where that is not allowed it stays, empty. */
export async function removeFile(google: GoogleApi, id: string): Promise<void> {
  try {
    await google.call({ method: 'DELETE', url: `${google.drive}/${encodeURIComponent(id)}`, answer: z.unknown() })
  } catch (error) {
    if (!(error instanceof GoogleError)) throw error
  }
}
