// The least that a server between a client and a model can do: it pipes the bytes. What the backend is compared with.
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

const target = new URL(`${process.argv[2]}/responses`)

const server = createServer((req, res) => {
  const upstream = request(target, { method: 'POST', headers: { 'content-type': 'application/json' } }, (answer) => {
    res.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(res)
  })
  upstream.on('error', () => res.destroy())
  req.pipe(upstream)
})
server.listen(0, '127.0.0.1', () => {
  console.log(`ready http://127.0.0.1:${(server.address() as AddressInfo).port}`)
})
