// Sends a request as it is: fetch would mend paths and headers.
import { Agent, request } from 'node:http'
import { basePath } from '../../shared/contract/routes.ts'
import type { Received } from './check-answer.ts'

const agent = new Agent({ keepAlive: true, maxSockets: 4 })

export type RawRequest = {
  method: string
  /** Below `/api/v1`, sent byte by byte. */
  path: string
  headers: [string, string][]
  body: string | Uint8Array | undefined
}

/** The answer, read to its end. Rejects when the connection breaks. */
export const sendRaw = (url: string, { method, path, headers, body }: RawRequest): Promise<Received> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url)
    // A list of names and values, so that a header can come twice.
    const flat = ['host', `${hostname}:${port}`, ...headers.flat()]
    const length = body === undefined ? [] : ['content-length', String(Buffer.byteLength(body))]
    const sent = request(
      { agent, hostname, port, method, path: basePath + path, headers: [...flat, ...length], setHost: false },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('error', reject)
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, String(value)])),
            body: Buffer.concat(chunks).toString(),
          }),
        )
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
