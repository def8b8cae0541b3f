// An answer of 200 rows cut at every byte: no partial row, no whole row lost, no cut table that passes for whole.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createChatModel } from '../platform/model/chat-model.ts'
import { createResponsesModel } from '../platform/model/responses-model.ts'
import { startReplayServer } from '../platform/model/testing/replay-openai.ts'
import { createGptEngine } from './gpt-engine.ts'
import { type Api, type CutAnswer, makeCutAnswer, modelOfBytes } from './testing/cut-answer.ts'
import { inputFor, runEngine } from './testing/run-engine.ts'

/** `npm run stress` sets this: then every byte has its turn, otherwise a sample that falls on all kinds of places. */
const everyByte = Number(process.env.STRESS ?? 1) > 1
const sampleStep = 397

type Result = Awaited<ReturnType<typeof runEngine>>

/** What is wrong with the result of an answer cut after `length` bytes, or null. */
function faultOf(answer: CutAnswer, length: number, { tables, end }: Result): string | null {
  const { rows, over } = answer.arrived(length)
  const [table] = tables
  const told = table?.rows ?? []
  if (tables.length > 1) return 'more than one table'
  if (told.length < rows) return `${rows - told.length} whole rows lost`
  if (told.length > rows) return `${told.length - rows} rows that had not arrived`
  if (told.some((row, at) => JSON.stringify(row) !== JSON.stringify(answer.rows[at]))) return 'a row that is another'
  if (table && !table.receipt) return 'a table without an end'
  if (table && table.receipt?.rows_extracted !== told.length) return 'a receipt of other rows'
  if (table?.receipt?.state === 'complete' && told.length < answer.rows.length)
    return 'a cut table that says it is whole'
  if (end?.state === 'complete' && !over) return 'a cut answer that says it is whole'
  if (end?.state !== 'complete' && !end?.problem) return 'an end without a reason'
  if (length === answer.bytes.length && end?.state !== 'complete') return 'a whole answer that says it was cut'
  return null
}

describe.each<Api>(['responses', 'chat'])('%s', (api) => {
  const answer = makeCutAnswer(api, 300)

  it('cut at every byte, closed or broken', async () => {
    // Nothing to ground in: a hundred thousand answers are about their cuts alone.
    const input = await inputFor({ content: '' })
    const faults: string[] = []
    const step = everyByte ? 1 : sampleStep
    const last = answer.bytes.length
    for (let length = 0; length <= last; length += length < last && length + step > last ? last - length : step) {
      const engine = createGptEngine(modelOfBytes(api, answer.bytes.subarray(0, length), length % 2 === 0))
      const fault = faultOf(answer, length, await runEngine(engine, input))
      if (fault) faults.push(`at ${length}: ${fault}`)
    }
    expect(faults).toEqual([])
  })

  describe('over a real connection', () => {
    let server: Awaited<ReturnType<typeof startReplayServer>>
    const fine = makeCutAnswer(api, 7)
    const lengths = Array.from({ length: 24 }, (_, index) => Math.floor((fine.bytes.length * (index * 41)) / 983))
    beforeAll(async () => {
      server = await startReplayServer((_, index) => {
        const length = lengths[index]!
        const cuts = [0, Math.floor(length / 3), Math.floor(length / 2) + 1, length]
        const chunks = cuts
          .slice(1)
          .map((end, at) => Buffer.from(fine.bytes.subarray(cuts[at]!, Math.max(cuts[at]!, end))))
        return { chunks: chunks.filter((chunk) => chunk.length > 0), end: 'cut' }
      })
    })
    afterAll(() => server.close())

    it('with deltas of a few characters', async () => {
      const input = await inputFor({ content: 'Words, please.' })
      const options = { api_key: 'k', base_url: server.url, model: 'gpt-test', max_retries: 0 }
      const engine = createGptEngine(api === 'chat' ? createChatModel(options) : createResponsesModel(options))
      const faults: string[] = []
      for (const length of lengths) {
        const fault = faultOf(fine, length, await runEngine(engine, input))
        if (fault) faults.push(`at ${length}: ${fault}`)
      }
      expect(faults).toEqual([])
    })
  })
})
