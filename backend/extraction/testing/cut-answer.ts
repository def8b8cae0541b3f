// An answer of 200 rows in both wire formats, and what of it has arrived when the stream is cut at a byte.
import { Readable } from 'node:stream'
import type { Cell } from '../../../shared/table/table.ts'
import { createChatReader } from '../../platform/model/chat-events.ts'
import type { ModelEvent, ModelPort } from '../../platform/model/model.ts'
import { createResponsesReader } from '../../platform/model/responses-events.ts'
import { toWire } from '../../platform/model/testing/read-plainly.ts'
import { toChatFrames } from '../../platform/model/testing/replay-chat-frames.ts'
import { toFrames } from '../../platform/model/testing/replay-frames.ts'
import { streamAnswer } from '../../platform/model/testing/stream-answer.ts'

export type Api = 'responses' | 'chat'

const rowCount = 200

/** Words that have been cut wrongly before: brackets and quotes in strings, escapes, letters of up to four bytes. */
const words = [
  'plain',
  'a "quoted" word',
  'C:\\temp\\',
  'Größe]',
  '[["no row"]]',
  '名前、住所',
  '👩‍👩‍👧 family',
  'line\nbreak\ttab',
  '}{',
  'ends with \\"',
  'é́',
  'a\u2028b',
  '🏳️‍🌈',
]

/** Non-ASCII as escapes in every third row: some servers write it so, and a cut may fall between two halves. */
const written = (row: string[], index: number): string =>
  index % 3 === 0
    ? JSON.stringify(row).replace(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
    : JSON.stringify(row)

const expectedRows: Cell[][] = Array.from({ length: rowCount }, (_, index) => [
  `R${index}`,
  words[index % words.length]!,
  index % 5 === 0 ? words[(index * 7 + 3) % words.length]! : `${index}`,
])

const columns = ['Id', 'Word', 'More'].map((name) => ({ name, type: 'text', currency: null, formula: null }))
const rowTexts = expectedRows.map((row, index) => written(row.map(String), index))
const json = `{"title":"Words","rows_announced":${rowCount},"columns":${JSON.stringify(columns)},"rows":[${rowTexts.join(',')}]}`

/** Where each row's closing bracket stands in the arguments. */
const rowEnds: number[] = []
let at = json.indexOf('"rows":[') + '"rows":['.length
for (const text of rowTexts) {
  at += text.length
  rowEnds.push(at)
  at += 1
}

/** Like `read-plainly`: no streaming and no reader of ours, so that a mistake of theirs is seen. */
const argumentsIn = (payload: Record<string, unknown>, api: Api): string => {
  if (api === 'responses')
    return payload.type === 'response.function_call_arguments.delta' ? String(payload.delta ?? '') : ''
  const [choice] = payload.choices as { delta?: { tool_calls?: { function?: { arguments?: string } }[] } }[]
  return choice?.delta?.tool_calls?.[0]?.function?.arguments ?? ''
}

const isLast = (payload: Record<string, unknown>, api: Api): boolean => {
  if (api === 'responses') return payload.type === 'response.completed'
  const [choice] = payload.choices as { finish_reason?: string | null }[]
  return Boolean(choice?.finish_reason)
}

export type CutAnswer = {
  bytes: Buffer
  rows: Cell[][]
  /** The whole rows, and whether the model's end, are in the first `length` bytes. */
  arrived(length: number): { rows: number; over: boolean }
}

/** The answer with `piece` characters in each delta. */
export function makeCutAnswer(api: Api, piece: number): CutAnswer {
  const answer = { say: [{ text: 'Here are the wörds 👍.' }, { call: 'write_table', arguments: json }], piece }
  const frames = api === 'responses' ? toFrames(answer, 'gpt-test') : toChatFrames(answer, 'gpt-test', true)
  const payloads = frames.flatMap((frame) =>
    'data' in frame && typeof frame.data === 'object' ? [JSON.stringify(frame.data)] : [],
  )
  const bytes = toWire(payloads, api, '\n')
  // A payload counts from its last byte on: what follows it only says that it is over.
  const marks: { end: number; rows: number; over: boolean }[] = []
  let told = ''
  let over = false
  let from = 0
  for (const payload of payloads) {
    const line = Buffer.from(payload)
    from = bytes.indexOf(line, from) + line.length
    const value = JSON.parse(payload) as Record<string, unknown>
    told += argumentsIn(value, api)
    over ||= isLast(value, api)
    const length = told.length
    marks.push({ end: from, rows: rowEnds.filter((end) => end <= length).length, over })
  }
  return {
    bytes,
    rows: expectedRows,
    arrived: (length) => marks.findLast(({ end }) => end <= length) ?? { rows: 0, over: false },
  }
}

async function* piecesThen(bytes: Uint8Array, broken: boolean): AsyncGenerator<Uint8Array> {
  if (bytes.length > 0) yield bytes
  // What was told is read before the fault comes.
  await new Promise((resolve) => setImmediate(resolve))
  if (broken) throw new Error('terminated')
}

/** A model that answers with these bytes and then is gone: `broken` by a fault of the connection, else just closed. */
export function modelOfBytes(api: Api, bytes: Uint8Array, broken: boolean): ModelPort {
  async function* stream(_: unknown, signal: AbortSignal): AsyncGenerator<ModelEvent> {
    const body = Readable.from(piecesThen(bytes, broken))
    const create = api === 'responses' ? createResponsesReader : createChatReader
    yield* streamAnswer(body, (feed) => create(feed, 'gpt-test'), 60_000, signal)
  }
  return { name: 'gpt-test', host: 'test', stream }
}
