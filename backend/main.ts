// Runs the backend alone: reads the environment, starts, and stops when it is asked to.
import closeWithGrace from 'close-with-grace'
import { loadConfig, readEnvironment } from './config.ts'
import { startBackend } from './server.ts'

try {
  const backend = await startBackend(loadConfig(readEnvironment()))
  closeWithGrace({ delay: 20_000 }, async ({ err }) => {
    if (err) console.error(err)
    await backend.close()
  })
  if (backend.databaseFolder) console.log(`database in ${backend.databaseFolder}`)
  console.log(`ready ${backend.url}`)
} catch (error) {
  console.error(`Tablewright did not start.\n${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
}
