// Recorded answers: where they lie, how their bytes are made from answers written by hand, and a server that replays them.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { toChatFrames } from '../backend/platform/model/testing/replay-chat-frames.ts'
import { toFrames } from '../backend/platform/model/testing/replay-frames.ts'
import { startReplayServer } from '../backend/platform/model/testing/replay-openai.ts'
import type { Answer } from './answer.ts'

export type Api = 'responses' | 'chat'

/** The name under which recorded answers go for a model. */
export const recordedModel = 'recorded-by-hand'

/** The file with the bytes of one answer; turns count from 1. */
export const recordedFile = (name: string, turn: number, api: Api): string =>
  join(import.meta.dirname, 'recorded', `${name}.${turn + 1}${api === 'chat' ? '.chat' : ''}.sse`)

/** The bytes in which a server would send the answer. */
export function toBytes({ say, ends }: Answer, api: Api): string {
  const answer = { say, end: ends, piece: 40 }
  const frames = api === 'chat' ? toChatFrames(answer, recordedModel, true) : toFrames(answer, recordedModel)
  return frames
    .flatMap((frame) => ('data' in frame ? [frame.data] : []))
    .map((data) => {
      if (typeof data === 'string') return `data: ${data}\n\n`
      const event = typeof data.type === 'string' ? `event: ${data.type}\n` : ''
      return `${event}data: ${JSON.stringify(data)}\n\n`
    })
    .join('')
}

/** Replays the file that was chosen last, whatever is asked. */
export async function startRecorded(api: Api) {
  let file = ''
  const server = await startReplayServer(() => ({ chunks: [readFileSync(file)] }))
  const choose = (name: string, turn: number) => {
    file = recordedFile(name, turn, api)
  }
  return { url: server.url, choose, close: server.close }
}
