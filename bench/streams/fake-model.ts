// A model server that costs little: the wire format of the Responses API, each piece of text stamped when it is written.
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { rowOf, type Script, stampNow, wordOf } from './script.ts'

const script: Script = JSON.parse(process.argv[2] ?? '{}')

const frame = (type: string, data: object) => `event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`

const at = { item_id: 'msg_0', output_index: 0, content_index: 0 }
const message = { id: 'msg_0', type: 'message', role: 'assistant' }
const textPart = (text: string) => ({ type: 'output_text', annotations: [], text })
const call = { id: 'fc_1', type: 'function_call', call_id: 'call_1', name: 'write_table' }
const response = { id: 'resp_0', object: 'response', created_at: 1_790_000_000, error: null, usage: null, output: [] }
const usage = {
  input_tokens: 100,
  input_tokens_details: { cached_tokens: 0 },
  output_tokens: 100,
  output_tokens_details: { reasoning_tokens: 0 },
  total_tokens: 200,
}

/** What is written at once, each after a pause. Made when it is due: the stamp is that of the moment of writing. */
function* pieces(name: string, model: string): Generator<string> {
  yield frame('response.created', { response: { ...response, model, status: 'in_progress' } }) +
    frame('response.output_item.added', { output_index: 0, item: { ...message, status: 'in_progress', content: [] } }) +
    frame('response.content_part.added', { ...at, part: textPart('') })
  let text = ''
  for (let index = 0; index < script.words; index += 1) {
    const delta = `${stampNow()} ${wordOf(name, index)} `
    text += delta
    yield frame('response.output_text.delta', { ...at, delta, logprobs: [] })
  }
  const item = { ...message, status: 'completed', content: [textPart(text)] }
  yield frame('response.output_text.done', { ...at, text }) +
    frame('response.content_part.done', { ...at, part: textPart(text) }) +
    frame('response.output_item.done', { output_index: 0, item })
  if (script.rows > 0) yield* table(name)
  yield frame('response.completed', { response: { ...response, model, status: 'completed', usage } })
}

function* table(name: string): Generator<string> {
  const place = { item_id: call.id, output_index: 1 }
  yield frame('response.output_item.added', {
    output_index: 1,
    item: { ...call, status: 'in_progress', arguments: '' },
  })
  const columns = ['Name', 'Amount'].map((column, index) => {
    return { name: column, type: index === 0 ? 'text' : 'number', currency: null, formula: null }
  })
  let json = ''
  const say = (delta: string) => {
    json += delta
    return frame('response.function_call_arguments.delta', { ...place, delta })
  }
  const head = JSON.stringify({ title: name, rows_announced: script.rows, columns }).slice(0, -1)
  yield say(`${head},"rows":[`)
  for (let index = 0; index < script.rows; index += 1)
    yield say(`${index > 0 ? ',' : ''}${JSON.stringify(rowOf(name, index).map(String))}`)
  yield say(']}') + frame('response.function_call_arguments.done', { ...place, arguments: json })
  yield frame('response.output_item.done', { output_index: 1, item: { ...call, status: 'completed', arguments: json } })
}

function play(res: ServerResponse, name: string, model: string): void {
  res.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
  const all = pieces(name, model)
  const next = () => {
    const { value, done } = all.next()
    if (done || res.destroyed) {
      res.end()
      return
    }
    res.write(value)
    setTimeout(next, script.pauseMs)
  }
  // As far apart as the first words of a real model.
  setTimeout(next, script.firstAfterMs[0] + Math.random() * (script.firstAfterMs[1] - script.firstAfterMs[0]))
}

const server = createServer((req, res) => {
  let body = ''
  req.on('data', (chunk: Buffer) => {
    body += chunk.toString('latin1')
  })
  req.on('end', () => play(res, /stream-\d+/.exec(body)?.[0] ?? 'stream', 'gpt-bench'))
})
server.listen(0, '127.0.0.1', () => {
  console.log(`ready http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`)
})
