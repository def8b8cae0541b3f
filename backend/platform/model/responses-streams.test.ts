// Text in the Responses API as many servers send it: each stream here differs from OpenAI's in a way that one of them has.
import { describe, expect, it } from 'vitest'
import { type Asked, askModel, askStream } from './testing/ask-model.ts'
import { added, call, completed, delta, done, message, named, one } from './testing/responses-events.ts'

type Case = [name: string, events: Record<string, unknown>[], expected: Partial<Asked>]

const run = (cases: Case[]) =>
  it.each(cases)('%s', async (_, events, expected) => {
    expect(await askStream('responses', named(events))).toMatchObject(expected)
  })

describe('text', () => {
  run([
    [
      'in deltas, then whole three times',
      [
        added(message('', { content: [] })),
        delta('Hel'),
        delta('lo'),
        { type: 'response.output_text.done', output_index: 0, content_index: 0, text: 'Hello' },
        {
          type: 'response.content_part.done',
          output_index: 0,
          content_index: 0,
          part: { type: 'output_text', text: 'Hello' },
        },
        done(message('Hello')),
        completed([message('Hello')]),
      ],
      { text: 'Hello', end: 'stop', tokens: [9, 2] },
    ],
    [
      'only whole',
      [{ type: 'response.output_text.done', output_index: 0, content_index: 0, text: 'Hello' }, completed()],
      { text: 'Hello', end: 'stop' },
    ],
    [
      'only in the part',
      [
        {
          type: 'response.content_part.done',
          output_index: 0,
          content_index: 0,
          part: { type: 'output_text', text: 'Hello' },
        },
        completed(),
      ],
      { text: 'Hello' },
    ],
    ['only in the item', [done(message('Hello')), completed()], { text: 'Hello' }],
    [
      'only in the response',
      [completed([{ id: 'r', type: 'reasoning', summary: [] }, message('Hello')])],
      { text: 'Hello' },
    ],
    ['whose deltas say less than its whole', [delta('Hel'), done(message('Hello')), completed()], { text: 'Hello' }],
    [
      'whose whole says other than its deltas',
      [delta('Hello there'), done(message('Hullo')), completed([message('Hullo')])],
      { text: 'Hello there' },
    ],
    [
      'of an item whose id changes with every event',
      [
        added(message('', { id: 'x' })),
        delta('Hel', { item_id: 'y' }),
        delta('lo', { item_id: 'z' }),
        done(message('Hello', { id: 'w' })),
        completed([message('Hello', { id: 'v' })]),
      ],
      { text: 'Hello' },
    ],
    ['that was never added', [delta('Hello'), completed([message('Hello')])], { text: 'Hello' }],
    [
      'added after its deltas',
      [delta('Hel'), added(message('', { content: [] })), delta('lo'), done(message('Hello')), completed()],
      { text: 'Hello' },
    ],
    [
      'without an index',
      [
        added(message('', { content: [] }), undefined),
        delta('Hel', { output_index: undefined }),
        delta('lo', { output_index: undefined, content_index: undefined }),
        done(message('Hello'), undefined),
        completed([message('Hello')]),
      ],
      { text: 'Hello' },
    ],
    [
      'behind thinking that the response leaves out',
      [
        added({ id: 'r', type: 'reasoning' }),
        { type: 'response.reasoning_summary_text.delta', output_index: 0, delta: 'hm' },
        done({ id: 'r', type: 'reasoning', summary: [] }),
        added(message(''), 1),
        delta('Hello', { output_index: 1 }),
        done(message('Hello'), 1),
        completed([message('Hello')]),
      ],
      { text: 'Hello', thought: 'hm' },
    ],
    [
      'of two items with one index',
      [
        added(message('', { id: 'a', content: [] })),
        delta('One '),
        done(message('One ', { id: 'a' })),
        added(message('', { id: 'b', content: [] })),
        delta('two', { item_id: 'b' }),
        done(message('two', { id: 'b' })),
        completed([message('One '), message('two', { id: 'b' })]),
      ],
      { text: 'One two' },
    ],
    [
      'of two parts',
      [
        delta('One '),
        delta('two', { content_index: 1 }),
        done(
          message('', {
            content: [
              { type: 'output_text', text: 'One ' },
              { type: 'output_text', text: 'two' },
            ],
          }),
        ),
        completed(),
      ],
      { text: 'One two' },
    ],
    [
      'in an item that is closed twice',
      [delta('Hello'), done(message('Hello')), done(message('Hello')), completed([message('Hello')])],
      { text: 'Hello' },
    ],
    [
      'with a thinking block in it',
      [
        delta('<think>hm</think>'),
        delta('\nHello'),
        done(message('<think>hm</think>\nHello')),
        completed([message('<think>hm</think>\nHello')]),
      ],
      { text: 'Hello', thought: 'hm' },
    ],
    [
      'whose events have no type of their own',
      [{ ...delta('Hello'), type: undefined as unknown as string }, completed([message('Hello')])],
      { text: 'Hello' },
    ],
  ])

  it('of an answer that is not streamed', async () => {
    const { response } = completed([message('Hello'), call()])
    const asked = await askModel('responses', [
      { chunks: [JSON.stringify(response, null, 2)], headers: { 'content-type': 'application/json' } },
    ])
    expect(asked).toMatchObject({ text: 'Hello', calls: one, whole: 1, end: 'stop', tokens: [9, 2] })
  })

  it('that ends with [DONE], after the response or in its place', async () => {
    const events = named([added(message('')), delta('Hello'), done(message('Hello'))])
    expect(await askStream('responses', [...events, 'data: [DONE]\n\n'])).toMatchObject({ text: 'Hello', end: 'stop' })
    const all = [...events, ...named([completed()]), 'data: [DONE]\n\n']
    expect(await askStream('responses', all)).toMatchObject({ text: 'Hello', end: 'stop' })
  })
})
