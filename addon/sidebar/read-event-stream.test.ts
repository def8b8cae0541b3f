// The events of a stream are the same wherever its text is cut, and the same as a reader of the whole standard gives.
import { createParser } from 'eventsource-parser'
import { expect, test } from 'vitest'
import { readEventStream } from './read-event-stream.ts'

const events = [
  ': a sign of life\n\n',
  'id: 1\ndata: {"type":"text-delta","text":"Žofie: 12:30"}\n\n',
  'id:2\nevent: message\nretry: 10\ndata:first\ndata: second: line\ndata\ndata:  indented\n\n',
  'data: \n\n',
  'id: 3\n\n',
  'id: 4\r\ndata: from a proxy\r\n\r\n',
  'data: no id\n\n',
  'data: never ended\n',
]

function ours(pieces: string[]) {
  const found: { data: string; id: string | undefined }[] = []
  const read = readEventStream((data, id) => found.push({ data, id }))
  for (const piece of pieces) read(piece)
  return found
}

function standard(text: string) {
  const found: { data: string; id: string | undefined }[] = []
  const parser = createParser({ onEvent: ({ data, id }) => found.push({ data, id }) })
  parser.feed(text)
  return found
}

test('as the standard has it', () => {
  const text = events.join('')
  expect(ours([text])).toEqual(standard(text))
  expect(ours([text]).map(({ id }) => id)).toEqual(['1', '2', undefined, '4', undefined])
})

test('wherever the text is cut', () => {
  const text = events.join('')
  const whole = ours([text])
  expect(ours([...text])).toEqual(whole)
  for (let at = 0; at <= text.length; at += 1) expect(ours([text.slice(0, at), text.slice(at)])).toEqual(whole)
})

test('a long line in many pieces takes no more than its length', () => {
  const piece = 'x'.repeat(64_000)
  const began = performance.now()
  const [event] = ours(['data: ', ...Array.from({ length: 500 }, () => piece), '\n\n'])
  expect(event?.data.length).toBe(500 * piece.length)
  expect(performance.now() - began).toBeLessThan(3000)
})
