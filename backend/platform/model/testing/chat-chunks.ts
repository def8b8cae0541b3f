// Chunks of Chat Completions for tests, to be put together in the manner of many servers.

type Chunk = Record<string, unknown>

export const chunk = (delta: Chunk | null, more: Chunk = {}, choice: Chunk = {}): Chunk => ({
  id: 'c',
  object: 'chat.completion.chunk',
  model: 'm',
  choices: [{ index: 0, ...(delta ? { delta } : {}), finish_reason: null, ...choice }],
  ...more,
})
export const say = (content: unknown) => chunk({ content })
export const end = (finish_reason = 'stop', more: Chunk = {}) => chunk({}, more, { finish_reason })
export const call = (part: Chunk) => chunk({ tool_calls: [part] })
export const used = (prompt_tokens: number, completion_tokens: number) => ({ prompt_tokens, completion_tokens })
export const done = 'data: [DONE]\n\n'
export const args = '{"title":"Größe","rows":[["1","2 €"]]}'
export const start = { index: 0, id: 'a', type: 'function', function: { name: 'write_table', arguments: '' } }
export const piece = (json: string, more: Chunk = {}) => call({ index: 0, function: { arguments: json }, ...more })
export const one = [{ name: 'write_table', json: args }]
