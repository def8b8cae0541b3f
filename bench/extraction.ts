// Measures what the engine adds to reading a long answer: typing, grounding and telling its rows, beside the bare parser.
import { Readable } from 'node:stream'
import { parse } from 'jsonriver'
import type { EngineInput } from '../backend/extraction/engine.ts'
import { createGptEngine } from '../backend/extraction/gpt-engine.ts'
import type { ModelEvent, ModelPort } from '../backend/platform/model/model.ts'
import type { ModelFeed } from '../backend/platform/model/model-feed.ts'
import { createResponsesReader } from '../backend/platform/model/responses-events.ts'
import { toWire } from '../backend/platform/model/testing/read-plainly.ts'
import { toFrames } from '../backend/platform/model/testing/replay-frames.ts'
import { streamAnswer } from '../backend/platform/model/testing/stream-answer.ts'
import { timesAsLater } from './measure-later.ts'
import type { Figure } from './reading.ts'

/** `wire` is the answer as a provider sends it. */
type Answer = { text: string; deltas: string[]; rows: number; wire: Buffer }

/** Characters in each delta: about the token or two that providers send at once. */
const deltaLength = 4

/** A text in prose that states `rows` orders, and the arguments of the call that tables them. */
function makeAnswer(rows: number): Answer {
  let seed = 99
  const draw = (below: number) => {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff
    return seed % below
  }
  const names = ['Ada Lovelace', 'José García', 'Jürgen Groß', '山田 太郎', 'Zoë Ward', 'Łukasz Wójcik']
  const things = ['lamps', 'chairs', 'desks', 'cables', 'shelves']
  const sentences: string[] = []
  const cells: string[][] = []
  for (let index = 0; index < rows; index++) {
    const order = `A-${10_000 + index}`
    const name = names[draw(names.length)]!
    const count = String(1 + draw(40))
    const thing = things[draw(things.length)]!
    const amount = `€${(draw(900_000) / 100 + 100).toFixed(2)}`
    const day = `2026-${String(1 + draw(12)).padStart(2, '0')}-${String(1 + draw(28)).padStart(2, '0')}`
    sentences.push(`${name} wrote about order ${order}: ${count} ${thing} for ${amount}, to be there by ${day}.`)
    cells.push([order, name, count, thing, amount, day])
  }
  const columns = [
    ['Order', 'text'],
    ['Customer', 'text'],
    ['Quantity', 'number'],
    ['Product', 'text'],
    ['Amount', 'currency'],
    ['Day', 'date'],
  ].map(([name, type]) => ({ name, type, currency: type === 'currency' ? 'EUR' : null, formula: null }))
  const json = JSON.stringify({ title: 'Orders', rows_announced: rows, columns, rows: cells })
  const deltas: string[] = []
  for (let at = 0; at < json.length; at += deltaLength) deltas.push(json.slice(at, at + deltaLength))
  const frames = toFrames({ say: [{ call: 'write_table', arguments: json }], piece: deltaLength }, 'bench')
  const payloads = frames.flatMap((frame) => ('data' in frame ? [JSON.stringify(frame.data)] : []))
  return { text: sentences.join('\n'), deltas, rows, wire: toWire(payloads, 'responses', '\n') }
}

const inputOf = (text: string): EngineInput => ({
  history: [],
  message: { id: 'message:bench', label: 'your message', text, tables: [] },
  files: [],
  found: [],
  known: [],
  template: null,
  locale: undefined,
  continuing: null,
})

function modelOf(deltas: string[]): ModelPort {
  async function* stream(): AsyncGenerator<ModelEvent> {
    yield { type: 'tool-start', call_id: 'c', name: 'write_table' }
    for (const json of deltas) yield { type: 'tool-delta', call_id: 'c', json }
    yield { type: 'tool-end', call_id: 'c' }
    yield { type: 'end', reason: 'stop' }
  }
  return { name: 'bench', host: 'bench', stream }
}

/** The same answer through the reader of the wire format, as it comes from a socket. */
function modelOfWire(wire: Buffer): ModelPort {
  const create = (feed: ModelFeed) => createResponsesReader(feed, 'bench')
  const chunk = 16_384
  async function* stream(_: unknown, signal: AbortSignal): AsyncGenerator<ModelEvent> {
    const pieces: Uint8Array[] = []
    for (let at = 0; at < wire.length; at += chunk) pieces.push(wire.subarray(at, at + chunk))
    const body = Readable.from(pieces)
    yield* streamAnswer(body, create, 60_000, signal)
  }
  return { name: 'bench', host: 'bench', stream }
}

async function parseAlone({ deltas, rows }: Answer): Promise<void> {
  async function* source() {
    yield* deltas
  }
  let last: unknown
  for await (const value of parse(source())) last = value
  if ((last as { rows: unknown[] }).rows.length !== rows) throw new Error('The bare parser lost rows.')
}

/** What a client needs at the least for the same bytes: frames, their JSON, and the parser for what they bring. */
async function parseWireAlone({ wire, rows }: Answer): Promise<void> {
  async function* source() {
    for (const frame of wire.toString().split('\n\n')) {
      const data = /^data: (.*)$/m.exec(frame)?.[1]
      const event = data && data !== '[DONE]' ? (JSON.parse(data) as { type: string; delta?: string }) : null
      if (event?.type === 'response.function_call_arguments.delta') yield event.delta ?? ''
    }
  }
  let last: unknown
  for await (const value of parse(source())) last = value
  if ((last as { rows: unknown[] }).rows.length !== rows) throw new Error('The bare parser lost rows.')
}

async function extract(answer: Answer, grounded: boolean, wire = false): Promise<void> {
  const { text, rows } = answer
  let told = 0
  let quoted = 0
  const input = inputOf(grounded ? text : 'Orders, please.')
  for await (const event of createGptEngine(wire ? modelOfWire(answer.wire) : modelOf(answer.deltas)).run(
    input,
    new AbortController().signal,
  )) {
    if (event.type === 'rows') told += event.rows.length
    if (event.type === 'table-end') quoted = event.receipt.cells_quoted ?? 0
  }
  if (told !== rows) throw new Error(`The engine told ${told} of ${rows} rows.`)
  if (grounded && quoted < 5.5 * rows) throw new Error(`Only ${quoted} cells of ${rows} rows were found in the text.`)
}

/** The engine's time for a 3,200-row answer as multiples of the bare streaming parser's, and its growth. */
export async function measureExtraction(): Promise<Figure[]> {
  const answer = makeAnswer(3200)
  const figures: Figure[] = []
  for (const [grounded, wire] of [
    [false, false],
    [true, false],
    [true, true],
  ] as const) {
    const value = await timesAsLater(
      () => extract(answer, grounded, wire),
      () => (wire ? parseWireAlone(answer) : parseAlone(answer)),
      5,
    )
    const what = `${wire ? 'read from the wire, ' : ''}typed, ${grounded ? 'grounded' : 'not grounded'} and told`
    figures.push({
      name: `3,200 rows ${what} / bare streaming parser${wire ? ' on the same bytes' : ''}`,
      value,
      limit: 3,
    })
  }
  for (const rows of [1600, 3200, 6400]) {
    const [single, double] = [makeAnswer(rows), makeAnswer(2 * rows)]
    const value = await timesAsLater(
      () => extract(double, true),
      () => extract(single, true),
      5,
    )
    figures.push({ name: `time(${2 * rows} written rows) / time(${rows})`, value, limit: 2.2 })
  }
  return figures
}
