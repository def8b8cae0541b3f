// Reads a workbook in a process of its own, without the server's secrets: its reader can run out of memory in ways that no thread survives.
import { fork } from 'node:child_process'
import { Problem } from '../platform/problem.ts'
import { createTurns } from '../platform/turns.ts'
import type { ReadAnswer } from './read-aside.ts'
import type { TypedWorkbook, WorkbookToRead } from './type-workbook.ts'

/** Three million formatted cells take most of it. Young objects get room, or collecting them takes most of the time. */
const memory = ['--max-old-space-size=2048', '--max-semi-space-size=64']
const mostMs = 120_000

const inTurn = createTurns(2)

/** Throws `Problem('table_too_large')` or `Problem('file_unreadable')`; the reason of `signal` after its abort. */
export async function readWorkbookAside(input: WorkbookToRead, signal: AbortSignal): Promise<TypedWorkbook> {
  const answer = await inTurn(() => askProcess(input, signal))
  if ('read' in answer) return answer.read
  throw new Problem(answer.refused.code, answer.refused.detail)
}

async function askProcess(input: WorkbookToRead, signal: AbortSignal): Promise<ReadAnswer<TypedWorkbook>> {
  signal.throwIfAborted()
  const reader = fork(new URL('./read-worker.ts', import.meta.url), {
    execArgv: memory,
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const tooLarge = (why: string) =>
    new Problem('table_too_large', `${why} Split it, or save the sheet that you need as CSV.`)
  let onAbort = () => {}
  let timer: NodeJS.Timeout | undefined
  try {
    return await new Promise<ReadAnswer<TypedWorkbook>>((resolve, reject) => {
      onAbort = () => reject(signal.reason)
      signal.addEventListener('abort', onAbort)
      timer = setTimeout(() => reject(tooLarge('The workbook takes too long to read.')), mostMs)
      reader.once('message', (answer) => resolve(answer as ReadAnswer<TypedWorkbook>))
      reader.once('error', reject)
      // It ends by itself only after its answer; the rest is memory that ran out.
      reader.once('exit', () => reject(tooLarge('The workbook takes too much memory to read.')))
      reader.send(input, (error) => error && reject(tooLarge('The workbook can’t be read here.')))
    })
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', onAbort)
    reader.kill('SIGKILL')
  }
}
