// Requests that bring no answer: what people are told, and what is asked for once more in another way.
import { describe, expect, it } from 'vitest'
import { type Api, anyRequest, askModel, sse } from './testing/ask-model.ts'
import { done, end, say } from './testing/chat-chunks.ts'
import type { ReplayReply } from './testing/replay-openai.ts'
import { completed, message } from './testing/responses-events.ts'

const answers: Record<Api, ReplayReply> = {
  chat: { chunks: [sse([say('Yes'), end(), done])] },
  responses: { chunks: [sse([completed([message('Yes')])])] },
}

/** Refusals as servers write them. */
const openai = (message: string, more: object = {}) =>
  JSON.stringify({ error: { message, type: 'invalid_request_error', param: null, code: null, ...more } })
const framework = (loc: unknown[], msg = 'Extra inputs are not permitted') =>
  JSON.stringify({ detail: [{ type: 'extra_forbidden', loc, msg, input: true }] })

describe('a refusal is a problem that says what to do', () => {
  it.each([
    [
      'Azure: a key',
      401,
      JSON.stringify({
        error: { code: '401', message: 'Access denied due to invalid subscription key or wrong API endpoint.' },
      }),
      'model_key_refused',
      'OPENAI_API_KEY',
    ],
    [
      'a key that may not use the model',
      403,
      openai('Project does not have access to model'),
      'model_key_refused',
      'may use',
    ],
    ['DeepSeek: an empty account', 402, openai('Insufficient Balance'), 'model_busy', 'quota'],
    [
      'OpenAI: an empty account',
      429,
      openai('You exceeded your current quota', { code: 'insufficient_quota' }),
      'model_busy',
      'quota',
    ],
    [
      'a limit',
      429,
      openai('Rate limit reached for gpt', { code: 'rate_limit_exceeded' }),
      'model_busy',
      'no more requests',
    ],
    [
      'Groq: a text above the limit',
      413,
      openai('Request too large for model', { code: 'rate_limit_exceeded' }),
      'model_failed',
      'too long',
    ],
    [
      'OpenAI: a text too long',
      400,
      openai('Your input exceeds the context window of this model.', { code: 'context_length_exceeded' }),
      'model_failed',
      'too long',
    ],
    [
      'vLLM: a text too long',
      400,
      JSON.stringify({
        object: 'error',
        message: "This model's maximum context length is 4096 tokens. However, you requested 5000 tokens.",
        type: 'BadRequestError',
        code: 400,
      }),
      'model_failed',
      'too long',
    ],
    [
      'llama.cpp: a text too long',
      400,
      JSON.stringify({
        error: {
          code: 400,
          message:
            'the request exceeds the available context size. try increasing the context size or enable context shift',
          type: 'exceed_context_size_error',
        },
      }),
      'model_failed',
      'too long',
    ],
    [
      'Mistral: a text too long',
      400,
      JSON.stringify({
        object: 'error',
        message: 'Prompt contains 40000 tokens, too large for model with 32768 maximum context length',
        type: 'invalid_request_message',
        code: '3051',
      }),
      'model_failed',
      'too long',
    ],
    [
      'Ollama: a model not pulled',
      404,
      JSON.stringify({
        error: {
          message: 'model "llama9" not found, try pulling it first',
          type: 'api_error',
          param: null,
          code: null,
        },
      }),
      'model_failed',
      'load that model',
    ],
    ['DeepSeek: no such model', 400, openai('Model Not Exist'), 'model_failed', 'OPENAI_MODEL'],
    [
      'Azure: no such deployment',
      404,
      JSON.stringify({
        error: { code: 'DeploymentNotFound', message: 'The API deployment for this resource does not exist.' },
      }),
      'model_failed',
      'OPENAI_MODEL',
    ],
    [
      'LM Studio: nothing loaded',
      400,
      JSON.stringify({
        error: "No models loaded. Please load a model in the developer page or use the 'lms load' command.",
      }),
      'model_failed',
      'load that model',
    ],
    ['a wrong address', 404, '<html>Not found</html>', 'model_failed', '/v1'],
    [
      'Ollama: a model without tools',
      400,
      JSON.stringify({
        error: { message: 'registry.ollama.ai/library/gemma3:4b does not support tools', type: 'api_error' },
      }),
      'model_failed',
      'tools',
    ],
    [
      'vLLM: tools not switched on',
      400,
      JSON.stringify({
        object: 'error',
        message: '"auto" tool choice requires --enable-auto-tool-choice and --tool-call-parser to be set',
        type: 'BadRequestError',
      }),
      'model_failed',
      'switch its tools on',
    ],
    [
      'llama.cpp: still loading',
      503,
      JSON.stringify({ error: { code: 503, message: 'Loading model', type: 'unavailable_error' } }),
      'model_busy',
      'loading',
    ],
    ['anything else', 400, openai('Something is wrong'), 'model_failed', 'MODEL_STRICT_TOOLS'],
    ['a failure', 500, 'Internal Server Error', 'model_failed', 'Send the message again'],
    ['a redirect', 307, '', 'model_failed', 'OPENAI_BASE_URL'],
  ])('%s', async (_, status, body, code, remedy) => {
    for (const api of ['chat', 'responses'] as const) {
      const asked = await askModel(api, [{ status, body, headers: { location: 'http://localhost:1/' } }])
      expect(asked.end).toBe(code)
      expect(asked.detail).toContain(remedy)
      expect(asked.detail).not.toContain('sk-secret')
    }
  })

  it('Azure: a filter that keeps the question back is an end of its own', async () => {
    const innererror = { code: 'ResponsibleAIPolicyViolation', content_filter_result: { violence: { filtered: true } } }
    const body = openai(
      'The response was filtered due to the prompt triggering Azure OpenAI’s content management policy.',
      { code: 'content_filter', status: 400, innererror },
    )
    expect((await askModel('chat', [{ status: 400, body }])).end).toBe('content_filter')
  })
})

