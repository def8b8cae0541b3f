// What of the conversation the model is shown again: the last messages that fit, with tables in them left out.
import type { ModelMessage } from '../platform/model/model.ts'
import { Problem } from '../platform/problem.ts'
import { type CountTokens, loadTokenCounter, mostTokens } from './count-tokens.ts'
import type { EngineInput } from './engine.ts'
import { visible } from './hidden-characters.ts'
import { readAside } from './read-aside.ts'

const historyMessages = 10
/** One message is shown with this many characters at most: its beginning and its end. */
const longestEarlier = 6_000
/** Tables in longer messages are left out: they are known by their ids, or were handed over already. */
const shortMessage = 1_500

const shorten = (text: string, limit: number): string => {
  if (text.length <= limit) return text
  const half = Math.floor(limit / 2)
  return `${text.slice(0, half)}\n[… ${text.length - 2 * half} characters left out …]\n${text.slice(-half)}`
}

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

async function withoutTables(text: string, locale: string | undefined, signal: AbortSignal): Promise<string> {
  if (text.length <= shortMessage) return text
  const tables = await readAside({ text, fileName: null, locale }, signal).catch((error: unknown) => {
    // What cannot be read was said when it was sent; here it only has to be short.
    if (error instanceof Problem) return []
    throw error
  })
  let out = ''
  let at = 0
  for (const { start, end, table } of tables) {
    if (end - start <= shortMessage) continue
    out += `${text.slice(at, start)}[a table of ${plural(table.rows.length, 'row', 'rows')} stood here]`
    at = end
  }
  return out + text.slice(at)
}

/** The last messages of `input` in at most `budget` tokens, the oldest left out first. */
export async function recall(input: EngineInput, budget: number, signal: AbortSignal): Promise<ModelMessage[]> {
  const kept: ModelMessage[] = []
  let left = budget
  let counter: CountTokens = mostTokens
  for (const message of input.history.slice(-historyMessages).reverse()) {
    const prose = message.role === 'user' ? await withoutTables(message.text, input.locale, signal) : message.text
    const text = visible(shorten(prose, longestEarlier))
    // A message may have been files alone, a reply nothing but its problem.
    if (text === '') continue
    // Bytes bound the tokens: the vocabulary is needed only when they do not fit.
    if (counter(text) > left && counter === mostTokens) counter = await loadTokenCounter()
    const tokens = counter(text)
    if (tokens > left) break
    left -= tokens
    kept.unshift({ role: message.role, text })
  }
  return kept
}
