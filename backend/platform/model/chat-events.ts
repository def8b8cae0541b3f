// Reads the chunks of a Chat Completions answer, tolerant of how servers differ.
import { failureIn, toFailure } from './answer-failed.ts'
import type { AnswerReader } from './answer-reader.ts'
import { createChatCalls } from './chat-calls.ts'
import { type Finish, readFinish } from './finish-reason.ts'
import { type Json, list, record, string } from './json-values.ts'
import type { ModelFeed } from './model-feed.ts'
import { readUsage } from './read-usage.ts'

/** The text in content that is a text, a part, or a list of parts; thinking apart. */
const readContent = (content: unknown): { text: string; thought: string; refusal: string } => {
  if (typeof content === 'string') return { text: content, thought: '', refusal: '' }
  const found = { text: '', thought: '', refusal: '' }
  for (const part of list(content)) {
    const made = record(part)
    if (!made) found.text += string(part)
    else if (made.type === 'refusal') found.refusal += string(made.refusal) || string(made.text)
    else if (/think|reason/.test(string(made.type))) {
      const inner = made.thinking ?? made.reasoning ?? made.text
      found.thought += readContent(inner).text
    } else found.text += string(made.text) || string(record(made.text)?.value)
  }
  return found
}

/** Looked at with every chunk: one property after the other, and no list where there is none. */
const readThought = (delta: Json): string => {
  const found =
    string(delta.reasoning_content) || string(delta.reasoning) || string(delta.thinking) || string(delta.reasoning_text)
  if (found !== '' || delta.reasoning_details === undefined) return found
  return list(delta.reasoning_details)
    .map((detail) => string(record(detail)?.text))
    .join('')
}

/**
 * Answers of several choices are read as their first. Servers that send the `message` so far, beside the deltas or in
 * their place, are read by what is new in it.
 */
export const createChatReader = (feed: ModelFeed, model: string): AnswerReader => {
  const calls = createChatCalls(feed)
  let chosen: unknown
  let finish: Finish | null = null
  let told = ''
  let refusal = ''
  let whole = false
  let deltas = false

  const say = (text: string) => {
    told += text
    feed.text(text)
  }

  const refuse = (text: string) => {
    refusal += text
    feed.refusal(text)
  }

  const readCalls = (part: Json) => {
    const given = list(part.tool_calls)
    for (const [place, call] of given.entries()) {
      const made = record(call)
      if (made) calls.read(made, place, given.length)
    }
    const legacy = record(part.function_call)
    if (legacy) calls.read({ index: -1, function: legacy }, 0, 1)
  }

  const readDelta = (delta: Json) => {
    deltas = true
    feed.reasoning(readThought(delta))
    const { text, thought, refusal: refused } = readContent(delta.content)
    feed.reasoning(thought)
    say(text)
    refuse(string(delta.refusal) + refused)
    readCalls(delta)
  }

  const readMessage = (message: Json) => {
    const { text, thought, refusal: refused } = readContent(message.content)
    if (!whole) feed.reasoning(readThought(message) + thought)
    whole = true
    // By length first: servers that repeat the whole message would make this quadratic for nothing.
    const further = text.length > told.length && text.startsWith(told)
    if (further) say(text.slice(told.length))
    // Messages that do not go on from each other are the pieces themselves.
    else if (!deltas && !told.startsWith(text)) say(text)
    const declined = string(message.refusal) + refused
    if (declined.length > refusal.length && declined.startsWith(refusal)) refuse(declined.slice(refusal.length))
    readCalls(message)
  }

  const readChoice = (choice: Json) => {
    const error = record(choice.error)
    if (error && error.code !== 'content_filter_error') throw toFailure(error)
    const delta = record(choice.delta)
    const message = record(choice.message)
    if (delta) readDelta(delta)
    if (message) readMessage(message)
    if (!delta && !message) say(string(choice.delta) || string(choice.text))
    finish = readFinish(choice.finish_reason) ?? finish
  }

  const read = (payload: Json, event: string) => {
    const choices = list(payload.choices)
    const failure = failureIn(payload, event)
    for (const one of choices) {
      const choice = record(one)
      if (!choice) continue
      const index = choice.index ?? 0
      chosen ??= index
      if (index === chosen) readChoice(choice)
      const used = readUsage(choice.usage, model)
      if (used) feed.usage(used)
    }
    const used = readUsage(payload.usage ?? record(payload.x_groq)?.usage, model)
    if (used) feed.usage(used)
    if (failure) throw failure
    if (finish === 'failed') throw toFailure('The answer ended with an error')
  }

  return {
    read,
    settled: () => finish !== null,
    close: (done) => {
      const reason = finish && finish !== 'failed' ? finish : done ? 'stop' : 'broken'
      // A connection that broke may have taken more of a call with it; a length that ran out ends its last one.
      if (reason !== 'broken') calls.close(reason === 'stop' || reason === 'refusal')
      feed.end(reason)
    },
  }
}
