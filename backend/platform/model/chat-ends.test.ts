// How answers of Chat Completions end: well, cut, refused, filtered, failed in the middle, or not at all.
import { describe, expect, it } from 'vitest'
import { type Asked, askModel, askStream, sse } from './testing/ask-model.ts'
import { args, call, chunk, done, end, one, piece, say, start } from './testing/chat-chunks.ts'

type Case = [name: string, parts: (object | string)[], expected: Partial<Asked>]

const run = (cases: Case[]) =>
  it.each(cases)('%s', async (_, parts, expected) => {
    expect(await askStream('chat', parts)).toMatchObject(expected)
  })

describe('an end', () => {
  run([
    ['by length, in a call', [call(start), piece('{"rows":[["1"'), end('length'), done], { end: 'length', whole: 0 }],
    [
      'by length, after a call that was whole',
      [
        call(start),
        piece(args),
        call({ index: 1, id: 'b', function: { name: 'use_table', arguments: '{"b"' } }),
        end('length'),
        done,
      ],
      { end: 'length', whole: 1 },
    ],
    ['by length, in another’s word', [say('a'), end('model_length'), done], { text: 'a', end: 'length' }],
    ['by a filter', [say('a'), end('content_filter'), done], { text: 'a', end: 'content_filter' }],
    ['by a filter, in another’s word', [say('a'), end('SAFETY'), done], { end: 'content_filter' }],
    [
      'as a refusal',
      [
        chunk({ role: 'assistant', content: null, refusal: '' }),
        chunk({ refusal: 'I’m very' }),
        chunk({ refusal: ' sorry' }),
        end(),
        done,
      ],
      { refusal: 'I’m very sorry', end: 'refusal' },
    ],
    ['without [DONE]', [say('a'), end()], { text: 'a', end: 'stop' }],
    ['by [DONE] alone', [say('a'), done], { text: 'a', end: 'stop' }],
    ['by nothing', [say('a')], { text: 'a', end: 'broken' }],
    ['by nothing, in a call', [call(start), piece(args)], { calls: one, end: 'broken', whole: 0 }],
    ['by nothing at all', [], { text: '', end: 'broken' }],
    [
      'in the middle of a chunk',
      [say('a'), 'data: {"choices":[{"delta":{"content":"b"}}'],
      { text: 'a', end: 'broken' },
    ],
    [
      'because the server had too little room',
      [say('a'), end('insufficient_system_resource'), done],
      { text: 'a', end: 'broken' },
    ],
    [
      'by an error as finish reason',
      [
        say('a'),
        chunk({ content: '' }, { error: { code: 502, message: 'Provider disconnected' } }, { finish_reason: 'error' }),
        done,
      ],
      { text: 'a', end: 'model_failed' },
    ],
  ])

  it('whose connection stays open is not waited for without end', async () => {
    const chunks = [sse([say('a'), end()])]
    const asked = await askModel('chat', [{ chunks, end: 'silent' }], { timeout_ms: 100 })
    expect(asked).toMatchObject({ text: 'a', end: 'stop' })
  })
})

describe('a failure in the middle keeps what was said and is a named problem', () => {
  run([
    [
      'as an error object',
      [say('a'), { error: { message: 'The server had an error', type: 'server_error', code: null } }],
      { text: 'a', end: 'model_failed' },
    ],
    [
      'as an event: error',
      [say('a'), 'event: error\ndata: {"message":"out of memory"}\n\n'],
      { text: 'a', end: 'model_failed' },
    ],
    [
      'as text',
      [say('a'), { error: 'an error was encountered while running the model' }],
      { text: 'a', end: 'model_failed' },
    ],
    [
      'as an error line',
      [say('a'), 'error: {"code":500,"message":"slot unavailable","type":"server_error"}\n\n'],
      { text: 'a', end: 'model_failed' },
    ],
    [
      'as an object of its own kind',
      [say('a'), { object: 'error', message: 'CUDA error', type: 'InternalServerError', code: 500 }],
      { text: 'a', end: 'model_failed' },
    ],
    [
      'as a code and a message',
      [say('a'), { code: 'InternalError.Algo', message: 'boom', request_id: 'r' }],
      { text: 'a', end: 'model_failed' },
    ],
    ['as a detail', [{ detail: 'Internal server error' }], { end: 'model_failed' }],
    [
      'because of a limit',
      [say('a'), { error: { message: 'Rate limit reached', type: 'tokens', code: 'rate_limit_exceeded' } }],
      { text: 'a', end: 'model_busy' },
    ],
    [
      'because of the length of the text',
      [
        {
          error: {
            message: 'the request exceeds the available context size',
            type: 'exceed_context_size_error',
            code: 400,
          },
        },
      ],
      { end: 'model_failed', detail: expect.stringContaining('too long') },
    ],
    [
      'because of a filter',
      [
        say('a'),
        {
          error: {
            code: 'content_filter',
            message: 'The response was filtered',
            innererror: { code: 'ResponsibleAIPolicyViolation' },
          },
        },
      ],
      { text: 'a', end: 'content_filter' },
    ],
    [
      'in the choice',
      [
        say('a'),
        chunk({ content: '' }, {}, { error: { code: 429, message: 'Upstream is busy' }, finish_reason: 'error' }),
      ],
      { text: 'a', end: 'model_busy' },
    ],
    [
      'in a JSON body with status 200',
      [JSON.stringify({ error: { message: 'You exceeded your current quota', code: 'insufficient_quota' } })],
      { end: 'model_busy', detail: expect.stringContaining('quota') },
    ],
    [
      'after its finish reason, too late to matter',
      [say('a'), end(), done, { error: { message: 'late' } }],
      { text: 'a', end: 'stop' },
    ],
  ])
})
