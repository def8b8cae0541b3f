// Starts the local Google APIs by themselves, for tests and programs that need no page.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Files, newFiles } from './files.ts'
import { answerApi } from './handle.ts'
import type { Fault } from './limits/faults.ts'
import { newWorld, type WorldOptions } from './world.ts'

export type SheetsApiOptions = WorldOptions & {
  /** 0, a free port, by default. */
  port?: number
  host?: string
}
export type SheetsApi = {
  url: string
  files: Files
  /** Orders a fault for the requests to come. */
  inject: (fault: Fault) => void
  /** How many requests a quota has refused so far; ordered faults are not counted. */
  refused: () => number
  close: () => Promise<void>
}

/** Listens and answers when ready; `GET /healthz` says so too. */
export async function startSheetsApi(options: SheetsApiOptions = {}): Promise<SheetsApi> {
  const files = newFiles()
  const world = newWorld(files, options)
  const server = createServer((message, response) => {
    if (message.url === '/healthz') response.end('ok')
    else void answerApi(world, message, response)
  })
  server.listen(options.port ?? 0, options.host ?? '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    files,
    inject: world.faults.inject,
    refused: () => world.quota?.refused() ?? 0,
    close: async () => {
      server.close()
      server.closeAllConnections()
      if (server.listening) await once(server, 'close')
    },
  }
}
