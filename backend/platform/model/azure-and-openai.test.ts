// Whole answers of Azure and OpenAI: what they are asked and what they say.
import { describe, expect, it } from 'vitest'
import { anyRequest, askModel, sse } from './testing/ask-model.ts'

const request = { ...anyRequest, cache_key: 'k', user: 'u' }

describe('Azure', () => {
  const head = {
    id: 'chatcmpl-az',
    object: 'chat.completion.chunk',
    created: 1_790_000_000,
    model: 'gpt-5.1',
    system_fingerprint: 'fp_a',
  }
  const safe = { hate: { filtered: false, severity: 'safe' }, violence: { filtered: false, severity: 'safe' } }
  const say = (delta: object, finish_reason: string | null = null, content_filter_results: object = {}) => ({
    content_filter_results,
    delta,
    finish_reason,
    index: 0,
    logprobs: null,
  })
  const first = {
    choices: [],
    created: 0,
    id: '',
    model: '',
    object: '',
    prompt_filter_results: [{ prompt_index: 0, content_filter_results: safe }],
  }
  const text = [
    first,
    { ...head, choices: [say({ role: 'assistant', content: '', refusal: null })] },
    { ...head, choices: [say({ content: 'Here' }, null, safe)] },
  ]

  it('begins with what its filter found, and ends well', async () => {
    const chunks = [
      sse([
        ...text,
        { ...head, choices: [say({}, 'stop')] },
        {
          ...head,
          choices: [
            {
              index: 0,
              finish_reason: null,
              content_filter_offsets: { check_offset: 0 },
              content_filter_results: safe,
            },
          ],
        },
        {
          ...head,
          choices: [],
          usage: { prompt_tokens: 30, completion_tokens: 4, prompt_tokens_details: { cached_tokens: 16 } },
        },
        'data: [DONE]\n\n',
      ]),
    ]
    expect(await askModel('chat', [{ chunks }], { api_version: '2024-10-21', path: '' })).toMatchObject({
      text: 'Here',
      tokens: [30, 4],
      end: 'stop',
    })
  })

  it('holds an answer back in the middle, by its filter', async () => {
    const hate = { hate: { filtered: true, severity: 'high' } }
    const ends = [
      [{ ...head, choices: [say({}, 'content_filter', hate)] }, 'data: [DONE]\n\n'],
      [
        {
          error: {
            message: 'The response was filtered due to the content management policy.',
            type: null,
            param: 'prompt',
            code: 'content_filter',
            status: 400,
          },
        },
      ],
    ]
    for (const end of ends)
      expect(
        await askModel('chat', [{ chunks: [sse([...text, ...end])] }], { api_version: '2024-10-21', path: '' }),
      ).toMatchObject({ text: 'Here', end: 'content_filter' })
  })

  it('only fails to check an answer, which is no fault of the answer', async () => {
    const unchecked = { error: { code: 'content_filter_error', message: 'The contents are not filtered' } }
    const chunks = [
      sse([
        ...text,
        { ...head, choices: [{ ...say({ content: '!' }), content_filter_result: unchecked, error: unchecked.error }] },
        { ...head, choices: [say({}, 'stop')] },
        'data: [DONE]\n\n',
      ]),
    ]
    expect(await askModel('chat', [{ chunks }], { api_version: '2024-10-21', path: '' })).toMatchObject({
      text: 'Here!',
      end: 'stop',
    })
  })

  it('is asked at a deployment, with its version and its own header', async () => {
    const chunks = [sse([...text, { ...head, choices: [say({}, 'stop')] }])]
    const { requests } = await askModel(
      'chat',
      [{ chunks }],
      { api_version: '2024-10-21', path: '', model: 'my gpt', max_output_tokens: 900 },
      [request],
    )
    expect(requests[0]).toMatchObject({
      path: '/openai/deployments/my%20gpt/chat/completions?api-version=2024-10-21',
      authorization: undefined,
      headers: { 'api-key': 'sk-secret' },
      body: { max_completion_tokens: 900, prompt_cache_key: 'k', user: 'u' },
    })
  })

  it('is asked at its v1 API, in both protocols', async () => {
    for (const api of ['chat', 'responses'] as const) {
      const options = { api_version: 'preview', path: '/openai/v1' }
      const { requests } = await askModel(api, [{ chunks: [] }], options, [request])
      const operation = api === 'chat' ? 'chat/completions' : 'responses'
      expect(requests[0]).toMatchObject({
        path: `/openai/v1/${operation}?api-version=preview`,
        headers: { 'api-key': 'sk-secret' },
        body: { user: 'u' },
      })
    }
  })
})

describe('OpenAI', () => {
  it('is asked with the key, the organization and the project, and what stays the same comes first', async () => {
    const options = { organization: 'org-1', project: 'proj-1', reasoning_effort: 'low' }
    const { requests } = await askModel('responses', [{ chunks: [] }], options, [request])
    expect(requests[0]).toMatchObject({
      authorization: 'Bearer sk-secret',
      headers: { 'openai-organization': 'org-1', 'openai-project': 'proj-1' },
      body: { store: false, prompt_cache_key: 'k', safety_identifier: 'u', reasoning: { effort: 'low' } },
    })
    expect(Object.keys(requests[0]?.body ?? {}).slice(0, 4)).toEqual(['model', 'instructions', 'tools', 'input'])
  })

  it('is not asked for more than its own setting allows', async () => {
    const longest = async (setting: number | undefined, asked: number | undefined) => {
      const more = asked === undefined ? {} : { max_output_tokens: asked }
      const { requests } = await askModel('responses', [{ chunks: [] }], { max_output_tokens: setting }, [
        { ...request, ...more },
      ])
      return requests[0]?.body.max_output_tokens
    }
    expect(await longest(1000, 500)).toBe(500)
    expect(await longest(400, 500)).toBe(400)
    expect(await longest(undefined, undefined)).toBeUndefined()
  })

  it('in turns: what one side says twice is one message, and silence none', async () => {
    const messages = [
      { role: 'user', text: 'a' },
      { role: 'user', text: 'b' },
      { role: 'assistant', text: ' ' },
      { role: 'assistant', text: 'c' },
    ] as const
    const { requests } = await askModel('chat', [{ chunks: [] }], {}, [{ ...request, messages: [...messages] }])
    expect(requests[0]?.body.messages).toEqual([
      { role: 'system', content: 'Make tables.' },
      { role: 'user', content: 'a\n\nb' },
      { role: 'assistant', content: 'c' },
    ])
  })
})
