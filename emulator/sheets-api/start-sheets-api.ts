// Starts the local Google APIs by themselves, for tests and programs that need no page.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Files, newFiles } from './files.ts'
import { createHandler } from './handle.ts'

export type SheetsApiOptions = {
  /** 0, a free port, by default. */
  port?: number
}
export type SheetsApi = { url: string; files: Files; close: () => Promise<void> }

/** Listens on 127.0.0.1 and answers when ready. */
export async function startSheetsApi({ port = 0 }: SheetsApiOptions = {}): Promise<SheetsApi> {
  const files = newFiles()
  const handle = createHandler(files)
  const server = createServer((message, response) => void handle(message, response))
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    files,
    close: async () => {
      server.close()
      server.closeAllConnections()
      if (server.listening) await once(server, 'close')
    },
  }
}
