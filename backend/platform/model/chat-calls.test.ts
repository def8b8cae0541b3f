// Tool calls in Chat Completions as many servers send them: in pieces, at once, in turns, and named in their own ways.
import { describe, expect, it } from 'vitest'
import { type Asked, askStream } from './testing/ask-model.ts'
import { args, call, chunk, done, end, one, piece, say, start } from './testing/chat-chunks.ts'

type Case = [name: string, parts: (object | string)[], expected: Partial<Asked>]

const run = (cases: Case[]) =>
  it.each(cases)('%s', async (_, parts, expected) => {
    expect(await askStream('chat', parts)).toMatchObject(expected)
  })

describe('a call', () => {
  run([
    [
      'token by token',
      [call(start), ...Array.from(args, (sign) => piece(sign)), end('tool_calls'), done],
      { calls: one, whole: 1, end: 'stop' },
    ],
    [
      'in one piece with the finish reason, without index and type',
      [
        chunk(
          { content: null, tool_calls: [{ id: 'x', function: { name: 'write_table', arguments: args } }] },
          {},
          { finish_reason: 'tool_calls' },
        ),
        done,
      ],
      { calls: one, whole: 1, end: 'stop' },
    ],
    [
      'with empty ids later',
      [
        call(start),
        piece('{"title":"Größe",', { id: '' }),
        piece(args.slice(17), { id: '', type: 'function' }),
        end('tool_calls'),
        done,
      ],
      { calls: one },
    ],
    [
      'with its id and name repeated',
      [
        call(start),
        ...[args.slice(0, 9), args.slice(9)].map((json) =>
          call({ ...start, function: { name: 'write_table', arguments: json } }),
        ),
        end('tool_calls'),
        done,
      ],
      { calls: one, whole: 1 },
    ],
    [
      'with another id in each delta',
      [call(start), piece(args.slice(0, 9), { id: 'b' }), piece(args.slice(9), { id: 'c' }), end('tool_calls'), done],
      { calls: one, whole: 1 },
    ],
    [
      'with its name in pieces',
      [
        call({ index: 0, id: 'a', function: { name: 'write' } }),
        call({ index: 0, function: { name: '_table' } }),
        piece(args),
        end('tool_calls'),
        done,
      ],
      { calls: one },
    ],
    [
      'with its arguments as an object',
      [call({ index: 0, id: 'a', function: { name: 'write_table', arguments: { a: 1 } } }), end('tool_calls'), done],
      { calls: [{ name: 'write_table', json: '{"a":1}' }] },
    ],
    [
      'without any id',
      [call({ index: 0, function: { name: 'write_table' } }), piece(args), end('tool_calls'), done],
      { calls: one, whole: 1 },
    ],
    [
      'without index and later id',
      [
        call({ id: 'a', function: { name: 'write_table', arguments: args.slice(0, 9) } }),
        call({ function: { arguments: args.slice(9) } }),
        end('tool_calls'),
        done,
      ],
      { calls: one, whole: 1 },
    ],
    [
      'the old way',
      [
        chunk({ function_call: { name: 'write_table', arguments: '' } }),
        chunk({ function_call: { arguments: args } }),
        end('function_call'),
        done,
      ],
      { calls: one, whole: 1, end: 'stop' },
    ],
    [
      'whose arguments come once more at the end',
      [
        call(start),
        piece(args),
        chunk(
          { tool_calls: [{ ...start, function: { name: 'write_table', arguments: args } }] },
          {},
          { finish_reason: 'tool_calls' },
        ),
        done,
      ],
      { calls: one, whole: 1 },
    ],
    ['that ends with stop', [call(start), piece(args), end('stop'), done], { calls: one, whole: 1, end: 'stop' }],
    ['beside text', [say('Here:'), call(start), piece(args), end('tool_calls'), done], { text: 'Here:', calls: one }],
    [
      'without arguments',
      [call({ index: 0, id: 'a', function: { name: 'list_tables', arguments: '' } }), end('tool_calls'), done],
      { calls: [{ name: 'list_tables', json: '' }], whole: 1 },
    ],
    [
      'in a message that is not streamed',
      [
        {
          object: 'chat.completion',
          choices: [
            {
              index: 0,
              finish_reason: 'tool_calls',
              message: { content: null, tool_calls: [{ id: 'a', function: { name: 'write_table', arguments: args } }] },
            },
          ],
        },
      ],
      { calls: one, whole: 1, end: 'stop' },
    ],
  ])
})

describe('several calls', () => {
  const two = [
    { name: 'write_table', json: args },
    { name: 'use_table', json: '{"b":2}' },
  ]
  run([
    [
      'one after the other',
      [
        call(start),
        piece(args),
        call({ index: 1, id: 'b', function: { name: 'use_table', arguments: '{"b"' } }),
        call({ index: 1, function: { arguments: ':2}' } }),
        end('tool_calls'),
        done,
      ],
      { calls: two, whole: 2 },
    ],
    [
      'in turns',
      [
        call(start),
        call({ index: 1, id: 'b', function: { name: 'use_table', arguments: '' } }),
        piece(args.slice(0, 9)),
        call({ index: 1, function: { arguments: '{"b"' } }),
        piece(args.slice(9)),
        call({ index: 1, function: { arguments: ':2}' } }),
        end('tool_calls'),
        done,
      ],
      { calls: two, whole: 2 },
    ],
    [
      'all with index 0',
      [
        call({ index: 0, id: 'a', function: { name: 'write_table', arguments: args } }),
        call({ index: 0, id: 'b', function: { name: 'use_table', arguments: '{"b":2}' } }),
        end('tool_calls'),
        done,
      ],
      { calls: two, whole: 2 },
    ],
    [
      'without index, with ids',
      [
        chunk({
          tool_calls: [
            { id: 'a', function: { name: 'write_table', arguments: args } },
            { id: 'b', function: { name: 'use_table', arguments: '{"b":2}' } },
          ],
        }),
        end('tool_calls'),
        done,
      ],
      { calls: two, whole: 2 },
    ],
    [
      'without index and ids',
      [
        chunk({
          tool_calls: [
            { function: { name: 'write_table', arguments: args } },
            { function: { name: 'use_table', arguments: { b: 2 } } },
          ],
        }),
        end('tool_calls'),
        done,
      ],
      { calls: two, whole: 2 },
    ],
    [
      'with one id for all',
      [
        call({ index: 0, id: 'a', function: { name: 'write_table', arguments: args } }),
        call({ index: 1, id: 'a', function: { name: 'use_table', arguments: '{"b":2}' } }),
        end('tool_calls'),
        done,
      ],
      { calls: two, whole: 2 },
    ],
    [
      'of one name',
      [
        call({ index: 0, id: 'a', function: { name: 'write_table', arguments: args } }),
        call({ index: 1, id: 'b', function: { name: 'write_table', arguments: args } }),
        end('tool_calls'),
        done,
      ],
      { calls: [...one, ...one], whole: 2 },
    ],
  ])
})
