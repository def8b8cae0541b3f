// `npm run eval`: holds realistic conversations with the configured model, or replays recorded answers, and prints a score card.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readEnvironment } from '../backend/config.ts'
import { conversations } from './conversations.ts'
import { configuredModel, evaluateModel, evaluateRecorded } from './evaluate.ts'
import { scoreCard, totalOf } from './score-card.ts'

const { values } = parseArgs({
  options: {
    list: { type: 'boolean' },
    only: { type: 'string' },
    json: { type: 'string' },
    recorded: { type: 'boolean' },
    parallel: { type: 'string', default: '4' },
    api: { type: 'string', default: 'responses' },
  },
})

if (values.list) {
  for (const [name, { genre, language, turns, mistakes }] of Object.entries(conversations))
    console.log(
      `${name.padEnd(32)} ${language}  ${turns.length} turns  ${genre}${mistakes ? '  (recorded with mistakes)' : ''}`,
    )
} else {
  const model = values.recorded ? null : configuredModel(readEnvironment())
  const told = (name: string, done: number, of: number) => console.error(`${done + 1}/${of} ${name}`)
  const { asked, scores } = model
    ? await evaluateModel(model, { only: values.only, parallel: Number(values.parallel) || 1, progress: told })
    : await evaluateRecorded(values.api === 'chat' ? 'chat' : 'responses', values.only)
  console.log(scoreCard(asked, scores))
  if (!model) console.log('\nTo ask a model, set OPENAI_API_KEY or OPENAI_BASE_URL, and OPENAI_MODEL.')
  if (values.json)
    writeFileSync(
      values.json,
      `${JSON.stringify({ asked, recorded: model === null, total: totalOf(scores), conversations: scores }, null, 2)}\n`,
    )
}