describe('a parameter that the server does not take', () => {
  const settings = { reasoning_effort: 'low', max_output_tokens: 500 }
  const request = { ...anyRequest, cache_key: 'k', user: 'u' }
  const ask = (api: Api, refusals: [number, string][], options: object = {}) =>
    askModel(
      api,
      [...refusals.map(([status, body]) => ({ status, body })), answers[api]],
      { ...settings, ...options },
      [request, request],
    )

  it.each([
    ['chat', 400, openai('Unrecognized request argument supplied: stream_options'), 'stream_options'],
    ['chat', 422, framework(['body', 'stream_options']), 'stream_options'],
    [
      'chat',
      400,
      openai(
        "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
        { param: 'max_tokens', code: 'unsupported_parameter' },
      ),
      'max_tokens',
    ],
    [
      'chat',
      400,
      JSON.stringify({
        error: { message: "property 'reasoning_effort' is unsupported", type: 'invalid_request_error' },
      }),
      'reasoning_effort',
    ],
    [
      'responses',
      400,
      openai("Unknown parameter: 'prompt_cache_key'.", { param: 'prompt_cache_key', code: 'unknown_parameter' }),
      'prompt_cache_key',
    ],
    ['responses', 400, openai("Unknown parameter: 'store'.", { param: 'store', code: 'unknown_parameter' }), 'store'],
    ['responses', 422, framework(['body', 'safety_identifier']), 'safety_identifier'],
    [
      'responses',
      400,
      openai("Unsupported value: 'reasoning' is not supported with this model.", { param: 'reasoning' }),
      'reasoning',
    ],
  ] as const)('%s, %i: %s', async (api, status, body, name) => {
    const { requests, text, end } = await ask(api, [[status, body]])
    expect({ text, end }).toEqual({ text: 'Yes', end: 'stop' })
    expect(requests.map((asked) => name in asked.body)).toEqual([true, false, false])
  })

  it.each([
    ['chat', 422, framework(['body', 'tools', 0, 'function', 'strict'])],
    ['chat', 400, openai("Unknown parameter: 'tools[0].function.strict'.", { param: 'tools[0].function.strict' })],
    ['responses', 400, openai('Invalid field: tools.0.strict')],
  ] as const)('%s, %i: strict tools', async (api, status, body) => {
    const { requests, text } = await ask(api, [[status, body]])
    expect(text).toBe('Yes')
    expect(requests.map((asked) => JSON.stringify(asked.body.tools).includes('strict'))).toEqual([true, false, false])
  })

  it('among several is found one after the other, and the length keeps a name that works', async () => {
    const { requests, text } = await ask('chat', [
      [400, openai('Unrecognized request argument supplied: stream_options')],
      [400, openai("Unsupported parameter: 'max_tokens'")],
    ])
    expect(text).toBe('Yes')
    expect(requests.at(-1)?.body).toMatchObject({ max_completion_tokens: 500, reasoning_effort: 'low' })
    expect(requests).toHaveLength(4)
  })

  it('that nobody names costs all that may be left out', async () => {
    const { requests, text } = await ask('chat', [[422, JSON.stringify({ message: 'Extra inputs are not permitted' })]])
    expect(text).toBe('Yes')
    expect(Object.keys(requests[1]?.body ?? {}).sort()).toEqual([
      'max_completion_tokens',
      'messages',
      'model',
      'stream',
      'tools',
    ])
  })

  it('is no reason to ask again when it is not at fault', async () => {
    const { requests, end } = await ask('chat', [[400, openai('The store is not valid in the user’s reasoning')]])
    expect(end).toBe('model_failed')
    expect(requests).toHaveLength(1)
  })

  it('stays when it is switched on, and is never sent when it is switched off', async () => {
    const refused = await ask('chat', [[422, framework(['body', 'tools', 0, 'function', 'strict'])]], {
      strict_tools: 'on',
    })
    expect(refused.end).toBe('model_failed')
    const off = await ask('chat', [], { strict_tools: 'off' })
    expect(JSON.stringify(off.requests[0]?.body)).not.toContain('strict')
  })

  it('a schema that is too much for strict mode is sent without it, that once', async () => {
    const { requests, text } = await ask('chat', [
      [400, openai("Invalid schema for function 'write_table': 'anyOf' is not permitted.")],
    ])
    expect(text).toBe('Yes')
    expect(requests.map((asked) => JSON.stringify(asked.body).includes('strict'))).toEqual([true, false, true])
  })
})

describe('limits', () => {
  it('that an answer tells of are kept by the next request', async () => {
    const headers = { 'x-ratelimit-remaining-requests': '0', 'x-ratelimit-reset-requests': '300ms' }
    const started = performance.now()
    const chunks = [sse([say('Yes'), end(), done])]
    const { text } = await askModel('chat', [{ chunks, headers }, answers.chat], {}, [anyRequest, anyRequest])
    expect(text).toBe('Yes')
    expect(performance.now() - started).toBeGreaterThan(250)
  })

  it('that last longer than anybody waits are told', async () => {
    const headers = { 'x-ratelimit-remaining-tokens': '0', 'x-ratelimit-reset-tokens': '40s' }
    const chunks = [sse([say('Yes'), end(), done])]
    const asked = await askModel('chat', [{ chunks, headers }], { timeout_ms: 2000 }, [anyRequest, anyRequest])
    expect(asked).toMatchObject({ end: 'model_busy', detail: expect.stringContaining('in 40 seconds') })
  })
})
