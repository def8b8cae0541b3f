// Where requests go for the base URLs that people paste.
import { describe, expect, it } from 'vitest'
import { findEndpoint, lacksVersion } from './find-endpoint.ts'

const find = (base_url: string, more: Partial<Parameters<typeof findEndpoint>[0]> = {}) =>
  findEndpoint({ base_url, api_key: 'key', api: 'chat', model: 'my gpt', ...more })

describe('a base URL', () => {
  it.each([
    ['https://api.openai.com/v1', 'https://api.openai.com/v1', 'openai'],
    ['https://eu.api.openai.com/v1/', 'https://eu.api.openai.com/v1', 'openai'],
    ['http://localhost:11434/v1', 'http://localhost:11434/v1', 'compatible'],
    ['http://localhost:1234/v1/chat/completions', 'http://localhost:1234/v1', 'compatible'],
    ['https://api.groq.com/openai/v1', 'https://api.groq.com/openai/v1', 'compatible'],
    ['https://api.perplexity.ai', 'https://api.perplexity.ai', 'compatible'],
    ['https://example.com/openai.azure.com/v1', 'https://example.com/openai.azure.com/v1', 'compatible'],
  ])('%s', (base_url, baseUrl, provider) => {
    const endpoint = find(base_url)
    expect(endpoint).toMatchObject({ baseUrl, provider, query: {}, headers: {} })
  })

  it('of a server that asks for no key is sent none', () => {
    expect(find('http://localhost:11434/v1', { api_key: null }).headers).toEqual({ Authorization: null })
  })
})

describe('at Azure', () => {
  const headers = { Authorization: null, 'api-key': 'key' }
  const version = { api_version: '2024-10-21' }

  it.each([
    ['the v1 API', 'https://mine.openai.azure.com/openai/v1/', {}, 'https://mine.openai.azure.com/openai/v1', {}],
    [
      'the resource alone means the v1 API',
      'https://mine.openai.azure.com',
      {},
      'https://mine.openai.azure.com/openai/v1',
      {},
    ],
    [
      'the resource with a version means the dated API',
      'https://mine.openai.azure.com/',
      version,
      'https://mine.openai.azure.com/openai/deployments/my%20gpt',
      { 'api-version': '2024-10-21' },
    ],
    [
      'a deployment',
      'https://mine.openai.azure.com/openai/deployments/gpt',
      version,
      'https://mine.openai.azure.com/openai/deployments/gpt',
      { 'api-version': '2024-10-21' },
    ],
    [
      'the address that the portal shows',
      'https://mine.openai.azure.com/openai/deployments/gpt/chat/completions?api-version=2024-06-01',
      {},
      'https://mine.openai.azure.com/openai/deployments/gpt',
      { 'api-version': '2024-06-01' },
    ],
    [
      'a resource of the newer kind',
      'https://mine.services.ai.azure.com/openai/v1',
      {},
      'https://mine.services.ai.azure.com/openai/v1',
      {},
    ],
    [
      'a gateway with a version',
      'https://gateway.example.com/llm',
      version,
      'https://gateway.example.com/llm',
      { 'api-version': '2024-10-21' },
    ],
  ])('%s', (_, base_url, more, baseUrl, query) => {
    expect(find(base_url, more)).toMatchObject({ baseUrl, query, headers, provider: 'azure' })
  })

  it('the Responses API has no deployment in its address', () => {
    const responses = { api: 'responses', ...version } as const
    expect(find('https://mine.openai.azure.com', responses).baseUrl).toBe('https://mine.openai.azure.com/openai')
    expect(find('https://mine.openai.azure.com/openai/deployments/gpt', responses).baseUrl).toBe(
      'https://mine.openai.azure.com/openai',
    )
  })

  it('a token goes where tokens go', () => {
    expect(find('https://mine.openai.azure.com', { api_key: 'eyJhbGciOi.eyJhdWQi.c2ln' }).headers).toEqual({})
  })

  it('a deployment says its version, or lacks one', () => {
    const deployment = 'https://mine.openai.azure.com/openai/deployments/gpt'
    expect(lacksVersion(deployment, undefined)).toBe(true)
    expect(lacksVersion(deployment, '2024-10-21')).toBe(false)
    expect(lacksVersion(`${deployment}?api-version=2024-10-21`, undefined)).toBe(false)
    expect(lacksVersion('https://mine.openai.azure.com/openai/v1', undefined)).toBe(false)
  })
})
