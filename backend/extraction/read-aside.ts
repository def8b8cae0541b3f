// Reads a large text on a thread of its own, so that replies and requests of others go on meanwhile.
import { Worker } from 'node:worker_threads'
import { Problem } from '../platform/problem.ts'
import { readText, type TableInText, type TextToRead } from './read-text.ts'

/** Up to here the main thread is quicker than starting another: 300,000 characters take about 100 ms. */
const inPlace = 300_000

/** A text that takes more than this must not take the server with it. */
const workerMemoryMb = 4096

/** Throws `Problem('table_too_large')` when the text needs more memory than a thread may have. */
export async function readAside(input: TextToRead): Promise<TableInText[]> {
  if (input.text.length <= inPlace) return readText(input)
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
    workerData: input,
    resourceLimits: { maxOldGenerationSizeMb: workerMemoryMb },
  })
  return await new Promise<TableInText[]>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', (error: NodeJS.ErrnoException) => {
      const tooLarge = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      reject(
        tooLarge
          ? new Problem('table_too_large', 'It needs more memory than there is. Split it, then send the parts.')
          : error,
      )
    })
    worker.once('exit', () => reject(new Error('The thread that reads a text ended without an answer')))
  })
}
