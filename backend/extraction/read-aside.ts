// Reads a longer text on a thread of its own: the server goes on meanwhile, whatever the text does to its reader.
import { Worker } from 'node:worker_threads'
import type { ProblemCode } from '../../shared/contract/problems.ts'
import { Problem } from '../platform/problem.ts'
import { createTurns } from '../platform/turns.ts'
import { readText, type TableInText, type TextToRead } from './read-text.ts'

/**
 * Up to here the main thread reads, which saves 150 ms. It must be short: a table has as many columns as its widest row,
 * so the cells grow with the square of the text, and 20,000 characters can already hold 10 million.
 */
const inPlace = 20_000

/** A text that takes more must not take the server with it. 50 MB of CSV take half of both. */
const workerMemoryMb = 2048
const mostMs = 60_000

/** More at once would only take each other's processor and memory. */
const inTurn = createTurns(2)

/** What the other side says: what it read, or why not. */
export type ReadAnswer<T> = { read: T } | { refused: { code: ProblemCode; detail: string } }

/** Throws `Problem('table_too_large')`, also when reading takes too much memory or time; the reason of `signal` after its abort. */
export async function readAside(input: TextToRead, signal: AbortSignal): Promise<TableInText[]> {
  if (input.text.length <= inPlace) return readText(input)
  const answer = await inTurn(() => askWorker(input, signal))
  if ('read' in answer) return answer.read
  throw new Problem(answer.refused.code, answer.refused.detail)
}

async function askWorker(input: TextToRead, signal: AbortSignal): Promise<ReadAnswer<TableInText[]>> {
  signal.throwIfAborted()
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
    workerData: input,
    resourceLimits: { maxOldGenerationSizeMb: workerMemoryMb },
  })
  const tooLarge = (why: string) => new Problem('table_too_large', `${why} Split it, then send the parts.`)
  let onAbort = () => {}
  let timer: NodeJS.Timeout | undefined
  try {
    return await new Promise<ReadAnswer<TableInText[]>>((resolve, reject) => {
      onAbort = () => reject(signal.reason)
      signal.addEventListener('abort', onAbort)
      timer = setTimeout(() => reject(tooLarge('It takes too long to read.')), mostMs)
      worker.once('message', resolve)
      worker.once('error', (error: NodeJS.ErrnoException) =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge('It takes too much memory to read.') : error),
      )
      worker.once('exit', () => reject(new Error('The thread that reads a text ended without an answer')))
    })
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', onAbort)
    await worker.terminate()
  }
}
