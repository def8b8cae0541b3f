// Requests over node:http against servers that are slow, compress, hang up, or are not there.
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { afterEach, expect, it } from 'vitest'
import { sendRequest } from './send-request.ts'

let server: Server
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

const serve = async (listener: RequestListener): Promise<string> => {
  server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
}

const textOf = async (body: Readable): Promise<string> => {
  const parts: Buffer[] = []
  for await (const part of body) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}

const post = (url: string, more: { signal?: AbortSignal } = {}) =>
  sendRequest(url, { method: 'POST', headers: { authorization: 'Bearer k' }, body: '{"größe":1}', ...more })

it('sends what it is given, in bytes', async () => {
  const heard: unknown[] = []
  const url = await serve(async (req, res) => {
    heard.push(req.method, req.headers.authorization, req.headers['content-length'], await textOf(req))
    res.writeHead(201, { 'x-told': 'yes' }).end('done')
  })
  const answer = await post(url)
  expect([answer.status, answer.headers.get('x-told'), await textOf(answer.body)]).toEqual([201, 'yes', 'done'])
  expect(heard).toEqual(['POST', 'Bearer k', '13', '{"größe":1}'])
})

it('reads what a proxy has compressed', async () => {
  const url = await serve((_, res) => {
    res.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('data: {"größe":1}\n\n'))
  })
  expect(await textOf((await post(url)).body)).toBe('data: {"größe":1}\n\n')
})

it('follows nobody who sends it elsewhere', async () => {
  let asked = 0
  const url = await serve((_, res) => {
    asked += 1
    res.writeHead(307, { location: '/elsewhere' }).end()
  })
  expect((await post(url)).status).toBe(307)
  expect(asked).toBe(1)
})

it('asks once more when a connection that was kept has been closed meanwhile', async () => {
  let asked = 0
  const url = await serve((req, res) => {
    asked += 1
    if (asked === 2) return void req.socket.resetAndDestroy()
    res.end('here')
  })
  expect(await textOf((await post(url)).body)).toBe('here')
  expect(await textOf((await post(url)).body)).toBe('here')
  expect(asked).toBe(3)
})

it('does not ask again on a new connection that breaks', async () => {
  let asked = 0
  const url = await serve((req) => {
    asked += 1
    req.socket.resetAndDestroy()
  })
  await expect(post(url)).rejects.toMatchObject({ code: 'ECONNRESET' })
  expect(asked).toBe(1)
})

it('is given up while it waits', async () => {
  const url = await serve(() => {})
  const stop = new AbortController()
  setTimeout(() => stop.abort(), 30)
  await expect(post(url, { signal: stop.signal })).rejects.toMatchObject({ name: 'AbortError' })
})

it('says with the body that the answer broke off', async () => {
  const url = await serve((_, res) => {
    res.writeHead(200, { 'content-length': '100' })
    res.write('half', () => res.destroy())
  })
  const { body } = await post(url)
  await expect(textOf(body)).rejects.toThrow()
})
