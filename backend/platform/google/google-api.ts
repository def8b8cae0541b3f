// Google's Sheets and Drive APIs: where they are, and how they are called.
import { createGoogleClient, type GoogleClient, type GoogleClientOptions } from './google-client.ts'

/** The addresses end without a slash. `with` makes the same API with other options, for one piece of work. */
export type GoogleApi = GoogleClient & {
  sheets: string
  drive: string
  with(options: Partial<GoogleClientOptions>): GoogleApi
}

/** `root` takes the place of Google's own addresses, for a server that answers in their stead. */
export function createGoogleApi(made: GoogleClientOptions & { root?: string | undefined }): GoogleApi {
  const { root, ...options } = made
  const own = root?.replace(/\/$/, '')
  return {
    ...createGoogleClient(options),
    sheets: `${own ?? 'https://sheets.googleapis.com'}/v4/spreadsheets`,
    drive: `${own ?? 'https://www.googleapis.com'}/drive/v3/files`,
    with: (more) => createGoogleApi({ ...made, ...more }),
  }
}
