// `npm start`: everything on this machine, one address; stops in order on Ctrl-C.
import closeWithGrace from 'close-with-grace'
import { readEnvironment } from '../backend/config.ts'
import { startStack } from './stack.ts'

try {
  const env = readEnvironment()
  const stack = await startStack(env)
  closeWithGrace({ delay: 20_000 }, async ({ err }) => {
    if (err) console.error(err)
    await stack.close()
  })
  if (!env.OPENAI_API_KEY)
    console.log(
      'No OPENAI_API_KEY is set: the built-in engine answers. It reads tables and structured text, not prose.',
    )
  console.log(`ready ${stack.url.replace(/\/$/, '')}`)
} catch (error) {
  console.error(`Tablewright did not start.\n${error instanceof Error ? error.message : error}`)
  process.exit(1)
}
