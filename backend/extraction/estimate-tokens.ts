// Estimates without a network what a reply will take: the request as it would be sent, and the rows that prose may hold.
import { findAnnouncements } from './announced-rows.ts'
import { loadTokenCounter } from './count-tokens.ts'
import type { EngineInput, SourceText } from './engine.ts'
import { toRequest } from './prompt.ts'

/** `rows_read_without_model` are those of the tables that were found: they cost nothing, however many there are. */
export type TokenEstimate = { input_tokens: number; output_tokens: number; rows_read_without_model: number }

/** What stands beside the tables: only that is retyped. */
function proseOf({ text, tables }: SourceText): string {
  let prose = ''
  let at = 0
  for (const { start, end } of tables) {
    prose += text.slice(at, start)
    at = Math.max(at, end)
  }
  return prose + text.slice(at)
}

/** A short answer, and a call for each table. */
const shortAnswer = 150
const eachTable = 120
/** A row of a table that is written costs about as much as the sentence it comes from, and the marks around its cells. */
const eachRow = 12
const mostOutput = 64_000

/** Reads no text that the request does not need; the output is a guess: prose comes back as rows, tables as calls. */
export async function estimateTokens(input: EngineInput): Promise<TokenEstimate> {
  const { instructions, messages, tools } = await toRequest(input)
  const count = await loadTokenCounter()
  const sent = [instructions, JSON.stringify(tools), ...messages.map(({ text }) => text)]
  const texts = [input.message, ...input.files].map(proseOf)
  const prose = texts.reduce((sum, text) => sum + count(text), 0)
  const announced = texts.flatMap(findAnnouncements).reduce((sum, { rows }) => sum + rows, 0)
  const written = input.continuing ? prose / 2 : prose
  return {
    input_tokens: sent.reduce((sum, text) => sum + count(text), 0),
    output_tokens: Math.round(
      Math.min(mostOutput, shortAnswer + eachTable * input.found.length + written + eachRow * announced),
    ),
    rows_read_without_model: input.found.reduce((sum, { row_count }) => sum + row_count, 0),
  }
}
