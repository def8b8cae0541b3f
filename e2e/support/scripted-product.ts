// The product with a model that answers by a script, and a page on it, for one test file.
import { afterAll, beforeAll } from 'vitest'
import { type ReplayReply, startReplayServer } from '../../backend/platform/model/testing/replay-openai.ts'
import { openProduct, type Product, send, startOver, type Visit } from './open-product.ts'
import { groundedMail } from './samples.ts'

type Model = Awaited<ReturnType<typeof startReplayServer>>

/** `replies` are said in their order, the last of them from then on. */
export type ScriptedProduct = { model: Model; product: Product; visit: Visit; replies: ReplayReply[] }

/** Starts it before the tests of a file and stops it after them: it is filled when they run. */
export function useScriptedProduct(env: Record<string, string> = {}): ScriptedProduct {
  const scripted = { replies: [] as ReplayReply[] } as ScriptedProduct
  beforeAll(async () => {
    const next = () => (scripted.replies.length > 1 ? scripted.replies.shift() : scripted.replies[0])
    scripted.model = await startReplayServer(() => next() ?? { status: 500 })
    scripted.product = await openProduct({
      OPENAI_API_KEY: 'a key that is only good for tests',
      OPENAI_BASE_URL: scripted.model.url,
      OPENAI_MODEL: 'scripted-model',
      ...env,
    })
    scripted.visit = await scripted.product.open()
  })
  afterAll(async () => {
    await scripted.product.close()
    await scripted.model.close()
  })
  return scripted
}

/** Sends the mail with three orders in a conversation of its own, and waits until they are there. */
export async function sendGroundedMail(visit: Visit): Promise<void> {
  await startOver(visit)
  await send(visit, groundedMail)
  await visit.sidebar.getByText('3 seen · 3 extracted').waitFor()
}
