// Writes a request for the Responses API.
import type { RequestOptions } from './answer-reader.ts'
import type { Json } from './json-values.ts'
import type { ModelRequest } from './model.ts'

/** What stays the same from request to request comes first, so that the provider can reuse its work. */
export const toResponsesBody = (request: ModelRequest, options: RequestOptions): Json => {
  const optional: Json = {
    // Nothing that people send is kept at the provider for later requests.
    store: false,
    prompt_cache_key: request.cache_key,
    [options.provider === 'azure' ? 'user' : 'safety_identifier']: request.user,
    max_output_tokens: options.max_output_tokens,
    reasoning: options.reasoning_effort === undefined ? undefined : { effort: options.reasoning_effort },
  }
  const tools = request.tools.map((tool) => ({
    type: 'function',
    ...tool,
    ...(options.strict ? { strict: true } : {}),
  }))
  return {
    model: options.model,
    instructions: request.instructions,
    ...(tools.length > 0 ? { tools } : {}),
    input: request.messages.map((message) => ({ role: message.role, content: message.text })),
    ...Object.fromEntries(
      Object.entries(optional).filter(([name, value]) => value !== undefined && !options.without.has(name)),
    ),
    stream: true,
  }
}
