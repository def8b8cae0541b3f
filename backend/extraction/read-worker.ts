// The other thread of `read-aside.ts`: reads one text or workbook and ends.
import { parentPort, workerData } from 'node:worker_threads'
import { Problem } from '../platform/problem.ts'
import { readText } from './read-text.ts'
import { typeWorkbook } from './type-workbook.ts'

/** A `Problem` does not survive the way between threads as one. */
async function answer() {
  try {
    return { read: 'bytes' in workerData ? await typeWorkbook(workerData) : readText(workerData) }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { refused: { code: error.code, detail: error.detail } }
  }
}

parentPort?.postMessage(await answer())
