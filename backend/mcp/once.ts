// Lets a tool do something once, however often it is asked for with the same key: by the answers that HTTP keeps too.
import { isRefusal } from '../platform/http/work-once.ts'
import type { KeptAnswers } from '../platform/idempotency/kept-answers.ts'
import type { Asked } from './tool.ts'

/** `request` is all that was asked for beside the key. */
export type Once = { key: string; request: string[] }

/**
 * `work` makes something under the id that it is given, which is the same when it is done again after a crash, and answers
 * with what it is to be found by. Throws what `work` and `KeptAnswers.begin` throw.
 */
export async function doOnce(
  answers: KeptAnswers,
  { actor, signal }: Asked,
  once: Once,
  work: (actor: Asked['actor'], id: string) => Promise<string>,
): Promise<string> {
  const begun = await answers.begin(actor, { ...once, gone: () => signal.aborted })
  if ('replay' in begun) return begun.replay.answer.body
  const { claim } = begun
  try {
    const made = await work({ ...actor, operationId: claim.id }, claim.id)
    await claim.keep({ status: 200, headers: {}, body: made }, null)
    return made
  } catch (error) {
    await (isRefusal(error) ? claim.release() : claim.leave())
    throw error
  }
}
