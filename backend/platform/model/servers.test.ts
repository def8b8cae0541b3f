// Whole answers in the words of the servers people run themselves: what they are asked and what they say.
import { describe, expect, it } from 'vitest'
import { anyRequest, askModel, sse } from './testing/ask-model.ts'

const args = '{"title":"Orders","rows":[["1","2 €"]]}'
const request = { ...anyRequest, cache_key: 'k', user: 'u' }
const local = { api_key: null, max_output_tokens: 900 }
const lines = (head: object, choices: object[], tail: object[] = []) =>
  sse([
    ...choices.map((choice) => ({ ...head, choices: [choice] })),
    ...tail.map((part) => ({ ...head, ...part })),
    'data: [DONE]\n\n',
  ])

describe('Ollama', () => {
  const head = {
    id: 'chatcmpl-872',
    object: 'chat.completion.chunk',
    created: 1_790_000_000,
    model: 'qwen3:8b',
    system_fingerprint: 'fp_ollama',
  }
  const say = (delta: object, finish_reason: string | null = null) => ({
    index: 0,
    delta: { role: 'assistant', content: '', ...delta },
    finish_reason,
  })
  const usage = { choices: [], usage: { prompt_tokens: 412, completion_tokens: 57, total_tokens: 469 } }
  const call = (id: string) => ({
    tool_calls: [{ id, index: 0, type: 'function', function: { name: 'write_table', arguments: args } }],
  })

  it('thinks, speaks, and calls twice with one index', async () => {
    const chunks = [
      lines(
        head,
        [
          say({ reasoning: 'Two' }),
          say({ reasoning: ' orders.' }),
          say({ content: 'Here' }),
          say(call('call_1q')),
          say(call('call_2q')),
          say({}, 'tool_calls'),
        ],
        [usage],
      ),
    ]
    const asked = await askModel('chat', [{ chunks }], local, [request])
    expect(asked).toMatchObject({
      text: 'Here',
      thought: 'Two orders.',
      calls: [{ json: args }, { json: args }],
      whole: 2,
      tokens: [412, 57],
      end: 'stop',
    })
  })

  it('is sent no key, and only what every server knows', async () => {
    const { requests } = await askModel(
      'chat',
      [{ chunks: [lines(head, [say({ content: 'Yes' }), say({}, 'stop')])] }],
      local,
      [request],
    )
    expect(requests[0]).toMatchObject({ path: '/v1/chat/completions', authorization: undefined })
    expect(requests[0]?.body).toEqual({
      model: 'm',
      messages: [
        { role: 'system', content: 'Make tables.' },
        { role: 'user', content: 'Two orders, please.' },
      ],
      tools: [
        {
          type: 'function',
          function: {
            name: 'write_table',
            description: 'Writes.',
            parameters: { type: 'object', properties: {} },
            strict: true,
          },
        },
      ],
      max_tokens: 900,
      stream_options: { include_usage: true },
      stream: true,
    })
  })
})

describe('vLLM', () => {
  const head = { id: 'chatcmpl-f00', object: 'chat.completion.chunk', created: 1_790_000_000, model: 'Qwen/Qwen3-32B' }
  const say = (delta: object, finish_reason: string | null = null) => ({
    index: 0,
    delta,
    logprobs: null,
    finish_reason,
    ...(finish_reason ? { stop_reason: null } : {}),
  })
  const piece = (json: string) => say({ tool_calls: [{ index: 0, function: { arguments: json } }] })

  it('reasons, calls in pieces, and counts in a chunk of its own', async () => {
    const chunks = [
      lines(
        head,
        [
          say({ role: 'assistant', content: '' }),
          say({ reasoning_content: 'Hm' }),
          say({
            tool_calls: [{ id: 'chatcmpl-tool-1', type: 'function', index: 0, function: { name: 'write_table' } }],
          }),
          piece(args.slice(0, 11)),
          piece(args.slice(11)),
          say({ content: '' }, 'tool_calls'),
        ],
        [
          {
            choices: [],
            usage: {
              prompt_tokens: 380,
              total_tokens: 420,
              completion_tokens: 40,
              prompt_tokens_details: { cached_tokens: 368 },
            },
          },
        ],
      ),
    ]
    const asked = await askModel('chat', [{ chunks }], local)
    expect(asked).toMatchObject({
      calls: [{ name: 'write_table', json: args }],
      whole: 1,
      thought: 'Hm',
      tokens: [380, 40],
      end: 'stop',
    })
    expect(asked.events.find((event) => event.type === 'usage')).toMatchObject({ usage: { cached_tokens: 368 } })
  })

  it('is cut by its length, stopped from outside, or fails in the middle', async () => {
    const end = async (parts: object[], more: object[] = []) =>
      (await askModel('chat', [{ chunks: [lines(head, parts, more)] }], local)).end
    expect(await end([say({ content: 'a' }), say({ content: '' }, 'length')])).toBe('length')
    expect(await end([say({ content: 'a' }), say({ content: '' }, 'abort')])).toBe('broken')
    expect(
      await end(
        [say({ content: 'a' })],
        [{ error: { message: 'EngineCore died', type: 'InternalServerError', param: null, code: 500 } }],
      ),
    ).toBe('model_failed')
  })
})

