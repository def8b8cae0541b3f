// Holds all conversations with a model, or with recorded answers, and scores them.
import { setMaxListeners } from 'node:events'
import { type Config, loadConfig } from '../backend/config.ts'
import { createEngine } from '../backend/extraction/create-engine.ts'
import { conversations } from './conversations.ts'
import { alsoChat } from './record.ts'
import { type Api, recordedModel, startRecorded } from './recorded.ts'
import { runConversation } from './run-conversation.ts'
import { type ConversationScore, scoreConversation } from './score-conversation.ts'

export type Evaluation = { asked: string; scores: ConversationScore[] }

type Progress = (name: string, done: number, of: number) => void

const named = (only: string | undefined) =>
  Object.entries(conversations).filter(([name]) => only === undefined || name.includes(only))

// The secret signs sessions, of which there are none here; without one a file would be made.
const configOf = (env: NodeJS.ProcessEnv): Config => loadConfig({ JWT_SECRET: '-'.repeat(32), ...env })

/** The model that the environment names, or null. */
export const configuredModel = (env: NodeJS.ProcessEnv): Config['model'] => configOf(env).model

/** Asks the model that is configured, in so many conversations at once. */
export async function evaluateModel(
  model: NonNullable<Config['model']>,
  { only, parallel = 1, progress }: { only?: string | undefined; parallel?: number; progress?: Progress },
): Promise<Evaluation> {
  const engine = createEngine(model)
  const { signal } = new AbortController()
  setMaxListeners(0, signal)
  const chosen = named(only)
  const waiting = [...chosen.entries()]
  const scores: ConversationScore[] = []
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, [name, conversation]] = next
      progress?.(name, index, chosen.length)
      scores[index] = scoreConversation(name, conversation, await runConversation(engine, conversation, signal))
    }
  }
  await Promise.all(Array.from({ length: Math.max(1, parallel) }, work))
  return { asked: `Answers of ${model.name} at ${model.host}.`, scores }
}

/** Replays recorded answers through the same client and engine. */
export async function evaluateRecorded(api: Api, only?: string): Promise<Evaluation> {
  const server = await startRecorded(api)
  const env = { OPENAI_API_KEY: 'none', OPENAI_BASE_URL: server.url, OPENAI_MODEL: recordedModel, OPENAI_API: api }
  const engine = createEngine(configuredModel(env))
  const { signal } = new AbortController()
  setMaxListeners(0, signal)
  const all = Object.keys(conversations)
  const scores: ConversationScore[] = []
  try {
    for (const [name, conversation] of named(only)) {
      if (api === 'chat' && !alsoChat(all.indexOf(name))) continue
      const replies = await runConversation(engine, conversation, signal, (turn) => server.choose(name, turn))
      scores.push(scoreConversation(name, conversation, replies))
    }
  } finally {
    await server.close()
  }
  const asked = `RECORDED ANSWERS, WRITTEN BY HAND in the wire format of ${api === 'chat' ? 'Chat Completions' : 'the Responses API'}: no model was asked, and nothing here says how good one is.`
  return { asked, scores }
}
