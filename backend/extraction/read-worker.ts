// The other thread of `read-aside.ts`: reads one text and ends.
import { parentPort, workerData } from 'node:worker_threads'
import { Problem } from '../platform/problem.ts'
import { readText } from './read-text.ts'

/** A `Problem` does not survive the way between threads as one. */
function answer() {
  try {
    return { tables: readText(workerData) }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { refused: { code: error.code, detail: error.detail } }
  }
}

parentPort?.postMessage(answer())