describe('llama.cpp', () => {
  const head = {
    created: 1_790_000_000,
    id: 'chatcmpl-x',
    model: 'gpt-3.5-turbo',
    system_fingerprint: 'b6543-abcdef',
    object: 'chat.completion.chunk',
  }
  const say = (delta: object, finish_reason: string | null = null) => ({ finish_reason, index: 0, delta })
  const timings = { prompt_n: 100, prompt_ms: 50, predicted_n: 20, predicted_ms: 400, cache_n: 80 }

  it('calls with the first sign of its arguments beside the name', async () => {
    const call = (function_: object, more: object = {}) =>
      say({ tool_calls: [{ index: 0, ...more, function: function_ }] })
    const chunks = [
      lines(
        head,
        [
          say({ role: 'assistant', content: null }),
          call({ name: 'write_table', arguments: '{' }, { id: 'Xy', type: 'function' }),
          ...Array.from(args.slice(1), (sign) => call({ arguments: sign })),
          say({}, 'tool_calls'),
        ],
        [{ choices: [], usage: { completion_tokens: 20, prompt_tokens: 180, total_tokens: 200 }, timings }],
      ),
    ]
    expect(await askModel('chat', [{ chunks }], local)).toMatchObject({
      calls: [{ name: 'write_table', json: args }],
      whole: 1,
      tokens: [180, 20],
      end: 'stop',
    })
  })

  it('says an error in the middle, in both of its ways', async () => {
    const error = { code: 500, message: 'Context size has been exceeded.', type: 'server_error' }
    const start = sse([{ ...head, choices: [say({ content: 'a' })] }])
    for (const line of [`data: ${JSON.stringify({ error })}\n\n`, `error: ${JSON.stringify(error)}\n\n`])
      expect(await askModel('chat', [{ chunks: [start, line] }], local)).toMatchObject({
        text: 'a',
        end: 'model_failed',
        detail: expect.stringContaining('too long'),
      })
  })
})

describe('LM Studio', () => {
  const head = {
    id: 'chatcmpl-lm',
    object: 'chat.completion.chunk',
    created: 1_790_000_000,
    model: 'qwen/qwen3-8b',
    system_fingerprint: 'qwen/qwen3-8b',
  }
  const say = (delta: object, finish_reason: string | null = null) => ({
    index: 0,
    delta,
    logprobs: null,
    finish_reason,
  })

  it('speaks Chat Completions, with its thinking in the text', async () => {
    const chunks = [
      lines(head, [
        say({ role: 'assistant', content: '<think>' }),
        say({ content: '\nTwo orders.\n' }),
        say({ content: '</think>\n\nHere' }),
        say({
          tool_calls: [
            { index: 0, id: '365174485', type: 'function', function: { name: 'write_table', arguments: '' } },
          ],
        }),
        say({ tool_calls: [{ index: 0, function: { arguments: args } }] }),
        say({}, 'tool_calls'),
      ]),
    ]
    expect(await askModel('chat', [{ chunks }], local)).toMatchObject({
      text: 'Here',
      thought: '\nTwo orders.\n',
      calls: [{ json: args }],
      whole: 1,
      end: 'stop',
    })
  })

  it('speaks the Responses API', async () => {
    const item = {
      id: 'msg_1',
      type: 'message',
      role: 'assistant',
      status: 'completed',
      content: [{ type: 'output_text', text: 'Here', annotations: [], logprobs: [] }],
    }
    const at = { item_id: 'msg_1', output_index: 0, content_index: 0, logprobs: [] }
    const response = {
      id: 'resp_1',
      object: 'response',
      status: 'in_progress',
      output: [] as object[],
      usage: null as object | null,
    }
    const events = [
      { type: 'response.created', response },
      { type: 'response.output_item.added', output_index: 0, item: { ...item, status: 'in_progress', content: [] } },
      { type: 'response.output_text.delta', ...at, delta: 'He' },
      { type: 'response.output_text.delta', ...at, delta: 're' },
      { type: 'response.output_item.done', output_index: 0, item },
      {
        type: 'response.completed',
        response: {
          ...response,
          status: 'completed',
          output: [item],
          usage: {
            input_tokens: 20,
            output_tokens: 3,
            total_tokens: 23,
            output_tokens_details: { reasoning_tokens: 0 },
          },
        },
      },
    ]
    const chunks = [sse(events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`))]
    const asked = await askModel('responses', [{ chunks }], local, [request])
    expect(asked).toMatchObject({ text: 'Here', tokens: [20, 3], end: 'stop' })
    expect(asked.requests[0]).toMatchObject({
      path: '/v1/responses',
      authorization: undefined,
      body: { store: false, max_output_tokens: 900 },
    })
  })

  it('says that it has nothing loaded', async () => {
    const error =
      'event: error\ndata: {"error":{"message":"No models loaded. Please load a model in the developer page."}}\n\n'
    expect(await askModel('chat', [{ chunks: [error] }], local)).toMatchObject({
      end: 'model_failed',
      detail: expect.stringContaining('load that model'),
    })
  })
})
