// For tests: a local Google with a counter before it, and the client that our own writes use.
import { startSheetsApi } from '../../../emulator/sheets-api/start-sheets-api.ts'
import { toJson } from '../../../emulator/workbook/json.ts'
import { newWorkbook, type Workbook } from '../../../emulator/workbook/workbook.ts'
import { createGoogleApi } from '../../platform/google/google-api.ts'
import { startCountingProxy } from './counting-proxy.ts'

const user = 'alex.morgan@example.com'

/** Waits of the client are noted and not waited for. */
export async function startLocalGoogle({ attempts }: { attempts?: number } = {}) {
  const api = await startSheetsApi({ open: true, quota: false })
  const proxy = await startCountingProxy(api.url)
  const waits: number[] = []
  const google = createGoogleApi({
    root: proxy.url,
    token: async () => 'token',
    sleep: async (ms) => void waits.push(ms),
    ...(attempts === undefined ? {} : { attempts }),
  })
  return {
    google,
    waits,
    inject: api.inject,
    traffic: proxy.traffic,
    /** The spreadsheets there are. */
    books: () => api.files.all().flatMap(({ book }) => book ?? []),
    addBook: (options: { title?: string; locale?: string } = {}): Workbook => {
      const book = newWorkbook({ timeZone: 'Etc/GMT', ...options })
      api.files.add({ owner: user, client: 'emulator', book })
      return book
    },
    close: async () => {
      await proxy.close()
      await api.close()
    },
  }
}

/** Everything in a workbook but its counters of changes and ids, which only grow. */
export function snapshot(book: Workbook) {
  const { version: _version, nextId: _nextId, ...rest } = toJson(book)
  return structuredClone(rest)
}
