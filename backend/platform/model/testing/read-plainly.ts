// Reads a whole recorded stream the plain way, without streaming and without our readers, to compare them with.
import { readFileSync } from 'node:fs'
import type { ModelEvent } from '../model.ts'

type Loose = { [key: string]: Loose } & { [index: number]: Loose }

/** What an answer says, however it was cut: calls in order of their beginning. */
export type Said = { text: string; refusal: string; calls: { name: string; json: string }[]; tokens: number[] | null }

/** The JSON payloads of a file: one a line, or server-sent events. */
export const readRecorded = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => (file.endsWith('.sse') ? (line.match(/^data: (.*)$/)?.[1] ?? '') : line))
    .filter((line) => line !== '' && line !== '[DONE]')

/** The bytes a server sends for these payloads. */
export const toWire = (payloads: string[], api: 'chat' | 'responses', lineEnd: '\n' | '\r\n'): Buffer => {
  const events = payloads.map((json) => {
    const event = api === 'responses' ? `event: ${JSON.parse(json).type}${lineEnd}` : ''
    return `${event}data: ${json}${lineEnd}${lineEnd}`
  })
  if (api === 'chat') events.push(`data: [DONE]${lineEnd}${lineEnd}`)
  return Buffer.from(events.join(''))
}

const textOf = (content: unknown): string => {
  if (typeof content === 'string') return content
  if (!Array.isArray(content)) return ''
  return content.map((part) => (part.type === 'text' ? part.text : '')).join('')
}

/** What a Chat Completions stream says. */
export const readChatPlainly = (payloads: string[]): Said => {
  const said: Said = { text: '', refusal: '', calls: [], tokens: null }
  for (const json of payloads) {
    const chunk: Loose = JSON.parse(json)
    const { delta } = (chunk.choices?.[0] ?? {}) as { delta?: Loose }
    said.text += textOf(delta?.content)
    said.refusal += typeof delta?.refusal === 'string' ? delta.refusal : ''
    for (const call of (delta?.tool_calls ?? []) as Iterable<Loose> as Loose[]) {
      const made = call.function as { name?: string; arguments?: string }
      if (made.name) said.calls.push({ name: made.name, json: '' })
      said.calls.at(-1)!.json += made.arguments ?? ''
    }
    const used = chunk.usage as { prompt_tokens?: number; completion_tokens?: number } | null | undefined
    if (used) said.tokens = [used.prompt_tokens ?? 0, used.completion_tokens ?? 0]
  }
  return said
}

/** What a Responses API stream says: a part's deltas, or its whole where that only goes on from them. */
export const readResponsesPlainly = (payloads: string[]): Said => {
  const said: Said = { text: '', refusal: '', calls: [], tokens: null }
  const parts = new Map<string, string>()
  const ends = new Map<string, string>()
  for (const json of payloads) {
    const event = JSON.parse(json)
    const place = `${event.output_index} ${event.content_index ?? 0}`
    if (event.type === 'response.output_text.delta') parts.set(place, (parts.get(place) ?? '') + event.delta)
    if (event.type === 'response.output_text.done') ends.set(place, event.text)
    if (event.type === 'response.refusal.delta') said.refusal += event.delta
    if (event.type === 'response.output_item.done' && event.item.type === 'function_call')
      said.calls.push({ name: event.item.name, json: event.item.arguments })
    const { usage } = event.response ?? {}
    if (usage) said.tokens = [usage.input_tokens, usage.output_tokens]
  }
  for (const place of new Set([...parts.keys(), ...ends.keys()])) {
    const deltas = parts.get(place) ?? ''
    const end = ends.get(place) ?? ''
    said.text += end.startsWith(deltas) ? end : deltas
  }
  return said
}

/** What the events of the port say. */
export const readEvents = (events: ModelEvent[]): Said => {
  const said: Said = { text: '', refusal: '', calls: [], tokens: null }
  const calls = new Map<string, { name: string; json: string }>()
  for (const event of events) {
    if (event.type === 'text-delta') said.text += event.text
    if (event.type === 'refusal-delta') said.refusal += event.text
    if (event.type === 'tool-start') {
      const call = { name: event.name, json: '' }
      calls.set(event.call_id, call)
      said.calls.push(call)
    }
    if (event.type === 'tool-delta') calls.get(event.call_id)!.json += event.json
    if (event.type === 'usage') said.tokens = [event.usage.input_tokens, event.usage.output_tokens]
  }
  return said
}
