// Makes requests to the API, or to what stands beside it, as fast as they are answered.
import { randomUUID } from 'node:crypto'
import autocannon from 'autocannon'
import { builtInTemplates } from '../../shared/template/built-in.ts'

/** `base` is what every path begins with. */
export type Target = { url: string; base: string; headers: Record<string, string> }

/** What is made, read, listed, changed and deleted again: its address, and the bodies that make and change it. */
export type Subject = { list: string; create: string; made: object; change: object }

const sales = builtInTemplates.find(({ id }) => id === 'sales_analysis')

export const conversations: Subject = {
  list: '/chat/conversations',
  create: '/chat/conversations',
  made: { title: 'Orders of May' },
  change: { title: 'Orders of June' },
}
export const templates: Subject = {
  list: '/export/templates',
  create: '/export/templates/create',
  made: { ...sales, id: undefined, version: undefined },
  change: { description: 'What was sold, and where' },
}

export type Driven = { perSecond: number; faults: string[]; p99: number }

const connections = 16

/** Each connection goes through the life of one thing after the other. Every write has an Idempotency-Key. */
export async function drive(target: Target, subject: Subject, seconds: number): Promise<Driven> {
  const faults = new Set<string>()
  const made = JSON.stringify(subject.made)
  const change = JSON.stringify(subject.change)
  const expect = (status: number, wanted: number, body: string) => {
    if (status !== wanted) faults.add(`${status} instead of ${wanted}: ${body.slice(0, 160)}`)
  }
  const at = (context: { id?: string }) => `${target.base}${subject.list}/${context.id}`
  const json = () => ({ ...target.headers, 'content-type': 'application/json', 'idempotency-key': randomUUID() })
  const instance = autocannon({
    url: target.url,
    connections,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        path: target.base + subject.create,
        setupRequest: (request) => ({ ...request, headers: json(), body: made }),
        onResponse: (status, body, context) => {
          expect(status, 201, body)
          Object.assign(context, { id: (JSON.parse(body) as { id: string }).id })
        },
      },
      {
        method: 'GET',
        setupRequest: (request, context) => ({ ...request, path: at(context), headers: target.headers }),
        onResponse: (status, body) => expect(status, 200, body),
      },
      {
        method: 'PATCH',
        setupRequest: (request, context) => ({ ...request, path: at(context), headers: json(), body: change }),
        onResponse: (status, body) => expect(status, 200, body),
      },
      {
        method: 'GET',
        path: target.base + subject.list,
        setupRequest: (request) => ({ ...request, headers: target.headers }),
        onResponse: (status, body) => expect(status, 200, body),
      },
      {
        method: 'DELETE',
        setupRequest: (request, context) => ({ ...request, path: at(context), headers: json() }),
        onResponse: (status, body) => expect(status, 204, body),
      },
    ],
  })
  const { requests, errors, timeouts, latency, duration } = await instance
  if (errors + timeouts > 0) faults.add(`${errors} connections failed, ${timeouts} were too slow`)
  return { perSecond: requests.total / duration, faults: [...faults], p99: latency.p99 }
}
