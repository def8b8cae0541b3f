// Reads the text of a streamed answer as payloads: server-sent events, and what servers send in their place.
import { type Json, record, string } from './json-values.ts'
import { createJsonSalvager } from './salvage-json.ts'

/** `event` is the name that came with it, if one did. */
export type OnPayload = (payload: Json, event: string) => void

export type PayloadReader = {
  /** Takes any piece of the text, wherever it was cut. */
  feed(text: string): void
  /** The text is over: what stands whole at its end is told too. */
  close(): void
  /** Whether a payload was begun, and never ended, before others came. */
  damaged(): boolean
}

/** An object that is a payload of its own, and no part of one that is spread over lines. */
const standsAlone = (value: Json) =>
  'choices' in value ||
  'error' in value ||
  typeof value.object === 'string' ||
  /^(response\.|error$)/.test(string(value.type))

/**
 * Line ends may be LF, CRLF or CR. Beside `data:` it reads bare JSON (an answer that is not streamed, one object a
 * line) and llama.cpp's `error:` lines, which a reader by the letter of the standard would drop without a word.
 * `onDone` is called for `[DONE]`.
 */
export const createPayloadReader = (onPayload: OnPayload, onDone: () => void): PayloadReader => {
  let pieces: string[] = []
  let data: string[] = []
  let event = ''
  let swallow = false
  let damaged = false

  const salvager = createJsonSalvager((value) => {
    const found = record(value)
    if (found) onPayload(found, event)
  })

  const parse = (text: string): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      return undefined
    }
  }

  const payload = (text: string): boolean => {
    const trimmed = text.trim()
    if (trimmed === '') return true
    if (trimmed === '[DONE]') {
      damaged ||= salvager.open()
      onDone()
      return true
    }
    // Some proxies write the field's name twice.
    if (trimmed.startsWith('data:')) return payload(trimmed.slice('data:'.length))
    const found = record(parse(trimmed))
    if (!found || (salvager.open() && !standsAlone(found))) return false
    if (salvager.open()) {
      salvager.drop()
      damaged = true
    }
    onPayload(found, event)
    return true
  }

  const salvage = (text: string) => {
    if (salvager.open() || /^\s*(\{|\[\s*(\{|$))/.test(text)) salvager.feed(text)
  }

  const dispatch = () => {
    const lines = data
    data = []
    // Lines of one event belong together; servers that forget the empty line between events send several.
    if (lines.length === 1) {
      if (!payload(lines[0]!)) salvage(lines[0]!)
    } else if (lines.length > 1 && !payload(lines.join('\n'))) {
      for (const line of lines) if (!payload(line)) salvage(line)
    }
    event = ''
  }

  const field = (line: string, name: string) => line.slice(line[name.length] === ' ' ? name.length + 1 : name.length)

  const read = (line: string) => {
    if (line === '') dispatch()
    else if (line.startsWith('data:')) data.push(field(line, 'data:'))
    else if (line.startsWith('event:')) event = field(line, 'event:').trim()
    else if (line.startsWith(':')) return
    else if (line.startsWith('error:')) {
      event = 'error'
      salvage(field(line, 'error:'))
      event = ''
    } else if (/^\s+(data|event):/.test(line)) read(line.trimStart())
    else if (!payload(line)) salvage(line)
  }

  const take = (text: string): string => {
    if (pieces.length === 0) return text
    pieces.push(text)
    const line = pieces.join('')
    pieces = []
    return line
  }

  const feed = (text: string) => {
    if (text === '') return
    let start = swallow && text[0] === '\n' ? 1 : 0
    swallow = false
    let carriage = text.indexOf('\r', start)
    while (start < text.length) {
      const feedAt = text.indexOf('\n', start)
      const end = carriage !== -1 && (feedAt === -1 || carriage < feedAt) ? carriage : feedAt
      if (end === -1) break
      read(take(text.slice(start, end)))
      start = end + 1
      if (end !== carriage) continue
      if (start === text.length) swallow = true
      else if (text[start] === '\n') start += 1
      carriage = text.indexOf('\r', start)
    }
    if (start < text.length) pieces.push(text.slice(start))
  }

  return {
    feed,
    close: () => {
      const rest = take('')
      if (rest !== '') read(rest)
      dispatch()
    },
    damaged: () => damaged,
  }
}
