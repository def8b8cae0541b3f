// Asks a model port over the network, for tests: from what a server sends to what a person would have.
import { Problem } from '../../problem.ts'
import { createModel } from '../create-model.ts'
import type { ModelEndReason, ModelEvent, ModelRequest } from '../model.ts'
import type { ModelOptions } from '../model-options.ts'
import { readEvents, type Said } from './read-plainly.ts'
import { type ReplayReply, type ReplayRequest, startReplayServer } from './replay-openai.ts'

export type Api = 'responses' | 'chat'

export type Asked = Said & {
  /** How it ended, or the problem's code. */
  end: ModelEndReason | string
  detail: string
  /** How many calls came to their end. */
  whole: number
  thought: string
  events: ModelEvent[]
  requests: ReplayRequest[]
}

export const anyRequest: ModelRequest = {
  instructions: 'Make tables.',
  messages: [{ role: 'user', text: 'Two orders, please.' }],
  tools: [{ name: 'write_table', description: 'Writes.', parameters: { type: 'object', properties: {} } }],
}

/** Server-sent events: objects as `data:`, text as it is. */
export const sse = (parts: (object | string)[]): string =>
  parts.map((part) => (typeof part === 'string' ? part : `data: ${JSON.stringify(part)}\n\n`)).join('')

/** Asks once, or as often as `requests` says, and tells how the last one went. */
export const askModel = async (
  api: Api,
  replies: ReplayReply[],
  options: Partial<ModelOptions> & { path?: string } = {},
  requests: ModelRequest[] = [anyRequest],
): Promise<Asked> => {
  const server = await startReplayServer(replies)
  const { path = '/v1', ...settings } = options
  const base_url = settings.base_url ?? server.url.replace('/v1', path)
  const model = createModel({ api, api_key: 'sk-secret', model: 'm', max_retries: 0, ...settings, base_url })
  const asked: Asked = {
    ...{ text: '', refusal: '', calls: [], tokens: null, end: 'none', detail: '', whole: 0, thought: '' },
    ...{ events: [], requests: server.requests },
  }
  try {
    for (const request of requests) {
      const events: ModelEvent[] = []
      asked.events = events
      for await (const event of model.stream(request, new AbortController().signal)) events.push(event)
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    asked.end = error.code
    // Every server has a port of its own.
    asked.detail = error.detail.replaceAll(new URL(server.url).host, 'the host')
  } finally {
    await server.close()
  }
  const ends = asked.events.filter((event) => event.type === 'end')
  if (ends.length > 1) throw new Error('An answer ended twice')
  if (ends[0]) asked.end = ends[0].reason
  asked.whole = asked.events.filter((event) => event.type === 'tool-end').length
  asked.thought = asked.events.map((event) => (event.type === 'reasoning-delta' ? event.text : '')).join('')
  return Object.assign(asked, readEvents(asked.events))
}

/** Asks a server that sends `parts`, in pieces of 11 bytes as well as whole: both must say the same. */
export const askStream = async (api: Api, parts: (object | string)[], end?: 'cut' | 'silent'): Promise<Asked> => {
  const bytes = Buffer.from(sse(parts))
  const pieces = Array.from({ length: Math.ceil(bytes.length / 11) }, (_, at) => bytes.subarray(at * 11, at * 11 + 11))
  const more = end ? { end } : {}
  const whole = await askModel(api, [{ chunks: [bytes], ...more }])
  const cut = await askModel(api, [{ chunks: pieces, ...more }])
  const same = ({ events: _, requests: __, ...rest }: Asked) => JSON.stringify(rest)
  if (same(whole) !== same(cut)) throw new Error(`Cut, it says ${same(cut)} in place of ${same(whole)}`)
  return whole
}
