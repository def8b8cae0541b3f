// A client of a stream that costs little: takes the time of every stamp, and keeps the bytes for looking at them later.
import { Agent, request } from 'node:http'
import { microseconds, stampPattern } from './script.ts'

/** Milliseconds from the writing of each piece of text by the model to its arrival here, in their order. */
export type Heard = { status: number; delays: number[]; body: string; error: string | null }

// Connections are opened anew: as many as there are streams.
const agent = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY })

/** Sends and listens to the end. Never rejects. */
export async function listen(
  url: string,
  headers: Record<string, string>,
  body: string,
  pieces: number,
): Promise<Heard> {
  const heard: Heard = { status: 0, delays: [], body: '', error: null }
  const parts: string[] = []
  await new Promise<void>((resolve) => {
    const fail = (error: Error) => {
      heard.error = error.message
      resolve()
    }
    const sent = request(url, { method: 'POST', agent, headers: { 'content-type': 'application/json', ...headers } })
    sent.on('error', fail)
    sent.on('response', (answer) => {
      heard.status = answer.statusCode ?? 0
      answer.setEncoding('utf8')
      answer.on('data', (text: string) => {
        const now = microseconds()
        // A model repeats the whole text at its end.
        if (heard.delays.length < pieces)
          for (const [, stamp] of text.matchAll(stampPattern)) heard.delays.push((now - Number(stamp)) / 1000)
        parts.push(text)
      })
      answer.on('error', fail)
      answer.on('end', resolve)
    })
    sent.end(body)
  })
  heard.body = parts.join('')
  return heard
}

export type Told = { text: string; rows: unknown[][]; last: { type?: string; state?: string } }

/** What the events in a body told. */
export function readTold(body: string): Told {
  const told: Told = { text: '', rows: [], last: {} }
  for (const frame of body.split('\n\n')) {
    const data = /^data: ?(.*)$/m.exec(frame)?.[1]
    if (data === undefined) continue
    const event = JSON.parse(data)
    told.last = event
    if (event.type === 'text-delta') told.text += event.text
    if (event.type === 'rows-add') told.rows.push(...event.rows)
  }
  return told
}
