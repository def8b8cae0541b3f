// Writes a request for Chat Completions.
import type { RequestOptions } from './answer-reader.ts'
import type { Json } from './json-values.ts'
import type { ModelMessage, ModelRequest } from './model.ts'

/** The templates of many models want people and model to speak in turns, and nobody to say nothing. */
const inTurns = (messages: ModelMessage[]): { role: string; content: string }[] => {
  const turns: { role: string; content: string }[] = []
  for (const { role, text } of messages) {
    const last = turns.at(-1)
    if (text.trim() === '') continue
    if (last?.role === role) last.content += `\n\n${text}`
    else turns.push({ role, content: text })
  }
  return turns
}

/** The longest answer has two names: most servers know the old one, OpenAI's newer models only the new one. */
const lengthName = ({ provider, without }: RequestOptions): string => {
  const names =
    provider === 'compatible' ? ['max_tokens', 'max_completion_tokens'] : ['max_completion_tokens', 'max_tokens']
  return names.find((name) => !without.has(name)) ?? ''
}

/**
 * What stays the same from request to request comes first, so that the provider can reuse its work. Servers other than
 * OpenAI's and Azure's are sent only what all of them know.
 */
export const toChatBody = (request: ModelRequest, options: RequestOptions): Json => {
  const { provider } = options
  const own = provider !== 'compatible'
  const optional: Json = {
    // Nothing that people send is kept at the provider for later requests.
    store: provider === 'openai' ? false : undefined,
    prompt_cache_key: own ? request.cache_key : undefined,
    safety_identifier: provider === 'openai' ? request.user : undefined,
    user: provider === 'azure' ? request.user : undefined,
    [lengthName(options)]: options.max_output_tokens,
    reasoning_effort: options.reasoning_effort,
    stream_options: { include_usage: true },
  }
  const tools = request.tools.map((tool) => ({
    type: 'function',
    function: { ...tool, ...(options.strict ? { strict: true } : {}) },
  }))
  return {
    model: options.model,
    ...(tools.length > 0 ? { tools } : {}),
    messages: [{ role: 'system', content: request.instructions }, ...inTurns(request.messages)],
    ...Object.fromEntries(
      Object.entries(optional).filter(([name, value]) => name && value !== undefined && !options.without.has(name)),
    ),
    stream: true,
  }
}
