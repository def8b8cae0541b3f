// Text in Chat Completions as many servers send it: each stream here differs from OpenAI's in a way that one of them has.
import { describe, expect, it } from 'vitest'
import { type Asked, askStream } from './testing/ask-model.ts'
import { args, call, chunk, done, end, one, say, start, used } from './testing/chat-chunks.ts'

type Case = [name: string, parts: (object | string)[], expected: Partial<Asked>]

const run = (cases: Case[]) =>
  it.each(cases)('%s', async (_, parts, expected) => {
    expect(await askStream('chat', parts)).toMatchObject(expected)
  })

describe('text', () => {
  run([
    [
      'in deltas',
      [chunk({ role: 'assistant', content: '' }), say('Hel'), say('lo ✓'), end(), done],
      { text: 'Hello ✓', end: 'stop' },
    ],
    [
      'with the role in each delta',
      [chunk({ role: 'assistant', content: 'a' }), chunk({ role: 'assistant', content: 'b' }), end(), done],
      { text: 'ab' },
    ],
    [
      'as a list of parts',
      [
        say([{ type: 'thinking', thinking: [{ type: 'text', text: 'hm' }] }]),
        say([{ type: 'text', text: 'a' }, { type: 'reference', reference_ids: [1] }, 'b']),
        end(),
        done,
      ],
      { text: 'ab', thought: 'hm' },
    ],
    [
      'as a message so far, without deltas',
      [
        chunk(null, {}, { message: { content: 'One' } }),
        chunk(null, {}, { message: { content: 'One two' } }),
        chunk(null, {}, { message: { content: 'One two' }, finish_reason: 'stop' }),
        done,
      ],
      { text: 'One two', end: 'stop' },
    ],
    [
      'as messages that are its pieces',
      [
        chunk(null, {}, { message: { content: 'One' } }),
        chunk(null, {}, { message: { content: ' two' } }),
        chunk(null, {}, { message: { content: ' three' }, finish_reason: 'stop' }),
      ],
      { text: 'One two three', end: 'stop' },
    ],
    [
      'as deltas beside the message so far',
      [
        chunk({ content: 'One' }, {}, { message: { content: 'One' } }),
        chunk({ content: ' two' }, {}, { message: { content: 'One two' } }),
        end(),
        done,
      ],
      { text: 'One two' },
    ],
    [
      'as the text of a completion',
      [chunk(null, {}, { text: 'Old ' }), chunk(null, {}, { text: 'way', finish_reason: 'stop' }), done],
      { text: 'Old way' },
    ],
    [
      'whole, because the server does not stream',
      [
        JSON.stringify(
          {
            object: 'chat.completion',
            choices: [{ index: 0, message: { role: 'assistant', content: 'At once' }, finish_reason: 'stop' }],
            usage: used(7, 2),
          },
          null,
          2,
        ),
      ],
      { text: 'At once', end: 'stop', tokens: [7, 2] },
    ],
    ['after its finish reason', [say('a'), end(), say('b'), done], { text: 'ab', end: 'stop' }],
    [
      'beside its finish reason',
      [say('a'), chunk({ content: 'b' }, {}, { finish_reason: 'stop' }), done],
      { text: 'ab' },
    ],
    [
      'of the first of several choices',
      [
        say('a'),
        chunk({ content: 'x' }, {}, { index: 1 }),
        say('b'),
        chunk({}, {}, { index: 1, finish_reason: 'length' }),
        end(),
        done,
      ],
      { text: 'ab', end: 'stop' },
    ],
    [
      'with an empty finish reason in every chunk',
      [
        chunk({ content: 'a' }, {}, { finish_reason: '' }),
        chunk({ content: 'b' }, {}, { finish_reason: '' }),
        end(),
        done,
      ],
      { text: 'ab', end: 'stop' },
    ],
    [
      'with a finish reason only in an odd last object',
      [
        say('a'),
        {
          object: 'chat.completion.done',
          choices: [{ index: 0, delta: { role: 'assistant', content: '' }, finish_reason: 'stop' }],
        },
      ],
      { text: 'a', end: 'stop' },
    ],
    [
      'without an index',
      [
        { choices: [{ delta: { content: 'a' } }] },
        { choices: [{ delta: { content: 'b' }, finish_reason: 'stop' }] },
        done,
      ],
      { text: 'ab' },
    ],
    ['of nothing', [chunk({ role: 'assistant' }), end(), done], { text: '', end: 'stop' }],
  ])
})

describe('thinking is no text', () => {
  run([
    [
      'in reasoning_content',
      [chunk({ content: null, reasoning_content: 'h' }), chunk({ reasoning_content: 'm' }), say('Yes'), end(), done],
      { text: 'Yes', thought: 'hm' },
    ],
    [
      'in reasoning, repeated as details',
      [
        chunk({ content: '', reasoning: 'hm', reasoning_details: [{ type: 'reasoning.text', text: 'hm' }] }),
        say('Yes'),
        end(),
        done,
      ],
      { text: 'Yes', thought: 'hm' },
    ],
    [
      'in a block before the answer',
      [say('<th'), say('ink>\nLet me see'), say('…</thi'), say('nk>\n\n'), say('Yes <think> no'), end(), done],
      { text: 'Yes <think> no', thought: '\nLet me see…' },
    ],
    [
      'but a block that never ends is the answer, when there is no other',
      [say('<think> is'), say(' a tag.'), end(), done],
      { text: '<think> is a tag.' },
    ],
    ['but what only begins like a block is text', [say(' <thi'), say('s> one'), end(), done], { text: ' <this> one' }],
    ['but a lone sign is text', [say('<'), end(), done], { text: '<' }],
    [
      'before a call',
      [
        say('<think>hm'),
        call({ ...start, function: { name: 'write_table', arguments: args } }),
        end('tool_calls'),
        done,
      ],
      { text: '', calls: one },
    ],
  ])
})

describe('usage', () => {
  run([
    [
      'in a last chunk without choices',
      [say('a'), end(), { choices: [], usage: { ...used(9, 1), prompt_tokens_details: { cached_tokens: 4 } } }, done],
      { tokens: [9, 1] },
    ],
    ['beside the last choice', [say('a'), end('stop', { usage: used(9, 1) }), done], { tokens: [9, 1] }],
    [
      'counted up in every chunk',
      [
        chunk({ content: 'a' }, { usage: used(9, 1) }),
        chunk({ content: 'b' }, { usage: used(9, 2) }),
        end('stop', { usage: used(9, 2) }),
        done,
      ],
      { tokens: [9, 2] },
    ],
    ['under x_groq', [say('a'), end('stop', { x_groq: { id: 'r', usage: used(9, 1) } }), done], { tokens: [9, 1] }],
    [
      'in the choice',
      [say('a'), chunk({}, {}, { finish_reason: 'stop', usage: used(9, 1) }), done],
      { tokens: [9, 1] },
    ],
    ['not at all', [say('a'), end(), done], { tokens: null, end: 'stop' }],
    ['of a stream that broke', [chunk({ content: 'a' }, { usage: used(9, 1) })], { tokens: [9, 1], end: 'broken' }],
    [
      'by other names',
      [say('a'), end('stop', { usage: { input_tokens: 9, output_tokens: 1 } }), done],
      { tokens: [9, 1] },
    ],
  ])
})
