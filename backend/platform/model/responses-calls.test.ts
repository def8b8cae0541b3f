// Tool calls and ends in the Responses API as many servers send them.
import { describe, expect, it } from 'vitest'
import { type Asked, askStream } from './testing/ask-model.ts'
import {
  added,
  args,
  call,
  completed,
  delta,
  done,
  empty,
  message,
  named,
  one,
  piece,
  usage,
} from './testing/responses-events.ts'

type Json = Record<string, unknown>
type Case = [name: string, events: Record<string, unknown>[], expected: Partial<Asked>]

const run = (cases: Case[]) =>
  it.each(cases)('%s', async (_, events, expected) => {
    expect(await askStream('responses', named(events))).toMatchObject(expected)
  })

describe('a call', () => {
  run([
    [
      'in deltas',
      [
        added(empty),
        ...Array.from(args, (sign) => piece(sign)),
        { type: 'response.function_call_arguments.done', output_index: 0, arguments: args },
        done(call()),
        completed([call()]),
      ],
      { calls: one, whole: 1, end: 'stop' },
    ],
    [
      'only as its arguments',
      [added(empty), { type: 'response.function_call_arguments.done', output_index: 0, arguments: args }, completed()],
      { calls: one, whole: 1 },
    ],
    ['only as an item', [done(call()), completed([call()])], { calls: one, whole: 1 }],
    ['only in the response', [completed([call()])], { calls: one, whole: 1 }],
    [
      'added with its arguments',
      [added(call({ status: 'in_progress' })), done(call()), completed([call()])],
      { calls: one, whole: 1 },
    ],
    [
      'never added: its name comes last',
      [piece(args.slice(0, 9)), piece(args.slice(9)), done(call()), completed([call()])],
      { calls: one, whole: 1 },
    ],
    [
      'never added: its name comes with the whole arguments',
      [
        piece(args),
        { type: 'response.function_call_arguments.done', output_index: 0, name: 'write_table', arguments: args },
        completed(),
      ],
      { calls: one, whole: 1 },
    ],
    [
      'never closed, in a response that says it is done',
      [added(empty), piece(args), completed([call()])],
      { calls: one, whole: 1 },
    ],
    [
      'without an id',
      [
        added({ ...empty, call_id: '' }),
        piece(args),
        done(call({ call_id: '' })),
        done(call({ call_id: '' })),
        completed([call({ call_id: '' })]),
      ],
      { calls: one, whole: 1 },
    ],
    [
      'whose arguments are an object',
      [done(call({ arguments: { a: 1 } })), completed()],
      { calls: [{ name: 'write_table', json: '{"a":1}' }], whole: 1 },
    ],
    [
      'in progress to the end',
      [added(empty), piece(args), done(call({ status: 'in_progress' })), completed([call({ status: 'in_progress' })])],
      { calls: one, whole: 1 },
    ],
    [
      'twice, with one index',
      [
        added(empty),
        piece(args),
        done(call()),
        added({ ...empty, id: 'g', call_id: 'c2', name: 'use_table' }),
        piece('{}', { item_id: 'g' }),
        done(call({ id: 'g', call_id: 'c2', name: 'use_table', arguments: '{}' })),
        completed([call(), call({ id: 'g', call_id: 'c2', name: 'use_table', arguments: '{}' })]),
      ],
      { calls: [...one, { name: 'use_table', json: '{}' }], whole: 2 },
    ],
    [
      'twice, with one id',
      [done(call()), done(call({ name: 'use_table', arguments: '{}' }), 1), completed()],
      { calls: [...one, { name: 'use_table', json: '{}' }], whole: 2 },
    ],
    [
      'in turns with another',
      [
        added(empty),
        added({ ...empty, id: 'g', call_id: 'c2', name: 'use_table' }, 1),
        piece(args.slice(0, 9)),
        piece('{', { output_index: 1 }),
        piece(args.slice(9)),
        piece('}', { output_index: 1 }),
        done(call()),
        done(call({ id: 'g', call_id: 'c2', name: 'use_table', arguments: '{}' }), 1),
        completed(),
      ],
      { calls: [...one, { name: 'use_table', json: '{}' }], whole: 2 },
    ],
    [
      'of a kind that was never offered',
      [
        added({ id: 'u', type: 'custom_tool_call', call_id: 'c1', name: 'shell', input: '' }),
        { type: 'response.custom_tool_call_input.delta', output_index: 0, delta: 'ls' },
        done({ id: 'u', type: 'custom_tool_call', call_id: 'c1', name: 'shell', input: 'ls' }),
        completed(),
      ],
      { calls: [{ name: 'shell', json: 'ls' }], whole: 1 },
    ],
    [
      'that the provider ran itself is none of ours',
      [
        added({ id: 'u', type: 'custom_tool_call', call_id: 'c1', name: 'search', input: '' }),
        done({ id: 'u', type: 'custom_tool_call', call_id: 'c1', name: 'search', input: 'x' }),
        added(message(''), 1),
        delta('Found', { output_index: 1 }),
        done(message('Found'), 1),
        completed(),
      ],
      { calls: [], text: 'Found' },
    ],
    [
      'beside tools that the provider runs',
      [
        { type: 'response.web_search_call.searching', output_index: 0 },
        done({ id: 'w', type: 'web_search_call', status: 'completed' }),
        { type: 'response.mcp_call_arguments.delta', output_index: 1, delta: '{}' },
        { type: 'response.mcp_call.failed', output_index: 1, error: 'no' },
        added(empty, 2),
        piece(args, { output_index: 2 }),
        done(call(), 2),
        completed(),
      ],
      { calls: one, whole: 1, end: 'stop' },
    ],
  ])
})

