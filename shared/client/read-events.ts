// Reads server-sent events out of an answer as they come.
import type { StreamEvent } from '../contract/stream-events.ts'

/** `id` is what the stream is resumed after. */
export type ReadEvent = { id: string; event: StreamEvent }

/** One block of lines up to an empty one; null for comments and the like. */
function eventOf(block: string): ReadEvent | null {
  let id = ''
  const data: string[] = []
  for (const line of block.split('\n')) {
    const [, field, value = ''] = /^([^:]+):? ?(.*)$/.exec(line) ?? []
    if (field === 'id') id = value
    if (field === 'data') data.push(value)
  }
  return data.length === 0 ? null : { id, event: JSON.parse(data.join('\n')) as StreamEvent }
}

/** Every event of the answer. What the answer ends in the midst of is left out. */
export async function* readEvents(answer: Response): AsyncGenerator<ReadEvent> {
  if (!answer.body) return
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      // A break that falls between \r and \n must not become two.
      rest = `${rest}${value}`
      const blocks = rest.split(/\r?\n\r?\n/)
      rest = blocks.pop() ?? ''
      for (const block of blocks) {
        const event = eventOf(block.replaceAll('\r', ''))
        if (event) yield event
      }
    }
  } finally {
    await reader.cancel().catch(() => {})
  }
}
