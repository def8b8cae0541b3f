// An answer as one stream of events, for those who need no port around it.
import type { ModelEvent } from '../model.ts'
import { readAnswer } from '../read-answer.ts'

export async function* streamAnswer(...of: Parameters<typeof readAnswer>): AsyncGenerator<ModelEvent> {
  const reading = readAnswer(...of)
  try {
    for (let events = await reading.next(); events; events = await reading.next()) yield* events
  } finally {
    reading.close()
  }
}
