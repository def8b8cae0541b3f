// Events of the Responses API for tests, to be put together in the manner of many servers.

type Json = Record<string, unknown>

export const args = '{"title":"Größe","rows":[["1","2 €"]]}'
export const one = [{ name: 'write_table', json: args }]
export const message = (text: string, more: Json = {}) => ({
  ...{ id: 'm', type: 'message', role: 'assistant', status: 'completed' },
  content: [{ type: 'output_text', text, annotations: [] }],
  ...more,
})
export const call = (more: Json = {}) => ({
  ...{ id: 'f', type: 'function_call', call_id: 'c1', name: 'write_table', arguments: args, status: 'completed' },
  ...more,
})
export const added = (item: Json, output_index: unknown = 0) => ({
  type: 'response.output_item.added',
  output_index,
  item,
})
export const done = (item: Json, output_index: unknown = 0) => ({
  type: 'response.output_item.done',
  output_index,
  item,
})
export const delta = (text: string, more: Json = {}) => ({
  ...{ type: 'response.output_text.delta', item_id: 'm', output_index: 0, content_index: 0, delta: text },
  ...more,
})
export const piece = (json: string, more: Json = {}) => ({
  ...{ type: 'response.function_call_arguments.delta', item_id: 'f', output_index: 0, delta: json },
  ...more,
})
export const usage = { input_tokens: 9, input_tokens_details: { cached_tokens: 4 }, output_tokens: 2 }
export const completed = (output: Json[] = [], more: Json = {}) => ({
  type: 'response.completed',
  response: { id: 'r', object: 'response', status: 'completed', output, usage, ...more },
})
export const empty = call({ arguments: '', status: 'in_progress' })

// A server names each event beside its data; what a server leaves out of the data is read from there.
export const named = (events: Json[]) =>
  events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`)
