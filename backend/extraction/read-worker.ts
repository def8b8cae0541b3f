// The other side of `read-aside.ts`: reads one text as a thread, or one workbook as a process, and ends.
import { parentPort, workerData } from 'node:worker_threads'
import { Problem } from '../platform/problem.ts'
import { readText, type TextToRead } from './read-text.ts'
import { typeWorkbook, type WorkbookToRead } from './type-workbook.ts'

/** A `Problem` does not survive the way back as one. */
async function answer(input: TextToRead | WorkbookToRead) {
  try {
    return { read: 'bytes' in input ? await typeWorkbook(input) : readText(input) }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { refused: { code: error.code, detail: error.detail } }
  }
}

if (parentPort) parentPort.postMessage(await answer(workerData))
else
  process.once('message', async (input: WorkbookToRead) =>
    process.send?.(await answer(input), () => process.disconnect()),
  )
