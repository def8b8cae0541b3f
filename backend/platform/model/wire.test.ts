// The bytes of a stream as many servers write them.
import { describe, expect, it } from 'vitest'
import { type Asked, askStream } from './testing/ask-model.ts'
import { done, end, say } from './testing/chat-chunks.ts'

type Case = [name: string, parts: (object | string)[], expected: Partial<Asked>]

const run = (cases: Case[]) =>
  it.each(cases)('%s', async (_, parts, expected) => {
    expect(await askStream('chat', parts)).toMatchObject(expected)
  })

describe('the wire', () => {
  const lines = (text: string) => [text]
  run([
    [
      'with comments, pings and empty events',
      [
        ': ping\n\n',
        say('a'),
        'event: ping\ndata: {}\n\n',
        ':\n\n',
        'data:\n\n',
        say('b'),
        ': OPENROUTER PROCESSING\n\n',
        end(),
        done,
      ],
      { text: 'ab', end: 'stop' },
    ],
    [
      'without blanks behind the colons',
      lines(`data:${JSON.stringify(say('a'))}\n\ndata:${JSON.stringify(end())}\n\ndata:[DONE]\n\n`),
      { text: 'a', end: 'stop' },
    ],
    [
      'with the name of the field twice',
      lines(
        `data: data: ${JSON.stringify(say('a'))}\n\ndata: data: ${JSON.stringify(end())}\n\ndata: data: [DONE]\n\n`,
      ),
      { text: 'a', end: 'stop' },
    ],
    [
      'with CRLF',
      lines(`data: ${JSON.stringify(say('é'))}\r\n\r\ndata: ${JSON.stringify(end())}\r\n\r\n`),
      { text: 'é', end: 'stop' },
    ],
    [
      'with CR',
      lines(`data: ${JSON.stringify(say('é'))}\r\rdata: ${JSON.stringify(end())}\r\r`),
      { text: 'é', end: 'stop' },
    ],
    [
      'with a byte order mark',
      lines(`\uFEFFdata: ${JSON.stringify(say('a'))}\n\ndata: ${JSON.stringify(end())}\n\n`),
      { text: 'a', end: 'stop' },
    ],
    [
      'with one line end between events',
      lines(
        `data: ${JSON.stringify(say('a'))}\ndata: ${JSON.stringify(say('b'))}\ndata: ${JSON.stringify(end())}\ndata: [DONE]\n`,
      ),
      { text: 'ab', end: 'stop' },
    ],
    [
      'with lines that are no JSON',
      [
        say('a'),
        'data: heartbeat\n\n',
        'data: [heartbeat]\n\n',
        'data: [ping\n\n',
        'data: null\n\n',
        'data: <html>\n\n',
        'retry: 10\n',
        'id: 7\n',
        'nonsense\n\n',
        say('b'),
        end(),
        done,
      ],
      { text: 'ab', end: 'stop' },
    ],
    [
      'with JSON over several lines of one event',
      lines(`${JSON.stringify(say('a'), null, 2).replace(/^/gm, 'data: ')}\n\ndata: ${JSON.stringify(end())}\n\n`),
      { text: 'a', end: 'stop' },
    ],
    [
      'with JSON over several events',
      lines(
        `${JSON.stringify(say('a'), null, 2).replace(/^(.*)$/gm, 'data: $1\n')}\ndata: ${JSON.stringify(end())}\n\n`,
      ),
      { text: 'a', end: 'stop' },
    ],
    [
      'with one object a line and no events',
      lines(`${JSON.stringify(say('a'))}\n${JSON.stringify(say('b'))}\n${JSON.stringify(end())}\n`),
      { text: 'ab', end: 'stop' },
    ],
    [
      'with objects run together',
      lines(`data: ${JSON.stringify(say('a'))}${JSON.stringify(say('b'))}\n\ndata: ${JSON.stringify(end())}\n\n`),
      { text: 'ab', end: 'stop' },
    ],
    ['as one array', lines(JSON.stringify([say('a'), end()])), { text: 'a', end: 'stop' }],
    [
      'without an empty line at its end',
      lines(`data: ${JSON.stringify(say('a'))}\n\ndata: ${JSON.stringify(end())}`),
      { text: 'a', end: 'stop' },
    ],
    [
      'with a damaged chunk: what is missing keeps it from counting as whole',
      [say('a'), 'data: {"choices":[{"delta":{"cont\n\n', say('c'), end(), done],
      { text: 'ac', end: 'broken' },
    ],
  ])
})
