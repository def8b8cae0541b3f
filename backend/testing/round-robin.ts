// A plain proxy for tests: hands every request to the next of several servers, and streams what comes back.
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

export type RoundRobin = { url: string; close(): Promise<void> }

/** It knows nothing of sessions: two requests after another go to two servers. */
export async function startRoundRobin(servers: string[]): Promise<RoundRobin> {
  let turn = 0
  const proxy = createServer((req, res) => {
    const target = new URL(req.url ?? '/', servers[turn++ % servers.length])
    const headers = { ...req.headers, 'x-forwarded-for': req.headers['x-forwarded-for'] ?? '127.0.0.1' }
    const forward = request(target, { method: req.method, headers }, (answer) => {
      res.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(res)
    })
    forward.on('error', () => res.destroy())
    res.on('close', () => forward.destroy())
    req.pipe(forward)
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        proxy.close(() => resolve())
        proxy.closeAllConnections()
      }),
  }
}
