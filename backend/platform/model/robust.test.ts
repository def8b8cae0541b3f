// Whatever a server sends, an answer ends once, in a state with a name; wherever it is cut, nothing whole is lost.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ModelEvent } from './model.ts'
import { readEvents } from './testing/read-plainly.ts'
import { toChatFrames } from './testing/replay-chat-frames.ts'
import { type ReplayAnswer, toFrames } from './testing/replay-frames.ts'
import { cutBytes, readPieces } from './testing/stream-pieces.ts'

/** The long run cuts at every byte. */
const step = process.env.STRESS === '20' ? 1 : 3
const numRuns = 40 * Number(process.env.STRESS ?? 1)
const apis = ['chat', 'responses'] as const

const wireOf = (api: (typeof apis)[number], answer: ReplayAnswer, lineEnd = '\n'): Buffer => {
  const frames = api === 'chat' ? toChatFrames(answer, 'm', true) : toFrames(answer, 'm')
  const events = frames.map((frame) => {
    const data = 'data' in frame ? frame.data : ''
    return `data: ${typeof data === 'string' ? data : JSON.stringify(data)}${lineEnd}${lineEnd}`
  })
  return Buffer.from(events.join(''))
}

const Answer = fc.record({
  say: fc.array(
    fc.oneof(
      fc.record({ text: fc.string({ unit: 'grapheme', maxLength: 40 }) }),
      fc.record({
        call: fc.constantFrom('write_table', 'use_table'),
        arguments: fc.dictionary(fc.string(), fc.jsonValue()),
      }),
    ),
    { maxLength: 4 },
  ),
  piece: fc.integer({ min: 1, max: 20 }),
})

/** All deltas of the events that are whole, one behind the other. */
const deltasIn = (wire: Buffer): string =>
  wire
    .toString()
    .split('\n\n')
    .slice(0, -1)
    .map((event) => (event === 'data: [DONE]' ? {} : JSON.parse(event.slice('data: '.length))))
    .map(({ delta, choices }) => {
      const made = choices?.[0]?.delta
      return delta ?? made?.content ?? made?.tool_calls?.[0]?.function.arguments ?? ''
    })
    .join('')

const textOf = (answer: ReplayAnswer) => answer.say.map((step) => ('text' in step ? step.text : '')).join('')
const callsOf = (answer: ReplayAnswer) =>
  answer.say.flatMap((step) => ('call' in step ? [{ name: step.call, json: JSON.stringify(step.arguments) }] : []))
const endOf = (events: ModelEvent[]) => events.filter((event) => event.type === 'end')

describe.each(apis)('%s', (api) => {
  it('an answer reads the same however its bytes are cut', async () => {
    const LineEnd = fc.constantFrom('\n', '\r\n', '\r')
    await fc.assert(
      fc.asyncProperty(Answer, fc.integer({ min: 1, max: 50 }), LineEnd, async (answer, size, lineEnd) => {
        fc.pre(!/^\s*</.test(textOf(answer)))
        const { events } = await readPieces(api, cutBytes(wireOf(api, answer, lineEnd), size))
        const said = readEvents(events)
        expect(said.text).toBe(textOf(answer))
        expect(said.calls).toEqual(callsOf(answer))
        expect(events.filter((event) => event.type === 'tool-end')).toHaveLength(said.calls.length)
        expect(endOf(events)).toEqual([{ type: 'end', reason: 'stop' }])
      }),
      { numRuns },
    )
  })

  it('an answer that breaks anywhere is never called whole, and what came whole is told', async () => {
    const answer: ReplayAnswer = {
      say: [
        { text: 'Größe: ✓' },
        { call: 'write_table', arguments: { rows: [['名', '2 €']] } },
        { call: 'use_table', arguments: {} },
      ],
      piece: 5,
    }
    const wire = wireOf(api, answer)
    const text = wire.toString()
    const last = api === 'chat' ? text.indexOf('"finish_reason":"tool_calls"') : text.indexOf('"response.completed"')
    const whole = Buffer.byteLength(text.slice(0, text.indexOf('\n', last)))
    for (let at = 0; at < wire.length; at += step) {
      const { events } = await readPieces(api, [wire.subarray(0, at)])
      const said = readEvents(events)
      expect(textOf(answer).startsWith(said.text)).toBe(true)
      expect(said.calls.every((call, index) => callsOf(answer)[index]!.json.startsWith(call.json))).toBe(true)
      expect(endOf(events)).toEqual([{ type: 'end', reason: at < whole ? 'broken' : 'stop' }])
      // A delta that came whole is told, also beside one that was cut.
      const told = said.text + said.calls.map((call) => call.json).join('')
      expect(told.startsWith(deltasIn(wire.subarray(0, at)))).toBe(true)
    }
  })

  it('any JSON at all ends once, and is no fault of ours', async () => {
    const names = [
      'choices',
      'delta',
      'message',
      'content',
      'tool_calls',
      'function',
      'arguments',
      'index',
      'id',
      'type',
    ]
    const more = [
      'name',
      'finish_reason',
      'usage',
      'item',
      'output_index',
      'response',
      'output',
      'part',
      'text',
      'status',
    ]
    const types = ['added', 'done'].map((end) => `response.output_item.${end}`)
    const Type = fc.constantFrom(
      'message',
      'function_call',
      'custom_tool_call',
      'response.completed',
      ...types,
      'error',
    )
    const deltas = ['output_text', 'function_call_arguments', 'refusal', 'content_part'].flatMap((name) => [
      `response.${name}.delta`,
      `response.${name}.done`,
    ])
    const Value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 6 },
        fc.constantFrom(null, 0, 1, 'stop', 'a', '{}', ''),
        fc.constantFrom(...deltas),
        Type,
        tie('list'),
        tie('object'),
      ),
      list: fc.array(tie('any'), { maxLength: 3 }),
      object: fc.dictionary(fc.constantFrom(...names, ...more), tie('any'), { maxKeys: 6 }),
    })).object
    await fc.assert(
      fc.asyncProperty(fc.array(Value, { maxLength: 8 }), async (payloads) => {
        const wire = Buffer.from(payloads.map((payload) => `data: ${JSON.stringify(payload)}\n\n`).join(''))
        const { events, failed } = await readPieces(api, [wire])
        expect(endOf(events)).toHaveLength(failed ? 0 : 1)
        readEvents(events)
      }),
      { numRuns: numRuns * 10 },
    )
  })
})
