// For tests and measurements: stands before a server and counts what goes through.
import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Traffic = { calls: string[]; sent: number; received: number }

/** `sent` and `received` are bytes of bodies on the wire, compressed where they are; `calls` are `METHOD /path`. */
export async function startCountingProxy(target: string) {
  const traffic: Traffic = { calls: [], sent: 0, received: 0 }
  const server = createServer((incoming, outgoing) => {
    const path = incoming.url ?? '/'
    traffic.calls.push(`${incoming.method} ${path.split('?')[0]}`)
    const onward = request(new URL(path, target), { method: incoming.method, headers: incoming.headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers)
      answer.on('data', (part: Buffer) => (traffic.received += part.length))
      answer.pipe(outgoing)
    })
    onward.on('error', () => outgoing.destroy())
    incoming.on('data', (part: Buffer) => (traffic.sent += part.length))
    incoming.pipe(onward)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    traffic,
    close: async () => {
      server.close()
      server.closeAllConnections()
      if (server.listening) await once(server, 'close')
    },
  }
}