describe('an end', () => {
  const incomplete = (reason: string | null, output: Json[] = []) => ({
    type: 'response.incomplete',
    response: { status: 'incomplete', incomplete_details: reason ? { reason } : null, output, usage },
  })
  const failed = (error: Json | null) => ({
    type: 'response.failed',
    response: { status: 'failed', error, output: [], usage },
  })
  run([
    [
      'by length, in a call',
      [
        added(empty),
        piece('{"rows":[['),
        incomplete('max_output_tokens', [call({ arguments: '{"rows":[[', status: 'incomplete' })]),
      ],
      { end: 'length', whole: 0, tokens: [9, 2] },
    ],
    [
      'by length, after a call that was whole',
      [
        done(call()),
        added({ ...empty, call_id: 'c2' }, 1),
        incomplete('max_output_tokens', [call(), call({ call_id: 'c2', arguments: '', status: 'incomplete' })]),
      ],
      { end: 'length', whole: 1 },
    ],
    [
      'by length, told only in the response',
      [incomplete('max_output_tokens', [message('Hel', { status: 'incomplete' })])],
      { text: 'Hel', end: 'length' },
    ],
    [
      'by length, told as completed',
      [delta('Hel'), completed([], { status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } })],
      { text: 'Hel', end: 'length' },
    ],
    ['by a filter', [delta('Hel'), incomplete('content_filter')], { text: 'Hel', end: 'content_filter' }],
    ['for no reason', [delta('Hel'), incomplete(null)], { text: 'Hel', end: 'length' }],
    [
      'as a refusal',
      [
        { type: 'response.refusal.delta', output_index: 0, content_index: 0, delta: 'I can’t.' },
        { type: 'response.refusal.done', output_index: 0, content_index: 0, refusal: 'I can’t.' },
        done(message('', { content: [{ type: 'refusal', refusal: 'I can’t.' }] })),
        completed(),
      ],
      { refusal: 'I can’t.', end: 'refusal' },
    ],
    [
      'as a refusal told whole',
      [completed([message('', { content: [{ type: 'refusal', refusal: 'I can’t.' }] })])],
      { refusal: 'I can’t.', end: 'refusal' },
    ],
    ['by nothing, all items done', [done(message('Hello'))], { text: 'Hello', end: 'broken' }],
    [
      'by being cancelled',
      [delta('Hel'), { type: 'response.cancelled', response: { status: 'cancelled' } }],
      { text: 'Hel', end: 'broken' },
    ],
    [
      'as a failure',
      [delta('Hel'), failed({ code: 'server_error', message: 'oh' })],
      { text: 'Hel', end: 'model_failed' },
    ],
    ['as a failure without a word', [failed(null)], { end: 'model_failed' }],
    [
      'as a failure for a limit',
      [failed({ code: 'rate_limit_exceeded', message: 'slow down' })],
      { end: 'model_busy', tokens: [9, 2] },
    ],
    [
      'as a flat error',
      [delta('Hel'), { type: 'error', code: 'insufficient_quota', message: 'no', param: null }],
      { text: 'Hel', end: 'model_busy' },
    ],
    [
      'as a nested error',
      [
        {
          type: 'error',
          error: {
            type: 'invalid_request_error',
            code: 'context_length_exceeded',
            message: 'Your input exceeds the context window',
          },
        },
      ],
      { end: 'model_failed', detail: expect.stringContaining('too long') },
    ],
    [
      'as an error of a filter',
      [delta('Hel'), { type: 'error', error: { code: 'content_filter', message: 'filtered' } }],
      { text: 'Hel', end: 'content_filter' },
    ],
    [
      'with nothing but tools that the provider runs',
      [
        done({ id: 'w', type: 'web_search_call', status: 'completed' }),
        completed([{ id: 'w', type: 'web_search_call', status: 'completed' }]),
      ],
      { text: '', calls: [], end: 'stop' },
    ],
  ])
})
