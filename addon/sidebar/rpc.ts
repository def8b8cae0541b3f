// Calls to the add-on's script in the spreadsheet: one JSON string out, one back, failures in plain words.
import type { RpcInput, RpcName, RpcOutput, RpcResponse } from '../../shared/contract/rpc.ts'
import { FaultError } from './fault.ts'

type Runner = {
  withSuccessHandler: (handler: (answer: string) => void) => Runner
  withFailureHandler: (handler: (error: unknown) => void) => Runner
  rpc: (request: string) => void
}

declare global {
  interface Window {
    google?: { script: { run: Runner } }
  }
}

/** Throws a `FaultError`; its code is one of the script's, `other_account`, or `no_answer`. */
export type Rpc = <N extends RpcName>(name: N, input: RpcInput<N>) => Promise<RpcOutput<N>>

/** Google drops an answer without a word when the sheet loses its connection; a script may run six minutes at most. */
const patience = 6 * 60_000 + 10_000

export const rpc: Rpc = (name, input) =>
  new Promise((resolve, reject) => {
    const run = window.google?.script.run
    if (run === undefined) return reject(noAnswer())
    const timer = setTimeout(() => reject(noAnswer()), patience)
    run
      .withSuccessHandler((answer) => {
        clearTimeout(timer)
        try {
          const response: RpcResponse<typeof name> = JSON.parse(answer)
          if (response.ok) resolve(response.value)
          else reject(new FaultError({ kind: 'script', ...response.problem }))
        } catch {
          reject(noAnswer())
        }
      })
      .withFailureHandler((error) => {
        clearTimeout(timer)
        reject(failureOf(error))
      })
      .rpc(JSON.stringify({ op: name, input }))
  })

/** What a failed call means. Google reports the wrong one of several accounts as a failure to read its storage. */
export function failureOf(error: unknown): FaultError {
  const text = error instanceof Error ? error.message : String(error)
  if (/PERMISSION_DENIED|Authorization is required|reading from storage/i.test(text)) {
    return new FaultError({
      kind: 'script',
      code: 'other_account',
      title: 'This sheet is open in another account.',
      detail:
        'Several Google accounts are signed in here, and Google runs add-ons as the first one. Nothing was written. ' +
        'Open the sheet in a window with only one account.',
    })
  }
  if (/too many scripts|too many times|too much computer time/i.test(text)) {
    return new FaultError({
      kind: 'script',
      code: 'busy',
      title: 'Google is busy with this account\u2019s scripts.',
      detail: 'Google allows only so many at once. Wait a moment, then try again.',
    })
  }
  return noAnswer()
}

function noAnswer(): FaultError {
  return new FaultError({
    kind: 'script',
    code: 'no_answer',
    title: 'The spreadsheet did not answer.',
    detail: 'Its connection to Google may be down. Check that the sheet says it is saved, then try again.',
  })
}
